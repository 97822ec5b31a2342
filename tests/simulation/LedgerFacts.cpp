// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Ledger.h"

#include <algorithm>

namespace sprechtag::simulation {

using namespace office;

//! Judges one fact against the command that led to it, then books it.
struct Noting
{
    Ledger &l;

    template <typename C>
    [[nodiscard]] const C *cause() const
    {
        return std::get_if<C>(l.m_cause);
    }
    //! The command is of this kind and by or about this one.
    template <typename C>
    [[nodiscard]] bool by(const ClerkId &clerk) const
    {
        return cause<C>() && cause<C>()->clerk == clerk;
    }
    template <typename C>
    [[nodiscard]] bool about(const TicketId &ticket) const
    {
        return cause<C>() && cause<C>()->ticket == ticket;
    }
    Desk &desk(const ClerkId &clerk) const { return l.m_desks[indexOf(clerk)]; }
    Person &person(const TicketId &ticket) const
    {
        l.require(l.isLive(indexOf(ticket)), "I-1: a fact about a ticket that has ended or never was");
        if (indexOf(ticket) >= l.m_people.size())
            l.m_people.resize(indexOf(ticket) + 1);
        return l.m_people[indexOf(ticket)];
    }
    void release(Person &one) const
    {
        if (one.clerk)
            l.m_desks[*one.clerk].ticket.reset();
        one.clerk.reset();
    }
    void bury(const TicketId &ticket) const
    {
        Person &one = person(ticket);
        release(one);
        one.life = Life::Ended;
        std::erase(l.m_live, indexOf(ticket));
        ++l.m_ended;
    }

    void operator()(const OfficeOpened &fact) const
    {
        l.require(by<Open>(fact.clerk) && !l.m_open, "office: opened by nobody or twice");
        l.m_open = true;
        l.m_intake = Intake::Open;
    }
    void operator()(const OfficeClosed &fact) const
    {
        const bool served = l.m_intake == Intake::SuspendedThenClose && l.m_live.empty();
        const bool allowed = fact.reason == CloseReason::LobbyServed ? served : cause<Close>() != nullptr;
        l.require(l.m_open && allowed, "office: closed without a reason");
        l.m_open = false;
        l.m_intake = Intake::Open;
    }
    void operator()(const IntakeSuspended &fact) const
    {
        const bool closing = by<Close>(fact.clerk) && cause<Close>()->mode == CloseMode::ServeWaiting &&
                             l.m_intake != Intake::SuspendedThenClose;
        const bool suspending = by<SuspendIntake>(fact.clerk) && l.m_intake == Intake::Open;
        l.require(l.m_open && (fact.thenClose ? closing : suspending), "office: intake suspended without a reason");
        l.m_intake = fact.thenClose ? Intake::SuspendedThenClose : Intake::Suspended;
    }
    void operator()(const IntakeResumed &fact) const
    {
        l.require(by<ResumeIntake>(fact.clerk) && l.m_open && l.m_intake != Intake::Open, "office: intake resumed");
        l.m_intake = Intake::Open;
    }

    void operator()(const ClerkArrived &fact) const
    {
        Desk &one = desk(fact.clerk);
        const bool away = one.state == DeskState::Away || one.state == DeskState::Lost;
        l.require(away && (by<Arrive>(fact.clerk) || by<Open>(fact.clerk)), "clerk: arrived twice or uncalled");
        one.state = one.pausedBefore ? DeskState::Paused : DeskState::Present;
        one.pausedBefore = false;
    }
    void operator()(const ClerkDeparted &fact) const
    {
        Desk &one = desk(fact.clerk);
        const bool over = one.state == DeskState::Lost && cause<Tick>();
        l.require(one.state != DeskState::Away && (over || by<Depart>(fact.clerk)), "clerk: departed uncalled");
        l.require(!one.ticket, "I-4: a clerk left a visitor behind");
        one = Desk{};
    }
    void operator()(const ClerkPaused &fact) const
    {
        Desk &one = desk(fact.clerk);
        l.require(one.state == DeskState::Present && by<Pause>(fact.clerk), "clerk: paused uncalled");
        one.state = DeskState::Paused;
    }
    void operator()(const ClerkResumed &fact) const
    {
        Desk &one = desk(fact.clerk);
        l.require(one.state == DeskState::Paused && by<Resume>(fact.clerk), "clerk: resumed uncalled");
        one.state = DeskState::Present;
    }
    void operator()(const ClerkLost &fact) const
    {
        Desk &one = desk(fact.clerk);
        const bool here = one.state == DeskState::Present || one.state == DeskState::Paused;
        const bool allowed = cause<Restart>() ? one.state != DeskState::Away : here && by<LoseClerk>(fact.clerk);
        l.require(allowed, "clerk: lost uncalled");
        if (here)
            one.pausedBefore = one.state == DeskState::Paused;
        one.state = DeskState::Lost;
        one.lostAt = l.m_now;
    }

