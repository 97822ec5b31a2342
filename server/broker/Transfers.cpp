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
    const bool isNew = !known(key);
    run(office, proposal, key, std::move(reply));
    const auto outcome = isNew ? known(key) : std::nullopt;
    if (outcome && !outcome->answer.refusal)
        keepNote(proposal.ticket, note);
}

// Durable with the facts of the same pass; a visit that ends in this pass takes its note along.
void Broker::keepNote(TicketId ticket, const Personal<QString> &note)
{
    if (!m_tokens.contains(ticket))
        return;
    m_proposedNotes.insert_or_assign(ticket, note);
    m_queue.open().batch.notes.push_back({.ticket = ticket, .text = note});
}

Personal<QString> Broker::takeNote(TicketId ticket)
{
    const auto note = m_proposedNotes.extract(ticket);
    if (note.empty())
        return {};
    m_queue.open().batch.notes.push_back({.ticket = ticket, .text = {}});
    return note.mapped();
}

// A proposal ends in many ways: declined, withdrawn, sent back, parked, held for a clerk who is lost.
void Broker::dropNotes(const Desk &desk)
{
    std::vector<TicketId> over;
    for (const auto &[ticket, note] : m_proposedNotes) {
        const auto found = desk.state.tickets.find(ticket);
        if (found != desk.state.tickets.end() && !found->second.transfer)
            over.push_back(ticket);
    }
    for (const TicketId ticket : over)
        static_cast<void>(takeNote(ticket));
}

office::Receive Broker::otherHalf(const Place &from, OfficeId to) const
{
    const office::Ticket &ticket = m_desks.at(from.office).state.tickets.at(from.ticket);
    const OfficeId origin = ticket.origin.value_or(from.office);
    // Who may not staff that office any more would never call.
    const auto clerk = ticket.transfer->clerk;
    const auto reservedFor = clerk && m_record.mayStaff(to, *clerk) ? clerk : std::nullopt;
    return {.ticket = from.ticket,
            .number = ticket.number,
            .day = ticket.day,
            .drawnAt = ticket.drawnAt,
            .epoch = ticket.epoch,
            .origin = origin == to ? std::nullopt : std::optional(origin),
            .concern = ticket.concern,
            .reservedFor = reservedFor,
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
    const Personal<QString> note = takeNote(from.ticket);
    collect(from.office, source, *given);
    collect(to, target->second, *received);
    moveVisit(from, to, note);
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

void Broker::moveVisit(const Place &from, OfficeId to, const Personal<QString> &note)
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
        pass.batch.movedVisits.push_back({.ticket = from.ticket, .office = to, .note = note});
    pass.moved.push_back({.ticket = from.ticket, .office = to, .note = note});
}

} // namespace sprechtag::broker
