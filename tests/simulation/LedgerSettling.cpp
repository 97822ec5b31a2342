// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Ledger.h"

#include <algorithm>
#include <cmath>

namespace sprechtag::simulation {

using namespace office;

//! What must be true after a command that was not refused.
struct Settling
{
    const Ledger &l;

    [[nodiscard]] const Desk &desk(const ClerkId &clerk) const { return l.m_desks[indexOf(clerk)]; }
    [[nodiscard]] Life life(const TicketId &ticket) const { return l.person(indexOf(ticket)).life; }
    [[nodiscard]] bool served(const ClerkId &clerk) const
    {
        const Desk &one = desk(clerk);
        const bool there = one.state == DeskState::Present || one.state == DeskState::Paused;
        return there && (!one.ticket || l.person(*one.ticket).life != Life::Held);
    }

    bool operator()(const Open &command) const { return l.m_open && served(command.clerk); }
    bool operator()(const Close &command) const
    {
        if (command.mode == CloseMode::Now || l.m_wasEmpty)
            return !l.m_open;
        return !l.m_open || l.m_intake == Intake::SuspendedThenClose;
    }
    bool operator()(const SuspendIntake &) const { return l.m_intake != Intake::Open; }
    bool operator()(const ResumeIntake &) const { return l.m_intake == Intake::Open; }
    bool operator()(const Arrive &command) const { return served(command.clerk); }
    bool operator()(const Depart &command) const { return desk(command.clerk).state == DeskState::Away; }
    bool operator()(const Pause &command) const { return desk(command.clerk).state == DeskState::Paused; }
    bool operator()(const Resume &command) const { return desk(command.clerk).state == DeskState::Present; }
    bool operator()(const LoseClerk &command) const { return lost(desk(command.clerk)); }
    bool operator()(const Draw &command) const { return life(command.ticket) == Life::Waiting; }
    bool operator()(const Connect &command) const { return l.person(indexOf(command.ticket)).line == Line::Connected; }
    bool operator()(const Disconnect &command) const
    {
        return l.person(indexOf(command.ticket)).line != Line::Connected;
    }
    bool operator()(const Enter &command) const { return life(command.ticket) == Life::InCall; }
    bool operator()(const Leave &command) const { return life(command.ticket) == Life::Ended; }
    bool operator()(const CallNext &command) const
    {
        const auto &ticket = desk(command.clerk).ticket;
        return ticket && l.person(*ticket).life == Life::Called;
    }
    bool operator()(const CallNamed &command) const { return life(command.ticket) == Life::Called; }
    bool operator()(const ReturnToLobby &command) const { return life(command.ticket) == Life::Waiting; }
    bool operator()(const Finish &command) const { return life(command.ticket) == Life::Ended; }
    bool operator()(const Tick &) const
    {
        const auto due = l.due();
        return !due || *due > l.m_now;
    }
    bool operator()(const Restart &) const
    {
        const bool desks = std::ranges::all_of(l.m_desks, [this](const Desk &one) {
            return lost(one) && (one.state == DeskState::Away || one.lostAt == l.m_now);
        });
        return desks && std::ranges::all_of(l.m_live, [this](auto index) {
                   const Person &one = l.person(index);
                   const bool held = !one.clerk || one.deadline == l.m_now + l.m_settings.clerkGrace;
                   return one.line == Line::Lost && one.lostAt == l.m_now && held;
               });
    }

private:
    [[nodiscard]] bool lost(const Desk &one) const
    {
        if (one.ticket && l.person(*one.ticket).life != Life::Held)
            return false;
        return one.state == DeskState::Away || one.state == DeskState::Lost;
    }
};

void Ledger::end()
{
    require(std::visit(Settling{*this}, *m_cause), "L-2, I-11: a command was accepted and not done");
    require(!m_open || m_intake != Intake::SuspendedThenClose || !m_live.empty(), "L-5: nobody is left, yet open");
    for (const auto index : m_live) {
        const Life life = m_people[index].life;
        require(m_open || (life != Life::Waiting && life != Life::Called), "L-5: waiting in a closed office");
    }
    for (const auto one : m_givenBack) {
        for (const auto other : m_givenBack) {
            const Person &a = m_people[one];
            const Person &b = m_people[other];
            require((a.keyBefore < b.keyBefore) == (a.key < b.key), "I-7: lost clerks turned the order round");
        }
    }
}

void Ledger::compare(const OfficeState &state)
{
    require(state.seq == m_seq && state.open == m_open && state.intake == m_intake, "I-26: office and ledger differ");
    require(state.day == m_day && state.lastNumber == m_lastNumber, "I-21: the series differs from the ledger");
    const Counts &counts = state.counts;
    require(counts.issued == m_issued, "I-2: issued tickets were miscounted");
    require(counts.finished + counts.left + counts.missed + counts.closed == m_ended, "I-2: ends were miscounted");
    require(counts.issued == m_ended + state.tickets.size(), "I-2: a ticket was lost or invented");
    comparePeople(state);
    compareDesks(state);
    compareView(state);
}

namespace {

bool sameLife(const Ticket &ticket, Life life)
{
    switch (ticket.state) {
    case TicketState::Waiting:
        return life == Life::Waiting;
    case TicketState::Called:
        return life == Life::Called;
    case TicketState::InCall:
        return life == Life::InCall;
    case TicketState::Held:
        return life == Life::Held;
    }
    return false;
}

bool samePlace(const Ticket &ticket, const Person &one)
{
    const bool waiting = one.life == Life::Waiting;
    return ticket.rank == one.key && ticket.epoch == one.epoch && ticket.number == one.number &&
           ticket.day == one.day && ticket.lapsedCalls == one.lapses && (!waiting || ticket.notBefore == one.notBefore);
}

bool sameLine(const Ticket &ticket, const Person &one)
{
    return ticket.line == one.line && (one.line == Line::Connected || ticket.lineLostAt == one.lostAt);
}

bool sameTimes(const Ticket &ticket, const Person &one)
{
    const bool timed = one.life == Life::Called || one.life == Life::Held;
    return timed ? ticket.deadline == one.deadline : !ticket.deadline;
}

DeskState deskState(ClerkState state)
{
    switch (state) {
    case ClerkState::Present:
        return DeskState::Present;
    case ClerkState::Paused:
        return DeskState::Paused;
    case ClerkState::Lost:
        break;
    }
    return DeskState::Lost;
}

} // namespace

void Ledger::comparePeople(const OfficeState &state)
{
    std::size_t waitingTickets = 0;
    for (const auto &[id, ticket] : state.tickets) {
        const Person &one = person(indexOf(id));
        require(sameLife(ticket, one.life), "I-1: a ticket is in another state than its facts say");
        require(samePlace(ticket, one), "I-7: a ticket's place differs from the ledger");
        require(sameLine(ticket, one), "line: a ticket's line differs from the ledger");
        require(sameTimes(ticket, one), "L-2: a deadline differs from the ledger");
        require(ticket.clerk.has_value() == one.clerk.has_value(), "I-4: a ticket's owner differs from the ledger");
        require(!ticket.clerk || indexOf(*ticket.clerk) == *one.clerk, "I-4: a ticket's owner differs from the ledger");
        if (ticket.state != TicketState::Waiting)
            continue;
        ++waitingTickets;
        const auto place = state.line.find(ticket.rank);
        require(place != state.line.end() && place->second == id, "I-3: a waiting ticket is not in the line");
    }
    require(state.tickets.size() == m_live.size(), "I-2, I-25: more or fewer tickets than live ones");
    require(state.line.size() == waitingTickets, "I-3: the line holds somebody who does not wait");
}

void Ledger::compareDesks(const OfficeState &state)
{
    std::size_t taken = 0;
    for (std::uint32_t i = 0; i < kClerks; ++i) {
        const Desk &one = m_desks[i];
        const auto found = state.clerks.find(clerkId(i));
        require((found == state.clerks.end()) == (one.state == DeskState::Away), "clerk: desks differ from the ledger");
        if (found == state.clerks.end())
            continue;
        ++taken;
        const Clerk &clerk = found->second;
        require(deskState(clerk.state) == one.state && clerk.pausedBeforeLoss == one.pausedBefore,
                "clerk: a state differs from the ledger");
        const auto ticket = one.ticket ? std::optional(ticketId(*one.ticket)) : std::nullopt;
        require(clerk.ticket == ticket, "I-4: a clerk's visitor differs from the ledger");
        require(!ticket || person(*one.ticket).clerk == i, "I-4: clerk and ticket disagree");
    }
    require(taken == state.clerks.size(), "I-25: desks of nobody");
}

namespace {

// The newest of n visits weighs n, the oldest 1.
std::int64_t weightedMean(const std::vector<std::int64_t> &services)
{
    double sum = 0;
    const auto count = static_cast<double>(services.size());
    double weight = count;
    for (auto length = services.rbegin(); length != services.rend(); ++length, --weight)
        sum += weight * static_cast<double>(*length);
    return std::llround(sum / (count * (count + 1) / 2));
}

} // namespace

void Ledger::compareView(const OfficeState &state)
{
    const PublicView view = publicView(state);
    require(view.waiting == waiting() && view.idle == idle(), "I-8: the public counts differ from the ledger");
    require(view.serving >= view.idle && view.serving <= kClerks, "I-20: more clerks than there are");
    require((view.state == PublicState::Closed) == !m_open, "I-13: a closed office looks open");
    const auto limit = capacity();
    const auto free = limit ? std::optional(*limit - std::min(*limit, waiting())) : std::nullopt;
    require(view.seats == free, "I-13: the seats differ from the ledger");
    if (m_services.size() > kServicesRemembered)
        m_services.erase(m_services.begin(), m_services.end() - kServicesRemembered);
    require(std::ranges::equal(state.services, m_services, {}, &seconds::count), "I-25: the lengths of visits differ");
    require(view.averageService.has_value() == (m_services.size() >= 5), "I-20: an average out of too few visits");
    if (!view.averageService)
        return;
    require(view.averageService->count() == weightedMean(m_services),
            "I-20: an average that weighs the visits wrongly");
}

} // namespace sprechtag::simulation
