// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/PrimaryButton.h"

#include "clerk-app/view/Icons.h"

#include <QAction>
#include <QApplication>
#include <QEvent>

namespace sprechtag::clerk::view {

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
    color();
}

void PrimaryButton::setAction(QAction *action, const QString &icon)
{
    m_icon = icon;
    color();
    const auto follow = [this, action] {
        setText(action->text());
        setToolTip(action->toolTip());
        setAccessibleName(action->text().remove(u'&'));
        setEnabled(action->isEnabled());
    };
    follow();
    connect(action, &QAction::changed, this, follow);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
}

void PrimaryButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        color();
    QPushButton::changeEvent(event);
}

void PrimaryButton::color()
{
    const QPalette app = QApplication::palette();
    QPalette mine = app;
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        mine.setColor(group, QPalette::Button, app.color(QPalette::Active, QPalette::Highlight));
        mine.setColor(group, QPalette::ButtonText, app.color(QPalette::Active, QPalette::HighlightedText));
    }
    setPalette(mine);
    if (!m_icon.isEmpty())
        setIcon(themedIcon(m_icon, QPalette::HighlightedText));
}

} // namespace sprechtag::clerk::view
