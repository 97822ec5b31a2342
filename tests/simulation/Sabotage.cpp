// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Sabotage.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace sprechtag::simulation {

using namespace office;

namespace {

using Decision = Result<Facts, Refusal>;

constexpr std::array<std::string_view, 32> kNames{"none",
                                                  "ignore-epoch",
                                                  "skip-busy-check",
                                                  "nobody-waiting",
                                                  "forget-not-before",
                                                  "same-number",
                                                  "call-second",
                                                  "count-failed-line",
                                                  "tick-early",
                                                  "never-close",
                                                  "front-to-end",
                                                  "drop-fact",
                                                  "wrong-feed",
                                                  "forget-answers",
                                                  "keep-answers",
                                                  "strand-held",
                                                  "ignore-reservation",
                                                  "never-promote",
                                                  "call-the-absent",
                                                  "not-yet-for-free",
                                                  "forget-missed",
                                                  "forget-reminders",
                                                  "lose-transfer",
                                                  "double-transfer",
                                                  "receive-when-closed",
                                                  "receive-at-end",
                                                  "no-hard-end",
                                                  "closing-time-inclusive",
                                                  "ignore-capacity",
                                                  "wrong-reason",
                                                  "reopen-by-hours",
                                                  "ignore-elsewhere"};

Command withCurrentEpoch(const OfficeState &state, Command command)
{
    std::visit(
        [&](auto &one) {
            if constexpr (requires { one.epoch; }) {
                const auto found = state.tickets.find(one.ticket);
                one.epoch = found == state.tickets.end() ? one.epoch : found->second.epoch;
            }
        },
        command);
    return command;
}

Command withNobodyElsewhere(Command command)
{
    std::visit(
        [](auto &one) {
            if constexpr (requires { one.elsewhere; })
                one.elsewhere.clear();
        },
        command);
    return command;
}

Decision calledBesides(const OfficeState &state, const Command &command, Instant now)
{
    OfficeState copy = state;
    if (const auto *call = std::get_if<CallNext>(&command); call && copy.clerks.contains(call->clerk))
        copy.clerks.at(call->clerk).ticket.reset();
    return decide(copy, command, now);
}

Decision withoutFirst(const OfficeState &state, const Command &command, Instant now)
{
    OfficeState copy = state;
    if (std::holds_alternative<CallNext>(command) && copy.line.size() > 1)
        copy.line.erase(copy.line.begin());
    return decide(copy, command, now);
}

template <typename Change>
Decision onChanged(const OfficeState &state, const Command &command, Instant now, Change change)
{
    OfficeState copy = state;
    for (auto &[id, ticket] : copy.tickets)
        change(ticket);
    return decide(copy, command, now);
}

template <typename Body, typename Change>
Decision changed(Decision decision, Change change)
{
    if (!decision)
        return decision;
    for (Fact &fact : decision.value()) {
        if (auto *body = std::get_if<Body>(&fact.body))
            change(*body);
    }
    return decision;
}

template <typename Body>
Decision without(Decision decision)
{
    if (!decision || decision->empty())
        return decision;
    // Numbered anew: not the gap but the missing fact must be found.
    Sequence next = decision->front().seq;
    std::erase_if(decision.value(), [](const Fact &fact) { return std::holds_alternative<Body>(fact.body); });
    for (Fact &fact : decision.value())
        fact.seq = next++;
    return decision;
}

Decision early(const OfficeState &state, const Command &command, Instant now)
{
    auto decision = decide(state, command, std::holds_alternative<Tick>(command) ? now + seconds{5} : now);
    if (decision) {
        for (Fact &fact : decision.value())
            fact.at = now;
    }
    return decision;
}

template <typename C, typename Change>
Decision onOffice(const OfficeState &state, const Command &command, Instant now, Change change)
{
    if (!std::holds_alternative<C>(command))
        return decide(state, command, now);
    OfficeState copy = state;
    change(copy);
    return decide(copy, command, now);
}

Decision calledAway(const OfficeState &state, const Command &command, Instant now)
{
    return onOffice<CallNext>(state, command, now, [](OfficeState &office) {
        for (auto &[id, ticket] : office.tickets)
            ticket.awayUntil.reset();
    });
}

Decision nobody(Decision decision, const Command &command)
{
    const bool refuses = std::holds_alternative<CallNext>(command) && decision && !decision->empty();
    return refuses ? Decision(Failure(Refusal{RefusalCode::NobodyWaiting})) : decision;
}

} // namespace

