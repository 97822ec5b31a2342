// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Ledger.h"

#include <algorithm>

namespace sprechtag::simulation {

using namespace office;

//! The refusals that the rules demand, in the order in which a person is told them.
struct Refusing
{
    using Answer = std::optional<Refusal>;
    const Ledger &ledger;
    Instant now;

    static Answer no(RefusalCode code) { return Refusal{code}; }

    Answer operator()(const Open &) const { return {}; }
    Answer operator()(const Close &) const { return {}; }
    Answer operator()(const SuspendIntake &) const { return door(); }
    Answer operator()(const ResumeIntake &) const { return door(); }
    Answer operator()(const Arrive &) const { return {}; }
    Answer operator()(const LoseClerk &) const { return {}; }
    Answer operator()(const Dismiss &) const { return {}; }
    Answer operator()(const Tick &) const { return {}; }
    Answer operator()(const Restart &) const { return {}; }
    Answer operator()(const Pause &command) const { return present(command.clerk); }
    Answer operator()(const Resume &command) const { return present(command.clerk); }
    Answer operator()(const Connect &command) const { return lives(command.ticket); }
    Answer operator()(const Disconnect &command) const { return lives(command.ticket); }
    Answer operator()(const Leave &command) const { return lives(command.ticket); }
    Answer operator()(const JoinVisit &command) const { return in(command.ticket, Life::Waiting); }
    Answer operator()(const ComeBack &command) const { return lives(command.ticket); }
    Answer operator()(const SetWindow &) const { return {}; }
    Answer operator()(const StepAway &command) const { return in(command.ticket, Life::Waiting); }
    Answer operator()(const Ready &command) const { return in(command.ticket, Life::Parked); }
    Answer operator()(const Unpark &command) const { return in(command.ticket, Life::Parked); }
    Answer operator()(const Readmit &command) const { return in(command.ticket, Life::Missed); }
    Answer operator()(const NotYet &command) const { return underEpoch(command, Life::Called); }
    Answer operator()(const DeclineTransfer &command) const { return underEpoch(command, Life::InCall); }
    Answer operator()(const Prioritise &command) const
    {
        const Person &one = ledger.person(indexOf(command.ticket));
        const bool first = one.standing == Standing::Front || one.standing == Standing::Appointment;
        const auto refusal = in(command.ticket, Life::Waiting);
        return refusal || !first ? refusal : no(RefusalCode::WrongState);
    }

