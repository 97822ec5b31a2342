// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/GuestDesk.h"

#include "shared/protocol/Limits.h"

#include <algorithm>

//! Colleagues of the clerk in a conversation: first alone with the clerk, then with everybody.
namespace sprechtag::gateway {

using protocol::kClerkPeer;
using protocol::citizen::GuestEnd;
using protocol::clerk::ColleagueEnd;

namespace limits = protocol::limits;

namespace {

ColleagueEnd endOf(GuestEnd reason)
{
    switch (reason) {
    case GuestEnd::Removed:
        return ColleagueEnd::Removed;
    case GuestEnd::Left:
        return ColleagueEnd::Left;
    case GuestEnd::Over:
    case GuestEnd::Unknown:
        break;
    }
    return ColleagueEnd::Over;
}

} // namespace

// Whoever talks to the clerk alone has a place already.
bool GuestDesk::hasRoom(TicketId ticket) const
{
    const auto room = m_rooms.find(ticket);
    return room == m_rooms.end() || std::ranges::count_if(room->second.guests, [](const Guest &guest) {
                                        return guest.isAdmitted || guest.isConsulting;
                                    }) < limits::kGuestsInRoom;
}

void GuestDesk::seat(TicketId ticket, const Colleague &colleague, ConnectionKey line, Entry entry)
{
    Room &room = m_rooms[ticket];
    const Place place{.ticket = ticket, .peer = ++room.lastPeer};
    room.guests.push_back({.peer = place.peer,
                           .tokenHash = {},
                           .name = colleague.name,
                           .isAdmitted = entry == Entry::WithAll,
                           .line = line,
                           .colleague = colleague,
                           .isConsulting = entry == Entry::Alone});
    m_untold.erase(colleague.clerk);
    m_seats.insert_or_assign(colleague.clerk, place);
    m_lines.insert_or_assign(line, place);
    tell(ticket);
}

std::optional<TicketId> GuestDesk::seatOf(ClerkId clerk) const
{
    const auto seat = m_seats.find(clerk);
    return seat == m_seats.end() ? std::nullopt : std::optional(seat->second.ticket);
}

std::vector<ClerkId> GuestDesk::seatedClerks() const
{
    std::vector<ClerkId> clerks;
    for (const auto &[clerk, place] : m_seats)
        clerks.push_back(clerk);
    return clerks;
}

bool GuestDesk::isConsulting(TicketId ticket) const
{
    const auto room = m_rooms.find(ticket);
    return room != m_rooms.end() && std::ranges::any_of(room->second.guests, &Guest::isConsulting);
}

bool GuestDesk::admitColleague(TicketId ticket)
{
    Guest *guest = consulting(ticket);
    if (guest == nullptr)
        return false;
    guest->isConsulting = false;
    guest->isAdmitted = true;
    tell(ticket);
    return true;
}

bool GuestDesk::endConsultation(TicketId ticket)
{
    const Guest *guest = consulting(ticket);
    if (guest == nullptr)
        return false;
    end(ticket, guest->peer, GuestEnd::Removed);
    return true;
}

void GuestDesk::leaveSeat(ClerkId clerk)
{
    if (const auto seat = m_seats.find(clerk); seat != m_seats.end()) {
        const Place place = seat->second;
        end(place.ticket, place.peer, GuestEnd::Left);
    }
}

void GuestDesk::colleagueBack(ClerkId clerk, ConnectionKey connection)
{
    if (const auto untold = m_untold.extract(clerk))
        m_world.toClerk(connection, untold.mapped());
    const auto seat = m_seats.find(clerk);
    if (seat == m_seats.end())
        return;
    const Place place = seat->second;
    Guest *guest = find(place.ticket, place.peer);
    if (guest->line) {
        m_world.toClerk(*guest->line, protocol::clerk::ColleagueOver{.ring = guest->colleague->ring,
                                                                     .reason = ColleagueEnd::Elsewhere});
        m_lines.erase(*guest->line);
    }
    guest->line = connection;
    m_lines.insert_or_assign(connection, place);
    tell(place.ticket);
}

std::optional<CallProblem> GuestDesk::fromColleague(ClerkId clerk, const protocol::clerk::RoomSignal &message)
{
    const Place place = m_seats.at(clerk);
    return pass(place.ticket, place.peer, message.peer, message.signal);
}

bool GuestDesk::areApart(TicketId ticket, int one, int other)
{
    const Guest *alone = consulting(ticket);
    if (alone == nullptr || (alone->peer != one && alone->peer != other))
        return false;
    return one != kClerkPeer && other != kClerkPeer;
}

GuestDesk::Guest *GuestDesk::consulting(TicketId ticket)
{
    const auto room = m_rooms.find(ticket);
    if (room == m_rooms.end())
        return nullptr;
    const auto guest = std::ranges::find_if(room->second.guests, &Guest::isConsulting);
    return guest == room->second.guests.end() ? nullptr : &*guest;
}

const GuestDesk::Guest &GuestDesk::at(const Place &place) const
{
    return *std::ranges::find(m_rooms.at(place.ticket).guests, place.peer, &Guest::peer);
}

//! For when the colleague is back: an app that was without a line still shows the place.
void GuestDesk::noteEnd(const Guest &guest, GuestEnd reason)
{
    if (guest.colleague)
        m_untold.insert_or_assign(guest.colleague->clerk, protocol::clerk::ColleagueOver{.ring = guest.colleague->ring,
                                                                                         .reason = endOf(reason)});
}

//! Says goodbye to whoever is connected.
void GuestDesk::bid(const Guest &guest, GuestEnd reason)
{
    if (guest.colleague) {
        m_world.toClerk(*guest.line,
                        protocol::clerk::ColleagueOver{.ring = guest.colleague->ring, .reason = endOf(reason)});
        return;
    }
    m_world.toCitizen(*guest.line, protocol::citizen::GuestEnded{.reason = reason});
    m_world.outbox.setMessageLimit(*guest.line, limits::kMessageBytesBeforeTicket);
}

} // namespace sprechtag::gateway
