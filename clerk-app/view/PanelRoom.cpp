// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/PanelRoom.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace sprechtag::clerk::view {

bool PanelRoom::Panel::isAtTheKeyboard() const
{
    return widget->isAncestorOf(widget->window()->focusWidget());
}

PanelRoom::PanelRoom(QObject *parent)
    : QObject(parent)
{
}

void PanelRoom::add(QAction &toggle, const QWidget &panel)
{
    connect(&toggle, &QAction::toggled, this,
            [this, one = Panel{.toggle = &toggle, .widget = &panel}](bool open) { follow(one, open); });
}

void PanelRoom::setRoom(int panels)
{
    m_room = std::max(1, panels);
    keep();
}

void PanelRoom::offer(QAction &toggle)
{
    if (toggle.isChecked())
        return;
    if (m_open.size() < m_room || !std::ranges::all_of(m_open, &Panel::isAtTheKeyboard))
        toggle.setChecked(true);
}

void PanelRoom::follow(const Panel &panel, bool open)
{
    m_open.removeIf([&panel](const Panel &one) { return one.toggle == panel.toggle; });
    if (!open)
        return;
    m_open.append(panel);
    keep();
}

void PanelRoom::keep()
{
    while (m_open.size() > m_room) {
        const auto last = std::prev(m_open.cend());
        const auto idle = std::ranges::find_if_not(m_open.cbegin(), last, &Panel::isAtTheKeyboard);
        // It takes itself out of the list.
        (idle == last ? m_open.cbegin() : idle)->toggle->setChecked(false);
    }
}

} // namespace sprechtag::clerk::view
