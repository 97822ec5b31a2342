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

// The events that may put somebody before others (I-8): an older ticket comes back.
bool mayPushBack(const FactBody &body)
{
    return std::holds_alternative<TicketReturned>(body) || std::holds_alternative<TicketConnected>(body) ||
           std::holds_alternative<TicketDisconnected>(body);
}

} // namespace

void Watchers::hear(const Fact &fact, const std::vector<LineChange> &changes)
{
    const auto ticket = concerned(fact);
    m_ledger.require(changes.size() <= 1, "I-8: one fact moved two people");
    for (const LineChange &change : changes) {
        std::visit(Overloaded{[&](LineLeft left) { leave(left.rank, ticket); },
                              [&](LineInserted in) { insert(in.rank, ticket, !mayPushBack(fact.body)); }},
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

void Watchers::insert(std::uint32_t rank, std::optional<std::uint32_t> ticket, bool drawn)
{
    m_ledger.require(ticket && rank <= m_pages.size(), "I-8: the feed inserted nobody, or behind the end");
    m_ledger.require(!drawn || rank == m_pages.size(), "I-8: a new ticket was put before others");
    m_ledger.require(std::ranges::find(m_pages, *ticket, &Page::ticket) == m_pages.end(), "I-3: in line twice");
    for (Page &page : m_pages)
        page.rank += page.rank >= rank ? 1 : 0;
    m_pages.push_back({*ticket, rank});
}

void Watchers::compare(const OfficeState &state)
{
    m_ledger.require(m_pages.size() == m_ledger.waiting(), "I-8: a page lost track of the line");
    m_ledger.require(waitingCount(state) == m_pages.size(), "I-8: the count differs from the pages");
    for (const Page &page : m_pages) {
        m_ledger.require(peopleAhead(state, ticketId(page.ticket)) == page.rank, "I-8: a page shows a wrong rank");
        const auto key = m_ledger.person(page.ticket).key;
        const auto older =
            std::ranges::count_if(m_pages, [&](const Page &other) { return m_ledger.person(other.ticket).key < key; });
        m_ledger.require(static_cast<std::uint32_t>(older) == page.rank, "I-8: ranks and seniority disagree");
    }
}

} // namespace sprechtag::simulation
