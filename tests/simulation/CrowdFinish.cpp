// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Crowd.h"

#include <algorithm>

namespace sprechtag::simulation {

using namespace office;

void Crowd::finish()
{
    m_episode.mendClock();
    switch (m_dice.below(3)) {
    case 0:
        abandonEverybody();
        break;
    case 1:
        m_episode.submit(Close{clerkId(0), CloseMode::ServeWaiting});
        serveEverybody();
        m_episode.require(!m_episode.ledger().open(), "L-5: closing did not come to an end");
        break;
    default:
        serveEverybody();
        break;
    }
    m_episode.audit();
}

// Every line is good and at least one clerk works: all must have been served within a bound.
void Crowd::serveEverybody()
{
    Ledger &ledger = m_episode.ledger();
    const std::uint32_t workers = 1 + m_dice.below(kClerks);
    for (std::uint32_t i = 0; i < kClerks; ++i) {
        if (i < workers) {
            m_episode.submit(Arrive{clerkId(i)});
            m_episode.submit(Resume{clerkId(i)});
        } else {
            m_episode.submit(LoseClerk{clerkId(i)});
        }
    }
    m_episode.submit(Tick{});
    const auto people = ledger.live();
    for (const auto index : people)
        m_episode.submit(Connect{ticketId(index)});
    // Three rounds a visit (call, enter, finish); the longest grace and the pause after a missed call once for all.
    constexpr seconds kRound{50};
    constexpr std::size_t kGraces = 1200 / kRound.count() + 6;
    std::size_t rounds = 3 * people.size() + kGraces;
    while (!ledger.live().empty() && rounds-- > 0) {
        for (std::uint32_t i = 0; i < workers; ++i)
            serve(i);
        m_episode.advance(kRound);
        m_episode.submit(Tick{});
    }
    m_episode.require(ledger.live().empty(), "L-1: somebody was not served although everybody works");
}

void Crowd::serve(std::uint32_t clerk)
{
    const auto ticket = m_episode.ledger().desk(clerk).ticket;
    if (!ticket) {
        m_episode.submit(CallNext{clerkId(clerk)});
        return;
    }
    const Person one = m_episode.ledger().person(*ticket);
    if (one.life == Life::Called)
        m_episode.submit(Enter{ticketId(*ticket), one.epoch});
    else
        m_episode.submit(Finish{clerkId(clerk), ticketId(*ticket), one.epoch, Outcome::Done});
}

// Nobody ever comes back: the clock alone must bring everything to its end.
void Crowd::abandonEverybody()
{
    Ledger &ledger = m_episode.ledger();
    const auto people = ledger.live();
    for (const auto index : people)
        m_episode.submit(Disconnect{ticketId(index)});
    for (std::uint32_t i = 0; i < kClerks; ++i)
        m_episode.submit(LoseClerk{clerkId(i)});
    std::size_t rounds = 4 * people.size() + 4 * kClerks;
    while (ledger.due() && rounds-- > 0) {
        const milliseconds wait = *ledger.due() - m_episode.now();
        m_episode.advance(std::max(wait, milliseconds::zero()));
        m_episode.submit(Tick{});
    }
    m_episode.require(!ledger.due() && ledger.live().empty(), "L-2: a state that no timer ends");
}

} // namespace sprechtag::simulation
