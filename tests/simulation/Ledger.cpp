// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Ledger.h"

#include <algorithm>

namespace sprechtag::simulation {

Ledger::Ledger(const office::Settings &settings)
    : m_settings(settings)
{
}

void Ledger::require(bool holds, const char *invariant)
{
    if (!holds && m_broken.empty())
        m_broken = invariant;
}

const Person &Ledger::person(std::uint32_t index) const
{
    static const Person kNobody;
    return index < m_people.size() ? m_people[index] : kNobody;
}

bool Ledger::isLive(std::uint32_t index) const
{
    const Life life = person(index).life;
    return life != Life::Unknown && life != Life::Ended;
}

bool Ledger::inLine(std::uint32_t index) const
{
    const Person &one = person(index);
    return one.life == Life::Waiting && one.line != office::Line::Unreachable;
}

std::uint32_t Ledger::waiting() const
{
    return static_cast<std::uint32_t>(std::ranges::count_if(m_live, [this](auto index) { return inLine(index); }));
}

std::uint32_t Ledger::idle() const
{
    return static_cast<std::uint32_t>(std::ranges::count_if(
        m_desks, [](const Desk &desk) { return desk.state == DeskState::Present && !desk.ticket; }));
}

std::optional<std::uint32_t> Ledger::capacity() const
{
    const auto limit = m_settings.queueLimit;
    return limit && *limit == 0 ? std::optional(idle()) : limit;
}

bool Ledger::numberIsLive(std::uint32_t number, office::ServiceDay day) const
{
    return std::ranges::any_of(
        m_live, [&](auto index) { return m_people[index].number == number && m_people[index].day == day; });
}

std::optional<std::uint32_t> Ledger::nextInLine(Instant now) const
{
    std::optional<std::uint32_t> best;
    for (const auto index : m_live) {
        const Person &one = m_people[index];
        const bool eligible = inLine(index) && (!one.notBefore || *one.notBefore <= now);
        if (eligible && (!best || one.key < m_people[*best].key))
            best = index;
    }
    return best;
}

std::optional<Instant> Ledger::due() const
{
    std::optional<Instant> first;
    const auto consider = [&first](Instant at) { first = first ? std::min(*first, at) : at; };
    for (const auto index : m_live) {
        const Person &one = m_people[index];
        if (one.life == Life::Called || one.life == Life::Held)
            consider(one.deadline);
        if (one.life == Life::Waiting && one.line != office::Line::Connected)
            consider(one.lostAt + m_settings.unreachableUntil);
        if (one.life == Life::Waiting && one.line == office::Line::Lost)
            consider(one.lostAt + m_settings.citizenGrace);
    }
    for (const Desk &desk : m_desks) {
        if (desk.state == DeskState::Lost && !desk.ticket)
            consider(desk.lostAt + m_settings.clerkGrace);
    }
    return first;
}

} // namespace sprechtag::simulation
