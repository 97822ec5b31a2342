// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/Episode.h"

#include <array>

namespace sprechtag::simulation {

//! A command of a person, under its idempotency key.
struct Sent
{
    std::uint32_t office{};
    std::string key;
    std::uint64_t digest{};
    office::Command command;
};

//! Two offices under one clock. A transfer concerns both: what one gives up the other takes in, in the same moment.
class World
{
public:
    World(const std::array<office::Settings, kOffices> &settings, Sabotage sabotage, Coverage &coverage, Instant start);

    void submit(const Sent &sent);
    void submit(std::uint32_t office, const office::Command &command) { m_offices[office].submit(command); }

    void advance(milliseconds span);
    void mendClock();
    //! The process dies: every office is loaded anew.
    void crash();
    void audit();

    [[nodiscard]] Episode &office(std::uint32_t index) { return m_offices[index]; }
    [[nodiscard]] Instant now() const { return m_offices.front().now(); }
    [[nodiscard]] std::uint64_t steps() const;
    //! The first broken invariant of any office; empty: none.
    [[nodiscard]] const std::string &broken() const;

private:
    [[nodiscard]] std::optional<office::Receive> otherHalf(const Sent &sent, std::uint32_t to) const;
    void transfer(const Sent &sent, std::uint32_t to, const office::Receive &receive);
    void judgeTransfer(const TicketId &ticket);

    Sabotage m_sabotage;
    std::array<Episode, kOffices> m_offices;
};

} // namespace sprechtag::simulation