    void operator()(const TicketDrawn &fact) const
    {
        const std::uint32_t index = indexOf(fact.ticket);
        l.require(about<Draw>(fact.ticket) && cause<Draw>()->day == fact.day, "I-1: drawn uncalled");
        l.require(l.person(index).life == Life::Unknown, "I-1: drawn twice");
        l.require(l.m_open && l.m_intake == Intake::Open, "I-13: a closed office issued a ticket");
        const auto limit = l.capacity();
        l.require(!limit || l.waiting() < *limit, "I-13: more people in line than seats");
        judgeNumber(fact);
        if (index >= l.m_people.size())
            l.m_people.resize(index + 1);
        Person &one = l.m_people[index];
        one.life = Life::Waiting;
        one.number = fact.number;
        one.day = fact.day;
        one.key = l.m_nextKey++;
        l.m_live.push_back(index);
        l.m_day = fact.day;
        l.m_lastNumber = fact.number;
        ++l.m_issued;
    }
    void operator()(const TicketConnected &fact) const
    {
        Person &one = person(fact.ticket);
        l.require(about<Connect>(fact.ticket) && one.line != Line::Connected, "line: connected twice or uncalled");
        one.line = Line::Connected;
    }
    void operator()(const TicketDisconnected &fact) const
    {
        Person &one = person(fact.ticket);
        const bool lost = about<Disconnect>(fact.ticket) && one.line == Line::Connected;
        l.require(lost || cause<Restart>(), "line: disconnected twice or uncalled");
        one.line = Line::Lost;
        one.lostAt = l.m_now;
        one.lineFailed = true;
    }
    void operator()(const TicketUnreachable &fact) const
    {
        Person &one = person(fact.ticket);
        const bool over = one.line == Line::Lost && l.m_now >= one.lostAt + l.m_settings.citizenGrace;
        l.require(one.life == Life::Waiting && over && cause<Tick>(), "I-24: given up before the grace was over");
        one.line = Line::Unreachable;
    }

