// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/TextDesk.h"

#include "server/gateway/Meeting.h"
#include "shared/protocol/Limits.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace sprechtag::gateway {

namespace limits = protocol::limits;
using protocol::kCitizenPeer;
using protocol::kClerkPeer;
using protocol::LineStage;
using protocol::Speaker;
using protocol::SpokenLine;

namespace {

constexpr int kOpenOfOne = 100; // lines that somebody has begun and not finished

int peerOf(const SpokenLine &line)
{
    switch (line.from) {
    case Speaker::Clerk:
        return kClerkPeer;
    case Speaker::Citizen:
        return kCitizenPeer;
    case Speaker::Guest:
        break;
    }
    return line.peer;
}

qsizetype lengthOf(const SpokenLine &line)
{
    return line.written.text.reveal().size();
}

} // namespace

TextDesk::TextDesk(World &world, const ClerkLines &clerks, const GuestDesk &guests)
    : m_world(world)
    , m_clerks(clerks)
    , m_guests(guests)
{
}

void TextDesk::citizenBound(TicketId ticket, ConnectionKey connection)
{
    m_talks[ticket].citizen = connection;
    tellAll(ticket, kCitizenPeer);
}

void TextDesk::citizenGone(TicketId ticket)
{
    if (const auto talk = m_talks.find(ticket); talk != m_talks.end())
        talk->second.citizen.reset();
}

void TextDesk::clerkBound(TicketId ticket, ConnectionKey connection)
{
    m_talks[ticket].clerk = connection;
    tellAll(ticket, kClerkPeer);
}

std::optional<CallProblem> TextDesk::fromCitizen(const broker::Visit &visit, const protocol::citizen::TextLine &message)
{
    if (auto problem = meetingOfCitizen(m_world.record(), visit, message.epoch).problem)
        return problem;
    take(visit, m_talks[visit.ticket],
         {.from = Speaker::Citizen, .written = message.written, .at = m_world.broker.now()});
    return std::nullopt;
}

std::optional<CallProblem> TextDesk::fromClerk(ClerkId clerk, ConnectionKey connection,
                                               const protocol::clerk::TextLine &message)
{
    const Meeting meeting = meetingOfClerk(m_world.record(), clerk, message.office, message.ticket, message.epoch);
    if (meeting.problem)
        return meeting.problem;
    Talk &talk = m_talks[message.ticket];
    talk.clerk = connection;
    take(*meeting.visit, talk, {.from = Speaker::Clerk, .written = message.written, .at = m_world.broker.now()});
    return std::nullopt;
}

void TextDesk::guestBound(ConnectionKey connection) const
{
    if (const auto guest = m_guests.seatOf(connection); guest && m_talks.contains(guest->ticket))
        tellAll(guest->ticket, guest->peer);
}

std::optional<CallProblem> TextDesk::fromGuest(ConnectionKey connection, const protocol::citizen::TextLine &message)
{
    const auto guest = m_guests.seatOf(connection);
    const broker::Visit *visit = guest ? m_world.record().visit(guest->ticket) : nullptr;
    if (visit == nullptr)
        return CallProblem{protocol::ErrorCode::WrongState, {}};
    if (auto problem = meetingOfCitizen(m_world.record(), *visit, message.epoch).problem)
        return problem;
    take(*visit, m_talks[visit->ticket],
         {.from = Speaker::Guest,
          .written = message.written,
          .at = m_world.broker.now(),
          .peer = guest->peer,
          .name = guest->name});
    return std::nullopt;
}

void TextDesk::published(const broker::OfficeChange &change)
{
    forEachParted(change, [this](TicketId ticket) {
        if (const auto talk = m_talks.find(ticket); talk != m_talks.end())
            talk->second =
                Talk{.citizen = talk->second.citizen, .clerk = {}, .done = {}, .growing = {}, .open = {}, .chars = {}};
    });
    for (const broker::EndedTicket &ended : change.ended)
        m_talks.erase(ended.ticket);
}

