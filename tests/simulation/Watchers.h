// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/Ledger.h"

namespace sprechtag::simulation {

//! The waiting pages of an office: each knows its rank from one snapshot and keeps it by the public feed alone.
class Watchers
{
public:
    explicit Watchers(Ledger &ledger)
        : m_ledger(ledger)
    {
    }

    //! The feed of one fact, as the office was before it.
    void hear(const office::Fact &fact, const std::vector<office::LineChange> &changes);

    //! Every page shows what the office would tell it, in the order of seniority.
    void compare(const office::OfficeState &state);

private:
    struct Page
    {
        std::uint32_t ticket;
        std::uint32_t rank;
    };
    void leave(std::uint32_t rank, std::optional<std::uint32_t> ticket);
    void insert(const office::LineInserted &in, std::optional<std::uint32_t> ticket, const office::FactBody &body);

    Ledger &m_ledger;
    std::vector<Page> m_pages;
};

} // namespace sprechtag::simulation
