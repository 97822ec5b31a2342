// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/StateCodec.h"

#include "shared/protocol/ControlWires.h"
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
    return seconds{value.integer(0, limits::kSafeInteger)};
}

minutes readMinutes(const Value &value)
{
    return minutes{value.integer(0, kDurationMinutes)};
}

std::optional<Instant> readOptionalInstant(const Value &value)
{
    return value.optional([](const Value &v) { return v.instant(); });
}

template <typename Tag>
std::optional<Id<Tag>> readOptionalId(const Value &value)
{
    return value.optional([](const Value &v) { return v.id<Tag>(); });
}

office::Settings readSettings(const Value &value)
{
    return {.enterWithin = readSeconds(value["enter_within_s"_L1]),
            .clerkGrace = readSeconds(value["clerk_grace_s"_L1]),
            .citizenGrace = readSeconds(value["citizen_grace_s"_L1]),
            .unreachableUntil = readMinutes(value["unreachable_until_min"_L1]),
            .notCalledAfterMiss = readMinutes(value["not_called_after_miss_min"_L1]),
            .maxCalls = value["max_calls"_L1].count<std::uint32_t>(),
            .missedListed = readMinutes(value["missed_listed_min"_L1]),
            .awayAtMost = readMinutes(value["away_at_most_min"_L1]),
            .appointmentEarly = readMinutes(value["appointment_early_min"_L1]),
            .appointmentLate = readMinutes(value["appointment_late_min"_L1]),
            .parkReminder = readMinutes(value["park_reminder_min"_L1]),
            .reservedAtMost = readMinutes(value["reserved_at_most_min"_L1]),
            .overtakenAtMost = value["overtaken_at_most"_L1].count<std::uint32_t>(),
            .queueLimit = value["queue_limit"_L1].optional([](const Value &v) { return v.count<std::uint32_t>(); }),
            .lastNumber = value["last_number"_L1].count<std::uint32_t>(),
            .opensByHours = value["opens_by_hours"_L1].flag(),
            .hardEndAfter = readMinutes(value["hard_end_after_min"_L1]),
            .defaultService = value["default_service_s"_L1].optional(readSeconds)};
}

// How long a code lives is asked where codes are made, never of a state: older ones do not say it.
QJsonObject settingsJson(const office::Settings &settings)
{
    return Fields()
        .add("enter_within_s"_L1, settings.enterWithin)
        .add("clerk_grace_s"_L1, settings.clerkGrace)
        .add("citizen_grace_s"_L1, settings.citizenGrace)
        .add("unreachable_until_min"_L1, settings.unreachableUntil)
        .add("not_called_after_miss_min"_L1, settings.notCalledAfterMiss)
        .add("max_calls"_L1, settings.maxCalls)
        .add("missed_listed_min"_L1, settings.missedListed)
        .add("away_at_most_min"_L1, settings.awayAtMost)
        .add("appointment_early_min"_L1, settings.appointmentEarly)
        .add("appointment_late_min"_L1, settings.appointmentLate)
        .add("park_reminder_min"_L1, settings.parkReminder)
        .add("reserved_at_most_min"_L1, settings.reservedAtMost)
        .add("overtaken_at_most"_L1, settings.overtakenAtMost)
        .add("queue_limit"_L1, settings.queueLimit)
        .add("last_number"_L1, settings.lastNumber)
        .add("opens_by_hours"_L1, settings.opensByHours)
        .add("hard_end_after_min"_L1, settings.hardEndAfter)
        .add("default_service_s"_L1, settings.defaultService)
        .object();
}

office::TransferTarget readTarget(const Value &value)
{
    return {.office = value["office"_L1].id<OfficeTag>(), .clerk = readOptionalId<ClerkTag>(value["clerk"_L1])};
}

