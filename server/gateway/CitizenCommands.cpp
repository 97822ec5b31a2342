// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/CitizenRoom.h"
#include "server/gateway/CommandKeys.h"

//! What citizens do about their own ticket.
namespace sprechtag::gateway {

using namespace protocol::citizen;

void CitizenRoom::runForTicket(const Session &session, const ToServer &message, const QString &id,
                               const std::function<office::Command(TicketId)> &command)
{
    m_world.broker.runForTicket(session.tokenHash, command,
                                citizenKey(session.tokenHash, id, protocol::encode(message)),
                                replyTo(session.connection, id));
}

void CitizenRoom::on(Session &session, const Enter &message)
{
    runForTicket(session, message, message.id,
                 [epoch = message.epoch](TicketId ticket) { return office::Enter{.ticket = ticket, .epoch = epoch}; });
}

void CitizenRoom::on(Session &session, const Leave &message)
{
    runForTicket(session, message, message.id, [](TicketId ticket) { return office::Leave{.ticket = ticket}; });
}

void CitizenRoom::on(Session &session, const StepAway &message)
{
    runForTicket(session, message, message.id, [](TicketId ticket) { return office::StepAway{.ticket = ticket}; });
}

void CitizenRoom::on(Session &session, const ComeBack &message)
{
    runForTicket(session, message, message.id, [](TicketId ticket) { return office::ComeBack{.ticket = ticket}; });
}

void CitizenRoom::on(Session &session, const NotYet &message)
{
    runForTicket(session, message, message.id,
                 [epoch = message.epoch](TicketId ticket) { return office::NotYet{.ticket = ticket, .epoch = epoch}; });
}

void CitizenRoom::on(Session &session, const Ready &message)
{
    runForTicket(session, message, message.id, [](TicketId ticket) { return office::Ready{.ticket = ticket}; });
}

void CitizenRoom::on(Session &session, const AgreeTransfer &message)
{
    runForTicket(session, message, message.id, [epoch = message.epoch](TicketId ticket) {
        return office::Transfer{.ticket = ticket, .epoch = epoch};
    });
}

void CitizenRoom::on(Session &session, const DeclineTransfer &message)
{
    runForTicket(session, message, message.id, [epoch = message.epoch](TicketId ticket) {
        return office::DeclineTransfer{.ticket = ticket, .epoch = epoch};
    });
}

} // namespace sprechtag::gateway
