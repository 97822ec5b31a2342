// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Ledger.h"

#include <algorithm>

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
        if (command.mode != CloseMode::ServeWaiting || l.m_hadNobodyToServe)
            return !l.m_open;
        return !l.m_open || l.m_intake == Intake::SuspendedThenClose;
    }
    bool operator()(const SuspendIntake &) const { return l.m_intake != Intake::Open; }
    bool operator()(const ResumeIntake &) const { return l.m_intake == Intake::Open; }
    bool operator()(const SetWindow &command) const
    {
        const bool useful =
            command.window && command.window->closesAt > l.m_now && command.window->opensAt < command.window->closesAt;
        return useful ? l.m_window == command.window : !l.m_window;
    }
    bool operator()(const Arrive &command) const { return served(command.clerk); }
    bool operator()(const Depart &command) const { return desk(command.clerk).state == DeskState::Away; }
    bool operator()(const Pause &command) const { return desk(command.clerk).state == DeskState::Paused; }
    bool operator()(const Resume &command) const { return desk(command.clerk).state == DeskState::Present; }
    bool operator()(const LoseClerk &command) const { return lost(desk(command.clerk)); }
    bool operator()(const Dismiss &command) const { return desk(command.clerk).state == DeskState::Away; }
    bool operator()(const Draw &command) const { return life(command.ticket) == Life::Waiting; }
    bool operator()(const Receive &command) const { return life(command.ticket) == Life::Waiting; }
    bool operator()(const StepAway &command) const { return l.person(indexOf(command.ticket)).away.has_value(); }
    bool operator()(const ComeBack &command) const { return !l.person(indexOf(command.ticket)).away; }
    bool operator()(const NotYet &command) const { return backOrMissed(command.ticket); }
    bool operator()(const Ready &command) const { return life(command.ticket) == Life::Waiting; }
    bool operator()(const Unpark &command) const { return life(command.ticket) == Life::Waiting; }
    bool operator()(const Readmit &command) const { return life(command.ticket) == Life::Waiting; }
    bool operator()(const Admit &command) const { return life(command.ticket) == Life::InCall; }
    bool operator()(const NoShow &command) const { return backOrMissed(command.ticket); }
    bool operator()(const Park &command) const { return life(command.ticket) == Life::Parked; }
    bool operator()(const Prioritise &command) const { return life(command.ticket) == Life::Waiting; }
    bool operator()(const ProposeTransfer &command) const
    {
        const auto &proposal = l.person(indexOf(command.ticket)).proposal;
        return proposal == TransferTarget{command.to, command.toClerk};
    }
    bool operator()(const ControlCall &command) const
    {
        return l.person(indexOf(command.ticket)).control == command.control;
    }
    bool operator()(const Sight &command) const
    {
        return l.person(indexOf(command.ticket)).sightedBy == indexOf(command.clerk);
    }
    bool operator()(const WithdrawTransfer &command) const { return !l.person(indexOf(command.ticket)).proposal; }
    bool operator()(const DeclineTransfer &command) const { return !l.person(indexOf(command.ticket)).proposal; }
    bool operator()(const Transfer &command) const { return life(command.ticket) == Life::Ended; }
    bool operator()(const Connect &command) const { return l.person(indexOf(command.ticket)).line == Line::Connected; }
    bool operator()(const Disconnect &command) const
    {
        return l.person(indexOf(command.ticket)).line != Line::Connected;
    }
    bool operator()(const Enter &command) const { return life(command.ticket) == Life::InCall; }
    bool operator()(const Leave &command) const { return life(command.ticket) == Life::Ended; }
    bool operator()(const JoinVisit &command) const { return life(command.ticket) == Life::Ended; }
    bool operator()(const CallNext &command) const
    {
        const auto &ticket = desk(command.clerk).ticket;
        return ticket && l.person(*ticket).life == Life::Called;
    }
    bool operator()(const CallNamed &command) const { return life(command.ticket) == Life::Called; }
    bool operator()(const ReturnToLobby &command) const { return backOrMissed(command.ticket); }
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
    // Missed with no list to stand on is over at once.
    [[nodiscard]] bool backOrMissed(const TicketId &ticket) const
    {
        const Life now = life(ticket);
        return now == Life::Waiting || now == Life::Missed || now == Life::Ended;
    }
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
    require(!m_open || m_intake != Intake::SuspendedThenClose || !nobodyToServe(), "L-5: nobody is left, yet open");
    require(!m_missedWereEnded, "L-5: the missed list ended before its time");
    const bool called = std::get_if<CallNext>(m_cause) != nullptr;
    for (const auto index : m_live) {
        const Life life = m_people[index].life;
        const bool visit = life == Life::InCall || life == Life::Held;
        require(m_open || visit, "L-5: waiting in a closed office");
        const bool bounded = m_people[index].overtaken < std::max(m_settings.overtakenAtMost, 1U);
        require(!called || life != Life::Waiting || bounded, "I-10: overtaken too often");
    }
    for (const auto one : m_givenBack) {
        for (const auto other : m_givenBack) {
            const Person &a = m_people[one];
            const Person &b = m_people[other];
            require((a.keyBefore < b.keyBefore) == (a.key < b.key), "I-7: lost clerks turned the order round");
        }
    }
}

} // namespace sprechtag::simulation