std::pair<TicketId, office::Ticket> readTicket(const Value &value)
{
    return {value["id"_L1].id<TicketTag>(),
            {.number = value["number"_L1].count<std::uint32_t>(),
             .day = value["day"_L1].count<office::ServiceDay>(),
             .origin = readOptionalId<OfficeTag>(value["origin"_L1]),
             .state = value["state"_L1].choice<office::TicketState>(),
             .line = value["line"_L1].choice<office::Line>(),
             .standing = value["standing"_L1].choice<office::Standing>(),
             .rank = readRank(value["rank"_L1]),
             .epoch = value["epoch"_L1].epoch(),
             .clerk = readOptionalId<ClerkTag>(value["clerk"_L1]),
             .lapsedCalls = value["lapsed_calls"_L1].count<std::uint32_t>(),
             .overtaken = value["overtaken"_L1].count<std::uint32_t>(),
             .entered = value["entered"_L1].flag(),
             .lineFailed = value["line_failed"_L1].flag(),
             .reminded = value["reminded"_L1].flag(),
             .served = readMeasuredSeconds(value["served_s"_L1]),
             .drawnAt = value["drawn_at"_L1].instant(),
             .calledAt = value["called_at"_L1].instant(),
             .enteredAt = value["entered_at"_L1].instant(),
             .lineLostAt = value["line_lost_at"_L1].instant(),
             .deadline = readOptionalInstant(value["deadline"_L1]),
             .notBefore = readOptionalInstant(value["not_before"_L1]),
             .awayUntil = readOptionalInstant(value["away_until"_L1]),
             .concern = readOptionalId<ConcernTag>(value["concern"_L1]),
             .appointment = readOptionalInstant(value["appointment"_L1]),
             .parked = value["parked"_L1].optional([](const Value &v) { return v.choice<office::ParkReason>(); }),
             .parkedAt = readOptionalInstant(value["parked_at"_L1]),
             .reservedFor = readOptionalId<ClerkTag>(value["reserved_for"_L1]),
             .reservedUntil = readOptionalInstant(value["reserved_until"_L1]),
             .transfer = value["transfer"_L1].optional(readTarget),
             .control = readControlOf(value),
             .sightedBy = readOptionalId<ClerkTag>(value["sighted_by"_L1])}};
}

// What a ticket has only at times.
void addTimely(Fields &fields, const office::Ticket &ticket)
{
    fields.add("origin"_L1, ticket.origin)
        .add("clerk"_L1, ticket.clerk)
        .add("deadline"_L1, ticket.deadline)
        .add("not_before"_L1, ticket.notBefore)
        .add("away_until"_L1, ticket.awayUntil)
        .add("concern"_L1, ticket.concern)
        .add("appointment"_L1, ticket.appointment)
        .add("parked"_L1, ticket.parked)
        .add("parked_at"_L1, ticket.parkedAt)
        .add("reserved_for"_L1, ticket.reservedFor)
        .add("reserved_until"_L1, ticket.reservedUntil);
    if (ticket.transfer) {
        const Fields target =
            Fields().add("office"_L1, ticket.transfer->office).add("clerk"_L1, ticket.transfer->clerk);
        fields.add("transfer"_L1, target.object());
    }
    addControl(fields, ticket.control);
    fields.add("sighted_by"_L1, ticket.sightedBy);
}

QJsonObject ticketJson(const std::pair<const TicketId, office::Ticket> &entry)
{
    const auto &[id, ticket] = entry;
    Fields fields;
    fields.add("id"_L1, id)
        .add("number"_L1, ticket.number)
        .add("day"_L1, ticket.day)
        .add("state"_L1, ticket.state)
        .add("line"_L1, ticket.line)
        .add("standing"_L1, ticket.standing)
        .add("rank"_L1, ticket.rank)
        .add("epoch"_L1, ticket.epoch)
        .add("lapsed_calls"_L1, ticket.lapsedCalls)
        .add("overtaken"_L1, ticket.overtaken)
        .add("entered"_L1, ticket.entered)
        .add("line_failed"_L1, ticket.lineFailed)
        .add("reminded"_L1, ticket.reminded)
        .add("served_s"_L1, ticket.served)
        .add("drawn_at"_L1, ticket.drawnAt)
        .add("called_at"_L1, ticket.calledAt)
        .add("entered_at"_L1, ticket.enteredAt)
        .add("line_lost_at"_L1, ticket.lineLostAt);
    addTimely(fields, ticket);
    return fields.object();
}

std::pair<ClerkId, office::Clerk> readClerk(const Value &value)
{
    return {value["id"_L1].id<ClerkTag>(),
            {.state = value["state"_L1].choice<office::ClerkState>(),
             .pausedBeforeLoss = value["paused_before_loss"_L1].flag(),
             .pause = value["pause"_L1].choice<office::PauseReason>(),
             .backAt = readOptionalInstant(value["back_at"_L1]),
             .lostAt = value["lost_at"_L1].instant(),
             .ticket = readOptionalId<TicketTag>(value["ticket"_L1])}};
}

QJsonObject clerkJson(const std::pair<const ClerkId, office::Clerk> &entry)
{
    const auto &[id, clerk] = entry;
    return Fields()
        .add("id"_L1, id)
        .add("state"_L1, clerk.state)
        .add("paused_before_loss"_L1, clerk.pausedBeforeLoss)
        .add("pause"_L1, clerk.pause)
        .add("back_at"_L1, clerk.backAt)
        .add("lost_at"_L1, clerk.lostAt)
        .add("ticket"_L1, clerk.ticket)
        .object();
}

