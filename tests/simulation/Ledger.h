// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Office.h"
#include "tests/simulation/People.h"

#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace sprechtag::simulation {

//! A second, plain account of an office, kept from the facts alone: it knows the rules in its own words and finds every
//! fact, refusal and silence that they do not allow.
//!
//! begin(), note() for each fact, end() judge one command. The first broken invariant stays in broken().
class Ledger
{
public:
    explicit Ledger(const office::Settings &settings);

    //! What the office must say to the command, before it is begun; nullopt: it may not refuse.
    [[nodiscard]] std::optional<office::Refusal> refusalOf(const office::Command &command, Instant now) const;

    void begin(const office::Command &cause, Instant now);
    void note(const office::Fact &fact);
    void end();

    void compare(const office::OfficeState &state);
    void require(bool holds, const char *invariant);

    [[nodiscard]] const std::string &broken() const { return m_broken; }
    [[nodiscard]] const Person &person(std::uint32_t index) const;
    [[nodiscard]] const Desk &desk(std::uint32_t index) const { return m_desks[index]; }
    [[nodiscard]] const std::vector<std::uint32_t> &live() const { return m_live; }
    [[nodiscard]] bool open() const { return m_open; }
    [[nodiscard]] std::optional<Instant> due() const;
    [[nodiscard]] std::uint32_t waiting() const;
    [[nodiscard]] bool inLine(std::uint32_t index) const;
    [[nodiscard]] bool isLive(std::uint32_t index) const;
    //! Whether the one stands before the other: by class, then by seniority.
    [[nodiscard]] bool before(const Person &one, const Person &other) const;
    //! Who is with somebody here.
    [[nodiscard]] office::Elsewhere engaged() const;
    [[nodiscard]] std::uint64_t handedOver() const { return m_handedOver; }
    [[nodiscard]] std::uint64_t received() const { return m_received; }

private:
    friend struct Noting;
    friend struct Refusing;
    friend struct Settling;

    [[nodiscard]] bool callable(std::uint32_t index, std::uint32_t clerk, Instant now) const;
    [[nodiscard]] std::optional<std::uint32_t> nextInLine(std::uint32_t clerk, Instant now) const;
    //! Present, and with nobody here or elsewhere.
    [[nodiscard]] std::uint32_t idle(const office::Elsewhere &elsewhere = {}) const;
    [[nodiscard]] std::uint32_t present() const;
    [[nodiscard]] std::optional<std::uint32_t> capacity(const office::Elsewhere &elsewhere = {}) const;
    [[nodiscard]] std::optional<std::int64_t> serviceLength() const;
    [[nodiscard]] std::optional<Instant> hardEnd() const;
    [[nodiscard]] std::optional<Instant> acceptanceEnd() const;
    [[nodiscard]] bool intakeIsOver(Instant now) const;
    [[nodiscard]] bool numberIsLive(std::uint32_t number, office::ServiceDay day,
                                    const std::optional<OfficeId> &origin) const;
    [[nodiscard]] bool nobodyToServe() const;
    [[nodiscard]] bool waitsForItsTime() const;
    [[nodiscard]] bool lineCounts(const Person &one) const;
    void dueOf(const Person &one, const std::function<void(Instant)> &consider) const;
    void comparePeople(const office::OfficeState &state);
    void compareHours(const office::OfficeState &state);
    void compareDesks(const office::OfficeState &state);
    void compareElsewhere(const office::OfficeState &state);
    void compareView(const office::OfficeState &state);

    office::Settings m_settings;
    std::array<Desk, kClerks> m_desks{};
    std::vector<Person> m_people;
    std::vector<std::uint32_t> m_live;
    std::vector<std::uint32_t> m_givenBack; //!< returned to the front by the command at hand
    std::vector<std::int64_t> m_services;
    std::map<ConcernId, std::vector<std::int64_t>> m_servicesByConcern;
    const office::Command *m_cause{};
    Instant m_now{};
    office::Sequence m_seq{};
    bool m_open{};
    bool m_hadNobodyToServe{};
    bool m_missedWereEnded{};
    bool m_closedByHand{};
    std::optional<office::Window> m_window{};
    std::optional<Instant> m_closesAt{};
    std::optional<Instant> m_hardEnd{};
    office::Intake m_intake{office::Intake::Open};
    std::int64_t m_nextKey{};
    office::ServiceDay m_day{};
    std::uint32_t m_lastNumber{};
    std::uint64_t m_issued{};
    std::uint64_t m_ended{};
    std::uint64_t m_received{};
    std::uint64_t m_handedOver{};
    std::string m_broken;
};

} // namespace sprechtag::simulation
