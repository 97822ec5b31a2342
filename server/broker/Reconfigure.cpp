// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/broker/Broker.h"

#include <algorithm>

//! What administrators change while the offices run.
namespace sprechtag::broker {

bool Broker::seal(OfficeId office)
{
    const auto desk = m_desks.find(office);
    if (desk == m_desks.end())
        return true;
    if (!desk->second.state.tickets.empty() || isNeededElsewhere(office))
        return false;
    desk->second.sealed = true;
    return true;
}

// Its letter stands before numbers that wait in other offices, or it is where somebody was asked to go.
bool Broker::isNeededElsewhere(OfficeId office) const
{
    return std::ranges::any_of(m_desks, [office](const auto &desk) {
        return std::ranges::any_of(desk.second.state.tickets, [office](const auto &entry) {
            const office::Ticket &ticket = entry.second;
            return ticket.origin == office || (ticket.transfer && ticket.transfer->office == office);
        });
    });
}

void Broker::unseal(OfficeId office)
{
    if (const auto desk = m_desks.find(office); desk != m_desks.end())
        desk->second.sealed = false;
}

void Broker::reconfigure(TownConfig config)
{
    m_queue.afterwards([this, config = std::move(config)] { workBy(config); });
}

Broker::Desk *Broker::openDesk(OfficeId office)
{
    const auto desk = m_desks.find(office);
    return desk == m_desks.end() || desk->second.sealed ? nullptr : &desk->second;
}

void Broker::workBy(TownConfig config)
{
    const Reconfigured change = m_record.reconfigure(std::move(config));
    for (const OfficeId office : change.removed)
        m_desks.erase(office);
    for (const OfficeId office : change.added)
        m_desks.emplace(office, Desk{.state = m_record.office(office)->state, .due = {}, .dueIsKnown = false});
    if (m_observer != nullptr) {
        for (const OfficeChange &view : change.views)
            m_observer->published(view);
        m_observer->reconfigured(change);
    }
    // The calendar is of all offices, so that each of them may have another window now.
    for (const OfficeId office : m_record.offices())
        fitDesk(office);
}

void Broker::fitDesk(OfficeId office)
{
    Desk &desk = m_desks.at(office);
    desk.state.settings = m_record.office(office)->config.settings;
    desk.dueIsKnown = false;
    std::vector<ClerkId> strangers;
    for (const auto &[clerk, unused] : desk.state.clerks) {
        if (!m_record.mayStaff(office, clerk))
            strangers.push_back(clerk);
    }
    for (const ClerkId clerk : strangers)
        runOwn(office, office::Dismiss{clerk});
    readHours(office);
}

} // namespace sprechtag::broker
