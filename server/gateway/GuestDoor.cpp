// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/CommandKeys.h"
#include "server/gateway/GuestDesk.h"
#include "server/gateway/Meeting.h"
#include "server/gateway/Words.h"
#include "shared/base/Random.h"
#include "shared/domain/town/Interpreters.h"
#include "shared/protocol/Limits.h"

#include <algorithm>

//! How guests come in: codes, offers to people who wait, and knocking with either.
namespace sprechtag::gateway {

using namespace Qt::StringLiterals;
using protocol::ErrorCode;
using protocol::kCitizenPeer;

namespace limits = protocol::limits;

namespace {

// Without vowels there are no words, and without I, L and O none that looks like another.
constexpr std::string_view kCodeLetters = "BCDFGHJKMNPQRSTVWXYZ";

QString newCode()
{
    QString code;
    while (code.size() < limits::kGuestCodeChars) {
        for (const char byte : randomBytes(static_cast<std::size_t>(limits::kGuestCodeChars))) {
            // Beyond the last whole multiple, the first letters would come more often.
            const auto drawn = static_cast<unsigned char>(byte);
            if (drawn < 256 / kCodeLetters.size() * kCodeLetters.size() && code.size() < limits::kGuestCodeChars)
                code += QLatin1Char(kCodeLetters[drawn % kCodeLetters.size()]);
        }
    }
    return code;
}

} // namespace

std::optional<CallProblem> GuestDesk::mayRule(ClerkId clerk, OfficeId office, TicketId ticket,
                                              office::Epoch epoch) const
{
    return meetingOfClerk(m_world.record(), clerk, office, ticket, epoch).problem;
}

seconds GuestDesk::codeLives(TicketId ticket) const
{
    return m_world.record().office(m_world.record().visit(ticket)->office)->config.settings.guestCodeLives;
}

// Empty: any guest. Nothing: the town's list has no such interpreter, or none for this language.
std::optional<QString> GuestDesk::languageOf(const std::optional<protocol::clerk::InterpreterWish> &wish) const
{
    if (!wish)
        return QString();
    const auto &all = m_world.record().town().interpreters;
    const auto found = std::ranges::find(all, wish->interpreter, &town::Interpreter::id);
    const QString known = found == all.end() ? QString() : town::knownAs(*found, wish->language);
    return known.isEmpty() ? std::nullopt : std::optional(known);
}

Result<protocol::clerk::GuestCode, CallProblem> GuestDesk::invite(ClerkId clerk, ConnectionKey connection,
                                                                  const protocol::clerk::InviteGuest &message)
{
    if (const auto problem = mayRule(clerk, message.office, message.ticket, message.epoch))
        return Failure(*problem);
    const auto language = languageOf(message.interpreter);
    if (!language)
        return Failure(CallProblem{ErrorCode::BadRequest, u"interpreter"_s});
    std::erase_if(m_codes, [&message](const auto &entry) {
        return entry.second.ticket == message.ticket && entry.second.askedBy == message.id;
    });
    Room &room = m_rooms[message.ticket];
    room.clerk = connection;
    if (!hasPlace(message.ticket) && !message.interpreter)
        dropOldestPlainCode(message.ticket);
    if (!hasPlace(message.ticket))
        return Failure(CallProblem{ErrorCode::RoomFull, {}});
    const QString code = newCode();
    const seconds lives = codeLives(message.ticket);
    m_codes.insert_or_assign(tokenHash(code), Code{.ticket = message.ticket,
                                                   .askedBy = message.id,
                                                   .until = m_world.clock.monotonicNow() + lives,
                                                   .language = *language});
    return protocol::clerk::GuestCode{
        .re = message.id, .code = code, .expiresAt = std::chrono::ceil<milliseconds>(m_world.broker.now() + lives)};
}

// Where there is no place left, whoever was given the first of them is thought to come no more.
void GuestDesk::dropOldestPlainCode(TicketId ticket)
{
    auto oldest = m_codes.end();
    for (auto code = m_codes.begin(); code != m_codes.end(); ++code) {
        const bool isPlain = code->second.ticket == ticket && !code->second.offer && code->second.language.isEmpty();
        if (isPlain && (oldest == m_codes.end() || code->second.until < oldest->second.until))
            oldest = code;
    }
    if (oldest != m_codes.end())
        m_codes.erase(oldest);
}

// Numbers are given once: whoever comes by a code that is open needs one, too.
bool GuestDesk::hasPlace(TicketId ticket) const
{
    static_assert(limits::kPeople >= 2 + limits::kGuests, "a room's list names all who belong to it");
    const auto room = m_rooms.find(ticket);
    const auto guests = room == m_rooms.end() ? 0 : static_cast<int>(room->second.guests.size());
    const auto open = static_cast<int>(
        std::ranges::count_if(m_codes, [&](const auto &entry) { return entry.second.ticket == ticket; }));
    const int lastPeer = room == m_rooms.end() ? kCitizenPeer : room->second.lastPeer;
    return guests + open < limits::kGuests && lastPeer + open < limits::kPeer;
}

// Somebody is picked out of the line: who may do that calls people by name, too. Whoever was asked by somebody else
// already answers that first.
std::optional<CallProblem> GuestDesk::fetch(ClerkId clerk, ConnectionKey connection,
                                            const protocol::clerk::FetchGuest &message)
{
    if (auto problem = mayRule(clerk, message.office, message.ticket, message.epoch))
        return problem;
    const broker::Record &record = m_world.record();
    if (!record.mayStaff(message.fromOffice, clerk) || !record.mayCallNamed(message.fromOffice, clerk))
        return CallProblem{ErrorCode::NotAuthorised, {}};
    const auto &tickets = record.office(message.fromOffice)->state.tickets;
    const auto waiting = tickets.find(message.fromTicket);
    const broker::Visit *visit = record.visit(message.fromTicket);
    if (waiting == tickets.end() || visit == nullptr)
        return CallProblem{ErrorCode::Gone, {}};
    const bool isAsked = std::ranges::any_of(m_codes, [&](const auto &entry) {
        const Code &code = entry.second;
        return code.offer && code.offer->to == message.fromTicket && code.ticket != message.ticket;
    });
    if (waiting->second.state != office::TicketState::Waiting || isAsked)
        return CallProblem{ErrorCode::WrongState, {}};
    endOffers([&](const Code &code) { return code.offer->to == message.fromTicket; });
    Room &room = m_rooms[message.ticket];
    room.clerk = connection;
    if (!hasRoom(message.ticket) || !hasPlace(message.ticket))
        return CallProblem{ErrorCode::RoomFull, {}};
    const QString code = newCode();
    const seconds lives = codeLives(message.ticket);
    const auto state = ticketState(record, *visit, m_world.broker.now());
    const QString name = visit->name.reveal().isEmpty() && state ? state->number : visit->name.reveal();
    const Offer offer{.to = message.fromTicket,
                      .peer = ++room.lastPeer,
                      .name = name,
                      .code = code,
                      .expiresAt = std::chrono::ceil<milliseconds>(m_world.broker.now() + lives)};
    const Code made{
        .ticket = message.ticket, .askedBy = message.id, .until = m_world.clock.monotonicNow() + lives, .offer = offer};
    m_codes.insert_or_assign(tokenHash(code), made);
    tellOffer(made);
    tellClerk(message.ticket);
    return std::nullopt;
}

void GuestDesk::tellOffer(const Code &code) const
{
    const auto room = m_rooms.find(code.offer->to);
    const broker::Visit *visit = m_world.record().visit(code.ticket);
    const auto state = visit == nullptr ? std::nullopt : ticketState(m_world.record(), *visit, m_world.broker.now());
    if (room == m_rooms.end() || !room->second.citizen || !state)
        return;
    m_world.toCitizen(*room->second.citizen,
                      protocol::citizen::GuestOffer{.code = code.offer->code,
                                                    .number = state->number,
                                                    .office = m_world.record().office(visit->office)->config.name,
                                                    .expiresAt = code.offer->expiresAt});
}

void GuestDesk::decline(TicketId waiting)
{
    endOffers([waiting](const Code &code) { return code.offer->to == waiting; });
}

// Both are told: whoever was asked, and the clerk who sees nobody invited any more.
void GuestDesk::endOffers(const std::function<bool(const Code &)> &which)
{
    std::vector<Code> ended;
    std::erase_if(m_codes, [&](const auto &entry) {
        const bool ends = entry.second.offer && which(entry.second);
        if (ends)
            ended.push_back(entry.second);
        return ends;
    });
    for (const Code &code : ended) {
        const auto room = m_rooms.find(code.offer->to);
        if (room != m_rooms.end() && room->second.citizen)
            m_world.toCitizen(*room->second.citizen, protocol::citizen::GuestOfferEnded{});
        if (m_rooms.contains(code.ticket))
            tellClerk(code.ticket);
    }
}

std::optional<TicketId> GuestDesk::offeredTo(const QString &code) const
{
    const auto found = m_codes.find(gateway::tokenHash(code));
    return found != m_codes.end() && found->second.offer ? std::optional(found->second.offer->to) : std::nullopt;
}

bool GuestDesk::isFull(const QString &code) const
{
    const auto found = m_codes.find(gateway::tokenHash(code));
    return found != m_codes.end() && !hasRoom(found->second.ticket);
}

bool GuestDesk::knock(ConnectionKey connection, const QByteArray &tokenHash, const protocol::citizen::Knock &message)
{
    if (!knows(tokenHash)) {
        const auto found = m_codes.find(gateway::tokenHash(message.code));
        if (found == m_codes.end() || found->second.until <= m_world.clock.monotonicNow() ||
            talking(found->second.ticket) == nullptr)
            return false;
        const Code code = found->second;
        m_codes.erase(found);
        enter(tokenHash, message.name, code);
    }
    const Place place = m_tokens.at(tokenHash);
    find(place.ticket, place.peer)->line = connection;
    m_lines.insert_or_assign(connection, place);
    m_world.outbox.setMessageLimit(connection, limits::kMessageBytesToServer);
    return true;
}

// Whom the clerk has picked from the line needs no admission.
void GuestDesk::enter(const QByteArray &tokenHash, const QString &name, const Code &code)
{
    Room &room = m_rooms[code.ticket];
    Guest guest{.peer = code.offer ? code.offer->peer : ++room.lastPeer,
                .tokenHash = tokenHash,
                .name = code.offer ? code.offer->name : Personal<QString>(name),
                .language = code.language,
                .isAdmitted = code.offer.has_value(),
                .since = m_world.broker.now()};
    m_tokens.insert_or_assign(tokenHash, Place{.ticket = code.ticket, .peer = guest.peer});
    room.guests.push_back(std::move(guest));
    if (!code.offer)
        return;
    if (const auto waiting = m_rooms.find(code.offer->to); waiting != m_rooms.end() && waiting->second.citizen)
        m_world.toCitizen(*waiting->second.citizen, protocol::citizen::GuestOfferEnded{});
}

std::optional<GuestSeat> GuestDesk::seat(TicketId ticket, const Guest &guest) const
{
    if (guest.colleague || !guest.isAdmitted || !guest.line || guest.control.onHold || talking(ticket) == nullptr)
        return std::nullopt;
    return GuestSeat{
        .ticket = ticket, .peer = guest.peer, .name = guest.name, .since = guest.since, .line = *guest.line};
}

std::vector<GuestSeat> GuestDesk::seats(TicketId ticket) const
{
    std::vector<GuestSeat> all;
    if (const auto room = m_rooms.find(ticket); room != m_rooms.end()) {
        for (const Guest &guest : room->second.guests) {
            if (auto one = seat(ticket, guest))
                all.push_back(*std::move(one));
        }
    }
    return all;
}

std::optional<GuestSeat> GuestDesk::seatOf(TicketId ticket, int peer) const
{
    const auto room = m_rooms.find(ticket);
    if (room == m_rooms.end())
        return std::nullopt;
    const auto guest = std::ranges::find(room->second.guests, peer, &Guest::peer);
    return guest == room->second.guests.end() ? std::nullopt : seat(ticket, *guest);
}

std::optional<GuestSeat> GuestDesk::seatOf(ConnectionKey connection) const
{
    const auto place = m_lines.find(connection);
    return place == m_lines.end() ? std::nullopt : seatOf(place->second.ticket, place->second.peer);
}

std::optional<GuestSeat> GuestDesk::seatOf(const QByteArray &tokenHash) const
{
    const auto place = m_tokens.find(tokenHash);
    return place == m_tokens.end() ? std::nullopt : seatOf(place->second.ticket, place->second.peer);
}

// Somebody who is called, or has gone, is not to be had any more.
void GuestDesk::published(const broker::OfficeChange &change)
{
    forEachParted(change, [this](TicketId ticket) { endAll(ticket); });
    endOffers([this](const Code &code) {
        const broker::Visit *visit = m_world.record().visit(code.offer->to);
        const office::Ticket *waiting = visit == nullptr ? nullptr : m_world.record().ticket(*visit);
        return waiting == nullptr || waiting->state != office::TicketState::Waiting;
    });
    for (const broker::EndedTicket &ended : change.ended) {
        endAll(ended.ticket);
        m_rooms.erase(ended.ticket);
    }
    for (const TicketId ticket : change.tickets) {
        const auto room = m_rooms.find(ticket);
        if (room != m_rooms.end() && !room->second.guests.empty())
            tell(ticket);
    }
}

} // namespace sprechtag::gateway
