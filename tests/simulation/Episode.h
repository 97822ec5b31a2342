// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/AnswerBook.h"
#include "tests/simulation/Ledger.h"
#include "tests/simulation/Sabotage.h"
#include "tests/simulation/Watchers.h"

#include <array>
#include <deque>
#include <string>
#include <vector>

namespace sprechtag::simulation {

inline constexpr std::size_t kRefusalCodes = static_cast<std::size_t>(office::RefusalCode::TargetClosed) + 1;

//! How often each kind of fact and refusal came about: what never happens is not tested.
struct Coverage
{
    std::array<std::uint64_t, std::variant_size_v<office::FactBody>> facts{};
    std::array<std::uint64_t, kRefusalCodes> refusals{};
    std::array<std::uint64_t, 6> returns{};   //!< by ReturnReason
    std::array<std::uint64_t, 7> leaves{};    //!< by LeaveReason
    std::array<std::uint64_t, 4> withdrawn{}; //!< by WithdrawReason
    std::array<std::uint64_t, 6> moves{};     //!< by MoveReason

    void count(const office::FactBody &body);
};

//! One office under test: takes commands the way the server does and has every step judged.
class Episode
{
public:
    Episode(const office::Settings &settings, Sabotage sabotage, Coverage &coverage, Instant start);

    //! A command without a key: the clock, a line, the server itself.
    void submit(const office::Command &command);

    //! A command of a person under an idempotency key; repeated, it must get the first answer and change nothing.
    void submit(const std::string &key, std::uint64_t digest, const office::Command &command);

    //! The process dies and another one loads the facts.
    void crash();

    //! The expensive checks: ledger, pages, waits, and the replay of every fact.
    void audit();

    void advance(milliseconds span);
    //! The clock that was set back is right again.
    void mendClock() { m_now = m_latest; }
    void require(bool holds, const char *invariant) { m_ledger.require(holds, invariant); }

    //! Whether a command under this key would be decided, not answered from memory.
    [[nodiscard]] bool isNew(const std::string &key, std::uint64_t digest) const
    {
        return m_book.find(key, digest).verdict == office::AnswerBook::Verdict::New;
    }
    [[nodiscard]] const office::OfficeState &state() const { return m_state; }
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] Ledger &ledger() { return m_ledger; }
    [[nodiscard]] const Ledger &ledger() const { return m_ledger; }
    [[nodiscard]] std::uint64_t steps() const { return m_steps; }
    [[nodiscard]] const std::deque<std::pair<Instant, office::Command>> &recent() const { return m_recent; }

private:
    [[nodiscard]] bool drawsAnew(const office::Command &command) const;
    [[nodiscard]] office::Answer step(const office::Command &command);
    void judge(const office::Command &command, const office::Facts &facts);
    void compare();
    void compareWaits();
    [[nodiscard]] office::OfficeState replayed() const;

    struct Known
    {
        std::string key;
        std::uint64_t digest{};
        office::Answer answer;
        Instant until{};
    };
    [[nodiscard]] const Known *known(const std::string &key) const;

    Sabotage m_sabotage;
    Coverage &m_coverage;
    office::OfficeState m_state;
    Ledger m_ledger;
    Watchers m_pages;
    office::AnswerBook m_book;
    std::deque<Instant> m_remembered; // when, for as long as the book may keep it
    std::deque<Known> m_known;        //!< the newest answers, to compare the book with
    office::Facts m_log;
    Instant m_now;
    Instant m_latest;
    std::uint64_t m_steps{};
    std::deque<std::pair<Instant, office::Command>> m_recent;
};

} // namespace sprechtag::simulation