std::optional<Sabotage> sabotageNamed(std::string_view name)
{
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<Sabotage>(found - kNames.begin());
}

std::span<const std::string_view> sabotageNames()
{
    return kNames;
}

Decision decideWith(Sabotage sabotage, const OfficeState &state, const Command &command, Instant now)
{
    switch (sabotage) {
    case Sabotage::None:
    case Sabotage::DropFact:
    case Sabotage::WrongFeed:
    case Sabotage::ForgetAnswers:
    case Sabotage::KeepAnswers:
    case Sabotage::LoseTransfer:
    case Sabotage::DoubleTransfer:
    case Sabotage::WrongReason:
        break;
    case Sabotage::IgnoreEpoch:
        return decide(state, withCurrentEpoch(state, command), now);
    case Sabotage::SkipBusyCheck:
        return calledBesides(state, command, now);
    case Sabotage::NobodyWaiting:
        return nobody(decide(state, command, now), command);
    case Sabotage::ForgetNotBefore:
        return onChanged(state, command, now, [](Ticket &ticket) { ticket.notBefore.reset(); });
    case Sabotage::DuplicateNumber:
        return changed<TicketDrawn>(decide(state, command, now), [&](TicketDrawn &drawn) {
            drawn.number = state.tickets.empty() ? drawn.number : state.tickets.begin()->second.number;
        });
    case Sabotage::CallSecond:
        return withoutFirst(state, command, now);
    case Sabotage::CountFailedLine:
        return onChanged(state, command, now, [](Ticket &ticket) { ticket.lineFailed = false; });
    case Sabotage::TickEarly:
        return early(state, command, now);
    case Sabotage::NeverClose:
        return without<OfficeClosed>(decide(state, command, now));
    case Sabotage::FrontToEnd:
        return changed<TicketReturned>(decide(state, command, now),
                                       [&](TicketReturned &back) { back.rank = state.nextRank; });
    case Sabotage::IgnoreReservation:
        return onChanged(state, command, now, [](Ticket &ticket) { ticket.reservedFor.reset(); });
    case Sabotage::NeverPromote:
        return without<TicketPromoted>(decide(state, command, now));
    case Sabotage::CallTheAbsent:
        return calledAway(state, command, now);
    case Sabotage::NotYetForFree:
        return changed<TicketReturned>(decide(state, command, now), [](TicketReturned &back) {
            back.lapsed = back.lapsed && back.reason != ReturnReason::NotYet;
        });
    case Sabotage::ForgetMissed:
        return without<TicketMissed>(decide(state, command, now));
    case Sabotage::ForgetReminders:
        return without<TicketReminded>(decide(state, command, now));
    case Sabotage::ReceiveAtEnd:
        return changed<TicketReceived>(decide(state, command, now), [&](TicketReceived &received) {
            received.rank = std::max(state.nextRank, received.rank);
        });
    case Sabotage::NoHardEnd:
        return onOffice<Tick>(state, command, now, [](OfficeState &office) { office.hardEnd.reset(); });
    case Sabotage::ClosingTimeInclusive:
        return onOffice<Draw>(state, command, now, [](OfficeState &office) { office.closesAt.reset(); });
    case Sabotage::IgnoreCapacity:
        return onOffice<Draw>(state, command, now, [](OfficeState &office) {
            office.services.clear();
            office.settings.defaultService.reset();
        });
    case Sabotage::ReceiveWhenClosed:
        return onOffice<Receive>(state, command, now, [](OfficeState &office) { office.open = true; });
    case Sabotage::ReopenByHours:
        return onOffice<Tick>(state, command, now, [](OfficeState &office) { office.closedByHand = false; });
    case Sabotage::IgnoreElsewhere:
        return decide(state, withNobodyElsewhere(command), now);
    case Sabotage::StrandHeld:
        return without<TicketReturned>(decide(state, command, now));
    }
    return decide(state, command, now);
}

} // namespace sprechtag::simulation