    Answer operator()(const Depart &command) const
    {
        const Desk &desk = ledger.desk(indexOf(command.clerk));
        return desk.ticket ? busy(desk) : Answer{};
    }
    Answer operator()(const Draw &command) const
    {
        if (ledger.isLive(indexOf(command.ticket)))
            return Refusal{RefusalCode::AlreadyDrawn, std::nullopt, command.ticket};
        if (auto refusal = noIntake(RefusalCode::OfficeClosed))
            return refusal;
        const Settings &settings = ledger.m_settings;
        if (command.appointment && now < *command.appointment - settings.appointmentEarly)
            return no(RefusalCode::TooEarly);
        if (everyNumberIsLive(command.day))
            return no(RefusalCode::OfficeFull);
        const bool onTime = command.appointment && now <= *command.appointment + settings.appointmentLate;
        return onTime ? Answer{} : noRoom(command.elsewhere);
    }
    Answer operator()(const Receive &command) const
    {
        const bool taken = ledger.numberIsLive(command.number, command.day, command.origin);
        if (taken || ledger.isLive(indexOf(command.ticket)))
            return Refusal{RefusalCode::AlreadyDrawn, std::nullopt, command.ticket};
        if (auto refusal = noIntake(RefusalCode::TargetClosed))
            return refusal;
        return noRoom(command.elsewhere);
    }
    Answer operator()(const Enter &command) const
    {
        const Person &one = ledger.person(indexOf(command.ticket));
        if (auto gone = lives(command.ticket))
            return gone;
        if (one.epoch != command.epoch)
            return no(RefusalCode::StaleEpoch);
        return one.life == Life::Called || one.life == Life::InCall ? Answer{} : no(RefusalCode::WrongState);
    }
    Answer operator()(const CallNext &command) const
    {
        if (auto refusal = mayNotCall(command.clerk))
            return refusal;
        return ledger.nextInLine(indexOf(command.clerk), now) ? Answer{} : no(RefusalCode::NobodyWaiting);
    }
    Answer operator()(const CallNamed &command) const
    {
        if (auto refusal = mayNotCall(command.clerk))
            return refusal;
        if (auto gone = lives(command.ticket))
            return gone;
        const Person &one = ledger.person(indexOf(command.ticket));
        if (one.clerk)
            return Refusal{RefusalCode::AlreadyCalled, clerkId(*one.clerk), command.ticket};
        const bool there = (one.life == Life::Waiting && !one.away) || one.life == Life::Parked;
        return !there || one.line == Line::Unreachable ? no(RefusalCode::WrongState) : Answer{};
    }
    Answer operator()(const ReturnToLobby &command) const
    {
        if (auto refusal = noSay(command))
            return refusal;
        if (command.unlessEntered && ledger.person(indexOf(command.ticket)).entered)
            return no(RefusalCode::WrongState);
        return door();
    }
    Answer operator()(const Admit &command) const
    {
        if (auto refusal = noSay(command))
            return refusal;
        return ledger.person(indexOf(command.ticket)).life == Life::Held ? no(RefusalCode::WrongState) : Answer{};
    }
    Answer operator()(const NoShow &command) const
    {
        if (auto refusal = noSay(command))
            return refusal;
        return ledger.person(indexOf(command.ticket)).entered ? no(RefusalCode::WrongState) : Answer{};
    }
    Answer operator()(const Park &command) const
    {
        if (auto refusal = noSay(command))
            return refusal;
        return ledger.person(indexOf(command.ticket)).life == Life::Held ? no(RefusalCode::WrongState) : door();
    }
    Answer operator()(const ProposeTransfer &command) const
    {
        if (auto refusal = noSay(command))
            return refusal;
        return ledger.person(indexOf(command.ticket)).life == Life::InCall ? Answer{} : no(RefusalCode::WrongState);
    }
    Answer operator()(const ControlCall &command) const
    {
        if (auto refusal = noSay(command))
            return refusal;
        return ledger.person(indexOf(command.ticket)).life == Life::InCall ? Answer{} : no(RefusalCode::WrongState);
    }
    Answer operator()(const Sight &command) const
    {
        if (auto refusal = noSay(command))
            return refusal;
        const Person &one = ledger.person(indexOf(command.ticket));
        return one.life == Life::InCall && !one.control.onHold ? Answer{} : no(RefusalCode::WrongState);
    }
    Answer operator()(const WithdrawTransfer &command) const { return noSay(command); }
    Answer operator()(const Transfer &command) const
    {
        if (auto refusal = underEpoch(command, Life::InCall))
            return refusal;
        return ledger.person(indexOf(command.ticket)).proposal ? Answer{} : no(RefusalCode::WrongState);
    }
    Answer operator()(const Finish &command) const
    {
        if (auto refusal = noSay(command))
            return refusal;
        return ledger.person(indexOf(command.ticket)).entered ? Answer{} : no(RefusalCode::WrongState);
    }

private:
    Answer door() const { return ledger.m_open ? Answer{} : no(RefusalCode::OfficeClosed); }
    static Answer busy(const Desk &desk) { return Refusal{RefusalCode::Busy, std::nullopt, ticketId(*desk.ticket)}; }
    Answer lives(const TicketId &ticket) const
    {
        return ledger.isLive(indexOf(ticket)) ? Answer{} : no(RefusalCode::Gone);
    }
    Answer in(const TicketId &ticket, Life life) const
    {
        if (auto gone = lives(ticket))
            return gone;
        return ledger.person(indexOf(ticket)).life == life ? Answer{} : no(RefusalCode::WrongState);
    }
    template <typename C>
    Answer underEpoch(const C &command, Life life) const
    {
        if (auto gone = lives(command.ticket))
            return gone;
        const bool stale = ledger.person(indexOf(command.ticket)).epoch != command.epoch;
        return stale ? no(RefusalCode::StaleEpoch) : in(command.ticket, life);
    }
    Answer noIntake(RefusalCode closed) const
    {
        if (!ledger.m_open)
            return no(closed);
        const bool taken = ledger.m_intake == Intake::Open && !ledger.intakeIsOver(now);
        return taken ? Answer{} : no(RefusalCode::IntakeSuspended);
    }
    Answer noRoom(const Elsewhere &elsewhere) const
    {
        const auto limit = ledger.capacity(elsewhere);
        if (limit && ledger.waiting() >= *limit)
            return no(RefusalCode::OfficeFull);
        const auto end = ledger.acceptanceEnd();
        return end && now > *end ? no(RefusalCode::NoCapacity) : Answer{};
    }
    Answer present(const ClerkId &clerk) const
    {
        const DeskState state = ledger.desk(indexOf(clerk)).state;
        return state == DeskState::Away || state == DeskState::Lost ? no(RefusalCode::NotAtDesk) : Answer{};
    }
    Answer mayNotCall(const ClerkId &clerk) const
    {
        const Desk &desk = ledger.desk(indexOf(clerk));
        if (auto refusal = present(clerk))
            return refusal;
        if (desk.ticket)
            return busy(desk);
        return desk.state == DeskState::Paused ? no(RefusalCode::Paused) : door();
    }
    template <typename C>
    Answer noSay(const C &command) const
    {
        if (auto gone = lives(command.ticket))
            return gone;
        const Person &one = ledger.person(indexOf(command.ticket));
        if (one.epoch != command.epoch)
            return no(RefusalCode::StaleEpoch);
        if (!one.clerk)
            return no(RefusalCode::WrongState);
        const bool own = clerkId(*one.clerk) == command.clerk;
        return own ? Answer{} : Refusal{RefusalCode::NotYours, clerkId(*one.clerk)};
    }
    bool everyNumberIsLive(ServiceDay day) const
    {
        if (ledger.m_live.size() < ledger.m_settings.lastNumber)
            return false;
        for (std::uint32_t number = 1; number <= ledger.m_settings.lastNumber; ++number) {
            if (!ledger.numberIsLive(number, day, std::nullopt))
                return false;
        }
        return true;
    }
};

std::optional<Refusal> Ledger::refusalOf(const Command &command, Instant now) const
{
    return std::visit(Refusing{*this, now}, command);
}

} // namespace sprechtag::simulation
