// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/LedgerNoting.h"

#include <algorithm>

namespace sprechtag::simulation {

using namespace office;

bool Noting::mayMiss(const TicketId &ticket, const Person &one) const
{
    const auto *back = cause<ReturnToLobby>();
    const bool asked = about<NotYet>(ticket) && cause<NotYet>()->epoch == one.epoch && one.life == Life::Called;
    const bool kept = owned<ReturnToLobby>(ticket, one) && back->place == Place::Keep && !one.entered;
    if (owned<NoShow>(ticket, one))
        return !one.entered && !one.lineFailed;
    return oneTooMany(one) && (lapsed(one) || asked || kept);
}

void Noting::operator()(const TicketMissed &fact) const
{
    Person &one = person(fact.ticket);
    l.require(mayMiss(fact.ticket, one), "office: missed without a reason");
    l.require(fact.until == l.m_now + l.m_settings.missedListed, "I-24: on the missed list for the wrong time");
    leaveDesk(one);
    one.life = Life::Missed;
    one.deadline = fact.until;
}

void Noting::operator()(const TicketParked &fact) const
{
    Person &one = person(fact.ticket);
    const auto *order = cause<Park>();
    l.require(owned<Park>(fact.ticket, one) && order->reason == fact.reason && l.m_open, "I-5: parked by a stranger");
    l.require(one.life == Life::Called || one.life == Life::InCall, "I-1: parked out of no call");
    const auto wished = order ? order->remindAfter.value_or(l.m_settings.parkReminder) : minutes{};
    l.require(fact.remindAt == l.m_now + std::min(std::max(wished, minutes{1}), minutes{120}),
              "I-24: reminded at the wrong time");
    // A visit that is parked goes on later: its parts add up.
    if (one.entered)
        one.served += lengthOf(one.enteredAt, l.m_now);
    leaveDesk(one);
    one.life = Life::Parked;
    one.deadline = fact.remindAt;
}

void Noting::operator()(const TicketReminded &fact) const
{
    Person &one = person(fact.ticket);
    l.require(cause<Tick>() && one.life == Life::Parked && one.deadline <= l.m_now, "I-24: reminded too early");
    l.require(fact.remindAt > l.m_now, "L-2: a reminder without a next one");
    if (!one.reminded)
        beginGrace(one);
    one.reminded = true;
    one.deadline = fact.remindAt;
}

void Noting::operator()(const TransferProposed &fact) const
{
    Person &one = person(fact.ticket);
    const auto *order = cause<ProposeTransfer>();
    l.require(owned<ProposeTransfer>(fact.ticket, one) && order->to == fact.to && order->toClerk == fact.toClerk,
              "I-5: a transfer that nobody proposed");
    l.require(one.life == Life::InCall, "I-1: a transfer out of no call");
    one.proposal = TransferTarget{fact.to, fact.toClerk};
}

void Noting::operator()(const TransferWithdrawn &fact) const
{
    Person &one = person(fact.ticket);
    const auto *decline = cause<DeclineTransfer>();
    const bool declined =
        about<DeclineTransfer>(fact.ticket) && decline->epoch == one.epoch && decline->reason == fact.reason;
    const bool withdrawn = owned<WithdrawTransfer>(fact.ticket, one) && fact.reason == WithdrawReason::Clerk;
    l.require(one.proposal && (declined || withdrawn), "I-5: a transfer withdrawn by a stranger");
    one.proposal.reset();
}

void Noting::operator()(const TicketTransferred &fact) const
{
    Person &one = person(fact.ticket);
    const bool agreed = about<Transfer>(fact.ticket) && cause<Transfer>()->epoch == one.epoch;
    l.require(agreed && one.life == Life::InCall, "I-5: handed over by a stale command");
    l.require(one.proposal == TransferTarget{fact.to, fact.toClerk}, "I-5: handed over to somebody else");
    noteService(one);
    one.handedOver = true;
    ++l.m_handedOver;
    bury(fact.ticket);
}

void Noting::operator()(const TicketFinished &fact) const
{
    Person &one = person(fact.ticket);
    const auto *finish = cause<Finish>();
    const bool own = finish && one.clerk && clerkId(*one.clerk) == finish->clerk && fact.clerk == finish->clerk;
    l.require(own && about<Finish>(fact.ticket) && fact.outcome == finish->outcome, "I-5: finished by a stranger");
    l.require(finish && finish->epoch == one.epoch, "I-5: finished by a stale command");
    l.require(one.entered, "I-1: finished a visit that never began");
    noteService(one);
    bury(fact.ticket);
}

// The list has been waited out, or the office ends and everybody who is left has missed the calls.
bool Noting::mayEndMissed(const TicketId &ticket, const Person &one) const
{
    if (one.life != Life::Missed)
        return l.m_settings.missedListed == minutes::zero() && mayMiss(ticket, one);
    if (cause<Tick>() && one.deadline <= l.m_now)
        return true;
    l.m_missedWereEnded = true;
    return closing() && l.nobodyToServe();
}

bool Noting::mayEndWithOffice(const TicketLeft &fact, const Person &one) const
{
    const bool begun = one.entered && one.life != Life::Waiting;
    const auto *close = cause<Close>();
    if (fact.reason == LeaveReason::HardEnd) {
        const auto end = l.hardEnd();
        return cause<Tick>() && l.m_open && end && *end <= l.m_now && !begun;
    }
    if (fact.reason == LeaveReason::AppointmentOffered)
        return close && close->mode == CloseMode::OfferAppointments && l.m_open && !begun;
    if (close)
        return close->mode == CloseMode::Now && l.m_open && !begun;
    return !l.m_open && givenUp(one);
}

bool Noting::mayLeave(const TicketLeft &fact, const Person &one) const
{
    switch (fact.reason) {
    case LeaveReason::Citizen:
        return about<Leave>(fact.ticket);
    case LeaveReason::JoinedVisit:
        return about<JoinVisit>(fact.ticket) && one.life == Life::Waiting;
    case LeaveReason::Unreachable:
        return (cause<Tick>() || cause<Dismiss>()) && l.lineCounts(one) &&
               l.m_now >= one.lostAt + l.m_settings.unreachableUntil;
    case LeaveReason::Missed:
        return mayEndMissed(fact.ticket, one);
    case LeaveReason::OfficeClosed:
    case LeaveReason::AppointmentOffered:
    case LeaveReason::HardEnd:
        break;
    }
    return mayEndWithOffice(fact, one);
}

void Noting::operator()(const TicketLeft &fact) const
{
    const Person &one = person(fact.ticket);
    l.require(mayLeave(fact, one), "I-1: left without a reason");
    if (one.life == Life::InCall)
        noteService(one);
    bury(fact.ticket);
}

void Ledger::begin(const Command &cause, Instant now)
{
    m_cause = &cause;
    m_now = now;
    m_hadNobodyToServe = nobodyToServe();
    m_missedWereEnded = false;
    m_givenBack.clear();
}

void Ledger::note(const Fact &fact)
{
    require(fact.seq == ++m_seq, "I-26: the numbers of the facts have a gap");
    require(fact.at == m_now, "I-26: a fact of another time");
    std::visit(Noting{*this}, fact.body);
}

} // namespace sprechtag::simulation
