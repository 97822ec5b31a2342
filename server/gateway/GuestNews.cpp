// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/GuestDesk.h"

#include "server/gateway/Words.h"
#include "shared/domain/town/Interpreters.h"

//! What everybody is told of who is there.
namespace sprechtag::gateway {

using protocol::kCitizenPeer;
using protocol::kClerkPeer;
using protocol::Person;
using protocol::PersonRole;
using protocol::PersonState;

void GuestDesk::tell(TicketId ticket) const
{
    const Room &room = m_rooms.at(ticket);
    tellClerk(ticket);
    if (room.citizen && talking(ticket) != nullptr)
        m_world.toCitizen(*room.citizen,
                          protocol::citizen::RoomState{.peer = kCitizenPeer, .people = people(ticket, false)});
    for (const Guest &guest : room.guests)
        tellGuest(ticket, guest);
}

void GuestDesk::tellClerk(TicketId ticket) const
{
    const office::Ticket *of = talking(ticket);
    const auto clerk =
        of != nullptr && of->clerk ? m_clerks.lineOf(*of->clerk, m_rooms.at(ticket).clerk) : std::nullopt;
    if (clerk) {
        m_world.toClerk(
            *clerk, protocol::clerk::RoomState{.ticket = ticket, .epoch = of->epoch, .people = people(ticket, true)});
    }
}

// Who waits is told of nobody.
void GuestDesk::tellGuest(TicketId ticket, const Guest &guest) const
{
    if (guest.colleague)
        return tellColleague(ticket, guest);
    const broker::Visit *visit = m_world.record().visit(ticket);
    const auto state = visit == nullptr ? std::nullopt : ticketState(m_world.record(), *visit, m_world.broker.now());
    if (!guest.line || !state)
        return;
    m_world.toCitizen(*guest.line, protocol::citizen::GuestState{
                                       .peer = guest.peer,
                                       .number = state->number,
                                       .office = m_world.record().office(visit->office)->config.name,
                                       .state = guest.isAdmitted ? PersonState::InRoom : PersonState::Waiting,
                                       .epoch = talking(ticket) == nullptr ? 0 : talking(ticket)->epoch});
    if (guest.isAdmitted)
        m_world.toCitizen(*guest.line,
                          protocol::citizen::RoomState{.peer = guest.peer, .people = people(ticket, false)});
}

// Whoever talks to the clerk alone is told of nobody else.
void GuestDesk::tellColleague(TicketId ticket, const Guest &guest) const
{
    const office::Ticket *of = talking(ticket);
    if (!guest.line || of == nullptr)
        return;
    const broker::Visit &visit = *m_world.record().visit(ticket);
    const auto state = ticketState(m_world.record(), visit, m_world.broker.now());
    m_world.toClerk(*guest.line, protocol::clerk::ColleaguePlace{
                                     .ring = guest.colleague->ring,
                                     .office = visit.office,
                                     .ticket = ticket,
                                     .epoch = of->epoch,
                                     .peer = guest.peer,
                                     .number = state ? state->number : QString(),
                                     .officeName = m_world.record().office(visit.office)->config.name,
                                     .from = of->clerk ? m_world.record().clerkName(*of->clerk) : QString(),
                                     .state = guest.isConsulting ? PersonState::Consulting : PersonState::InRoom});
    QList<Person> there = people(ticket, guest.isConsulting);
    if (guest.isConsulting)
        there.removeIf([&](const Person &some) { return some.peer != kClerkPeer && some.peer != guest.peer; });
    m_world.toClerk(*guest.line, protocol::clerk::RoomState{.ticket = ticket, .epoch = of->epoch, .people = there});
}

QList<Person> GuestDesk::people(TicketId ticket, bool withWaiting) const
{
    const broker::Visit *visit = m_world.record().visit(ticket);
    const office::Ticket *of = talking(ticket);
    if (of == nullptr)
        return {};
    const PersonState clerk = of->state == office::TicketState::Held ? PersonState::Away
                              : isConsulting(ticket)                 ? PersonState::Consulting
                                                                     : PersonState::InRoom;
    QList<Person> list{{.peer = kClerkPeer,
                        .role = PersonRole::Clerk,
                        .state = clerk,
                        .name = of->clerk ? m_world.record().clerkName(*of->clerk) : QString()},
                       {.peer = kCitizenPeer,
                        .role = PersonRole::Citizen,
                        .state = of->line == office::Line::Connected ? PersonState::InRoom : PersonState::Away,
                        .name = visit->name.reveal(),
                        .control = of->control}};
    for (const Guest &guest : m_rooms.at(ticket).guests) {
        const PersonState there = guest.line ? PersonState::InRoom : PersonState::Away;
        const PersonState before = guest.isConsulting ? PersonState::Consulting : PersonState::Waiting;
        if (guest.isAdmitted || withWaiting) {
            list.append({.peer = guest.peer,
                         .role = guest.colleague            ? PersonRole::Colleague
                                 : guest.language.isEmpty() ? PersonRole::Guest
                                                            : PersonRole::Interpreter,
                         .state = guest.isAdmitted ? there : before,
                         .name = guest.name,
                         .control = guest.control,
                         .language = guest.language,
                         .signLanguage = town::isSignLanguage(guest.language),
                         .office = guest.colleague ? guest.colleague->office : QString()});
        }
    }
    for (const auto &[hash, code] : m_codes) {
        if (withWaiting && code.ticket == ticket && code.offer) {
            list.append({.peer = code.offer->peer,
                         .role = PersonRole::Guest,
                         .state = PersonState::Invited,
                         .name = code.offer->name});
        }
    }
    return list;
}

} // namespace sprechtag::gateway
