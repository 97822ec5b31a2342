// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/World.h"

#include <algorithm>

namespace sprechtag::simulation {

using namespace office;

World::World(const std::array<Settings, kOffices> &settings, Sabotage sabotage, Coverage &coverage, Instant start)
    : m_sabotage(sabotage)
    , m_offices{Episode(settings[0], sabotage, coverage, start), Episode(settings[1], sabotage, coverage, start)}
{
}

void World::submit(const Sent &sent)
{
    Episode &from = m_offices[sent.office];
    if (const auto *agreed = std::get_if<Transfer>(&sent.command); agreed && from.isNew(sent.key, sent.digest)) {
        const Person &one = from.ledger().person(indexOf(agreed->ticket));
        const std::uint32_t to = one.proposal ? indexOf(one.proposal->office) : sent.office;
        if (const auto receive = otherHalf(sent, to)) {
            transfer(sent, to, *receive);
            return;
        }
    }
    from.submit(sent.key, sent.digest, sent.command);
}

// What the other office is asked; nullopt when this one refuses to let go.
std::optional<Receive> World::otherHalf(const Sent &sent, std::uint32_t to) const
{
    const Episode &from = m_offices[sent.office];
    if (to == sent.office || from.ledger().refusalOf(sent.command, from.now()))
        return std::nullopt;
    const TicketId ticket = std::get<Transfer>(sent.command).ticket;
    const Person &one = from.ledger().person(indexOf(ticket));
    const auto origin = one.origin.value_or(officeId(sent.office));
    return Receive{.ticket = ticket,
                   .number = one.number,
                   .day = one.day,
                   .drawnAt = one.drawnAt,
                   .epoch = one.epoch,
                   .origin = origin == officeId(to) ? std::nullopt : std::optional(origin),
                   .concern = one.concern,
                   .reservedFor = one.proposal->clerk,
                   .elsewhere = from.ledger().engaged()};
}

void World::transfer(const Sent &sent, std::uint32_t to, const Receive &receive)
{
    Episode &from = m_offices[sent.office];
    Episode &target = m_offices[to];
    const auto &agreed = std::get<Transfer>(sent.command);
    if (const auto refusal = target.ledger().refusalOf(receive, target.now())) {
        const bool full = refusal->code == RefusalCode::OfficeFull;
        const auto why = full ? WithdrawReason::TargetFull : WithdrawReason::TargetClosed;
        target.submit(receive);
        from.submit(sent.key, sent.digest, DeclineTransfer{agreed.ticket, agreed.epoch, why});
        return;
    }
    if (m_sabotage != Sabotage::DoubleTransfer)
        from.submit(sent.key, sent.digest, sent.command);
    if (m_sabotage != Sabotage::LoseTransfer)
        target.submit(receive);
    judgeTransfer(agreed.ticket);
}

void World::judgeTransfer(const TicketId &ticket)
{
    const auto homes =
        std::ranges::count_if(m_offices, [&](const Episode &one) { return one.ledger().isLive(indexOf(ticket)); });
    m_offices.front().require(homes == 1, "I-12: a transfer lost or doubled somebody");
}

void World::advance(milliseconds span)
{
    for (Episode &one : m_offices)
        one.advance(span);
}

void World::mendClock()
{
    for (Episode &one : m_offices)
        one.mendClock();
}

void World::crash()
{
    for (Episode &one : m_offices)
        one.crash();
}

void World::audit()
{
    std::uint64_t given = 0;
    std::uint64_t taken = 0;
    for (Episode &one : m_offices) {
        one.audit();
        given += one.ledger().handedOver();
        taken += one.ledger().received();
    }
    m_offices.front().require(given == taken, "I-12: more given than taken, or the other way round");
}

std::uint64_t World::steps() const
{
    std::uint64_t all = 0;
    for (const Episode &one : m_offices)
        all += one.steps();
    return all;
}

const std::string &World::broken() const
{
    const auto found =
        std::ranges::find_if(m_offices, [](const Episode &one) { return !one.ledger().broken().empty(); });
    return found == m_offices.end() ? m_offices.front().ledger().broken() : found->ledger().broken();
}

} // namespace sprechtag::simulation
