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
    return one.life == Life::Waiting && one.line != office::Line::Unreachable && !one.away;
}

bool Ledger::before(const Person &one, const Person &other) const
{
    return one.standing != other.standing ? one.standing < other.standing : one.key < other.key;
}

std::uint32_t Ledger::waiting() const
{
    return static_cast<std::uint32_t>(std::ranges::count_if(m_live, [this](auto index) { return inLine(index); }));
}

std::uint32_t Ledger::idle(const office::Elsewhere &elsewhere) const
{
    std::uint32_t free = 0;
    for (std::uint32_t index = 0; index < kClerks; ++index) {
        const Desk &one = m_desks[index];
        const bool busy = one.ticket || elsewhere.contains(clerkId(index));
        free += one.state == DeskState::Present && !busy ? 1 : 0;
    }
    return free;
}

office::Elsewhere Ledger::engaged() const
{
    office::Elsewhere clerks;
    for (std::uint32_t index = 0; index < kClerks; ++index) {
        if (m_desks[index].ticket)
            clerks.insert(clerkId(index));
    }
    return clerks;
}

std::uint32_t Ledger::present() const
{
    return static_cast<std::uint32_t>(std::ranges::count(m_desks, DeskState::Present, &Desk::state));
}

std::optional<std::uint32_t> Ledger::capacity(const office::Elsewhere &elsewhere) const
{
    const auto limit = m_settings.queueLimit;
    return limit && *limit == 0 ? std::optional(idle(elsewhere)) : limit;
}

bool Ledger::numberIsLive(std::uint32_t number, office::ServiceDay day, const std::optional<OfficeId> &origin) const
{
    return std::ranges::any_of(m_live, [&](auto index) {
        const Person &one = m_people[index];
        return one.number == number && one.day == day && one.origin == origin;
    });
}

bool Ledger::nobodyToServe() const
{
    return std::ranges::all_of(m_live, [this](auto index) { return m_people[index].life == Life::Missed; });
}

bool Ledger::callable(std::uint32_t index, std::uint32_t clerk, Instant now) const
{
    const Person &one = person(index);
    if (!inLine(index) || (one.notBefore && now < *one.notBefore))
        return false;
    const bool kept = one.reservedFor && *one.reservedFor != clerk && now < one.reservedUntil;
    return !kept || m_desks[*one.reservedFor].state == DeskState::Away;
}

std::optional<std::uint32_t> Ledger::nextInLine(std::uint32_t clerk, Instant now) const
{
    std::optional<std::uint32_t> best;
    for (const auto index : m_live) {
        if (callable(index, clerk, now) && (!best || before(m_people[index], m_people[*best])))
            best = index;
    }
    return best;
}

bool Ledger::intakeIsOver(Instant now) const
{
    return (m_closesAt && now >= *m_closesAt) || (m_hardEnd && now >= *m_hardEnd);
}

// Of an earlier window, or of the one that closes before it.
std::optional<Instant> Ledger::hardEnd() const
{
    if (m_hardEnd && m_closesAt && *m_closesAt < *m_hardEnd)
        return *m_closesAt + m_settings.hardEndAfter;
    if (m_hardEnd)
        return m_hardEnd;
    return m_closesAt ? std::optional(*m_closesAt + m_settings.hardEndAfter) : std::nullopt;
}

// The work that waits, and one more visit, must fit before the hard end.
std::optional<Instant> Ledger::acceptanceEnd() const
{
    const auto last = hardEnd();
    if (!last)
        return std::nullopt;
    Instant end = *last;
    if (const auto length = serviceLength())
        end -= milliseconds((waiting() + 1) * *length * 1000 / std::max(present(), 1U));
    return m_closesAt ? std::min(end, *m_closesAt) : end;
}

bool Ledger::waitsForItsTime() const
{
    return !m_open && m_settings.opensByHours && m_window && !m_closedByHand && present() > 0;
}

// Whether a lost line is a matter of this person now.
bool Ledger::lineCounts(const Person &one) const
{
    if (one.line == office::Line::Connected)
        return false;
    return (one.life == Life::Waiting && !one.away) || (one.life == Life::Parked && one.reminded);
}

void Ledger::dueOf(const Person &one, const std::function<void(Instant)> &consider) const
{
    if (one.life == Life::Called || one.life == Life::Held || one.life == Life::Parked || one.life == Life::Missed)
        consider(one.deadline);
    if (one.life == Life::Waiting && one.away)
        consider(*one.away);
    if (lineCounts(one))
        consider(one.lostAt + m_settings.unreachableUntil);
    if (lineCounts(one) && one.line == office::Line::Lost)
        consider(one.lostAt + m_settings.citizenGrace);
}

std::optional<Instant> Ledger::due() const
{
    std::optional<Instant> first;
    const auto consider = [&first](Instant at) { first = first ? std::min(*first, at) : at; };
    for (const auto index : m_live)
        dueOf(m_people[index], consider);
    for (const Desk &desk : m_desks) {
        if (desk.state == DeskState::Lost && !desk.ticket)
            consider(desk.lostAt + m_settings.clerkGrace);
    }
    if (m_window)
        consider(m_window->closesAt);
    if (m_closesAt)
        consider(*m_closesAt);
    if (m_hardEnd)
        consider(*m_hardEnd);
    if (waitsForItsTime())
        consider(m_window->opensAt);
    return first;
}

} // namespace sprechtag::simulation
