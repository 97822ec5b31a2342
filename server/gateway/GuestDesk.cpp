// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/GuestDesk.h"

#include "server/gateway/CallRules.h"
#include "server/gateway/Meeting.h"
#include "server/gateway/Words.h"
#include "shared/protocol/Limits.h"

#include <algorithm>

namespace sprechtag::gateway {

using namespace Qt::StringLiterals;
using protocol::ErrorCode;
using protocol::kCitizenPeer;
using protocol::kClerkPeer;
using protocol::citizen::GuestEnd;

namespace limits = protocol::limits;

namespace {

constexpr seconds kAwayAtMost{limits::kGuestAwaySeconds};

CallProblem badPeer()
{
    return {ErrorCode::BadRequest, u"peer"_s};
}

} // namespace

GuestDesk::GuestDesk(World &world, const ClerkLines &clerks, const CallDesk &calls)
    : m_world(world)
    , m_clerks(clerks)
    , m_calls(calls)
{
}

void GuestDesk::citizenBound(TicketId ticket, ConnectionKey connection)
{
    Room &room = m_rooms[ticket];
    room.citizen = connection;
    if (!room.guests.empty())
        tell(ticket);
    for (const auto &[hash, code] : m_codes) {
        if (code.offer && code.offer->to == ticket)
            tellOffer(code);
    }
}

void GuestDesk::citizenGone(TicketId ticket)
{
    if (const auto room = m_rooms.find(ticket); room != m_rooms.end())
        room->second.citizen.reset();
}

void GuestDesk::clerkBound(TicketId ticket, ConnectionKey connection)
{
    Room &room = m_rooms[ticket];
    room.clerk = connection;
    if (!room.guests.empty() || std::ranges::any_of(m_codes, [ticket](const auto &entry) {
            return entry.second.ticket == ticket && entry.second.offer;
        }))
        tellClerk(ticket);
}

const office::Ticket *GuestDesk::talking(TicketId ticket) const
{
    const broker::Visit *visit = m_world.record().visit(ticket);
    const office::Ticket *found = visit == nullptr ? nullptr : m_world.record().ticket(*visit);
    return found != nullptr && haveMet(*found) ? found : nullptr;
}

std::optional<CallProblem> GuestDesk::admit(ClerkId clerk, const protocol::clerk::AdmitGuest &message)
{
    if (auto problem = mayRule(clerk, message.office, message.ticket, message.epoch))
        return problem;
    Guest *guest = find(message.ticket, message.peer);
    if (guest == nullptr)
        return CallProblem{ErrorCode::Gone, {}};
    if (guest->isAdmitted)
        return std::nullopt;
    if (guest->colleague)
        return CallProblem{ErrorCode::WrongState, {}};
    if (!hasRoom(message.ticket))
        return CallProblem{ErrorCode::RoomFull, {}};
    guest->isAdmitted = true;
    guest->since = m_world.broker.now();
    tell(message.ticket);
    return std::nullopt;
}

std::optional<CallProblem> GuestDesk::remove(ClerkId clerk, const protocol::clerk::RemoveGuest &message)
{
    if (auto problem = mayRule(clerk, message.office, message.ticket, message.epoch))
        return problem;
    const auto room = m_rooms.find(message.ticket);
    if (message.peer <= kCitizenPeer || room == m_rooms.end() || message.peer > room->second.lastPeer)
        return CallProblem{ErrorCode::Gone, {}};
    endOffers(
        [&message](const Code &code) { return code.ticket == message.ticket && code.offer->peer == message.peer; });
    end(message.ticket, message.peer, GuestEnd::Removed);
    return std::nullopt;
}

std::optional<CallProblem> GuestDesk::control(ClerkId clerk, const protocol::clerk::ControlGuest &message)
{
    if (auto problem = mayRule(clerk, message.office, message.ticket, message.epoch))
        return problem;
    Guest *guest = find(message.ticket, message.peer);
    if (guest == nullptr)
        return CallProblem{ErrorCode::Gone, {}};
    // What was said during a hold is not for whoever was on hold.
    if (guest->control.onHold && !message.control.onHold)
        guest->since = m_world.broker.now();
    if (std::exchange(guest->control, message.control) != message.control)
        tell(message.ticket);
    return std::nullopt;
}

std::optional<CallProblem> GuestDesk::fromClerk(ClerkId clerk, ConnectionKey connection,
                                                const protocol::clerk::RoomSignal &message)
{
    if (auto problem = mayRule(clerk, message.office, message.ticket, message.epoch))
        return problem;
    m_rooms[message.ticket].clerk = connection;
    return pass(message.ticket, kClerkPeer, message.peer, message.signal);
}

std::optional<CallProblem> GuestDesk::fromCitizen(TicketId ticket, const protocol::citizen::RoomSignal &message)
{
    return pass(ticket, kCitizenPeer, message.peer, message.signal);
}

std::optional<CallProblem> GuestDesk::fromGuest(ConnectionKey connection, const protocol::citizen::RoomSignal &message)
{
    const Place place = m_lines.at(connection);
    return pass(place.ticket, place.peer, message.peer, message.signal);
}

std::optional<CallProblem> GuestDesk::pass(TicketId ticket, int from, int to, const protocol::Signal &signal)
{
    // Clerk and citizen have a way of their own.
    if (from == to || (from <= kCitizenPeer && to <= kCitizenPeer))
        return badPeer();
    const office::Ticket *of = talking(ticket);
    if (of == nullptr || !isThere(ticket, from) || !isThere(ticket, to) || areApart(ticket, from, to))
        return CallProblem{ErrorCode::Gone, {}};
    Room &room = m_rooms.at(ticket);
    const broker::Visit &visit = *m_world.record().visit(ticket);
    const auto *candidate = std::get_if<protocol::Candidate>(&signal);
    if (candidate != nullptr && !room.candidates[{from, to}].admit(of->epoch, *candidate))
        return CallProblem{ErrorCode::BadRequest, u"signal.candidate"_s};
    const auto passed = m_calls.filtered(visit.office, signal, maySend(ticket, of->control, from, to));
    if (!passed)
        return std::nullopt;
    const Guest *guest = to > kCitizenPeer ? find(ticket, to) : nullptr;
    const auto clerk = of->clerk ? m_clerks.lineOf(*of->clerk, room.clerk) : std::nullopt;
    const auto line = to == kClerkPeer ? clerk : guest == nullptr ? room.citizen : guest->line;
    if (!line)
        return CallProblem{ErrorCode::TryLater, {}};
    if (to == kClerkPeer || (guest != nullptr && guest->colleague)) {
        m_world.toClerk(
            *line, protocol::clerk::RoomSignal{
                       .office = visit.office, .ticket = ticket, .epoch = of->epoch, .peer = from, .signal = *passed});
        return std::nullopt;
    }
    m_world.toCitizen(*line, protocol::citizen::RoomSignal{.peer = from, .signal = *passed});
    return std::nullopt;
}

bool GuestDesk::isThere(TicketId ticket, int peer)
{
    if (talking(ticket) == nullptr)
        return false;
    if (peer <= kCitizenPeer)
        return true;
    const Guest *guest = find(ticket, peer);
    return guest != nullptr && (guest->isAdmitted || guest->isConsulting);
}

// Whoever is on hold hears nobody, and nobody hears them.
protocol::MediaState GuestDesk::maySend(TicketId ticket, const office::CallControl &ofCitizen, int from, int to)
{
    const auto controlOf = [&](int peer) {
        if (peer <= kCitizenPeer)
            return peer == kClerkPeer ? office::CallControl{} : ofCitizen;
        const Guest *guest = find(ticket, peer);
        return guest == nullptr ? office::CallControl{.onHold = true} : guest->control;
    };
    if (controlOf(to).onHold)
        return {};
    if (from != kClerkPeer)
        return citizenMaySend(controlOf(from));
    protocol::MediaState may = clerkMaySend({});
    // What the clerk and a colleague say to each other alone is for nobody else.
    const Guest *alone = consulting(ticket);
    may.microphone = may.microphone && (alone == nullptr || alone->peer == to);
    return may;
}

std::optional<ConnectionKey> GuestDesk::lineOf(const QByteArray &tokenHash) const
{
    const auto place = m_tokens.find(tokenHash);
    if (place == m_tokens.end())
        return std::nullopt;
    const auto &guests = m_rooms.at(place->second.ticket).guests;
    return std::ranges::find(guests, place->second.peer, &Guest::peer)->line;
}

std::optional<ConnectionKey> GuestDesk::lineOf(TicketId ticket, int peer)
{
    const Guest *guest = find(ticket, peer);
    return guest == nullptr || guest->colleague ? std::nullopt : guest->line;
}

void GuestDesk::greet(ConnectionKey connection)
{
    if (const auto place = m_lines.find(connection); place != m_lines.end())
        tell(place->second.ticket);
}

void GuestDesk::leave(ConnectionKey connection)
{
    if (const auto place = m_lines.find(connection); place != m_lines.end())
        end(place->second.ticket, place->second.peer, GuestEnd::Left);
}

void GuestDesk::leave(const QByteArray &tokenHash)
{
    if (const auto place = m_tokens.find(tokenHash); place != m_tokens.end())
        end(place->second.ticket, place->second.peer, GuestEnd::Left);
}

void GuestDesk::guestGone(ConnectionKey connection)
{
    const auto line = m_lines.find(connection);
    if (line == m_lines.end())
        return;
    const Place place = line->second;
    m_lines.erase(line);
    Guest *guest = find(place.ticket, place.peer);
    if (guest == nullptr || guest->line != connection)
        return;
    guest->line.reset();
    guest->lostAt = m_world.clock.monotonicNow();
    tell(place.ticket);
}

protocol::citizen::ToClient GuestDesk::iceFor(ConnectionKey guest, const QString &re) const
{
    const Place place = m_lines.at(guest);
    if (!at(place).isAdmitted)
        return plainError(re, ErrorCode::NotYet);
    const std::string subject = place.ticket.text() + '-' + std::to_string(place.peer);
    return callIce(re, m_world.ice.grant(m_world.clock.now(), subject),
                   m_calls.policyOf(m_world.record().visit(place.ticket)->office));
}

std::optional<MonotonicInstant> GuestDesk::nextDue() const
{
    std::optional<MonotonicInstant> due;
    const auto consider = [&due](MonotonicInstant at) { due = due ? std::min(*due, at) : at; };
    for (const auto &[hash, code] : m_codes)
        consider(code.until);
    forEachPlace([&](const Place &place) {
        if (const Guest &guest = at(place); !guest.line)
            consider(guest.lostAt + kAwayAtMost);
    });
    return due;
}

void GuestDesk::tick()
{
    const MonotonicInstant now = m_world.clock.monotonicNow();
    endOffers([now](const Code &code) { return code.until <= now; });
    std::erase_if(m_codes, [now](const auto &entry) { return entry.second.until <= now; });
    std::vector<Place> lost;
    forEachPlace([&](const Place &place) {
        if (const Guest &guest = at(place); !guest.line && guest.lostAt + kAwayAtMost <= now)
            lost.push_back(place);
    });
    for (const Place &place : lost)
        end(place.ticket, place.peer, GuestEnd::Left);
}

GuestDesk::Guest *GuestDesk::find(TicketId ticket, int peer)
{
    const auto room = m_rooms.find(ticket);
    if (room == m_rooms.end())
        return nullptr;
    const auto guest = std::ranges::find(room->second.guests, peer, &Guest::peer);
    return guest == room->second.guests.end() ? nullptr : &*guest;
}

void GuestDesk::end(TicketId ticket, int peer, GuestEnd reason)
{
    Guest *guest = find(ticket, peer);
    if (guest == nullptr)
        return;
    if (guest->line) {
        bid(*guest, reason);
        m_lines.erase(*guest->line);
    } else {
        noteEnd(*guest, reason);
    }
    m_tokens.erase(guest->tokenHash);
    if (guest->colleague)
        m_seats.erase(guest->colleague->clerk);
    Room &room = m_rooms.at(ticket);
    std::erase_if(room.guests, [peer](const Guest &some) { return some.peer == peer; });
    std::erase_if(room.candidates,
                  [peer](const auto &entry) { return entry.first.first == peer || entry.first.second == peer; });
    tell(ticket);
}

void GuestDesk::endAll(TicketId ticket)
{
    endOffers([ticket](const Code &code) { return code.ticket == ticket; });
    std::erase_if(m_codes, [ticket](const auto &entry) { return entry.second.ticket == ticket; });
    const auto room = m_rooms.find(ticket);
    if (room == m_rooms.end())
        return;
    while (!room->second.guests.empty())
        end(ticket, room->second.guests.back().peer, GuestEnd::Over);
    room->second.clerk.reset();
    room->second.candidates.clear();
}

} // namespace sprechtag::gateway
