// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Watchers.h"

#include <algorithm>

namespace sprechtag::simulation {

using namespace office;

namespace {

// Whom a fact concerns; nullopt: no ticket.
std::optional<std::uint32_t> concerned(const Fact &fact)
{
    return std::visit(
        [](const auto &body) -> std::optional<std::uint32_t> {
            if constexpr (requires { body.ticket; })
                return indexOf(body.ticket);
            else
                return std::nullopt;
        },
        fact.body);
}

// The one reason that may be given for somebody new in line (I-8).
MoveReason reasonFor(const FactBody &body)
{
    if (const auto *drawn = std::get_if<TicketDrawn>(&body))
        return drawn->standing == Standing::Appointment ? MoveReason::Appointment : MoveReason::Drawn;
    if (std::holds_alternative<TicketPrioritised>(body))
        return MoveReason::Priority;
    if (std::holds_alternative<TicketPromoted>(body))
        return MoveReason::Promoted;
    return std::holds_alternative<TicketReceived>(body) ? MoveReason::Received : MoveReason::Returned;
}

} // namespace

void Watchers::hear(const Fact &fact, const std::vector<LineChange> &changes)
{
    const auto ticket = concerned(fact);
    m_ledger.require(changes.size() <= 2, "I-8: one fact moved two people");
    for (const LineChange &change : changes) {
        std::visit(Overloaded{[&](const LineLeft &left) { leave(left.rank, ticket); },
                              [&](const LineInserted &in) { insert(in, ticket, fact.body); }},
                   change);
    }
}

void Watchers::leave(std::uint32_t rank, std::optional<std::uint32_t> ticket)
{
    const auto own = std::ranges::find(m_pages, rank, &Page::rank);
    const bool right = own != m_pages.end() && ticket == own->ticket;
    m_ledger.require(right, "I-8: the feed let the wrong person leave the line");
    if (!right)
        return;
    m_pages.erase(own);
    for (Page &page : m_pages)
        page.rank -= page.rank > rank ? 1 : 0;
}

void Watchers::insert(const LineInserted &in, std::optional<std::uint32_t> ticket, const FactBody &body)
{
    m_ledger.require(ticket && in.rank <= m_pages.size(), "I-8: the feed inserted nobody, or behind the end");
    m_ledger.require(in.reason == reasonFor(body), "I-8: pushed back for another reason than the true one");
    m_ledger.require(in.reason != MoveReason::Drawn || in.rank == m_pages.size(), "I-8: a walk-in put before others");
    m_ledger.require(std::ranges::find(m_pages, *ticket, &Page::ticket) == m_pages.end(), "I-3: in line twice");
    for (Page &page : m_pages)
        page.rank += page.rank >= in.rank ? 1 : 0;
    m_pages.push_back({*ticket, in.rank});
}

void Watchers::compare(const OfficeState &state)
{
    m_ledger.require(m_pages.size() == m_ledger.waiting(), "I-8: a page lost track of the line");
    m_ledger.require(waitingCount(state) == m_pages.size(), "I-8: the count differs from the pages");
    for (const Page &page : m_pages) {
        m_ledger.require(peopleAhead(state, ticketId(page.ticket)) == page.rank, "I-8: a page shows a wrong rank");
        const Person &own = m_ledger.person(page.ticket);
        const auto older = std::ranges::count_if(
            m_pages, [&](const Page &other) { return m_ledger.before(m_ledger.person(other.ticket), own); });
        m_ledger.require(static_cast<std::uint32_t>(older) == page.rank, "I-8: ranks and seniority disagree");
    }
}

} // namespace sprechtag::simulation
