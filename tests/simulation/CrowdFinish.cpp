// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Crowd.h"

#include <algorithm>

namespace sprechtag::simulation {

using namespace office;

void Crowd::finish()
{
    m_world.mendClock();
    for (m_office = 0; m_office < kOffices; ++m_office)
        finishOffice();
    m_world.audit();
}

void Crowd::finishOffice()
{
    switch (m_dice.below(3)) {
    case 0:
        abandonEverybody();
        return;
    case 1:
        submit(SetWindow{});
        submit(Close{clerkId(0), CloseMode::ServeWaiting});
        serveEverybody();
        here().require(!ledger().open(), "L-5: closing did not come to an end");
        return;
    default:
        serveEverybody();
        return;
    }
}

// Some clerks work; everybody has a good line and nothing else to do.
void Crowd::beginToServe(std::uint32_t workers)
{
    for (std::uint32_t i = 0; i < kClerks; ++i) {
        if (i < workers) {
            submit(Arrive{clerkId(i)});
            submit(Resume{clerkId(i)});
        } else {
            submit(LoseClerk{clerkId(i)});
        }
    }
    submit(Tick{});
    const auto people = ledger().live();
    for (const auto index : people) {
        const TicketId ticket = ticketId(index);
        submit(Connect{ticket});
        submit(ComeBack{ticket});
        if (ledger().person(index).life == Life::Parked)
            submit(Ready{ticket});
        if (ledger().person(index).life == Life::Missed)
            submit(Readmit{clerkId(0), ticket});
    }
}

// Every line is good and at least one clerk works: all must have been served within a bound.
void Crowd::serveEverybody()
{
    const std::uint32_t workers = 1 + m_dice.below(kClerks);
    beginToServe(workers);
    // Three rounds a visit (call, enter, finish); the longest grace and the pause after a missed call once for all.
    constexpr seconds kRound{50};
    constexpr std::size_t kGraces = 1200 / kRound.count() + 6;
    std::size_t rounds = 3 * ledger().live().size() + kGraces;
    while (!ledger().live().empty() && rounds-- > 0) {
        for (std::uint32_t i = 0; i < workers; ++i)
            serve(i);
        m_world.advance(kRound);
        submit(Tick{});
    }
    here().require(ledger().live().empty(), "L-1: somebody was not served although everybody works");
}

void Crowd::serve(std::uint32_t clerk)
{
    const auto ticket = ledger().desk(clerk).ticket;
    if (!ticket) {
        submit(CallNext{clerkId(clerk)});
        return;
    }
    const Person one = ledger().person(*ticket);
    if (one.life == Life::Called)
        submit(Enter{ticketId(*ticket), one.epoch});
    else
        submit(Finish{clerkId(clerk), ticketId(*ticket), one.epoch, Outcome::Done});
}

// Nobody ever comes back: the clock alone must bring everything to its end.
void Crowd::abandonEverybody()
{
    const auto people = ledger().live();
    for (const auto index : people)
        submit(Disconnect{ticketId(index)});
    for (std::uint32_t i = 0; i < kClerks; ++i)
        submit(LoseClerk{clerkId(i)});
    std::size_t rounds = 8 * people.size() + 4 * kClerks + 4;
    while (ledger().due() && rounds-- > 0) {
        const milliseconds wait = *ledger().due() - m_world.now();
        m_world.advance(std::max(wait, milliseconds::zero()));
        submit(Tick{});
    }
    here().require(!ledger().due() && ledger().live().empty(), "L-2: a state that no timer ends");
}

} // namespace sprechtag::simulation
