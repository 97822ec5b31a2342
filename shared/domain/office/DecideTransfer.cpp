// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

namespace sprechtag::office {
namespace {

// Why nothing can be said about a transfer of this ticket.
std::optional<RefusalCode> notInCall(const OfficeState &state, const TicketId &id, Epoch epoch)
{
    const auto found = state.tickets.find(id);
    if (found == state.tickets.end())
        return RefusalCode::Gone;
    if (found->second.epoch != epoch)
        return RefusalCode::StaleEpoch;
    if (found->second.state != TicketState::InCall)
        return RefusalCode::WrongState;
    return std::nullopt;
}

Decision withdraw(const OfficeState &state, const TicketId &id, WithdrawReason reason, Instant now)
{
    return state.tickets.at(id).transfer ? only(state, now, TransferWithdrawn{id, reason}) : Facts{};
}

} // namespace

Decision decideOn(const OfficeState &state, const ProposeTransfer &command, Instant now)
{
    if (auto refusal = noSay(state, command.clerk, command.ticket, command.epoch))
        return Failure(*refusal);
    const Ticket &ticket = state.tickets.at(command.ticket);
    if (ticket.state != TicketState::InCall)
        return refuse(RefusalCode::WrongState);
    if (ticket.transfer == TransferTarget{command.to, command.toClerk})
        return Facts{};
    return only(state, now, TransferProposed{command.ticket, command.to, command.toClerk});
}

Decision decideOn(const OfficeState &state, const WithdrawTransfer &command, Instant now)
{
    if (auto refusal = noSay(state, command.clerk, command.ticket, command.epoch))
        return Failure(*refusal);
    return withdraw(state, command.ticket, WithdrawReason::Clerk, now);
}

Decision decideOn(const OfficeState &state, const DeclineTransfer &command, Instant now)
{
    if (const auto why = notInCall(state, command.ticket, command.epoch))
        return refuse(*why);
    return withdraw(state, command.ticket, command.reason, now);
}

Decision decideOn(const OfficeState &state, const Transfer &command, Instant now)
{
    if (const auto why = notInCall(state, command.ticket, command.epoch))
        return refuse(*why);
    const auto &target = state.tickets.at(command.ticket).transfer;
    if (!target)
        return refuse(RefusalCode::WrongState);
    FactList facts(state, now);
    facts.end(TicketTransferred{command.ticket, target->office, target->clerk});
    return facts.take();
}

} // namespace sprechtag::office
