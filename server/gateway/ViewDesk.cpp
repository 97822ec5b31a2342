// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/ViewDesk.h"

#include "server/gateway/Meeting.h"

#include <algorithm>

namespace sprechtag::gateway {

using documents::From;
using documents::Place;
using documents::SharedView;
using documents::ViewChange;
using protocol::ErrorCode;

namespace {

// While the clerk turns the pages, nobody else does.
constexpr milliseconds kClerkLeads{1'000};

From otherThan(From from)
{
    return from == From::Citizen ? From::Clerk : From::Citizen;
}

bool points(const ViewChange &change)
{
    return std::holds_alternative<documents::Pointer>(change) || std::holds_alternative<documents::PointerGone>(change);
}

// Of pointers the newest counts alone: a slow reader gets no other. Another topic than the one of the files.
Topic topicOf(TicketId ticket)
{
    return ~ticket.bits()[1] | (Topic{1} << 63U);
}

std::optional<CallProblem> whileOnHold(const office::Ticket &ticket)
{
    return ticket.control.onHold ? std::optional(CallProblem{ErrorCode::WrongState, {}}) : std::nullopt;
}

} // namespace

ViewDesk::ViewDesk(World &world, const ClerkLines &clerks, const GuestDesk &guests)
    : m_world(world)
    , m_clerks(clerks)
    , m_guests(guests)
{
}

void ViewDesk::citizenBound(TicketId ticket, ConnectionKey connection)
{
    Sight &sight = m_sights[ticket];
    sight.citizen = connection;
    if (sight.view)
        tell(ticket, sight, From::Citizen);
}

void ViewDesk::citizenGone(TicketId ticket)
{
    if (const auto sight = m_sights.find(ticket); sight != m_sights.end())
        sight->second.citizen.reset();
}

void ViewDesk::clerkBound(TicketId ticket, ConnectionKey connection)
{
    Sight &sight = m_sights[ticket];
    sight.clerk = connection;
    if (sight.view)
        tell(ticket, sight, From::Clerk);
}

void ViewDesk::guestBound(ConnectionKey connection) const
{
    const auto guest = m_guests.seatOf(connection);
    const auto sight = guest ? m_sights.find(guest->ticket) : m_sights.end();
    if (sight == m_sights.end())
        return;
    if (const auto view = inSight(guest->ticket, sight->second))
        tellGuest(guest->ticket, connection, view);
}

void ViewDesk::guestOnHold(ConnectionKey connection) const
{
    m_world.toCitizen(connection, protocol::citizen::ViewState{.view = {}});
}

std::optional<TicketId> ViewDesk::shownTo(const QByteArray &guestHash, DocumentId document) const
{
    const auto guest = m_guests.seatOf(guestHash);
    const auto sight = guest ? m_sights.find(guest->ticket) : m_sights.end();
    const auto view = sight == m_sights.end() ? std::nullopt : inSight(guest->ticket, sight->second);
    return view && view->document == document ? std::optional(guest->ticket) : std::nullopt;
}

std::optional<CallProblem> ViewDesk::fromCitizen(const broker::Visit &visit,
                                                 const protocol::citizen::ChangeView &message)
{
    const Meeting meeting = meetingOfCitizen(m_world.record(), visit, message.epoch);
    if (meeting.problem)
        return meeting.problem;
    if (auto problem = whileOnHold(*meeting.ticket))
        return problem;
    take(visit, m_sights[visit.ticket], From::Citizen, message.document, message.change);
    return std::nullopt;
}

std::optional<CallProblem> ViewDesk::fromClerk(ClerkId clerk, ConnectionKey connection,
                                               const protocol::clerk::ShowDocument &message)
{
    const Meeting meeting = meetingOfClerk(m_world.record(), clerk, message.office, message.ticket, message.epoch);
    if (meeting.problem)
        return meeting.problem;
    if (auto problem = whileOnHold(*meeting.ticket))
        return problem;
    if (!isAccepted(message.ticket, message.document))
        return CallProblem{ErrorCode::Gone, {}};
    Sight &sight = m_sights[message.ticket];
    sight.clerk = connection;
    if (!sight.view || sight.view->document != message.document)
        sight.view = SharedView{.document = message.document};
    tellBoth(message.ticket, sight);
    return std::nullopt;
}

std::optional<CallProblem> ViewDesk::fromClerk(ClerkId clerk, ConnectionKey connection,
                                               const protocol::clerk::CloseView &message)
{
    const Meeting meeting = meetingOfClerk(m_world.record(), clerk, message.office, message.ticket, message.epoch);
    if (meeting.problem)
        return meeting.problem;
    Sight &sight = m_sights[message.ticket];
    sight.clerk = connection;
    close(message.ticket, sight);
    return std::nullopt;
}

std::optional<CallProblem> ViewDesk::fromClerk(ClerkId clerk, ConnectionKey connection,
                                               const protocol::clerk::ChangeView &message)
{
    const Meeting meeting = meetingOfClerk(m_world.record(), clerk, message.office, message.ticket, message.epoch);
    if (meeting.problem)
        return meeting.problem;
    if (auto problem = whileOnHold(*meeting.ticket))
        return problem;
    Sight &sight = m_sights[message.ticket];
    sight.clerk = connection;
    take(*meeting.visit, sight, From::Clerk, message.document, message.change);
    return std::nullopt;
}

void ViewDesk::documentsChanged(TicketId ticket)
{
    const auto sight = m_sights.find(ticket);
    if (sight != m_sights.end() && sight->second.view && !isAccepted(ticket, sight->second.view->document))
        close(ticket, sight->second);
}

void ViewDesk::published(const broker::OfficeChange &change)
{
    forEachParted(change, [this](TicketId ticket) {
        const auto sight = m_sights.find(ticket);
        if (sight == m_sights.end())
            return;
        const bool wasShown = sight->second.view.has_value();
        sight->second = Sight{.citizen = sight->second.citizen, .clerk = {}, .view = {}, .clerkTurned = {}};
        if (wasShown)
            tell(ticket, sight->second, From::Citizen);
    });
    for (const office::Fact &fact : change.facts) {
        const auto *controlled = std::get_if<office::TicketControlled>(&fact.body);
        if (controlled == nullptr)
            continue;
        const auto sight = m_sights.find(controlled->ticket);
        if (sight != m_sights.end() && sight->second.view)
            tellBoth(controlled->ticket, sight->second);
    }
    for (const broker::EndedTicket &ended : change.ended)
        m_sights.erase(ended.ticket);
}

bool ViewDesk::isAccepted(TicketId ticket, DocumentId document) const
{
    return std::ranges::any_of(m_world.documents.of(ticket), [document](const documents::Card &card) {
        return card.id == document && card.state == documents::State::Accepted;
    });
}

// Where both turn at once, both are told in the same order; whoever has turned is told where all are.
void ViewDesk::take(const broker::Visit &visit, Sight &sight, From from, DocumentId document, const ViewChange &change)
{
    // Of a document that was shown before.
    if (!sight.view || sight.view->document != document)
        return;
    const bool turns = std::holds_alternative<Place>(change);
    const MonotonicInstant now = m_world.clock.monotonicNow();
    if (turns && from == From::Clerk)
        sight.clerkTurned = now;
    const bool clerkLeads =
        turns && from == From::Citizen && sight.clerkTurned && now < *sight.clerkTurned + kClerkLeads;
    if (clerkLeads)
        return pass(visit.ticket, sight, From::Citizen, From::Citizen, sight.view->place);
    apply(*sight.view, from, change);
    pass(visit.ticket, sight, otherThan(from), from, change);
    passToGuests(visit.ticket, sight, from, change);
    if (turns)
        pass(visit.ticket, sight, from, from, change);
}

void ViewDesk::close(TicketId ticket, Sight &sight)
{
    sight.view.reset();
    sight.clerkTurned.reset();
    tellBoth(ticket, sight);
}

std::optional<SharedView> ViewDesk::inSight(TicketId ticket, const Sight &sight) const
{
    const broker::Visit *visit = m_world.record().visit(ticket);
    const office::Ticket *state = visit != nullptr ? m_world.record().ticket(*visit) : nullptr;
    return state != nullptr && haveMet(*state) && !state->control.onHold ? sight.view : std::nullopt;
}

void ViewDesk::tell(TicketId ticket, const Sight &sight, From to) const
{
    const auto view = inSight(ticket, sight);
    if (to == From::Citizen) {
        if (sight.citizen)
            m_world.toCitizen(*sight.citizen, protocol::citizen::ViewState{.view = view});
    } else if (const auto clerk = clerkOf(ticket, sight)) {
        m_world.toClerk(*clerk, protocol::clerk::ViewState{.ticket = ticket, .view = view});
    }
}

void ViewDesk::tellBoth(TicketId ticket, const Sight &sight) const
{
    tell(ticket, sight, From::Citizen);
    tell(ticket, sight, From::Clerk);
    for (const GuestSeat &guest : m_guests.seats(ticket))
        tellGuest(ticket, guest.line, inSight(ticket, sight));
}

// Of the files of the visit a guest learns of the one that is shown.
void ViewDesk::tellGuest(TicketId ticket, ConnectionKey guest, const std::optional<SharedView> &view) const
{
    QList<documents::Card> cards = m_world.documents.of(ticket);
    cards.removeIf([&view](const documents::Card &card) { return !view || card.id != view->document; });
    m_world.toCitizen(guest, protocol::citizen::DocumentList{.documents = cards});
    m_world.toCitizen(guest, protocol::citizen::ViewState{.view = view});
}

void ViewDesk::passToGuests(TicketId ticket, const Sight &sight, From from, const ViewChange &change) const
{
    std::vector<ConnectionKey> lines;
    for (const GuestSeat &guest : m_guests.seats(ticket))
        lines.push_back(guest.line);
    if (lines.empty())
        return;
    const QByteArray frame = protocol::encode(protocol::citizen::ToClient{
        protocol::citizen::ViewChanged{.from = from, .document = sight.view->document, .change = change}});
    if (points(change))
        return m_world.outbox.sendToMany(lines, frame, topicOf(ticket));
    for (const ConnectionKey line : lines)
        m_world.outbox.send(line, frame);
}

void ViewDesk::pass(TicketId ticket, const Sight &sight, From to, From from, const ViewChange &change) const
{
    const DocumentId document = sight.view->document;
    const auto reader = to == From::Citizen ? sight.citizen : clerkOf(ticket, sight);
    if (!reader)
        return;
    const QByteArray frame =
        to == From::Citizen ? protocol::encode(protocol::citizen::ToClient{
                                  protocol::citizen::ViewChanged{.from = from, .document = document, .change = change}})
                            : protocol::encode(protocol::clerk::ToClient{protocol::clerk::ViewChanged{
                                  .ticket = ticket, .from = from, .document = document, .change = change}});
    if (points(change))
        m_world.outbox.sendToMany(std::span(&*reader, 1), frame, topicOf(ticket));
    else
        m_world.outbox.send(*reader, frame);
}

std::optional<ConnectionKey> ViewDesk::clerkOf(TicketId ticket, const Sight &sight) const
{
    const broker::Visit *visit = m_world.record().visit(ticket);
    const office::Ticket *state = visit != nullptr ? m_world.record().ticket(*visit) : nullptr;
    return state != nullptr && state->clerk ? m_clerks.lineOf(*state->clerk, sight.clerk) : std::nullopt;
}

} // namespace sprechtag::gateway
