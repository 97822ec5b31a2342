// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/ClearStyle.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOption>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDark = 110;        // of 255: below, Fusion's own outlines are darker than the window
constexpr int kPlaceholder = 190; // of 255, against 128: words in empty fields are to be read, too
constexpr double kOutline = 0.62; // of the way from the window to its words: 3 to 1 against both sides

QColor outlineOf(const QStyleOption &option)
{
    if (option.state.testFlag(QStyle::State_HasFocus))
        return option.palette.color(QPalette::Highlight);
    const QColor words = option.palette.color(QPalette::WindowText);
    const QColor window = option.palette.color(QPalette::Window);
    const auto between = [](int from, int to) { return from + static_cast<int>((to - from) * kOutline); };
    return {between(window.red(), words.red()), between(window.green(), words.green()),
            between(window.blue(), words.blue())};
}

void drawOutline(const QStyleOption &option, QPainter &painter)
{
    if (qGray(option.palette.color(QPalette::Window).rgb()) >= kDark)
        return;
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(outlineOf(option));
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

} // namespace

ClearStyle::ClearStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void ClearStyle::polish(QPalette &palette)
{
    QProxyStyle::polish(palette);
    QColor words = palette.color(QPalette::Text);
    words.setAlpha(kPlaceholder);
    palette.setColor(QPalette::PlaceholderText, words);
}

void ClearStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool outlined = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck ||
                          element == PE_IndicatorRadioButton || element == PE_FrameLineEdit ||
                          element == PE_PanelButtonCommand;
    if (outlined)
        drawOutline(*option, *painter);
}

void ClearStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox)
        drawOutline(*option, *painter);
}

void wearClearStyle()
{
    if (QApplication::style()->name() == "fusion"_L1)
        QApplication::setStyle(new ClearStyle);
}

QString nameOfStyle()
{
    const auto *proxy = qobject_cast<const QProxyStyle *>(QApplication::style());
    return proxy ? proxy->baseStyle()->name() : QApplication::style()->name();
}

} // namespace sprechtag::clerk::view
