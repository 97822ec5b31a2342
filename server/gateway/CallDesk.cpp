// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/CallDesk.h"

#include "server/gateway/CallRules.h"
#include "server/gateway/SdpFilter.h"
#include "shared/protocol/Limits.h"

namespace sprechtag::gateway {

using namespace Qt::StringLiterals;
using protocol::ErrorCode;

namespace {

bool isAssigned(const office::Ticket &ticket)
{
    switch (ticket.state) {
    case office::TicketState::Waiting:
    case office::TicketState::Parked:
    case office::TicketState::Missed:
        return false;
    case office::TicketState::Called:
    case office::TicketState::InCall:
    case office::TicketState::Held:
        return ticket.clerk.has_value();
    }
    return false;
}

std::optional<CallProblem> noTalk(const office::Ticket &ticket, office::Epoch epoch)
{
    if (!isAssigned(ticket))
        return CallProblem{ErrorCode::WrongState, {}};
    if (epoch != ticket.epoch)
        return CallProblem{ErrorCode::StaleEpoch, {}};
    return std::nullopt;
}

CallProblem tooManyCandidates()
{
    return {ErrorCode::BadRequest, u"signal.candidate"_s};
}

std::optional<protocol::Signal> relayed(const protocol::Signal &signal)
{
    using Passed = std::optional<protocol::Signal>;
    return std::visit(Overloaded{[](protocol::SessionDescription description) -> Passed {
                                     description.sdp = relayedDescription(description.sdp);
                                     return description;
                                 },
                                 [](protocol::Candidate candidate) -> Passed {
                                     const auto relayed = relayedCandidate(candidate.candidate);
                                     if (!relayed)
                                         return std::nullopt;
                                     candidate.candidate = *relayed;
                                     return candidate;
                                 },
                                 [](const auto &other) -> Passed { return other; }},
                      signal);
}

bool isAtDesk(const office::OfficeState &office, ClerkId clerk)
{
    const auto desk = office.clerks.find(clerk);
    return desk != office.clerks.end() && desk->second.state == office::ClerkState::Present;
}

} // namespace

bool CandidateCount::admit(office::Epoch inEpoch, const protocol::Candidate &candidate)
{
    if (inEpoch != epoch || candidate.generation > generation)
        *this = {.epoch = inEpoch, .generation = candidate.generation, .count = 0};
    return ++count <= protocol::limits::kCandidatesPerGeneration;
}

CallDesk::CallDesk(World &world, const ClerkLines &clerks)
    : m_world(world)
    , m_clerks(clerks)
{
}

void CallDesk::citizenBound(TicketId ticket, ConnectionKey connection)
{
    Call &call = m_calls[ticket];
    if (call.citizen == connection)
        return;
    call.citizen = connection;
    call.offer.reset();
}

void CallDesk::citizenGone(TicketId ticket)
{
    const auto call = m_calls.find(ticket);
    if (call == m_calls.end())
        return;
    call->second.citizen.reset();
    call->second.offer.reset();
}

void CallDesk::ended(TicketId ticket)
{
    m_calls.erase(ticket);
    std::erase_if(m_expected, [ticket](const auto &expected) { return expected.second == ticket; });
}

std::optional<CallProblem> CallDesk::keepOffer(const broker::Visit &visit,
                                               const protocol::citizen::StandingOffer &offer)
{
    Call &call = m_calls[visit.ticket];
    if (call.offer && offer.generation < call.offer->generation)
        return CallProblem{ErrorCode::StaleEpoch, {}};
    call.offer = Offer{.generation = offer.generation, .sdp = offer.sdp};
    handOver(visit, call);
    showAhead(visit, *call.offer);
    return std::nullopt;
}

void CallDesk::withdrawOffer(TicketId ticket, int generation)
{
    const auto call = m_calls.find(ticket);
    if (call != m_calls.end() && call->second.offer && call->second.offer->generation <= generation)
        call->second.offer.reset();
}

std::optional<CallProblem> CallDesk::expect(ClerkId clerk, ConnectionKey connection,
                                            const protocol::clerk::ExpectCall &message)
{
    const broker::Record &record = m_world.record();
    m_expected.erase(connection);
    if (!record.mayStaff(message.office, clerk))
        return CallProblem{ErrorCode::NotAuthorised, {}};
    const office::OfficeState &office = record.office(message.office)->state;
    if (!isAtDesk(office, clerk))
        return CallProblem{ErrorCode::NotAtDesk, {}};
    const auto ticket = office.tickets.find(message.ticket);
    const broker::Visit *visit = record.visit(message.ticket);
    if (ticket == office.tickets.end() || visit == nullptr)
        return CallProblem{ErrorCode::Gone, {}};
    if (ticket->second.state != office::TicketState::Waiting)
        return CallProblem{ErrorCode::WrongState, {}};
    m_expected.emplace(connection, message.ticket);
    if (const auto call = m_calls.find(message.ticket); call != m_calls.end() && call->second.offer)
        showTo(connection, *visit, *call->second.offer);
    return std::nullopt;
}

void CallDesk::clerkBound(TicketId ticket, ConnectionKey connection)
{
    Call &call = m_calls[ticket];
    call.clerk = connection;
    if (const broker::Visit *visit = m_world.record().visit(ticket))
        handOver(*visit, call);
}

std::optional<CallProblem> CallDesk::fromCitizen(const broker::Visit &visit,
                                                 const protocol::citizen::CallSignal &message)
{
    const office::Ticket *ticket = m_world.record().ticket(visit);
    if (ticket == nullptr)
        return CallProblem{ErrorCode::NoTicket, {}};
    if (auto problem = noTalk(*ticket, message.epoch))
        return problem;
    Call &call = m_calls[visit.ticket];
    const auto *candidate = std::get_if<protocol::Candidate>(&message.signal);
    if (candidate != nullptr && !call.fromCitizen.admit(message.epoch, *candidate))
        return tooManyCandidates();
    const auto clerk = clerkOf(call, *ticket);
    if (!clerk)
        return CallProblem{ErrorCode::TryLater, {}};
    if (const auto signal = filtered(visit.office, message.signal, citizenMaySend(ticket->control))) {
        m_world.toClerk(*clerk,
                        protocol::clerk::CallSignal{
                            .office = visit.office, .ticket = visit.ticket, .epoch = message.epoch, .signal = *signal});
    }
    return std::nullopt;
}

std::optional<CallProblem> CallDesk::fromClerk(ClerkId clerk, ConnectionKey connection,
                                               const protocol::clerk::CallSignal &message)
{
    const broker::Record &record = m_world.record();
    if (!record.mayStaff(message.office, clerk))
        return CallProblem{ErrorCode::NotAuthorised, {}};
    const auto &tickets = record.office(message.office)->state.tickets;
    const auto ticket = tickets.find(message.ticket);
    if (ticket == tickets.end())
        return CallProblem{ErrorCode::Gone, {}};
    if (auto problem = noTalk(ticket->second, message.epoch))
        return problem;
    if (ticket->second.clerk != clerk)
        return CallProblem{ErrorCode::NotYours, {}};
    Call &call = m_calls[message.ticket];
    const auto *candidate = std::get_if<protocol::Candidate>(&message.signal);
    if (candidate != nullptr && !call.fromClerk.admit(message.epoch, *candidate))
        return tooManyCandidates();
    // The clerk's app that speaks is the one that holds the call.
    call.clerk = connection;
    const auto *description = std::get_if<protocol::SessionDescription>(&message.signal);
    if (description != nullptr && description->type == "answer"_L1 && call.offer &&
        call.offer->generation == description->generation)
        call.offer.reset();
    if (!call.citizen)
        return CallProblem{ErrorCode::TryLater, {}};
    if (const auto signal = filtered(message.office, message.signal, clerkMaySendTo(ticket->second, message.ticket)))
        m_world.toCitizen(*call.citizen, protocol::citizen::CallSignal{.epoch = message.epoch, .signal = *signal});
    return std::nullopt;
}

// What is said to a colleague alone is for nobody else, whatever the clerk's page sends.
protocol::MediaState CallDesk::clerkMaySendTo(const office::Ticket &ticket, TicketId id) const
{
    protocol::MediaState may = clerkMaySend(ticket.control);
    may.microphone = may.microphone && !m_isAside(id);
    return may;
}

protocol::IcePolicy CallDesk::policyOf(OfficeId office) const
{
    const broker::OfficeRecord *record = m_world.record().office(office);
    const bool relayOnly = m_world.ice.relayOnly() || (record != nullptr && record->config.relayOnly);
    return relayOnly ? protocol::IcePolicy::RelayOnly : protocol::IcePolicy::All;
}

// Never a connection of somebody who had the ticket before.
std::optional<ConnectionKey> CallDesk::clerkOf(const Call &call, const office::Ticket &ticket) const
{
    return ticket.clerk ? m_clerks.lineOf(*ticket.clerk, call.clerk) : std::nullopt;
}

void CallDesk::handOver(const broker::Visit &visit, const Call &call)
{
    const office::Ticket *ticket = m_world.record().ticket(visit);
    if (ticket == nullptr || !call.offer || !isAssigned(*ticket) || ticket->state == office::TicketState::Held)
        return;
    if (const auto clerk = clerkOf(call, *ticket)) {
        m_world.toClerk(*clerk, protocol::clerk::CallOffer{
                                    .office = visit.office,
                                    .ticket = visit.ticket,
                                    .epoch = ticket->epoch,
                                    .generation = call.offer->generation,
                                    .sdp = filtered(visit.office, call.offer->sdp, citizenMaySend(ticket->control))});
    }
}

// Asked for while the person waited, and the clerk stood at a desk: both may have changed since.
void CallDesk::showAhead(const broker::Visit &visit, const Offer &offer) const
{
    const office::Ticket *ticket = m_world.record().ticket(visit);
    if (ticket == nullptr || ticket->state != office::TicketState::Waiting)
        return;
    const office::OfficeState &office = m_world.record().office(visit.office)->state;
    for (const auto &[connection, expected] : m_expected) {
        const auto clerk = m_clerks.owner(connection);
        if (expected == visit.ticket && clerk && isAtDesk(office, *clerk))
            showTo(connection, visit, offer);
    }
}

void CallDesk::showTo(ConnectionKey clerk, const broker::Visit &visit, const Offer &offer) const
{
    m_world.toClerk(clerk,
                    protocol::clerk::ExpectedOffer{.office = visit.office,
                                                   .ticket = visit.ticket,
                                                   .generation = offer.generation,
                                                   .sdp = filtered(visit.office, offer.sdp, citizenMaySend({}))});
}

// What counts is the policy, and what the clerk has set, at the time of sending: an offer may be older than both.
QString CallDesk::filtered(OfficeId office, const QString &sdp, const protocol::MediaState &may) const
{
    const QString permitted = permittedDescription(sdp, may);
    return policyOf(office) == protocol::IcePolicy::All ? permitted : relayedDescription(permitted);
}

std::optional<protocol::Signal> CallDesk::filtered(OfficeId office, const protocol::Signal &signal,
                                                   const protocol::MediaState &may) const
{
    const protocol::Signal allowed = permitted(signal, may);
    if (policyOf(office) == protocol::IcePolicy::All)
        return allowed;
    return relayed(allowed);
}

} // namespace sprechtag::gateway