std::pair<office::LinePlace, TicketId> readLinePlace(const Value &value)
{
    return {{.standing = value["standing"_L1].choice<office::Standing>(), .rank = readRank(value["rank"_L1])},
            value["ticket"_L1].id<TicketTag>()};
}

QJsonObject linePlaceJson(const std::pair<const office::LinePlace, TicketId> &place)
{
    return Fields()
        .add("standing"_L1, place.first.standing)
        .add("rank"_L1, place.first.rank)
        .add("ticket"_L1, place.second)
        .object();
}

office::Services readServices(const Value &value)
{
    const auto services = value.list(office::kServicesRemembered, readMeasuredSeconds);
    return {services.begin(), services.end()};
}

std::pair<ConcernId, office::Services> readConcern(const Value &value)
{
    return {value["concern"_L1].id<ConcernTag>(), readServices(value["services_s"_L1])};
}

QJsonObject concernJson(const std::pair<const ConcernId, office::Services> &entry)
{
    return Fields()
        .add("concern"_L1, entry.first)
        .addList("services_s"_L1, entry.second, [](seconds length) { return json(length); })
        .object();
}

office::Counts readCounts(const Value &value)
{
    return {.issued = value["issued"_L1].sequence(),
            .received = value["received"_L1].sequence(),
            .finished = value["finished"_L1].sequence(),
            .left = value["left"_L1].sequence(),
            .missed = value["missed"_L1].sequence(),
            .closed = value["closed"_L1].sequence(),
            .transferred = value["transferred"_L1].sequence()};
}

QJsonObject countsJson(const office::Counts &counts)
{
    return Fields()
        .add("issued"_L1, counts.issued)
        .add("received"_L1, counts.received)
        .add("finished"_L1, counts.finished)
        .add("left"_L1, counts.left)
        .add("missed"_L1, counts.missed)
        .add("closed"_L1, counts.closed)
        .add("transferred"_L1, counts.transferred)
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
    const Value concerns = value["by_concern"_L1];
    return {.settings = readSettings(value["settings"_L1]),
            .seq = value["seq"_L1].sequence(),
            .open = value["open"_L1].flag(),
            .intake = value["intake"_L1].choice<office::Intake>(),
            .window = value["window"_L1].optional(readWindow),
            .closedByHand = value["closed_by_hand"_L1].flag(),
            .closesAt = readOptionalInstant(value["closes_at"_L1]),
            .hardEnd = readOptionalInstant(value["hard_end"_L1]),
            .clerks = mapOf(clerks, clerks.list(limits::kClerks, readClerk)),
            .tickets = mapOf(tickets, tickets.list(limits::kTickets, readTicket)),
            .line = mapOf(line, line.list(limits::kTickets, readLinePlace)),
            .day = value["day"_L1].count<office::ServiceDay>(),
            .lastNumber = value["last_number"_L1].count<std::uint32_t>(),
            .nextRank = readRank(value["next_rank"_L1]),
            .services = readServices(value["services_s"_L1]),
            .servicesByConcern = mapOf(concerns, concerns.list(limits::kConcerns, readConcern)),
            .counts = readCounts(value["counts"_L1])};
}

QJsonObject officeStateJson(const office::OfficeState &state)
{
    return Fields()
        .add("settings"_L1, settingsJson(state.settings))
        .add("seq"_L1, state.seq)
        .add("open"_L1, state.open)
        .add("intake"_L1, state.intake)
        .add("window"_L1, state.window ? std::optional(windowJson(*state.window)) : std::nullopt)
        .add("closed_by_hand"_L1, state.closedByHand)
        .add("closes_at"_L1, state.closesAt)
        .add("hard_end"_L1, state.hardEnd)
        .addList("clerks"_L1, state.clerks, clerkJson)
        .addList("tickets"_L1, state.tickets, ticketJson)
        .addList("line"_L1, state.line, linePlaceJson)
        .add("day"_L1, state.day)
        .add("last_number"_L1, state.lastNumber)
        .add("next_rank"_L1, state.nextRank)
        .addList("services_s"_L1, state.services, [](seconds length) { return json(length); })
        .addList("by_concern"_L1, state.servicesByConcern, concernJson)
        .add("counts"_L1, countsJson(state.counts))
        .object();
}

} // namespace sprechtag::protocol::wire

namespace sprechtag::protocol {

QByteArray encodeOfficeState(const office::OfficeState &state)
{
    return wire::bytes(wire::officeStateJson(state));
}

Decoded<office::OfficeState> decodeOfficeState(const QByteArray &text)
{
    return wire::decodeObject(text, limits::kMessageBytesToClient, wire::readOfficeState);
}

} // namespace sprechtag::protocol
