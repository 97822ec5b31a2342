// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/TextDesk.h"

#include "server/gateway/Meeting.h"
#include "shared/protocol/Limits.h"

#include <algorithm>

namespace sprechtag::gateway {

namespace limits = protocol::limits;
using protocol::LineStage;
using protocol::Speaker;
using protocol::SpokenLine;

namespace {

Speaker otherThan(Speaker speaker)
{
    return speaker == Speaker::Citizen ? Speaker::Clerk : Speaker::Citizen;
}

qsizetype lengthOf(const SpokenLine &line)
{
    return line.written.text.reveal().size();
}

} // namespace

TextDesk::TextDesk(World &world, const ClerkLines &clerks)
    : m_world(world)
    , m_clerks(clerks)
{
}

void TextDesk::citizenBound(TicketId ticket, ConnectionKey connection)
{
    m_talks[ticket].citizen = connection;
    tellAll(ticket, Speaker::Citizen);
}

void TextDesk::citizenGone(TicketId ticket)
{
    if (const auto talk = m_talks.find(ticket); talk != m_talks.end())
        talk->second.citizen.reset();
}

void TextDesk::clerkBound(TicketId ticket, ConnectionKey connection)
{
    m_talks[ticket].clerk = connection;
    tellAll(ticket, Speaker::Clerk);
}

std::optional<CallProblem> TextDesk::fromCitizen(const broker::Visit &visit, const protocol::citizen::TextLine &message)
{
    if (auto problem = meetingOfCitizen(m_world.record(), visit, message.epoch).problem)
        return problem;
    take(visit, m_talks[visit.ticket], Speaker::Citizen, message.written);
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
    take(*meeting.visit, talk, Speaker::Clerk, message.written);
    return std::nullopt;
}

void TextDesk::published(const broker::OfficeChange &change)
{
    forEachParted(change, [this](TicketId ticket) {
        if (const auto talk = m_talks.find(ticket); talk != m_talks.end())
            talk->second = Talk{.citizen = talk->second.citizen, .clerk = {}, .done = {}, .growing = {}, .chars = {}};
    });
    for (const broker::EndedTicket &ended : change.ended)
        m_talks.erase(ended.ticket);
}

// What is done is told to its writer too, who says it again until it is.
void TextDesk::take(const broker::Visit &visit, Talk &talk, Speaker from, const protocol::WrittenLine &line)
{
    const auto sameLine = [from, &line](const SpokenLine &known) {
        return known.from == from && known.written.line == line.line;
    };
    const auto known = std::ranges::find_if(talk.done, sameLine);
    if (known != talk.done.end())
        return tell(visit, talk, from, {*known});
    const SpokenLine spoken{.from = from, .written = line, .at = m_world.broker.now()};
    const auto growing = talk.growing.find(from);
    const bool grewBefore = growing != talk.growing.end() && sameLine(growing->second);
    if (line.stage != LineStage::Done) {
        talk.growing.insert_or_assign(from, spoken);
    } else {
        if (grewBefore)
            talk.growing.erase(growing);
        keep(talk, spoken);
        tell(visit, talk, from, {spoken});
    }
    tell(visit, talk, otherThan(from), {spoken});
}

void TextDesk::keep(Talk &talk, const SpokenLine &line)
{
    talk.done.push_back(line);
    talk.chars += lengthOf(line);
    while (talk.done.size() > static_cast<std::size_t>(limits::kTextLinesKept) || talk.chars > limits::kTextCharsKept) {
        talk.chars -= lengthOf(talk.done.front());
        talk.done.pop_front();
    }
}

// Whoever is not there now is told on coming back.
void TextDesk::tell(const broker::Visit &visit, const Talk &talk, Speaker to, const QList<SpokenLine> &lines) const
{
    const office::Ticket *ticket = m_world.record().ticket(visit);
    if (to == Speaker::Citizen) {
        if (talk.citizen)
            m_world.toCitizen(*talk.citizen, protocol::citizen::TextLines{.lines = lines});
    } else if (ticket != nullptr && ticket->clerk) {
        if (const auto clerk = m_clerks.lineOf(*ticket->clerk, talk.clerk))
            m_world.toClerk(*clerk, protocol::clerk::TextLines{.ticket = visit.ticket, .lines = lines});
    }
}

void TextDesk::tellAll(TicketId ticket, Speaker to) const
{
    const Talk &talk = m_talks.at(ticket);
    const broker::Visit *visit = m_world.record().visit(ticket);
    QList<SpokenLine> lines(talk.done.begin(), talk.done.end());
    for (const auto &[from, line] : talk.growing)
        lines.append(line);
    if (visit != nullptr && !lines.isEmpty())
        tell(*visit, talk, to, lines);
}

} // namespace sprechtag::gateway
