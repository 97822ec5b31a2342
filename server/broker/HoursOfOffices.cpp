// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/broker/Broker.h"

//! What the opening hours tell the offices.
namespace sprechtag::broker {

void Broker::readHours(OfficeId office)
{
    const Desk &desk = m_desks.at(office);
    // Hours are told by the wall clock, deadlines by the office's own time. Small differences are none: else a window
    // that is over here could still last for a moment there, and be taken for the next one.
    const auto ahead = std::chrono::round<minutes>(now() - m_clock.now());
    const auto found =
        hours::virtualWindowAt(m_record.office(office)->config.hours, m_record.town().calendar, now() - ahead);
    std::optional<office::Window> window;
    if (found)
        window = office::Window{.opensAt = found->opens + ahead, .closesAt = found->closes + ahead};
    if (window != desk.state.window)
        runOwn(office, office::SetWindow{window});
}

} // namespace sprechtag::broker
