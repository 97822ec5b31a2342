// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/broker/Broker.h"

#include <algorithm>

//! What concerns two offices at once.
namespace sprechtag::broker {

// Known before the citizen is asked in vain. A transfer to oneself would be a ticket in one office twice.
std::optional<office::Refusal> Broker::whyNotTo(const office::ProposeTransfer &proposal, OfficeId from) const
{
    const auto target = m_desks.find(proposal.to);
    const bool unknownClerk = proposal.toClerk && !m_record.mayStaff(proposal.to, *proposal.toClerk);
    if (target == m_desks.end() || target->second.sealed || proposal.to == from || unknownClerk)
        return office::Refusal{.code = office::RefusalCode::TargetClosed};
    return office::mayNotReceive(target->second.state, engagedElsewhere(proposal.to), now());
}

void Broker::propose(OfficeId office, const office::ProposeTransfer &proposal, const QString &note,
                     const CommandKey &key, Reply reply)
{
    const auto desk = m_desks.find(office);
    const auto before = desk == m_desks.end() ? 0 : desk->second.state.seq;
    run(office, proposal, key, std::move(reply));
    if (desk != m_desks.end() && desk->second.state.seq != before)
        collectNote(proposal.ticket, note);
}

// Durable with the facts of the same pass; a visit that ends in this pass takes its note along.
void Broker::collectNote(TicketId ticket, const QString &note)
{
    if (m_tokens.contains(ticket))
        m_queue.open().batch.notes.push_back({.ticket = ticket, .text = note});
}

office::Receive Broker::otherHalf(const Place &from, OfficeId to) const
{
    const office::Ticket &ticket = m_desks.at(from.office).state.tickets.at(from.ticket);
    const OfficeId origin = ticket.origin.value_or(from.office);
    return {.ticket = from.ticket,
            .number = ticket.number,
            .day = ticket.day,
            .drawnAt = ticket.drawnAt,
            .epoch = ticket.epoch,
            .origin = origin == to ? std::nullopt : std::optional(origin),
            .concern = ticket.concern,
            .reservedFor = ticket.transfer->clerk,
            .elsewhere = engagedElsewhere(to)};
}

office::Answer Broker::transfer(const Place &from, const office::Transfer &agreed)
{
    const Instant at = now();
    Desk &source = m_desks.at(from.office);
    const auto given = office::decide(source.state, agreed, at);
    if (!given)
        return {.refusal = given.error(), .ticket = {}, .epoch = {}};
    const office::Ticket ticket = source.state.tickets.at(from.ticket);
    const OfficeId to = ticket.transfer->office;
    const auto target = m_desks.find(to);
    if (target == m_desks.end() || target->second.sealed)
        return withdraw(from, agreed.epoch, office::RefusalCode::TargetClosed);
    const auto received = office::decide(target->second.state, otherHalf(from, to), at);
    if (!received)
        return withdraw(from, agreed.epoch, received.error().code);
    collect(from.office, source, *given);
    collect(to, target->second, *received);
    moveVisit(from, to);
    // The line goes along as it is at this moment.
    if (ticket.line != office::Line::Connected)
        runOwn(to, office::Disconnect{.ticket = from.ticket});
    return {};
}

// Closed or full since it was proposed: nothing has happened but that it cannot.
office::Answer Broker::withdraw(const Place &from, office::Epoch epoch, office::RefusalCode why)
{
    const bool full = why == office::RefusalCode::OfficeFull;
    runOwn(from.office, office::DeclineTransfer{.ticket = from.ticket,
                                                .epoch = epoch,
                                                .reason = full ? office::WithdrawReason::TargetFull
                                                               : office::WithdrawReason::TargetClosed});
    return {
        .refusal = office::Refusal{.code = full ? why : office::RefusalCode::TargetClosed}, .ticket = {}, .epoch = {}};
}

void Broker::moveVisit(const Place &from, OfficeId to)
{
    const auto token = m_tokens.find(from.ticket);
    if (token == m_tokens.end())
        return;
    m_places.insert(token->second, Place{.office = to, .ticket = from.ticket});
    Pass &pass = m_queue.open();
    // Not written yet: it is written where it is now.
    const auto fresh = std::ranges::find(pass.batch.visits, from.ticket, &Visit::ticket);
    if (fresh != pass.batch.visits.end())
        fresh->office = to;
    else
        pass.batch.movedVisits.push_back({.ticket = from.ticket, .office = to});
    pass.moved.push_back({.ticket = from.ticket, .office = to});
}

} // namespace sprechtag::broker
