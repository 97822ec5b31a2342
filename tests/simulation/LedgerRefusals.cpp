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
    Answer operator()(const Tick &) const { return {}; }
    Answer operator()(const Restart &) const { return {}; }
    Answer operator()(const Pause &command) const { return present(command.clerk); }
    Answer operator()(const Resume &command) const { return present(command.clerk); }
    Answer operator()(const Connect &command) const { return lives(command.ticket); }
    Answer operator()(const Disconnect &command) const { return lives(command.ticket); }
    Answer operator()(const Leave &command) const { return lives(command.ticket); }

    Answer operator()(const Depart &command) const
    {
        const Desk &desk = ledger.desk(indexOf(command.clerk));
        return desk.ticket ? busy(desk) : Answer{};
    }
    Answer operator()(const Draw &command) const
    {
        if (ledger.isLive(indexOf(command.ticket)))
            return Refusal{RefusalCode::AlreadyDrawn, std::nullopt, command.ticket};
        if (!ledger.m_open)
            return no(RefusalCode::OfficeClosed);
        if (ledger.m_intake != Intake::Open)
            return no(RefusalCode::IntakeSuspended);
        const auto limit = ledger.capacity();
        const bool full = limit && ledger.waiting() >= *limit;
        return full || everyNumberIsLive(command.day) ? no(RefusalCode::OfficeFull) : Answer{};
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
        return ledger.nextInLine(now) ? Answer{} : no(RefusalCode::NobodyWaiting);
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
        return one.line == Line::Unreachable ? no(RefusalCode::WrongState) : Answer{};
    }
    Answer operator()(const ReturnToLobby &command) const
    {
        if (auto refusal = noSay(command))
            return refusal;
        return door();
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
            if (!ledger.numberIsLive(number, day))
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
