// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QProxyStyle>

namespace sprechtag::clerk::view {

//! Fusion, whose boxes and fields cannot be told from a dark background, with outlines that can.
class ClearStyle final : public QProxyStyle
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClearStyle)
public:
    ClearStyle();

    void polish(QPalette &palette) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

//! Where Fusion would be worn; the styles of desktops stay.
void wearClearStyle();

//! Of the style of this program, whatever stands before it.
[[nodiscard]] QString nameOfStyle();

} // namespace sprechtag::clerk::view
