// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/OfficeCodec.h"

namespace sprechtag::protocol::wire {
namespace {

constexpr int kDurationMinutes = limits::kDurationSeconds / 60;

seconds readSeconds(const Value &value)
{
    return seconds{value.integer(0, limits::kDurationSeconds)};
}

//! A visit may run over midnight, but the core keeps whatever it measured.
seconds readMeasuredSeconds(const Value &value)
{
    return seconds{value.integer(-limits::kSafeInteger, limits::kSafeInteger)};
}

minutes readMinutes(const Value &value)
{
    return minutes{value.integer(0, kDurationMinutes)};
}

std::int64_t readRank(const Value &value)
{
    return value.integer(-limits::kSafeInteger, limits::kSafeInteger);
}

std::optional<Instant> readOptionalInstant(const Value &value)
{
    return value.optional([](const Value &v) { return v.instant(); });
}

office::Settings readSettings(const Value &value)
{
    return {.enterWithin = readSeconds(value["enter_within_s"_L1]),
            .clerkGrace = readSeconds(value["clerk_grace_s"_L1]),
            .citizenGrace = readSeconds(value["citizen_grace_s"_L1]),
            .unreachableUntil = readMinutes(value["unreachable_until_min"_L1]),
            .notCalledAfterMiss = readMinutes(value["not_called_after_miss_min"_L1]),
            .maxCalls = value["max_calls"_L1].count<std::uint32_t>(),
            .queueLimit = value["queue_limit"_L1].optional([](const Value &v) { return v.count<std::uint32_t>(); }),
            .lastNumber = value["last_number"_L1].count<std::uint32_t>()};
}

QJsonObject settingsJson(const office::Settings &settings)
{
    return Fields()
        .add("enter_within_s"_L1, settings.enterWithin)
        .add("clerk_grace_s"_L1, settings.clerkGrace)
        .add("citizen_grace_s"_L1, settings.citizenGrace)
        .add("unreachable_until_min"_L1, settings.unreachableUntil)
        .add("not_called_after_miss_min"_L1, settings.notCalledAfterMiss)
        .add("max_calls"_L1, settings.maxCalls)
        .add("queue_limit"_L1, settings.queueLimit)
        .add("last_number"_L1, settings.lastNumber)
        .object();
}

std::pair<TicketId, office::Ticket> readTicket(const Value &value)
{
    return {value["id"_L1].id<TicketTag>(),
            {.number = value["number"_L1].count<std::uint32_t>(),
             .day = value["day"_L1].count<office::ServiceDay>(),
             .state = value["state"_L1].choice<office::TicketState>(),
             .line = value["line"_L1].choice<office::Line>(),
             .rank = readRank(value["rank"_L1]),
             .epoch = value["epoch"_L1].epoch(),
             .clerk = value["clerk"_L1].optional([](const Value &v) { return v.id<ClerkTag>(); }),
             .lapsedCalls = value["lapsed_calls"_L1].count<std::uint32_t>(),
             .entered = value["entered"_L1].flag(),
             .lineFailed = value["line_failed"_L1].flag(),
             .drawnAt = value["drawn_at"_L1].instant(),
             .calledAt = value["called_at"_L1].instant(),
             .enteredAt = value["entered_at"_L1].instant(),
             .lineLostAt = value["line_lost_at"_L1].instant(),
             .deadline = readOptionalInstant(value["deadline"_L1]),
             .notBefore = readOptionalInstant(value["not_before"_L1])}};
}

QJsonObject ticketJson(const std::pair<const TicketId, office::Ticket> &entry)
{
    const auto &[id, ticket] = entry;
    return Fields()
        .add("id"_L1, id)
        .add("number"_L1, ticket.number)
        .add("day"_L1, ticket.day)
        .add("state"_L1, ticket.state)
        .add("line"_L1, ticket.line)
        .add("rank"_L1, ticket.rank)
        .add("epoch"_L1, ticket.epoch)
        .add("clerk"_L1, ticket.clerk)
        .add("lapsed_calls"_L1, ticket.lapsedCalls)
        .add("entered"_L1, ticket.entered)
        .add("line_failed"_L1, ticket.lineFailed)
        .add("drawn_at"_L1, ticket.drawnAt)
        .add("called_at"_L1, ticket.calledAt)
        .add("entered_at"_L1, ticket.enteredAt)
        .add("line_lost_at"_L1, ticket.lineLostAt)
        .add("deadline"_L1, ticket.deadline)
        .add("not_before"_L1, ticket.notBefore)
        .object();
}

std::pair<ClerkId, office::Clerk> readClerk(const Value &value)
{
    return {value["id"_L1].id<ClerkTag>(),
            {.state = value["state"_L1].choice<office::ClerkState>(),
             .pausedBeforeLoss = value["paused_before_loss"_L1].flag(),
             .lostAt = value["lost_at"_L1].instant(),
             .ticket = value["ticket"_L1].optional([](const Value &v) { return v.id<TicketTag>(); })}};
}

QJsonObject clerkJson(const std::pair<const ClerkId, office::Clerk> &entry)
{
    const auto &[id, clerk] = entry;
    return Fields()
        .add("id"_L1, id)
        .add("state"_L1, clerk.state)
        .add("paused_before_loss"_L1, clerk.pausedBeforeLoss)
        .add("lost_at"_L1, clerk.lostAt)
        .add("ticket"_L1, clerk.ticket)
        .object();
}

std::pair<std::int64_t, TicketId> readLinePlace(const Value &value)
{
    return {readRank(value["rank"_L1]), value["ticket"_L1].id<TicketTag>()};
}

QJsonObject linePlaceJson(const std::pair<const std::int64_t, TicketId> &place)
{
    return Fields().add("rank"_L1, place.first).add("ticket"_L1, place.second).object();
}

office::Counts readCounts(const Value &value)
{
    return {.issued = value["issued"_L1].sequence(),
            .finished = value["finished"_L1].sequence(),
            .left = value["left"_L1].sequence(),
            .missed = value["missed"_L1].sequence(),
            .closed = value["closed"_L1].sequence()};
}

QJsonObject countsJson(const office::Counts &counts)
{
    return Fields()
        .add("issued"_L1, counts.issued)
        .add("finished"_L1, counts.finished)
        .add("left"_L1, counts.left)
        .add("missed"_L1, counts.missed)
        .add("closed"_L1, counts.closed)
        .object();
}

//! A list of pairs with different keys as a map; the same key twice is refused.
template <typename Key, typename T>
std::map<Key, T> mapOf(const Value &value, const QList<std::pair<Key, T>> &entries)
{
    std::map<Key, T> map{entries.begin(), entries.end()};
    if (map.size() != static_cast<std::size_t>(entries.size()))
        value.refuse();
    return map;
}

} // namespace

office::OfficeState readOfficeState(const Value &value)
{
    const Value clerks = value["clerks"_L1];
    const Value tickets = value["tickets"_L1];
    const Value line = value["line"_L1];
    const auto services = value["services_s"_L1].list(office::kServicesRemembered, readMeasuredSeconds);
    return {.settings = readSettings(value["settings"_L1]),
            .seq = value["seq"_L1].sequence(),
            .open = value["open"_L1].flag(),
            .intake = value["intake"_L1].choice<office::Intake>(),
            .clerks = mapOf(clerks, clerks.list(limits::kClerks, readClerk)),
            .tickets = mapOf(tickets, tickets.list(limits::kTickets, readTicket)),
            .line = mapOf(line, line.list(limits::kTickets, readLinePlace)),
            .day = value["day"_L1].count<office::ServiceDay>(),
            .lastNumber = value["last_number"_L1].count<std::uint32_t>(),
            .nextRank = readRank(value["next_rank"_L1]),
            .services = {services.begin(), services.end()},
            .counts = readCounts(value["counts"_L1])};
}

QJsonObject officeStateJson(const office::OfficeState &state)
{
    return Fields()
        .add("settings"_L1, settingsJson(state.settings))
        .add("seq"_L1, state.seq)
        .add("open"_L1, state.open)
        .add("intake"_L1, state.intake)
        .addList("clerks"_L1, state.clerks, clerkJson)
        .addList("tickets"_L1, state.tickets, ticketJson)
        .addList("line"_L1, state.line, linePlaceJson)
        .add("day"_L1, state.day)
        .add("last_number"_L1, state.lastNumber)
        .add("next_rank"_L1, state.nextRank)
        .addList("services_s"_L1, state.services, [](seconds length) { return json(length); })
        .add("counts"_L1, countsJson(state.counts))
        .object();
}

} // namespace sprechtag::protocol::wire
