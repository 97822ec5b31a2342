// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/Meeting.h"

namespace sprechtag::gateway {

using protocol::ErrorCode;

namespace {

Meeting none(ErrorCode code)
{
    return {.problem = CallProblem{code, {}}};
}

std::optional<ErrorCode> notNow(const office::Ticket &ticket, office::Epoch epoch)
{
    if (!haveMet(ticket))
        return ErrorCode::WrongState;
    return epoch != ticket.epoch ? std::optional(ErrorCode::StaleEpoch) : std::nullopt;
}

} // namespace

Meeting meetingOfCitizen(const broker::Record &record, const broker::Visit &visit, office::Epoch epoch)
{
    const office::Ticket *ticket = record.ticket(visit);
    if (ticket == nullptr)
        return none(ErrorCode::NoTicket);
    if (const auto code = notNow(*ticket, epoch))
        return none(*code);
    return {.visit = &visit, .ticket = ticket};
}

Meeting meetingOfClerk(const broker::Record &record, ClerkId clerk, OfficeId office, TicketId ticket,
                       office::Epoch epoch)
{
    if (!record.mayStaff(office, clerk))
        return none(ErrorCode::NotAuthorised);
    const auto &tickets = record.office(office)->state.tickets;
    const auto found = tickets.find(ticket);
    const broker::Visit *visit = record.visit(ticket);
    if (found == tickets.end() || visit == nullptr)
        return none(ErrorCode::Gone);
    if (const auto code = notNow(found->second, epoch))
        return none(*code);
    if (found->second.clerk != clerk)
        return none(ErrorCode::NotYours);
    return {.visit = visit, .ticket = &found->second};
}

} // namespace sprechtag::gateway
