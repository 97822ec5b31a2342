// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/LobbyDelegate.h"

#include "clerk-app/model/Lobby.h"
#include "clerk-app/view/Icons.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::Lobby;
using model::PersonState;

namespace {

PersonState stateOf(const QModelIndex &index)
{
    return static_cast<PersonState>(index.data(Lobby::PersonStateRole).toInt());
}

QString signOf(PersonState state)
{
    switch (state) {
    case PersonState::Waiting:
        return u"waiting"_s;
    case PersonState::Unsteady:
        return u"unsteady"_s;
    case PersonState::Unreachable:
        return u"unreachable"_s;
    case PersonState::DidNotCome:
    case PersonState::Missed:
        return u"missed"_s;
    case PersonState::SetAside:
        return u"back"_s;
    case PersonState::Away:
        return u"away"_s;
    case PersonState::Parked:
        return u"pause"_s;
    case PersonState::Called:
        return u"call"_s;
    case PersonState::InCall:
    case PersonState::Held:
        return u"talking"_s;
    }
    return u"waiting"_s;
}

} // namespace

QSize LobbyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() * 2);
    return size;
}

// A view's own tooltip would read what citizens wrote as rich text.
bool LobbyDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool cut =
        option.fontMetrics.horizontalAdvance(text) + 2 * option.fontMetrics.averageCharWidth() > option.rect.width();
    QToolTip::showText(event->globalPos(), cut ? u"<qt>%1</qt>"_s.arg(text.toHtmlEscaped()) : QString(), view);
    return true;
}

// A line where the next block begins: those who are served, parked, missed.
void LobbyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(Lobby::GroupStartRole).toBool())
        return;
    painter->save();
    QColor quiet = option.palette.color(QPalette::Active, QPalette::Text);
    quiet.setAlphaF(0.4F);
    painter->setPen(QPen(quiet, 1));
    painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    painter->restore();
}

void LobbyDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const PersonState state = stateOf(index);
    const bool mine = index.data(Lobby::MineRole).toBool();
    if (index.column() == Lobby::NumberColumn || mine)
        option->font.setWeight(QFont::DemiBold);
    if (!model::waits(state) && !mine) {
        const QPalette::ColorRole role = QPalette::Text;
        QColor quiet = option->palette.color(QPalette::Active, role);
        quiet.setAlphaF(0.72F);
        option->palette.setColor(role, quiet);
    }
    if (index.column() == Lobby::StateColumn) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = themedIcon(signOf(state), QPalette::Text);
        option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
    }
}

} // namespace sprechtag::clerk::view
