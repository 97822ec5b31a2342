// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

// Why this clerk cannot call anybody now.
std::optional<Refusal> cannotCall(const OfficeState &state, const ClerkId &clerk)
{
    const auto known = state.clerks.find(clerk);
    if (known == state.clerks.end() || known->second.state == ClerkState::Lost)
        return Refusal{RefusalCode::NotAtDesk};
    if (known->second.ticket)
        return Refusal{RefusalCode::Busy, std::nullopt, known->second.ticket};
    if (known->second.state == ClerkState::Paused)
        return Refusal{RefusalCode::Paused};
    if (!state.open)
        return Refusal{RefusalCode::OfficeClosed};
    return std::nullopt;
}

Facts call(const OfficeState &state, const TicketId &id, const ClerkId &clerk, bool named, Instant now)
{
    const Epoch epoch = state.tickets.at(id).epoch + 1;
    return only(state, now, TicketCalled{id, clerk, epoch, named, now + state.settings.enterWithin});
}

} // namespace

// The epoch comes first: whoever speaks of an earlier assignment is late, no matter whose the ticket is now.
std::optional<Refusal> noSay(const OfficeState &state, const ClerkId &clerk, const TicketId &id, Epoch epoch)
{
    const auto found = state.tickets.find(id);
    if (found == state.tickets.end())
        return Refusal{RefusalCode::Gone};
    const Ticket &ticket = found->second;
    if (epoch != ticket.epoch)
        return Refusal{RefusalCode::StaleEpoch};
    if (!ticket.clerk)
        return Refusal{RefusalCode::WrongState};
    if (ticket.clerk != clerk)
        return Refusal{RefusalCode::NotYours, ticket.clerk};
    return std::nullopt;
}

Decision decideOn(const OfficeState &state, const CallNext &command, Instant now)
{
    if (auto refusal = cannotCall(state, command.clerk))
        return Failure(*refusal);
    const auto next = std::ranges::find_if(state.line, [&](const auto &entry) {
        return mayBeCalled(state, state.tickets.at(entry.second), command.clerk, now);
    });
    if (next == state.line.end())
        return refuse(RefusalCode::NobodyWaiting);
    Facts facts = call(state, next->second, command.clerk, false, now);
    for (const TicketId &id : overtakenBy(state, next->second, command.clerk, now)) {
        if (state.tickets.at(id).overtaken + 1 >= state.settings.overtakenAtMost)
            facts.push_back({state.seq + facts.size() + 1, now, TicketPromoted{id}});
    }
    return facts;
}

Decision decideOn(const OfficeState &state, const CallNamed &command, Instant now)
{
    if (auto refusal = cannotCall(state, command.clerk))
        return Failure(*refusal);
    const auto found = state.tickets.find(command.ticket);
    if (found == state.tickets.end())
        return refuse(RefusalCode::Gone);
    const Ticket &ticket = found->second;
    if (ticket.clerk)
        return Failure(Refusal{RefusalCode::AlreadyCalled, ticket.clerk, command.ticket});
    const bool parked = ticket.state == TicketState::Parked && ticket.line != Line::Unreachable;
    if (!inLine(ticket) && !parked)
        return refuse(RefusalCode::WrongState);
    return call(state, command.ticket, command.clerk, true, now);
}

Decision decideOn(const OfficeState &state, const Admit &command, Instant now)
{
    if (auto refusal = noSay(state, command.clerk, command.ticket, command.epoch))
        return Failure(*refusal);
    return decideOn(state, Enter{command.ticket, command.epoch}, now);
}

Decision decideOn(const OfficeState &state, const NoShow &command, Instant now)
{
    if (auto refusal = noSay(state, command.clerk, command.ticket, command.epoch))
        return Failure(*refusal);
    const Ticket &ticket = state.tickets.at(command.ticket);
    if (ticket.entered)
        return refuse(RefusalCode::WrongState);
    FactList facts(state, now);
    // Never counted when it was the network.
    if (ticket.lineFailed)
        facts.sendBack(command.ticket, ReturnReason::NotEntered, Place::Keep);
    else
        facts.miss(command.ticket);
    return facts.take();
}

Decision decideOn(const OfficeState &state, const ReturnToLobby &command, Instant now)
{
    if (auto refusal = noSay(state, command.clerk, command.ticket, command.epoch))
        return Failure(*refusal);
    const bool entered = state.tickets.at(command.ticket).entered;
    if (command.unlessEntered && entered)
        return refuse(RefusalCode::WrongState);
    // Behind a closed door nobody would ever call again.
    if (!state.open)
        return refuse(RefusalCode::OfficeClosed);
    FactList facts(state, now);
    if (command.place == Place::Keep && !entered)
        facts.unanswered(command.ticket, ReturnReason::SentBack);
    else
        facts.sendBack(command.ticket, ReturnReason::SentBack, command.place);
    return facts.take();
}

Decision decideOn(const OfficeState &state, const ControlCall &command, Instant now)
{
    if (auto refusal = noSay(state, command.clerk, command.ticket, command.epoch))
        return Failure(*refusal);
    const Ticket &ticket = state.tickets.at(command.ticket);
    if (ticket.state != TicketState::InCall)
        return refuse(RefusalCode::WrongState);
    if (ticket.control == command.control)
        return Facts{};
    return only(state, now, TicketControlled{command.ticket, command.control});
}

Decision decideOn(const OfficeState &state, const Sight &command, Instant now)
{
    if (auto refusal = noSay(state, command.clerk, command.ticket, command.epoch))
        return Failure(*refusal);
    const Ticket &ticket = state.tickets.at(command.ticket);
    // Nobody is seen who is not in the conversation, or on hold.
    if (ticket.state != TicketState::InCall || ticket.control.onHold)
        return refuse(RefusalCode::WrongState);
    return only(state, now, TicketSighted{command.ticket, command.clerk});
}

Decision decideOn(const OfficeState &state, const Finish &command, Instant now)
{
    if (auto refusal = noSay(state, command.clerk, command.ticket, command.epoch))
        return Failure(*refusal);
    // A visit that never began is sent back or lapses; it cannot be finished.
    if (!state.tickets.at(command.ticket).entered)
        return refuse(RefusalCode::WrongState);
    FactList facts(state, now);
    facts.end(TicketFinished{command.ticket, command.clerk, command.outcome});
    return facts.take();
}

} // namespace sprechtag::office
