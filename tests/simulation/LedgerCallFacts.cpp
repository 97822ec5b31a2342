// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/LedgerNoting.h"

#include <algorithm>

namespace sprechtag::simulation {

using namespace office;

bool Noting::frontmost(std::int64_t key) const
{
    return key < 0 && std::ranges::none_of(l.m_live, [&](auto i) { return l.m_people[i].key <= key; });
}

bool Noting::lapsed(const Person &one) const
{
    return cause<Tick>() && one.life == Life::Called && one.deadline <= l.m_now;
}

// The clerk was lost for too long, or may not staff the office any more.
bool Noting::givenUp(const Person &one) const
{
    const bool lost = cause<Tick>() && one.life == Life::Held && one.deadline <= l.m_now;
    return lost || (one.clerk && by<Dismiss>(clerkId(*one.clerk)));
}

bool Noting::oneTooMany(const Person &one) const
{
    return !one.lineFailed && one.lapses + 1 >= l.m_settings.maxCalls;
}

void Noting::noteService(const Person &one) const
{
    const std::int64_t length = one.served + (one.entered ? lengthOf(one.enteredAt, l.m_now) : 0);
    l.m_services.push_back(length);
    if (one.concern)
        l.m_servicesByConcern[*one.concern].push_back(length);
}

void Noting::operator()(const TicketCalled &fact) const
{
    Person &one = person(fact.ticket);
    Desk &owner = desk(fact.clerk);
    const std::uint32_t clerk = indexOf(fact.clerk);
    l.require(fact.named ? by<CallNamed>(fact.clerk) && about<CallNamed>(fact.ticket) : by<CallNext>(fact.clerk),
              "I-6: called uncalled");
    const bool parked = fact.named && one.life == Life::Parked && one.line != Line::Unreachable;
    l.require(parked || l.inLine(indexOf(fact.ticket)), "I-1: called out of no line");
    l.require(fact.named || l.nextInLine(clerk, l.m_now) == indexOf(fact.ticket), "I-6: not the next in line");
    l.require(owner.state == DeskState::Present && !owner.ticket, "I-4: called by a clerk who is not free");
    l.require(fact.epoch > one.epoch, "I-5: an epoch that is not new");
    l.require(fact.enterBy == l.m_now + l.m_settings.enterWithin, "I-24: a call that lapses at the wrong time");
    for (const auto index : l.m_live) {
        Person &other = l.m_people[index];
        const bool passedOver = !fact.named && other.standing > one.standing && other.key < one.key;
        if (passedOver && l.callable(index, clerk, l.m_now))
            ++other.overtaken;
    }
    one.life = Life::Called;
    one.clerk = clerk;
    one.epoch = fact.epoch;
    one.deadline = fact.enterBy;
    one.lineFailed = one.line != Line::Connected;
    one.entered = false;
    one.reminded = false;
    one.reservedFor.reset();
    owner.ticket = indexOf(fact.ticket);
}

void Noting::operator()(const TicketEntered &fact) const
{
    Person &one = person(fact.ticket);
    const bool own = about<Enter>(fact.ticket) && cause<Enter>()->epoch == one.epoch;
    l.require(one.life == Life::Called, "I-1: entered without a call");
    l.require(own || owned<Admit>(fact.ticket, one), "I-5: entered by a stale command");
    one.life = Life::InCall;
    one.entered = true;
    one.enteredAt = l.m_now;
}

void Noting::operator()(const TicketControlled &fact) const
{
    Person &one = person(fact.ticket);
    l.require(owned<ControlCall>(fact.ticket, one) && cause<ControlCall>()->control == fact.control,
              "I-5: controlled by a stranger");
    l.require(one.life == Life::InCall && one.control != fact.control, "I-1: controlled outside a conversation");
    one.control = fact.control;
}

void Noting::operator()(const TicketSighted &fact) const
{
    Person &one = person(fact.ticket);
    l.require(owned<Sight>(fact.ticket, one) && by<Sight>(fact.clerk), "I-5: sighted by a stranger");
    l.require(one.life == Life::InCall && !one.control.onHold, "I-1: sighted where nobody is seen");
    one.sightedBy = indexOf(fact.clerk);
}

void Noting::operator()(const TicketHeld &fact) const
{
    Person &one = person(fact.ticket);
    l.require(one.clerk && l.m_desks[*one.clerk].state == DeskState::Lost, "I-4: held although the clerk is there");
    l.require(one.life != Life::Held || cause<Restart>(), "I-1: held twice");
    l.require(fact.until == l.m_now + l.m_settings.clerkGrace, "I-24: held for the wrong time");
    one.life = Life::Held;
    one.deadline = fact.until;
}

void Noting::operator()(const TicketResumed &fact) const
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

// A call without an answer: the same place, counted unless the line failed, and never one too many.
void Noting::judgeUnanswered(const TicketReturned &fact, const Person &one) const
{
    const auto pass = std::optional(l.m_now + l.m_settings.notCalledAfterMiss);
    l.require(!oneTooMany(one), "office: missed too late");
    l.require(fact.lapsed == !one.lineFailed, "office: a call without an answer was miscounted");
    l.require(fact.standing == one.standing && fact.rank == one.key && fact.notBefore == pass,
              "I-7: the place of a call without an answer");
}

void Noting::judgeSentBack(const TicketReturned &fact, const Person &one) const
{
    l.require(owned<ReturnToLobby>(fact.ticket, one), "I-5: sent back by a stranger or a stale command");
    const auto *order = cause<ReturnToLobby>();
    if (!order)
        return;
    if (order->place == Place::Keep && !one.entered) {
        judgeUnanswered(fact, one);
        return;
    }
    const auto pass = std::optional(l.m_now + l.m_settings.notCalledAfterMiss);
    const bool keep = fact.standing == one.standing && fact.rank == one.key && fact.notBefore == pass;
    const bool end = fact.standing == Standing::Walkin && fact.rank == std::max(l.m_nextKey, arrivalKey(l.m_now));
    const bool front = fact.standing == Standing::Front && frontmost(fact.rank);
    const bool placed = order->place == Place::End ? end : front;
    l.require(!fact.lapsed && (order->place == Place::Keep ? keep : !fact.notBefore && placed),
              "I-7: the place of somebody who was sent back");
}

void Noting::judgeReturn(const TicketReturned &fact, const Person &one) const
{
    const bool same = fact.rank == one.key && !fact.notBefore && !fact.lapsed;
    switch (fact.reason) {
    case ReturnReason::NotEntered:
        l.require(lapsed(one) || (owned<NoShow>(fact.ticket, one) && one.lineFailed && !one.entered),
                  "I-24: lapsed too early");
        judgeUnanswered(fact, one);
        return;
    case ReturnReason::NotYet:
        l.require(about<NotYet>(fact.ticket) && cause<NotYet>()->epoch == one.epoch && one.life == Life::Called,
                  "I-5: a late answer to a call");
        judgeUnanswered(fact, one);
        return;
    case ReturnReason::SentBack:
        judgeSentBack(fact, one);
        return;
    case ReturnReason::ClerkLost:
        l.require(givenUp(one), "I-24: given up too early");
        l.require(fact.standing == Standing::Front && frontmost(fact.rank) && !fact.notBefore && l.m_open,
                  "I-7: the place of somebody whose clerk was lost");
        l.m_givenBack.push_back(indexOf(fact.ticket));
        return;
    case ReturnReason::Readmitted:
        l.require(about<Readmit>(fact.ticket) && one.life == Life::Missed, "I-1: taken in again uncalled");
        l.require(same && fact.standing == one.standing, "I-7: the place of somebody who was taken in again");
        return;
    case ReturnReason::Parked:
        l.require((about<Ready>(fact.ticket) || about<Unpark>(fact.ticket)) && one.life == Life::Parked,
                  "I-1: back from parking uncalled");
        l.require(same && fact.standing == Standing::Front, "I-7: the place of somebody who was parked");
        return;
    }
}

void Noting::operator()(const TicketReturned &fact) const
{
    Person &one = person(fact.ticket);
    judgeReturn(fact, one);
    if (fact.reason == ReturnReason::Readmitted)
        one.lapses = 0;
    if (fact.reason == ReturnReason::Readmitted || fact.reason == ReturnReason::Parked)
        beginGrace(one);
    one.lapses += fact.lapsed ? 1 : 0;
    if (one.entered)
        one.served = 0;
    leaveDesk(one);
    one.life = Life::Waiting;
    one.notBefore = fact.notBefore;
    one.keyBefore = one.key;
    one.key = fact.rank;
    one.standing = fact.standing;
    l.m_nextKey = std::max(l.m_nextKey, fact.rank + 1);
}

} // namespace sprechtag::simulation
