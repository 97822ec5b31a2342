// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/gateway/MessageBoard.h"

#include "server/gateway/CommandKeys.h"
#include "shared/protocol/Limits.h"

#include <algorithm>
#include <utility>

namespace sprechtag::gateway {

namespace wire = protocol::clerk;
namespace limits = protocol::limits;
using protocol::ErrorCode;

namespace {

constexpr milliseconds kPrice = seconds{limits::kSecondsPerClerkMessage};
constexpr milliseconds kMostCredit = kPrice * limits::kMessagesOfClerkAtOnce;
// So many commands of a clerk can be repeated after a lost line without being done twice.
constexpr std::size_t kCommandsKnown = 50;

// Later than all that an earlier run of the server has given: what a page says of one of those must mean no other.
int firstNumber(Instant now)
{
    constexpr auto kSmall = 1 << 30; // so that there is room above
    return static_cast<int>(std::chrono::duration_cast<seconds>(now.time_since_epoch()).count() % kSmall);
}

// A message is for people who are not with a clerk: to those it can be said.
bool listens(const office::Ticket &ticket)
{
    using office::TicketState;
    return ticket.state == TicketState::Waiting || ticket.state == TicketState::Parked ||
           ticket.state == TicketState::Missed;
}

} // namespace

MessageBoard::MessageBoard(World &world, const ClerkLines &clerks)
    : m_world(world)
    , m_clerks(clerks)
    , m_firstNumber(firstNumber(world.clock.now()))
    , m_done(kCommandsKnown)
{
}

std::optional<protocol::ErrorMessage> MessageBoard::post(ClerkId clerk, const wire::LobbyMessage &message)
{
    if (!m_world.record().mayStaff(message.office, clerk))
        return plainError(message.id, ErrorCode::NotAuthorised);
    const broker::CommandKey key = clerkKey(clerk, message.id, protocol::encode(wire::ToServer{message}));
    if (const auto *known = m_done.find(clerk, key)) {
        const bool same = known->key.digest == key.digest;
        return same ? std::nullopt : std::optional(plainError(message.id, ErrorCode::Conflict));
    }
    const auto receivers = receiversOf(clerk, message);
    if (!receivers)
        return plainError(message.id, receivers.error());
    const std::vector<TicketId> &tickets = *receivers;
    if (const auto wait = m_credits[clerk].spend(kPrice, kMostCredit, m_world.clock.monotonicNow()))
        return tryLater(message.id, *wait);
    m_done.add(clerk, key, {});
    Posting &posting = m_postings[{clerk, message.office}];
    posting = {.number = posting.number + 1, .sent = static_cast<int>(tickets.size()), .shown = 0};
    for (const TicketId ticket : tickets)
        keep(ticket, message.content, {.clerk = clerk, .office = message.office, .posting = posting.number});
    tellStatus(clerk, message.office);
    return std::nullopt;
}

void MessageBoard::citizenBound(TicketId ticket, ConnectionKey connection)
{
    Box &box = boxOf(ticket);
    box.connection = connection;
    for (const Kept &kept : box.kept)
        m_world.toCitizen(connection, kept.message);
}

void MessageBoard::citizenGone(TicketId ticket)
{
    if (const auto box = m_boxes.find(ticket); box != m_boxes.end())
        box->second.connection.reset();
}

MessageBoard::Kept *MessageBoard::find(TicketId ticket, int message)
{
    const auto box = m_boxes.find(ticket);
    if (box == m_boxes.end())
        return nullptr;
    const auto found = std::ranges::find_if(box->second.kept,
                                            [message](const Kept &entry) { return entry.message.message == message; });
    return found == box->second.kept.end() ? nullptr : &*found;
}

void MessageBoard::shown(TicketId ticket, int message)
{
    Kept *kept = find(ticket, message);
    if (kept == nullptr || std::exchange(kept->shown, true))
        return;
    Posting &posting = m_postings[{kept->origin.clerk, kept->origin.office}];
    if (posting.number != kept->origin.posting)
        return;
    ++posting.shown;
    tellStatus(kept->origin.clerk, kept->origin.office);
}

void MessageBoard::wasRead(TicketId ticket, int message)
{
    shown(ticket, message);
    if (const auto box = m_boxes.find(ticket); box != m_boxes.end())
        std::erase_if(box->second.kept, [message](const Kept &entry) { return entry.message.message == message; });
}

void MessageBoard::ended(TicketId ticket)
{
    m_boxes.erase(ticket);
}

Result<std::vector<TicketId>, ErrorCode> MessageBoard::receiversOf(ClerkId clerk,
                                                                   const wire::LobbyMessage &message) const
{
    const auto &tickets = m_world.record().office(message.office)->state.tickets;
    if (message.to) {
        const auto one = tickets.find(*message.to);
        if (one == tickets.end())
            return Failure(ErrorCode::Gone);
        // Nobody speaks into the conversation of a colleague.
        if (!listens(one->second) && one->second.clerk != clerk)
            return Failure(ErrorCode::WrongState);
        return std::vector{one->first};
    }
    std::vector<TicketId> found;
    for (const auto &[id, ticket] : tickets) {
        if (listens(ticket))
            found.push_back(id);
    }
    if (found.empty())
        return Failure(ErrorCode::NobodyWaiting);
    return found;
}

MessageBoard::Box &MessageBoard::boxOf(TicketId ticket)
{
    return m_boxes.try_emplace(ticket, Box{.connection = {}, .kept = {}, .last = m_firstNumber}).first->second;
}

void MessageBoard::keep(TicketId ticket, const protocol::MessageContent &content, const Origin &origin)
{
    Box &box = boxOf(ticket);
    box.kept.push_back(
        {.message = {.message = ++box.last, .at = m_world.broker.now(), .content = content}, .origin = origin});
    if (box.kept.size() > static_cast<std::size_t>(limits::kMessagesKept))
        box.kept.pop_front();
    if (box.connection)
        m_world.toCitizen(*box.connection, box.kept.back().message);
}

void MessageBoard::tellStatus(ClerkId clerk, OfficeId office) const
{
    const Posting &posting = m_postings.at({clerk, office});
    if (const auto connection = m_clerks.newest(clerk))
        m_world.toClerk(*connection,
                        wire::MessageStatus{.office = office, .sent = posting.sent, .shown = posting.shown});
}

} // namespace sprechtag::gateway
