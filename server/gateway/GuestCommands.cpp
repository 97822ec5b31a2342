// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/CitizenRoom.h"
#include "server/gateway/ClerkRoom.h"
#include "server/gateway/CommandKeys.h"
#include "server/gateway/Words.h"

//! What guests say and clerks say about guests.
namespace sprechtag::gateway {

using namespace Qt::StringLiterals;
using protocol::ErrorCode;

namespace wire = protocol::clerk;

// A wrong code costs as much as a number that is drawn: nobody tries many.
void CitizenRoom::on(Session &session, const protocol::citizen::Knock &message)
{
    const ConnectionKey connection = session.connection;
    const QByteArray hash = tokenHash(message.token);
    if (session.ticket || session.drawing)
        return m_world.toCitizen(connection, plainError(message.id, ErrorCode::AlreadyDrawn));
    const bool known = m_guests.knows(hash);
    if (m_guests.isGuest(connection) && m_guests.lineOf(hash) != connection)
        return m_world.toCitizen(connection, plainError(message.id, ErrorCode::AlreadyDrawn));
    if (!known && message.consentVersion != m_world.record().town().consentVersion)
        return m_world.toCitizen(connection, plainError(message.id, ErrorCode::BadRequest, u"consent_version"_s));
    const auto wait = known ? std::nullopt : m_draws.take(session.network, m_world.clock.monotonicNow());
    if (wait)
        return m_world.toCitizen(connection, tryLater(message.id, *wait));
    const auto older = m_guests.lineOf(hash);
    const auto waiting = known ? std::nullopt : m_guests.offeredTo(message.code);
    if (waiting && m_guests.isFull(message.code))
        return m_world.toCitizen(connection, plainError(message.id, ErrorCode::RoomFull));
    if (!m_guests.knock(connection, hash, message))
        return m_world.toCitizen(connection, plainError(message.id, ErrorCode::Gone));
    if (!known)
        m_draws.giveBack(session.network);
    if (older && older != connection) {
        m_guests.guestGone(*older);
        letGo(*older, {});
        m_world.door.dismiss(*older,
                             {.reason = u"taken_over"_s, .action = protocol::GoodbyeAction::Stop, .afterSeconds = {}},
                             CloseCode::Normal);
    }
    if (waiting)
        return endWait(*waiting, connection, message);
    m_world.toCitizen(connection, protocol::DoneMessage{.re = message.id, .ticket = {}, .epoch = {}});
    m_guests.greet(connection);
    seat(connection);
}

void CitizenRoom::endWait(TicketId waiting, ConnectionKey guest, const protocol::citizen::Knock &message)
{
    const broker::Visit *visit = m_world.record().visit(waiting);
    const QByteArray place = visit == nullptr ? QByteArray() : visit->tokenHash;
    const auto reply = [this, guest, re = message.id, hash = tokenHash(message.token)](const broker::Outcome &outcome) {
        const auto error = errorOf(m_world.record(), re, outcome, Listener::Citizen);
        // Whoever could not leave the line stays in it, and there alone.
        if (error)
            m_guests.leave(hash);
        if (find(guest) == nullptr)
            return;
        if (error)
            return m_world.toCitizen(guest, *error);
        m_world.toCitizen(guest, protocol::DoneMessage{.re = re, .ticket = {}, .epoch = {}});
        m_guests.greet(guest);
        seat(guest);
    };
    m_world.broker.runForTicket(
        place, [](TicketId ticket) { return office::JoinVisit{.ticket = ticket}; },
        citizenKey(place, message.id, protocol::encode(protocol::citizen::ToServer{message})), reply);
}

void CitizenRoom::seat(ConnectionKey guest)
{
    m_texts.guestBound(guest);
    m_views.guestBound(guest);
}

void CitizenRoom::on(Session &session, const protocol::citizen::DeclineOffer &message)
{
    if (!session.ticket)
        return m_world.toCitizen(session.connection, plainError(message.id, ErrorCode::NoTicket));
    m_guests.decline(*session.ticket);
    m_world.toCitizen(session.connection, protocol::DoneMessage{.re = message.id, .ticket = {}, .epoch = {}});
}

void CitizenRoom::on(Session &session, const protocol::citizen::LeaveRoom &message)
{
    m_guests.leave(session.connection);
    m_world.toCitizen(session.connection, protocol::DoneMessage{.re = message.id, .ticket = {}, .epoch = {}});
}

void CitizenRoom::on(Session &session, const protocol::citizen::RoomSignal &message)
{
    std::optional<CallProblem> problem = CallProblem{ErrorCode::NoTicket, {}};
    if (m_guests.isGuest(session.connection))
        problem = m_guests.fromGuest(session.connection, message);
    else if (const broker::Visit *visit = visitOf(session))
        problem = m_guests.fromCitizen(visit->ticket, message);
    if (problem)
        report(session.connection, *problem);
}

void ClerkRoom::on(const Session &session, const wire::InviteGuest &message)
{
    if (const auto code = m_guests.invite(session.clerk.id, session.connection, message))
        m_world.toClerk(session.connection, *code);
    else
        m_world.toClerk(session.connection, plainError(message.id, code.error().code, code.error().field));
}

void ClerkRoom::on(const Session &session, const wire::AdmitGuest &message)
{
    const auto problem = m_guests.admit(session.clerk.id, message);
    answer(session, message.id, problem);
    if (!problem)
        seat(message.ticket, message.peer);
}

void ClerkRoom::on(const Session &session, const wire::RemoveGuest &message)
{
    answer(session, message.id, m_guests.remove(session.clerk.id, message));
}

void ClerkRoom::on(const Session &session, const wire::ControlGuest &message)
{
    const auto problem = m_guests.control(session.clerk.id, message);
    answer(session, message.id, problem);
    if (!problem)
        seat(message.ticket, message.peer);
}

void ClerkRoom::on(const Session &session, const wire::RoomSignal &message)
{
    const ClerkId clerk = session.clerk.id;
    if (m_guests.seatOf(clerk) == message.ticket)
        report(session, m_guests.fromColleague(clerk, message));
    else
        report(session, m_guests.fromClerk(clerk, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::ListColleagues &message)
{
    if (const auto list = m_colleagues.list(session.clerk.id, message))
        m_world.toClerk(session.connection, *list);
    else
        m_world.toClerk(session.connection, plainError(message.id, list.error().code));
}

void ClerkRoom::on(const Session &session, const wire::RingColleague &message)
{
    answer(session, message.id, m_colleagues.ring(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::EndColleague &message)
{
    answer(session, message.id, m_colleagues.end(session.clerk.id, message));
}

void ClerkRoom::on(const Session &session, const wire::AdmitColleague &message)
{
    answer(session, message.id, m_colleagues.admit(session.clerk.id, message));
}

void ClerkRoom::on(const Session &session, const wire::AnswerRing &message)
{
    answer(session, message.id, m_colleagues.answer(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::LeaveConversation &message)
{
    m_guests.leaveSeat(session.clerk.id);
    answer(session, message.id, std::nullopt);
}

void ClerkRoom::on(const Session &session, const wire::FetchGuest &message)
{
    answer(session, message.id, m_guests.fetch(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::ListInterpreters &message)
{
    m_world.toClerk(session.connection,
                    wire::TownInterpreters{.re = message.id, .interpreters = m_world.record().town().interpreters});
}

// Whoever is admitted, or not on hold any more, sees what all see.
void ClerkRoom::seat(TicketId ticket, int peer)
{
    const auto line = m_guests.lineOf(ticket, peer);
    if (!line)
        return;
    if (!m_guests.seatOf(*line))
        return m_views.guestOnHold(*line);
    m_texts.guestBound(*line);
    m_views.guestBound(*line);
}

void ClerkRoom::answer(const Session &session, const QString &re, const std::optional<CallProblem> &problem)
{
    if (problem)
        m_world.toClerk(session.connection, plainError(re, problem->code));
    else
        m_world.toClerk(session.connection, protocol::DoneMessage{.re = re, .ticket = {}, .epoch = {}});
}

} // namespace sprechtag::gateway
