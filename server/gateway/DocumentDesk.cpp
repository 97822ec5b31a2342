// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/DocumentDesk.h"

#include "server/gateway/Meeting.h"

namespace sprechtag::gateway {

using documents::Fault;
using protocol::ErrorCode;

namespace {

// Before both are there a file is no business of the clerk's.
bool isMet(const office::Ticket &ticket)
{
    return ticket.clerk && haveMet(ticket);
}

// Of one list the newest counts alone: a slow reader gets no other. Far from the topics of the offices.
Topic topicOf(TicketId ticket)
{
    return ticket.bits()[1] | (Topic{1} << 63U);
}

} // namespace

DocumentDesk::DocumentDesk(World &world, const ClerkLines &clerks, ViewDesk &views, FormDesk &forms)
    : m_world(world)
    , m_clerks(clerks)
{
    m_world.documents.onChanged([this, &views, &forms](TicketId ticket) {
        tellCitizen(ticket);
        tellClerk(ticket);
        views.documentsChanged(ticket);
        forms.documentsChanged(ticket);
    });
}

DocumentDesk::~DocumentDesk()
{
    m_world.documents.onChanged({});
}

void DocumentDesk::citizenBound(TicketId ticket, ConnectionKey connection)
{
    m_citizens.insert_or_assign(ticket, connection);
    if (!m_world.documents.of(ticket).isEmpty())
        tellCitizen(ticket);
}

void DocumentDesk::clerkBound(TicketId ticket, ConnectionKey connection)
{
    m_clerkLines.insert_or_assign(ticket, connection);
    if (!m_world.documents.of(ticket).isEmpty())
        tellClerk(ticket);
}

std::optional<ErrorCode> DocumentDesk::judge(ClerkId clerk, ConnectionKey connection,
                                             const protocol::clerk::JudgeDocument &message)
{
    const broker::Visit *visit = m_world.record().visit(message.ticket);
    const office::Ticket *ticket = visit != nullptr ? m_world.record().ticket(*visit) : nullptr;
    if (ticket == nullptr)
        return ErrorCode::Gone;
    if (!m_world.record().mayStaff(visit->office, clerk))
        return ErrorCode::NotAuthorised;
    if (ticket->clerk != clerk)
        return ErrorCode::NotYours;
    if (message.epoch != ticket->epoch)
        return ErrorCode::StaleEpoch;
    m_clerkLines.insert_or_assign(message.ticket, connection);
    const auto fault = m_world.documents.judge(
        clerk,
        {.ticket = message.ticket, .epoch = message.epoch, .document = message.document, .accepted = message.accepted});
    if (!fault)
        return std::nullopt;
    if (*fault == Fault::NoRoom)
        return ErrorCode::StorageFull;
    return *fault == Fault::WrongState ? ErrorCode::WrongState : ErrorCode::Gone;
}

void DocumentDesk::published(const broker::OfficeChange &change)
{
    for (const TicketId ticket : change.tickets) {
        if (!m_world.documents.of(ticket).isEmpty())
            tellClerk(ticket);
    }
    for (const broker::EndedTicket &ended : change.ended) {
        m_citizens.erase(ended.ticket);
        m_clerkLines.erase(ended.ticket);
        m_world.documents.ended(ended.ticket);
    }
}

void DocumentDesk::tellCitizen(TicketId ticket)
{
    if (const auto line = m_citizens.find(ticket); line != m_citizens.end())
        send(line->second, ticket,
             protocol::encode(protocol::citizen::ToClient{
                 protocol::citizen::DocumentList{.documents = m_world.documents.of(ticket)}}));
}

void DocumentDesk::tellClerk(TicketId ticket)
{
    const broker::Visit *visit = m_world.record().visit(ticket);
    const office::Ticket *state = visit != nullptr ? m_world.record().ticket(*visit) : nullptr;
    if (state == nullptr || !isMet(*state))
        return;
    const auto known = m_clerkLines.find(ticket);
    const auto preferred = known == m_clerkLines.end() ? std::nullopt : std::optional(known->second);
    if (const auto line = m_clerks.lineOf(*state->clerk, preferred))
        send(*line, ticket,
             protocol::encode(protocol::clerk::ToClient{
                 protocol::clerk::DocumentList{.ticket = ticket, .documents = m_world.documents.of(ticket)}}));
}

void DocumentDesk::send(ConnectionKey connection, TicketId ticket, const QByteArray &frame)
{
    m_world.outbox.sendToMany(std::span(&connection, 1), frame, topicOf(ticket));
}

} // namespace sprechtag::gateway
