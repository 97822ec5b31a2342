// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/PrimaryButton.h"

#include "clerk-app/view/Actions.h"
#include "clerk-app/view/Icons.h"

#include <QPainter>

#include <cmath>

namespace sprechtag::clerk::view {

namespace {

constexpr double kReadable = 4.5;

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

QColor readableBack(QColor back, const QColor &text)
{
    const bool darken = luminance(text) > luminance(back);
    for (int step = 0; step < 20 && contrast(back, text) < kReadable; ++step)
        back = darken ? back.darker(108) : back.lighter(108);
    return back;
}

PrimaryButton::PrimaryButton(QWidget *parent)
    : QPushButton(parent)
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    setFont(large);
    const QFontMetrics metrics(large);
    setMinimumHeight(metrics.height() * 2 + 4);
    setMinimumWidth(metrics.averageCharWidth() * 26);
    setIconSize(QSize(metrics.height() + 4, metrics.height() + 4));
}

void PrimaryButton::setAction(QAction *action, const QString &icon)
{
    m_icon = icon;
    setIcon(themedIcon(icon, QPalette::HighlightedText));
    wearAction(this, action);
}

// Painted flat: styles lighten a coloured button until its text can no longer be read.
void PrimaryButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette colors = palette();
    const bool on = isEnabled();
    const QColor text =
        colors.color(on ? QPalette::Active : QPalette::Disabled, on ? QPalette::HighlightedText : QPalette::ButtonText);
    QColor back = on ? readableBack(colors.color(QPalette::Active, QPalette::Highlight), text)
                     : colors.color(QPalette::Disabled, QPalette::Button);
    if (on && (isDown() || underMouse()))
        back = isDown() ? back.darker(118) : back.darker(108);
    const QRectF box = QRectF(rect()).adjusted(3, 3, -3, -3);
    painter.setPen(on ? QPen(Qt::NoPen) : QPen(colors.color(QPalette::Mid), 1));
    painter.setBrush(back);
    painter.drawRoundedRect(box, 5, 5);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.color(QPalette::WindowText), 1.5));
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 6, 6);
    }
    const int gap = m_icon.isEmpty() ? 0 : iconSize().width() + 8;
    const int flags = Qt::AlignCenter | Qt::TextShowMnemonic;
    const int wide = fontMetrics().size(Qt::TextShowMnemonic, this->text()).width() + gap;
    const int left = (width() - wide) / 2;
    if (gap > 0)
        (on ? icon() : themedIcon(m_icon))
            .paint(&painter, QRect(left, (height() - iconSize().height()) / 2, iconSize().width(), iconSize().height()),
                   Qt::AlignCenter, on ? QIcon::Normal : QIcon::Disabled);
    painter.setPen(text);
    painter.drawText(QRect(left + gap, 0, wide - gap, height()), flags, this->text());
}

} // namespace sprechtag::clerk::view
