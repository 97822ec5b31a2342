// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/CallButtons.h"

#include "clerk-app/view/Icons.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStyleOptionToolButton>

#include <algorithm>

namespace sprechtag::clerk::view {

namespace {
constexpr int kSpacing = 4;
} // namespace

CallButton::CallButton(const QString &name, QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(name);
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    const int size = fontMetrics().height() * 3 / 2;
    setIconSize(QSize(size, size));
}

CallButton::CallButton(const QString &name, QAction *action, QWidget *parent)
    : CallButton(name, parent)
{
    setDefaultAction(action);
}

CallButton::CallButton(const QString &name, const QString &icon, const QString &text, QWidget *parent)
    : CallButton(name, parent)
{
    setIcon(themedIcon(icon));
    setText(text);
    setToolTip(text);
    setAccessibleName(text);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
}

void CallButton::showWord(bool shown)
{
    setToolButtonStyle(shown ? Qt::ToolButtonTextUnderIcon : Qt::ToolButtonIconOnly);
}

// As QToolButton::sizeHint() has it, for either look whichever is shown.
int CallButton::widthWith(bool word) const
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.toolButtonStyle = word ? Qt::ToolButtonTextUnderIcon : Qt::ToolButtonIconOnly;
    QSize content = iconSize();
    if (word) {
        const QSize text = fontMetrics().size(Qt::TextShowMnemonic, option.text);
        content.setWidth(std::max(content.width(), text.width() + 2 * fontMetrics().horizontalAdvance(u' ')));
        content.rheight() += text.height();
    }
    return style()->sizeFromContents(QStyle::CT_ToolButton, &option, content, this).width();
}

CallButtonRow::CallButtonRow(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(kSpacing);
}

void CallButtonRow::add(QWidget *widget)
{
    m_row->addWidget(widget);
}

void CallButtonRow::addStretch()
{
    m_row->addStretch(1);
}

QSize CallButtonRow::minimumSizeHint() const
{
    return {widthWith(false), QWidget::minimumSizeHint().height()};
}

bool CallButtonRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::event(event);
}

void CallButtonRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

int CallButtonRow::widthWith(bool words) const
{
    int width = 0;
    for (const CallButton *button : findChildren<CallButton *>()) {
        if (button->isVisibleTo(this))
            width += button->widthWith(words) + kSpacing;
    }
    return width;
}

void CallButtonRow::fit()
{
    const bool words = widthWith(true) <= width();
    for (CallButton *button : findChildren<CallButton *>())
        button->showWord(words);
}

} // namespace sprechtag::clerk::view
