// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/CitizenRoom.h"
#include "server/gateway/CommandKeys.h"
#include "server/gateway/Words.h"
#include "shared/domain/town/Checklist.h"

//! What citizens do about their own ticket, and say to the clerk.
namespace sprechtag::gateway {

using namespace Qt::StringLiterals;
using namespace protocol::citizen;
using protocol::ErrorCode;

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

// Later: what is ticked is judged by the checklist that the page has been told of.
void CitizenRoom::on(Session &session, const TickChecklist &message)
{
    later(session.connection, [this, message](Session &ticking) {
        const broker::Visit *visit = visitOf(ticking);
        if (visit == nullptr)
            return m_world.toCitizen(ticking.connection, plainError(message.id, protocol::ErrorCode::NoTicket));
        const auto ticked = town::entriesAt(message.ticked, checklistOf(m_world.record(), *visit));
        if (!ticked) {
            return m_world.toCitizen(ticking.connection,
                                     plainError(message.id, protocol::ErrorCode::BadRequest, u"ticked"_s));
        }
        m_world.broker.tick(ticking.tokenHash, *ticked,
                            citizenKey(ticking.tokenHash, message.id, protocol::encode(ToServer{message})),
                            replyTo(ticking.connection, message.id));
    });
}

void CitizenRoom::on(Session &session, const MessageShown &message)
{
    if (session.ticket)
        m_messages.shown(*session.ticket, message.message);
}

void CitizenRoom::on(Session &session, const MessageRead &message)
{
    if (session.ticket)
        m_messages.wasRead(*session.ticket, message.message);
}

void CitizenRoom::on(Session &session, const CallSignal &message)
{
    const broker::Visit *visit = visitOf(session);
    const auto problem = visit == nullptr ? CallProblem{ErrorCode::NoTicket, {}} : m_calls.fromCitizen(*visit, message);
    if (problem)
        report(session.connection, *problem);
}

void CitizenRoom::on(Session &session, const TextLine &message)
{
    if (m_guests.isGuest(session.connection)) {
        if (const auto problem = m_texts.fromGuest(session.connection, message))
            report(session.connection, *problem);
        return;
    }
    const broker::Visit *visit = visitOf(session);
    const auto problem = visit == nullptr ? CallProblem{ErrorCode::NoTicket, {}} : m_texts.fromCitizen(*visit, message);
    if (problem)
        report(session.connection, *problem);
}

// Guests look on.
void CitizenRoom::on(Session &session, const ChangeView &message)
{
    if (m_guests.isGuest(session.connection))
        return report(session.connection, {ErrorCode::NotAuthorised, {}});
    const broker::Visit *visit = visitOf(session);
    const auto problem = visit == nullptr ? CallProblem{ErrorCode::NoTicket, {}} : m_views.fromCitizen(*visit, message);
    if (problem)
        report(session.connection, *problem);
}

template <typename Message>
void CitizenRoom::fillIn(Session &session, const Message &message)
{
    const broker::Visit *visit = visitOf(session);
    const auto problem = visit == nullptr ? CallProblem{ErrorCode::NoTicket, {}} : m_forms.fromCitizen(*visit, message);
    if (problem)
        report(session.connection, *problem);
}

void CitizenRoom::on(Session &session, const UpdateForm &message)
{
    fillIn(session, message);
}

void CitizenRoom::on(Session &session, const ClaimForm &message)
{
    fillIn(session, message);
}

void CitizenRoom::on(Session &session, const ConfirmForm &message)
{
    const broker::Visit *visit = visitOf(session);
    const auto problem = visit == nullptr ? CallProblem{ErrorCode::NoTicket, {}} : m_forms.fromCitizen(*visit, message);
    if (problem)
        m_world.toCitizen(session.connection, plainError(message.id, problem->code));
    else
        m_world.toCitizen(session.connection, protocol::DoneMessage{.re = message.id, .ticket = {}, .epoch = {}});
}

void CitizenRoom::on(Session &session, const StandingOffer &message)
{
    later(session.connection, [this, message](Session &offering) {
        const broker::Visit *visit = visitOf(offering);
        if (visit == nullptr)
            return report(offering.connection, {ErrorCode::NoTicket, {}});
        if (!offering.prepared && !mayPrepare(*visit))
            return report(offering.connection, {ErrorCode::NotYet, {}});
        if (const auto problem = m_calls.keepOffer(*visit, message))
            report(offering.connection, *problem);
    });
}

void CitizenRoom::on(Session &session, const WithdrawOffer &message)
{
    later(session.connection, [this, generation = message.generation](Session &offering) {
        if (offering.ticket)
            m_calls.withdrawOffer(*offering.ticket, generation);
    });
}

void CitizenRoom::on(Session &session, const DeclineSight &message)
{
    const broker::Visit *visit = visitOf(session);
    const auto problem =
        visit == nullptr ? CallProblem{ErrorCode::NoTicket, {}} : m_sights.fromCitizen(*visit, message);
    if (problem)
        report(session.connection, *problem);
}

} // namespace sprechtag::gateway
