// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

// The next free number of the day's series; nullopt when all of them are in use.
std::optional<std::uint32_t> nextNumber(const OfficeState &state, ServiceDay day)
{
    // Looked through once: a full lobby must not make every further try dear.
    std::set<std::uint32_t> live;
    for (const auto &[id, ticket] : state.tickets) {
        if (ticket.day == day && !ticket.origin)
            live.insert(ticket.number);
    }
    const std::uint32_t last = std::max(state.settings.lastNumber, 1U);
    std::uint32_t number = day == state.day ? state.lastNumber : 0;
    for (std::uint32_t tried = 0; tried < last; ++tried) {
        number = number >= last ? 1 : number + 1;
        if (!live.contains(number))
            return number;
    }
    return std::nullopt;
}

// Closing time ends the intake although nobody has looked at the clock yet.
std::optional<RefusalCode> noIntake(const OfficeState &state, Instant now)
{
    if (!state.open)
        return RefusalCode::OfficeClosed;
    const bool over = (state.closesAt && *state.closesAt <= now) || (state.hardEnd && *state.hardEnd <= now);
    if (state.intake != Intake::Open || over)
        return RefusalCode::IntakeSuspended;
    return std::nullopt;
}

std::optional<RefusalCode> noRoom(const OfficeState &state, const Elsewhere &elsewhere, Instant now)
{
    const auto limit = capacity(state, elsewhere);
    if (limit && waitingCount(state) >= *limit)
        return RefusalCode::OfficeFull;
    const auto end = acceptanceEnd(state);
    return end && *end < now ? std::optional(RefusalCode::NoCapacity) : std::nullopt;
}

// The first free key of seniority from that arrival on.
std::int64_t rankOfArrival(const OfficeState &state, Instant drawnAt)
{
    std::int64_t rank = arrivalRank({}, drawnAt);
    std::set<std::int64_t> taken;
    for (const auto &[id, ticket] : state.tickets)
        taken.insert(ticket.rank);
    while (taken.contains(rank))
        ++rank;
    return rank;
}

std::optional<RefusalCode> whyNotReceive(const OfficeState &state, const Elsewhere &elsewhere, Instant now)
{
    const auto closed = noIntake(state, now);
    if (closed)
        return closed == RefusalCode::OfficeClosed ? RefusalCode::TargetClosed : closed;
    return noRoom(state, elsewhere, now);
}

} // namespace

std::optional<Refusal> mayNotReceive(const OfficeState &state, const Elsewhere &elsewhere, Instant now)
{
    const auto why = whyNotReceive(state, elsewhere, now);
    return why ? std::optional(Refusal{*why}) : std::nullopt;
}

std::uint32_t peopleAheadOnArrival(const OfficeState &state, Instant drawnAt)
{
    const LinePlace place{Standing::Walkin, rankOfArrival(state, drawnAt)};
    return static_cast<std::uint32_t>(std::ranges::count_if(
        state.line, [&](const auto &entry) { return entry.first < place && inLine(state.tickets.at(entry.second)); }));
}

Decision decideOn(const OfficeState &state, const Draw &command, Instant now)
{
    const Settings &settings = state.settings;
    if (state.tickets.contains(command.ticket))
        return Failure(Refusal{RefusalCode::AlreadyDrawn, std::nullopt, command.ticket});
    if (const auto why = noIntake(state, now))
        return refuse(*why);
    if (command.appointment && now < *command.appointment - settings.appointmentEarly)
        return refuse(RefusalCode::TooEarly);
    const bool onTime = command.appointment && now <= *command.appointment + settings.appointmentLate;
    const auto number = nextNumber(state, command.day);
    if (!number)
        return refuse(RefusalCode::OfficeFull);
    if (const auto why = onTime ? std::nullopt : noRoom(state, command.elsewhere, now))
        return refuse(*why);
    const Standing standing = onTime ? Standing::Appointment : Standing::Walkin;
    return only(state, now,
                TicketDrawn{command.ticket, *number, command.day, standing, command.concern, command.appointment});
}

Decision decideOn(const OfficeState &state, const Receive &command, Instant now)
{
    const bool numberLives = std::ranges::any_of(state.tickets, [&](const auto &entry) {
        const Ticket &other = entry.second;
        return other.number == command.number && other.day == command.day && other.origin == command.origin;
    });
    if (numberLives || state.tickets.contains(command.ticket))
        return Failure(Refusal{RefusalCode::AlreadyDrawn, std::nullopt, command.ticket});
    if (const auto why = whyNotReceive(state, command.elsewhere, now))
        return refuse(*why);
    const auto until = command.reservedFor ? std::optional(now + state.settings.reservedAtMost) : std::nullopt;
    return only(state, now,
                TicketReceived{command.ticket, command.number, command.day, command.drawnAt,
                               rankOfArrival(state, command.drawnAt), command.epoch, command.origin, command.concern,
                               command.reservedFor, until});
}

} // namespace sprechtag::office
