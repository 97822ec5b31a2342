// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/World.h"

namespace sprechtag::simulation {

//! The clerks and citizens of one episode: they ask at random, late, twice, and of things that are long over.
class Crowd
{
public:
    Crowd(World &world, Dice &dice);

    //! Some time goes by, then somebody does something.
    void act();

    //! From here on nothing fails: everybody must be served, or end, within a bound (L-1, L-2, L-5).
    void finish();

    enum class Faults { All, None };
    void setFaults(Faults faults) { m_faults = faults; }

private:
    [[nodiscard]] office::Command choose();
    [[nodiscard]] office::Command clerkCommand();
    [[nodiscard]] office::Command visitCommand();
    [[nodiscard]] office::Command officeCommand();
    [[nodiscard]] office::Command windowCommand();
    [[nodiscard]] office::Command deskCommand();
    [[nodiscard]] office::Command transferCommand();
    [[nodiscard]] office::Command citizenCommand();
    [[nodiscard]] office::Command drawCommand();
    [[nodiscard]] office::Command answerCommand();
    [[nodiscard]] TicketId anyTicket();
    [[nodiscard]] TicketId ticketOf(std::uint32_t clerk);
    [[nodiscard]] office::Epoch anyEpoch(const TicketId &ticket);
    [[nodiscard]] bool faulty(std::uint32_t perThousand)
    {
        return m_faults == Faults::All && m_dice.chance(perThousand);
    }
    void passTime();
    void send(Sent sent);
    [[nodiscard]] Sent sealed(office::Command command);

    void finishOffice();
    void serveEverybody();
    void beginToServe(std::uint32_t workers);
    void serve(std::uint32_t clerk);
    void abandonEverybody();
    void submit(const office::Command &command) { m_world.submit(m_office, command); }
    [[nodiscard]] Episode &here() { return m_world.office(m_office); }
    [[nodiscard]] Ledger &ledger() { return here().ledger(); }

    World &m_world;
    std::uint32_t m_office{}; //!< where somebody is acting
    Dice &m_dice;
    Faults m_faults{Faults::All};
    std::uint32_t m_tickets{};
    std::uint32_t m_commands{};
    std::uint32_t m_crowd;
    office::ServiceDay m_day{20260302};
    std::vector<Sent> m_sent;
    std::vector<Sent> m_late;
};

} // namespace sprechtag::simulation