// What is done is told to its writer too, who says it again until it is.
void TextDesk::take(const broker::Visit &visit, Talk &talk, const SpokenLine &spoken)
{
    const int from = peerOf(spoken);
    const auto sameLine = [from, &spoken](const Entry &known) {
        return peerOf(known.line) == from && known.line.written.line == spoken.written.line;
    };
    const auto known = std::ranges::find_if(talk.done, sameLine);
    if (known != talk.done.end())
        return tell(visit, talk, from, {known->line});
    const Entry entry{.line = spoken, .begun = begun(talk, spoken)};
    const auto growing = talk.growing.find(from);
    const bool grewBefore = growing != talk.growing.end() && sameLine(growing->second);
    if (spoken.written.stage != LineStage::Done) {
        talk.growing.insert_or_assign(from, entry);
    } else {
        if (grewBefore)
            talk.growing.erase(growing);
        talk.open.erase({from, spoken.written.line});
        keep(talk, entry);
        tell(visit, talk, from, {spoken});
    }
    tellOthers(visit, talk, entry);
}

// A line that is done late, after a newer one was begun, is as old as it is.
Instant TextDesk::begun(Talk &talk, const SpokenLine &line)
{
    const int from = peerOf(line);
    const Instant begun = talk.open.try_emplace({from, line.written.line}, line.at).first->second;
    // Of each person's own: nobody makes another one's line look newer than it is.
    const auto first = talk.open.lower_bound({from, std::numeric_limits<qint64>::min()});
    const auto last = talk.open.upper_bound({from, std::numeric_limits<qint64>::max()});
    if (std::distance(first, last) > kOpenOfOne)
        talk.open.erase(first);
    return begun;
}

void TextDesk::keep(Talk &talk, const Entry &entry)
{
    talk.done.push_back(entry);
    talk.chars += lengthOf(entry.line);
    while (talk.done.size() > static_cast<std::size_t>(limits::kTextLinesKept) || talk.chars > limits::kTextCharsKept) {
        talk.chars -= lengthOf(talk.done.front().line);
        talk.done.pop_front();
    }
}

// A line holds what was typed of it before: whoever was not there then is not told of it.
void TextDesk::tellOthers(const broker::Visit &visit, const Talk &talk, const Entry &entry) const
{
    const SpokenLine &line = entry.line;
    for (const int peer : {kClerkPeer, kCitizenPeer}) {
        if (peer != peerOf(line))
            tell(visit, talk, peer, {line});
    }
    for (const GuestSeat &guest : m_guests.seats(visit.ticket)) {
        if (guest.peer != peerOf(line) && entry.begun >= guest.since)
            m_world.toCitizen(guest.line, protocol::citizen::TextLines{.lines = {line}});
    }
}

// Whoever is not there now is told on coming back.
void TextDesk::tell(const broker::Visit &visit, const Talk &talk, int to, const QList<SpokenLine> &lines) const
{
    const office::Ticket *ticket = m_world.record().ticket(visit);
    if (to == kCitizenPeer) {
        if (talk.citizen)
            m_world.toCitizen(*talk.citizen, protocol::citizen::TextLines{.lines = lines});
    } else if (to != kClerkPeer) {
        if (const auto guest = m_guests.seatOf(visit.ticket, to))
            m_world.toCitizen(guest->line, protocol::citizen::TextLines{.lines = lines});
    } else if (ticket != nullptr && ticket->clerk) {
        if (const auto clerk = m_clerks.lineOf(*ticket->clerk, talk.clerk))
            m_world.toClerk(*clerk, protocol::clerk::TextLines{.ticket = visit.ticket, .lines = lines});
    }
}

void TextDesk::tellAll(TicketId ticket, int to) const
{
    const Talk &talk = m_talks.at(ticket);
    const broker::Visit *visit = m_world.record().visit(ticket);
    const auto guest = m_guests.seatOf(ticket, to);
    QList<SpokenLine> lines;
    const auto add = [&](const Entry &entry) {
        if (!guest || entry.begun >= guest->since)
            lines.append(entry.line);
    };
    for (const Entry &entry : talk.done)
        add(entry);
    for (const auto &[from, entry] : talk.growing) {
        // Of a guest who has left nothing grows any more.
        if (from == kClerkPeer || from == kCitizenPeer || m_guests.seatOf(ticket, from))
            add(entry);
    }
    if (visit != nullptr && !lines.isEmpty())
        tell(*visit, talk, to, lines);
}

} // namespace sprechtag::gateway