    void operator()(const TicketCalled &fact) const
    {
        Person &one = person(fact.ticket);
        Desk &owner = desk(fact.clerk);
        l.require(fact.named ? by<CallNamed>(fact.clerk) && about<CallNamed>(fact.ticket) : by<CallNext>(fact.clerk),
                  "I-6: called uncalled");
        l.require(l.inLine(indexOf(fact.ticket)), "I-1: called out of no line");
        l.require(fact.named || l.nextInLine(l.m_now) == indexOf(fact.ticket), "I-6: not the next in line");
        l.require(owner.state == DeskState::Present && !owner.ticket, "I-4: called by a clerk who is not free");
        l.require(fact.epoch > one.epoch, "I-5: an epoch that is not new");
        l.require(fact.enterBy == l.m_now + l.m_settings.enterWithin, "I-24: a call that lapses at the wrong time");
        one.life = Life::Called;
        one.clerk = indexOf(fact.clerk);
        one.epoch = fact.epoch;
        one.deadline = fact.enterBy;
        one.lineFailed = one.line != Line::Connected;
        one.entered = false;
        owner.ticket = indexOf(fact.ticket);
    }
    void operator()(const TicketEntered &fact) const
    {
        Person &one = person(fact.ticket);
        l.require(one.life == Life::Called, "I-1: entered without a call");
        l.require(about<Enter>(fact.ticket) && cause<Enter>()->epoch == one.epoch, "I-5: entered by a stale command");
        one.life = Life::InCall;
        one.entered = true;
        one.enteredAt = l.m_now;
    }
    void operator()(const TicketHeld &fact) const
    {
        Person &one = person(fact.ticket);
        l.require(one.clerk && l.m_desks[*one.clerk].state == DeskState::Lost, "I-4: held although the clerk is there");
        l.require(one.life != Life::Held || cause<Restart>(), "I-1: held twice");
        l.require(fact.until == l.m_now + l.m_settings.clerkGrace, "I-24: held for the wrong time");
        one.life = Life::Held;
        one.deadline = fact.until;
    }
    void operator()(const TicketResumed &fact) const
    {
        Person &one = person(fact.ticket);
        const bool back = one.clerk && (by<Arrive>(clerkId(*one.clerk)) || by<Open>(clerkId(*one.clerk)));
        l.require(one.life == Life::Held && back, "I-1: resumed without its clerk");
        l.require(fact.epoch > one.epoch, "I-5: an epoch that is not new");
        l.require(fact.enterBy.has_value() != one.entered, "L-2: a renewed call without an end");
        one.epoch = fact.epoch;
        one.life = one.entered ? Life::InCall : Life::Called;
        if (one.entered || !fact.enterBy)
            return;
        l.require(*fact.enterBy == l.m_now + l.m_settings.enterWithin, "I-24: a call that lapses at the wrong time");
        one.deadline = *fact.enterBy;
        one.lineFailed = one.line != Line::Connected;
    }
    void operator()(const TicketReturned &fact) const
    {
        Person &one = person(fact.ticket);
        judgeReturn(fact, one);
        if (fact.reason == ReturnReason::NotEntered && !one.lineFailed)
            ++one.lapses;
        release(one);
        one.life = Life::Waiting;
        one.entered = false;
        one.notBefore = fact.notBefore;
        one.keyBefore = one.key;
        one.key = fact.rank;
        l.m_nextKey = std::max(l.m_nextKey, fact.rank + 1);
    }
    void operator()(const TicketFinished &fact) const
    {
        Person &one = person(fact.ticket);
        const auto *finish = cause<Finish>();
        const bool own = finish && one.clerk && clerkId(*one.clerk) == finish->clerk && fact.clerk == finish->clerk;
        l.require(own && about<Finish>(fact.ticket) && fact.outcome == finish->outcome, "I-5: finished by a stranger");
        l.require(finish && finish->epoch == one.epoch, "I-5: finished by a stale command");
        l.require(one.entered, "I-1: finished a visit that never began");
        countService(one);
        bury(fact.ticket);
    }
    void operator()(const TicketLeft &fact) const
    {
        const Person &one = person(fact.ticket);
        l.require(mayLeave(fact, one), "I-1: left without a reason");
        if (one.life == Life::InCall)
            countService(one);
        bury(fact.ticket);
    }

private:
    void countService(const Person &one) const
    {
        const auto length = std::chrono::duration_cast<seconds>(l.m_now - one.enteredAt).count();
        l.m_services.push_back(std::max<std::int64_t>(length, 0));
    }
    void judgeNumber(const TicketDrawn &fact) const
    {
        l.require(!l.numberIsLive(fact.number, fact.day), "I-21: a number that is in use");
        l.require(fact.number >= 1 && fact.number <= l.m_settings.lastNumber, "I-21: a number outside the series");
        std::uint32_t number = fact.day == l.m_day ? l.m_lastNumber : 0;
        for (std::uint32_t i = 0; i < l.m_settings.lastNumber; ++i) {
            number = number % l.m_settings.lastNumber + 1;
            if (number == fact.number || !l.numberIsLive(number, fact.day))
                break;
        }
        l.require(number == fact.number, "I-21: a free number was passed over");
    }
    void judgeReturn(const TicketReturned &fact, const Person &one) const
    {
        const auto pass = std::optional(l.m_now + l.m_settings.notCalledAfterMiss);
        const bool front = std::ranges::none_of(l.m_live, [&](auto i) { return l.m_people[i].key <= fact.rank; });
        switch (fact.reason) {
        case ReturnReason::NotEntered:
            l.require(cause<Tick>() && one.life == Life::Called && one.deadline <= l.m_now, "I-24: lapsed too early");
            l.require(one.lineFailed || one.lapses + 1 < l.m_settings.maxCalls, "office: missed too late");
            l.require(fact.rank == one.key && fact.notBefore == pass, "I-7: the place of a lapsed call");
            return;
        case ReturnReason::ClerkLost:
            l.require(cause<Tick>() && one.life == Life::Held && one.deadline <= l.m_now, "I-24: given up too early");
            l.require(front && !fact.notBefore && l.m_open, "I-7: the place of somebody whose clerk was lost");
            l.m_givenBack.push_back(indexOf(fact.ticket));
            return;
        case ReturnReason::SentBack:
            break;
        }
        const auto *order = cause<ReturnToLobby>();
        const bool own = order && one.clerk && clerkId(*one.clerk) == order->clerk && order->ticket == fact.ticket;
        l.require(own && order->epoch == one.epoch, "I-5: sent back by a stranger or a stale command");
        if (!order)
            return;
        const bool end = fact.rank == l.m_nextKey;
        const bool keep = fact.rank == one.key && fact.notBefore == pass;
        l.require(order->place == Place::Keep ? keep : !fact.notBefore && (order->place == Place::End ? end : front),
                  "I-7: the place of somebody who was sent back");
    }
    bool mayLeave(const TicketLeft &fact, const Person &one) const
    {
        const bool begun = one.entered && one.life != Life::Waiting;
        switch (fact.reason) {
        case LeaveReason::Citizen:
            return about<Leave>(fact.ticket);
        case LeaveReason::Unreachable:
            return cause<Tick>() && one.life == Life::Waiting && one.line != Line::Connected &&
                   l.m_now >= one.lostAt + l.m_settings.unreachableUntil;
        case LeaveReason::OfficeClosed:
            if (cause<Close>())
                return cause<Close>()->mode == CloseMode::Now && l.m_open && !begun;
            return cause<Tick>() && !l.m_open && one.life == Life::Held && one.deadline <= l.m_now;
        case LeaveReason::Missed:
            return cause<Tick>() && one.life == Life::Called && one.deadline <= l.m_now && !one.lineFailed &&
                   one.lapses + 1 >= l.m_settings.maxCalls;
        }
        return false;
    }
};

void Ledger::begin(const Command &cause, Instant now)
{
    m_cause = &cause;
    m_now = now;
    m_wasEmpty = m_live.empty();
    m_givenBack.clear();
}

void Ledger::note(const Fact &fact)
{
    require(fact.seq == ++m_seq, "I-26: the numbers of the facts have a gap");
    require(fact.at == m_now, "I-26: a fact of another time");
    std::visit(Noting{*this}, fact.body);
}

} // namespace sprechtag::simulation
