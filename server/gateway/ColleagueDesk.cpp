// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/ColleagueDesk.h"

#include "server/gateway/Meeting.h"
#include "server/gateway/Words.h"
#include "shared/base/Random.h"
#include "shared/protocol/Limits.h"

#include <algorithm>

namespace sprechtag::gateway {

using protocol::ErrorCode;
using protocol::clerk::ColleagueEnd;
using protocol::clerk::RingState;

namespace limits = protocol::limits;

namespace {

constexpr seconds kRings{limits::kRingSeconds};
constexpr std::size_t kNameBytes = 9;

template <typename Message>
std::optional<CallProblem> mayRule(const broker::Record &record, ClerkId clerk, const Message &message)
{
    return meetingOfClerk(record, clerk, message.office, message.ticket, message.epoch).problem;
}

} // namespace

ColleagueDesk::ColleagueDesk(World &world, const ClerkLines &clerks, GuestDesk &guests)
    : m_world(world)
    , m_clerks(clerks)
    , m_guests(guests)
{
}

Result<protocol::clerk::ColleagueList, CallProblem>
ColleagueDesk::list(ClerkId clerk, const protocol::clerk::ListColleagues &message) const
{
    if (const auto problem = mayRule(m_world.record(), clerk, message))
        return Failure(*problem);
    protocol::clerk::ColleagueList answer{.re = message.id, .colleagues = {}};
    for (const ClerkId other : m_clerks.everybody()) {
        const QStringList offices = officesOf(other);
        if (other != clerk && !offices.isEmpty() && answer.colleagues.size() < limits::kClerks) {
            answer.colleagues.append({.clerk = other,
                                      .name = m_world.record().clerkName(other),
                                      .offices = offices,
                                      .reach = reachOf(other)});
        }
    }
    return answer;
}

std::optional<CallProblem> ColleagueDesk::ring(ClerkId clerk, ConnectionKey connection,
                                               const protocol::clerk::RingColleague &message)
{
    if (auto problem = mayRule(m_world.record(), clerk, message))
        return problem;
    if (const Ring *running = ringOf(message.ticket))
        return running->askedBy == message.id ? std::nullopt : std::optional(CallProblem{ErrorCode::WrongState, {}});
    if (m_guests.isConsulting(message.ticket))
        return CallProblem{ErrorCode::WrongState, {}};
    const auto line = m_clerks.newest(message.clerk);
    if (message.clerk == clerk || !line || officesOf(message.clerk).isEmpty())
        return CallProblem{ErrorCode::Gone, {}};
    if (reachOf(message.clerk) != office::Reach::Free)
        return CallProblem{ErrorCode::Busy, {}};
    if (!m_guests.hasRoom(message.ticket) || !m_guests.hasPlace(message.ticket))
        return CallProblem{ErrorCode::RoomFull, {}};
    const Ring ring{.name = QString::fromLatin1(randomBytes(kNameBytes).toHex()),
                    .askedBy = message.id,
                    .ticket = message.ticket,
                    .epoch = message.epoch,
                    .from = clerk,
                    .fromLine = connection,
                    .to = message.clerk,
                    .toLine = *line,
                    .directly = message.directly,
                    .until = m_world.clock.monotonicNow() + kRings};
    m_rings.insert_or_assign(message.ticket, ring);
    call(ring);
    tell(ring, RingState::Ringing);
    return std::nullopt;
}

// Done twice it is the same.
std::optional<CallProblem> ColleagueDesk::end(ClerkId clerk, const protocol::clerk::EndColleague &message)
{
    if (auto problem = mayRule(m_world.record(), clerk, message))
        return problem;
    if (ringOf(message.ticket) != nullptr)
        finish(message.ticket, {.forClerk = RingState::Ended, .forColleague = ColleagueEnd::Cancelled});
    else
        static_cast<void>(m_guests.endConsultation(message.ticket));
    return std::nullopt;
}

std::optional<CallProblem> ColleagueDesk::admit(ClerkId clerk, const protocol::clerk::AdmitColleague &message)
{
    if (auto problem = mayRule(m_world.record(), clerk, message))
        return problem;
    return m_guests.admitColleague(message.ticket) ? std::nullopt : std::optional(CallProblem{ErrorCode::Gone, {}});
}

std::optional<CallProblem> ColleagueDesk::answer(ClerkId clerk, ConnectionKey connection,
                                                 const protocol::clerk::AnswerRing &message)
{
    const auto found = std::ranges::find_if(
        m_rings, [&](const auto &entry) { return entry.second.name == message.ring && entry.second.to == clerk; });
    if (found == m_rings.end())
        return CallProblem{ErrorCode::Gone, {}};
    const Ring ring = found->second;
    if (!message.accepted) {
        finish(ring.ticket, {.forClerk = RingState::Declined});
        return std::nullopt;
    }
    // Others may have been let in while it rang.
    if (!m_guests.hasRoom(ring.ticket) || !m_guests.hasPlace(ring.ticket)) {
        finish(ring.ticket, {.forClerk = RingState::Ended, .forColleague = ColleagueEnd::Cancelled});
        return CallProblem{ErrorCode::RoomFull, {}};
    }
    finish(ring.ticket, {.forClerk = RingState::Accepted});
    m_guests.seat(
        ring.ticket,
        {.clerk = clerk, .ring = ring.name, .name = m_world.record().clerkName(clerk), .office = officeOf(clerk)},
        connection, ring.directly ? GuestDesk::Entry::WithAll : GuestDesk::Entry::Alone);
    return std::nullopt;
}

void ColleagueDesk::clerkGone(ConnectionKey connection)
{
    finishWhere([connection](const Ring &ring) { return ring.toLine == connection; },
                {.forClerk = RingState::Unreachable, .forColleague = ColleagueEnd::Cancelled});
    finishWhere([connection](const Ring &ring) { return ring.fromLine == connection; },
                {.forClerk = RingState::Ended, .forColleague = ColleagueEnd::Cancelled});
}

void ColleagueDesk::published(const broker::OfficeChange &change)
{
    forEachParted(change, [this](TicketId ticket) {
        finish(ticket, {.forClerk = RingState::Ended, .forColleague = ColleagueEnd::Over});
    });
    finishWhere([this](const Ring &ring) { return m_world.record().visit(ring.ticket) == nullptr; },
                {.forClerk = RingState::Ended, .forColleague = ColleagueEnd::Over});
    finishWhere([this](const Ring &ring) { return deskReachOf(ring.to) != office::Reach::Free; },
                {.forClerk = RingState::Busy, .forColleague = ColleagueEnd::Cancelled});
    // A visitor of one's own comes first.
    for (const ClerkId clerk : m_guests.seatedClerks()) {
        if (hasVisitor(clerk, change.office))
            m_guests.leaveSeat(clerk);
    }
}

bool ColleagueDesk::hasVisitor(ClerkId clerk, OfficeId office) const
{
    const broker::OfficeRecord *record = m_world.record().office(office);
    if (record == nullptr)
        return false;
    const auto desk = record->state.clerks.find(clerk);
    return desk != record->state.clerks.end() && desk->second.ticket;
}

std::optional<MonotonicInstant> ColleagueDesk::nextDue() const
{
    std::optional<MonotonicInstant> due;
    for (const auto &[ticket, ring] : m_rings)
        due = due ? std::min(*due, ring.until) : ring.until;
    return due;
}

void ColleagueDesk::tick()
{
    finishWhere([now = m_world.clock.monotonicNow()](const Ring &ring) { return ring.until <= now; },
                {.forClerk = RingState::Unanswered, .forColleague = ColleagueEnd::Unanswered});
}

// Who is rung, or is in the conversation of somebody else, is as busy as with a visitor.
office::Reach ColleagueDesk::reachOf(ClerkId clerk) const
{
    const bool isRung = std::ranges::any_of(m_rings, [clerk](const auto &entry) { return entry.second.to == clerk; });
    return isRung ? office::Reach::InCall : deskReachOf(clerk);
}

office::Reach ColleagueDesk::deskReachOf(ClerkId clerk) const
{
    if (m_guests.seatOf(clerk))
        return office::Reach::InCall;
    std::vector<office::Clerk> desks;
    for (const OfficeId id : m_world.record().offices()) {
        const auto &clerks = m_world.record().office(id)->state.clerks;
        if (const auto desk = clerks.find(clerk); desk != clerks.end())
            desks.push_back(desk->second);
    }
    return office::reachOf(desks);
}

QStringList ColleagueDesk::officesOf(ClerkId clerk) const
{
    QStringList names;
    for (const OfficeId office : m_world.record().offices()) {
        if (m_world.record().mayStaff(office, clerk))
            names.append(m_world.record().office(office)->config.name);
    }
    return names;
}

// Where the clerk is at a desk, else where the clerk belongs.
QString ColleagueDesk::officeOf(ClerkId clerk) const
{
    for (const OfficeId office : m_world.record().offices()) {
        if (m_world.record().office(office)->state.clerks.contains(clerk))
            return m_world.record().office(office)->config.name;
    }
    return officesOf(clerk).value(0);
}

const ColleagueDesk::Ring *ColleagueDesk::ringOf(TicketId ticket) const
{
    const auto ring = m_rings.find(ticket);
    return ring == m_rings.end() ? nullptr : &ring->second;
}

void ColleagueDesk::call(const Ring &ring) const
{
    const broker::Visit &visit = *m_world.record().visit(ring.ticket);
    const auto state = ticketState(m_world.record(), visit, m_world.broker.now());
    m_world.toClerk(ring.toLine,
                    protocol::clerk::RingCall{.ring = ring.name,
                                              .from = m_world.record().clerkName(ring.from),
                                              .office = m_world.record().office(visit.office)->config.name,
                                              .number = state ? state->number : QString(),
                                              .concern = visit.concern,
                                              .directly = ring.directly,
                                              .until = std::chrono::ceil<milliseconds>(m_world.broker.now() + kRings)});
}

void ColleagueDesk::tell(const Ring &ring, RingState state) const
{
    if (const auto line = m_clerks.lineOf(ring.from, ring.fromLine)) {
        m_world.toClerk(*line, protocol::clerk::RingNews{.ticket = ring.ticket,
                                                         .epoch = ring.epoch,
                                                         .name = m_world.record().clerkName(ring.to),
                                                         .state = state});
    }
}

void ColleagueDesk::finish(TicketId ticket, const End &end)
{
    const auto found = m_rings.find(ticket);
    if (found == m_rings.end())
        return;
    const Ring ring = found->second;
    m_rings.erase(found);
    tell(ring, end.forClerk);
    if (end.forColleague && m_clerks.belongs(ring.toLine, ring.to))
        m_world.toClerk(ring.toLine, protocol::clerk::ColleagueOver{.ring = ring.name, .reason = *end.forColleague});
}

template <typename F>
void ColleagueDesk::finishWhere(F isOver, const End &end)
{
    std::vector<TicketId> over;
    for (const auto &[ticket, ring] : m_rings) {
        if (isOver(ring))
            over.push_back(ticket);
    }
    for (const TicketId ticket : over)
        finish(ticket, end);
}

} // namespace sprechtag::gateway
