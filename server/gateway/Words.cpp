// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/Words.h"

#include "server/gateway/World.h"
#include "shared/domain/town/Checklist.h"

#include <algorithm>

namespace sprechtag::gateway {

using namespace Qt::StringLiterals;
using protocol::ErrorCode;

QString spokenNumber(const QString &letter, std::uint32_t number)
{
    const QString digits = u"%1"_s.arg(number, 3, 10, QChar(u'0'));
    return letter.isEmpty() ? digits : letter + u' ' + digits;
}

protocol::OfficeCard officeCard(const broker::OfficeConfig &config, QDate today)
{
    const hours::Period *week = hours::periodOn(config.hours, today);
    return {.id = config.id,
            .name = config.name,
            .department = config.department,
            .letter = config.letter,
            .hours = week == nullptr ? QList<hours::Range>() : week->virtualRanges};
}

const town::Concern *concernOf(const broker::OfficeConfig &office, const std::optional<ConcernId> &id)
{
    const auto found = std::ranges::find_if(office.concerns, [&id](const auto &concern) { return concern.id == id; });
    return found == office.concerns.end() ? nullptr : &*found;
}

QList<town::Words> checklistOf(const broker::Record &record, const broker::Visit &visit)
{
    const office::Ticket *ticket = record.ticket(visit);
    const town::Concern *concern =
        ticket == nullptr ? nullptr : concernOf(record.office(visit.office)->config, ticket->concern);
    return concern == nullptr ? QList<town::Words>() : concern->checklist;
}

protocol::VisitCard visitCard(const broker::Record &record, const broker::Visit &visit)
{
    protocol::VisitCard card{
        .ticket = visit.ticket, .name = visit.name.reveal(), .concern = visit.concern.reveal(), .lang = visit.lang};
    card.note = visit.note.reveal();
    for (const town::Words &entry : checklistOf(record, visit))
        card.checklist.append({.words = entry, .ticked = town::isTicked(entry, visit.ticked.reveal())});
    const office::Ticket *ticket = record.ticket(visit);
    const broker::OfficeRecord *origin = ticket != nullptr && ticket->origin ? record.office(*ticket->origin) : nullptr;
    if (origin != nullptr)
        card.letter = origin->config.letter;
    return card;
}

namespace {

// As long as a change of an office takes, unless a backup is being made.
constexpr milliseconds kSealedFor{2000};

// Where the clerk would like to send the visitor, as it is there at this moment.
std::optional<protocol::citizen::TransferCard> transferCard(const broker::Record &record, const office::Ticket &ticket,
                                                            Instant now)
{
    const broker::OfficeRecord *target = ticket.transfer ? record.office(ticket.transfer->office) : nullptr;
    if (target == nullptr)
        return std::nullopt;
    return protocol::citizen::TransferCard{.to = target->config.id,
                                           .name = target->config.name,
                                           .ahead = office::peopleAheadOnArrival(target->state, ticket.drawnAt),
                                           .open = office::takesPeople(target->view, now)};
}

void tellDeadline(protocol::citizen::TicketStateMessage &message, const office::Ticket &ticket)
{
    if (ticket.state == office::TicketState::Called)
        message.enterBy = ticket.deadline;
    else if (ticket.state == office::TicketState::Missed)
        message.missedUntil = ticket.deadline;
    else if (ticket.state == office::TicketState::Parked && ticket.parked && ticket.deadline)
        message.parked = {.reason = *ticket.parked, .remindAt = *ticket.deadline};
}

} // namespace

std::optional<protocol::citizen::TicketStateMessage> ticketState(const broker::Record &record,
                                                                 const broker::Visit &visit, Instant now)
{
    const office::Ticket *ticket = record.ticket(visit);
    if (ticket == nullptr)
        return std::nullopt;
    const broker::OfficeRecord &office = *record.office(visit.office);
    // A number keeps the letter of the office that gave it.
    const broker::OfficeRecord *origin = ticket->origin ? record.office(*ticket->origin) : nullptr;
    const QString &letter = origin == nullptr ? office.config.letter : origin->config.letter;
    protocol::citizen::TicketStateMessage message{.ticket = visit.ticket,
                                                  .office = visit.office,
                                                  .seq = office.state.seq,
                                                  .number = spokenNumber(letter, ticket->number),
                                                  .state = ticket->state,
                                                  .rank = office::peopleAhead(office.state, visit.ticket),
                                                  .epoch = ticket->epoch,
                                                  .enterBy = {},
                                                  .clerkName = {},
                                                  .returned = {}};
    tellDeadline(message, *ticket);
    message.concern = ticket->concern;
    message.awayUntil = ticket->awayUntil;
    message.ticked = town::placesOf(visit.ticked.reveal(), checklistOf(record, visit));
    message.transfer = transferCard(record, *ticket, now);
    message.control = ticket->control;
    if (origin != nullptr)
        message.originName = origin->config.name;
    if (ticket->state == office::TicketState::Waiting)
        message.notBefore = ticket->notBefore;
    if (ticket->clerk)
        message.clerkName = record.clerkName(*ticket->clerk);
    const auto returned = office.returned.find(visit.ticket);
    if (ticket->state == office::TicketState::Waiting && returned != office.returned.end())
        message.returned = returned->second;
    return message;
}

protocol::citizen::EndReason endReason(const std::optional<office::LeaveReason> &left)
{
    using protocol::citizen::EndReason;
    if (!left)
        return EndReason::Finished;
    switch (*left) {
    case office::LeaveReason::Citizen:
    case office::LeaveReason::JoinedVisit:
        return EndReason::Left;
    case office::LeaveReason::Unreachable:
        return EndReason::Unreachable;
    case office::LeaveReason::OfficeClosed:
        return EndReason::OfficeClosed;
    case office::LeaveReason::Missed:
        return EndReason::Missed;
    case office::LeaveReason::AppointmentOffered:
        return EndReason::AppointmentOffered;
    case office::LeaveReason::HardEnd:
        return EndReason::HardEnd;
    }
    return EndReason::Unknown;
}

protocol::citizen::OfficeFeed officeFeed(const broker::Record &record, const broker::OfficeChange &change)
{
    const broker::OfficeRecord &office = *record.office(change.office);
    return {.office = change.office, .seq = office.state.seq, .view = office.view, .changes = change.lineChanges};
}

namespace {

QList<protocol::citizen::SpecialDay> specialDays(const QList<hours::Day> &days)
{
    QList<protocol::citizen::SpecialDay> special;
    for (const hours::Day &day : days) {
        if (day.virtualHours.reason != hours::Reason::Week)
            special.append({.day = day.date,
                            .ranges = day.virtualHours.ranges,
                            .holiday = day.holiday,
                            .note = day.virtualHours.note});
    }
    return special;
}

QList<protocol::citizen::ConcernCard> concernCards(const broker::OfficeConfig &config)
{
    QList<protocol::citizen::ConcernCard> cards;
    for (const town::Concern &concern : config.concerns)
        cards.append({.id = concern.id, .names = concern.names, .checklist = concern.checklist});
    return cards;
}

} // namespace

protocol::citizen::OverviewSnapshot overview(const broker::Record &record, Instant now)
{
    protocol::citizen::OverviewSnapshot snapshot;
    const hours::Calendar &calendar = record.town().calendar;
    const QDate today = hours::localDay(now, calendar.zone);
    for (const OfficeId id : record.offices()) {
        const broker::OfficeRecord &office = *record.office(id);
        const QList<hours::Day> days = hours::preview(office.config.hours, calendar, today, hours::kPreviewDays);
        snapshot.offices.append({.card = officeCard(office.config, today),
                                 .seq = office.state.seq,
                                 .hoursToday = days.first().virtualHours.ranges,
                                 .specialDays = specialDays(days),
                                 .nextOpening = hours::nextOpening(office.config.hours, calendar, now),
                                 .view = office.view,
                                 .concerns = concernCards(office.config),
                                 .hidesPosition = office.config.hidePosition,
                                 .isNameless = !office.config.askName,
                                 .texts = office.config.texts});
    }
    return snapshot;
}

void refresh(protocol::citizen::OverviewSnapshot &snapshot, const broker::Record &record)
{
    for (auto &shown : snapshot.offices) {
        const broker::OfficeRecord &office = *record.office(shown.card.id);
        shown.seq = office.state.seq;
        shown.view = office.view;
    }
}

protocol::clerk::OfficeSnapshot officeSnapshot(const broker::Record &record, OfficeId id, ClerkId reader, Instant now)
{
    const broker::OfficeRecord &office = *record.office(id);
    const QDate today = hours::localDay(now, record.town().calendar.zone);
    protocol::clerk::OfficeSnapshot snapshot{
        .card = officeCard(office.config, today), .clerks = {}, .state = office.state, .visits = {}};
    for (const ClerkId clerk : office.config.clerks) {
        if (const broker::ClerkName *name = record.clerk(clerk))
            snapshot.clerks.append({.id = name->id, .login = name->login, .name = name->name});
    }
    for (const auto &[ticket, unused] : office.state.tickets) {
        if (const broker::Visit *visit = record.visit(ticket))
            snapshot.visits.append(visitCard(record, *visit));
    }
    snapshot.mayCallNamed = record.mayCallNamed(id, reader);
    return snapshot;
}

protocol::clerk::OfficeVisits officeVisits(const broker::Record &record, OfficeId office,
                                           const std::set<TicketId> &tickets)
{
    protocol::clerk::OfficeVisits message{.office = office, .visits = {}};
    for (const TicketId ticket : tickets) {
        if (const broker::Visit *visit = record.visit(ticket))
            message.visits.append(visitCard(record, *visit));
    }
    return message;
}

std::set<TicketId> withChecklist(const broker::Record &record, OfficeId office)
{
    std::set<TicketId> tickets;
    for (const auto &[ticket, unused] : record.office(office)->state.tickets) {
        const broker::Visit *visit = record.visit(ticket);
        if (visit != nullptr && !checklistOf(record, *visit).isEmpty())
            tickets.insert(ticket);
    }
    return tickets;
}

protocol::clerk::OfficeFacts officeFacts(const broker::Record &record, OfficeId office, const office::Facts &facts)
{
    protocol::clerk::OfficeFacts message{.office = office, .facts = facts, .visits = {}};
    for (const office::Fact &fact : facts) {
        const bool isNew = std::holds_alternative<office::TicketDrawn>(fact.body) ||
                           std::holds_alternative<office::TicketReceived>(fact.body);
        const broker::Visit *visit = isNew ? record.visit(*office::ticketOf(fact.body)) : nullptr;
        if (visit != nullptr)
            message.visits.append(visitCard(record, *visit));
    }
    return message;
}

namespace {

protocol::clerk::Neighbour neighbour(const broker::Record &record, const broker::OfficeRecord &office, Instant drawnAt)
{
    protocol::clerk::Neighbour found{.id = office.config.id,
                                     .name = office.config.name,
                                     .department = office.config.department,
                                     .letter = office.config.letter,
                                     .view = office.view,
                                     .ahead = office::peopleAheadOnArrival(office.state, drawnAt),
                                     .clerks = {}};
    for (const ClerkId clerk : office.config.clerks) {
        const auto desk = office.state.clerks.find(clerk);
        const bool present = desk != office.state.clerks.end() && desk->second.state == office::ClerkState::Present;
        found.clerks.append({.card = {.id = clerk, .login = {}, .name = record.clerkName(clerk)}, .present = present});
    }
    return found;
}

} // namespace

QList<protocol::clerk::Neighbour> neighbours(const broker::Record &record, OfficeId own, Instant drawnAt)
{
    QList<protocol::clerk::Neighbour> offices;
    for (const OfficeId id : record.offices()) {
        if (id != own)
            offices.append(neighbour(record, *record.office(id), drawnAt));
    }
    return offices;
}

std::optional<protocol::ErrorMessage> errorOf(const broker::Record &record, const QString &re,
                                              const broker::Outcome &outcome, Listener listener)
{
    protocol::ErrorMessage error{.re = re,
                                 .code = ErrorCode::BadRequest,
                                 .field = {},
                                 .clerk = {},
                                 .clerkName = {},
                                 .ticket = {},
                                 .afterSeconds = {}};
    switch (outcome.verdict) {
    case broker::Verdict::Conflict:
        error.code = ErrorCode::Conflict;
        return error;
    case broker::Verdict::NotAuthorised:
        error.code = ErrorCode::NotAuthorised;
        return error;
    case broker::Verdict::UnknownOffice:
        error.field = u"office"_s;
        return error;
    case broker::Verdict::Sealed:
        return tryLater(re, kSealedFor);
    case broker::Verdict::NoTicket:
        error.code = ErrorCode::NoTicket;
        return error;
    case broker::Verdict::NoRoom:
        return storageFull(re);
    case broker::Verdict::Answered:
        break;
    }
    const auto &refusal = outcome.answer.refusal;
    if (!refusal)
        return std::nullopt;
    error.code = protocol::errorCode(refusal->code);
    if (listener == Listener::Clerk) {
        error.clerk = refusal->clerk;
        error.clerkName = refusal->clerk ? record.clerkName(*refusal->clerk) : QString();
        error.ticket = refusal->ticket;
    }
    return error;
}

protocol::ChangeLine changeLine(const broker::LoggedChange &change, qsizetype mostCharacters)
{
    protocol::ChangeLine line{.seq = change.seq,
                              .at = change.at,
                              .clerk = change.clerkName,
                              .kind = change.kind,
                              .id = change.id,
                              .version = change.version,
                              .action = broker::actionName(change.action),
                              .fields = {}};
    for (const broker::FieldChange &field : change.fields)
        line.fields.append({field.field, field.before.left(mostCharacters), field.after.left(mostCharacters)});
    return line;
}

protocol::CallIce callIce(const QString &re, const broker::IceGrant &grant, protocol::IcePolicy policy)
{
    protocol::CallIce message{
        .re = re, .servers = {}, .policy = policy, .ttlSeconds = static_cast<int>(grant.ttl.count())};
    for (const broker::IceGrant::Server &server : grant.servers) {
        message.servers.append({.urls = server.urls,
                                .username = server.username,
                                .credential = QString::fromLatin1(server.credential.reveal())});
    }
    return message;
}

} // namespace sprechtag::gateway
