// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QCheckBox>

namespace sprechtag::clerk::view {

//! A check box that looks like a switch; says what it is to screen readers as a check box does.
class Switch final : public QCheckBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Switch)
public:
    explicit Switch(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &at) const override { return rect().contains(at); }
};

} // namespace sprechtag::clerk::view
