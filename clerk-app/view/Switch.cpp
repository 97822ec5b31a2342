// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/Switch.h"

#include <QPainter>
#include <QStyleOptionFocusRect>

namespace sprechtag::clerk::view {

namespace {

constexpr int kFrame = 4; // room for the focus ring

} // namespace

Switch::Switch(QWidget *parent)
    : QCheckBox(parent)
{
    setCursor(Qt::PointingHandCursor);
}

QSize Switch::sizeHint() const
{
    const int height = qMax(20, fontMetrics().height() + 4);
    return {height * 19 / 10 + 2 * kFrame, height + 2 * kFrame};
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSize inner = sizeHint() - QSize(2 * kFrame, 2 * kFrame);
    QRectF track(QPointF((width() - inner.width()) / 2.0, (height() - inner.height()) / 2.0), QSizeF(inner));
    track.adjust(0.75, 0.75, -0.75, -0.75);
    const QPalette colors = palette();
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QColor line = colors.color(group, isChecked() ? QPalette::Highlight : QPalette::Text);
    painter.setPen(QPen(line, 1.5));
    painter.setBrush(isChecked() ? QBrush(line) : colors.brush(group, QPalette::Base));
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);
    const qreal size = track.height() - 8;
    const qreal left = isChecked() ? track.right() - size - 4 : track.left() + 4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? colors.brush(group, QPalette::HighlightedText) : QBrush(line));
    painter.drawEllipse(QRectF(left, track.top() + 4, size, size));
    if (hasFocus()) {
        painter.setPen(QPen(colors.color(QPalette::Text), 1.5));
        painter.setBrush(Qt::NoBrush);
        const QRectF ring = track.adjusted(-3, -3, 3, 3);
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
    }
}

} // namespace sprechtag::clerk::view
