// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/CalmTown.h"

#include "shared/domain/office/Office.h"
#include "shared/domain/office/WaitEstimate.h"
#include "tests/simulation/People.h"

#include <cmath>
#include <iostream>
#include <map>

namespace sprechtag::simulation {

using namespace office;

namespace {

constexpr std::uint32_t kMornings = 500;
constexpr std::uint32_t kWorking = 3;
constexpr seconds kOpenFor{4 * 3600};
constexpr double kBetweenArrivals = 260; // seconds, in the mean
constexpr std::uint64_t kPromised = 80;  // per cent

//! One office whose clerks call the next as soon as they are free, and whose citizens come in at once.
class Morning
{
public:
    explicit Morning(std::uint64_t seed)
        : m_dice(seed)
    {
        for (std::uint32_t i = 0; i < kWorking; ++i)
            run(Open{clerkId(i)});
    }

    void play()
    {
        const Instant end = m_now + kOpenFor;
        Instant arrival = m_now;
        while (m_now < end || !m_state.tickets.empty()) {
            if (m_now < end && m_now >= arrival) {
                draw();
                arrival += milliseconds(std::llround(-1000 * kBetweenArrivals * std::log(1 - chance())));
            }
            serve();
            m_now += seconds{1};
        }
    }

    [[nodiscard]] std::uint64_t shown() const { return m_shown; }
    [[nodiscard]] std::uint64_t inside() const { return m_inside; }

private:
    [[nodiscard]] double chance() { return static_cast<double>(m_dice.below(1'000'000)) / 1e6; }

    Facts run(const Command &command)
    {
        const auto decision = decide(m_state, command, m_now);
        if (!decision)
            return {};
        for (const Fact &fact : *decision)
            evolve(m_state, fact);
        return *decision;
    }

    void draw()
    {
        const TicketId ticket = ticketId(m_tickets++);
        run(Draw{.ticket = ticket, .day = 20260302});
        const auto ahead = peopleAhead(m_state, ticket);
        m_estimates[ticket] = {estimateWait(publicView(m_state), ahead.value_or(0)), m_now};
    }

    void serve()
    {
        for (std::uint32_t i = 0; i < kWorking; ++i) {
            if (const auto &visitor = m_state.clerks.at(clerkId(i)).ticket; visitor && m_now >= m_until[i])
                run(Finish{clerkId(i), *visitor, m_state.tickets.at(*visitor).epoch, Outcome::Done});
            for (const Fact &fact : run(CallNext{clerkId(i)})) {
                const auto &called = std::get<TicketCalled>(fact.body);
                compare(called.ticket);
                run(Enter{called.ticket, called.epoch});
                // Four to sixteen minutes, ten in the mean, the middle being likelier than the ends.
                m_until[i] = m_now + seconds(240 + m_dice.below(360) + m_dice.below(360));
            }
        }
    }

    void compare(const TicketId &ticket)
    {
        const auto &[estimate, since] = m_estimates.at(ticket);
        if (estimate.kind == WaitEstimate::Kind::Unknown)
            return;
        const auto waited = std::chrono::duration_cast<seconds>(m_now - since);
        // "At once" is kept by the minute.
        const seconds most = estimate.kind == WaitEstimate::Kind::Soon ? seconds{60} : seconds(estimate.high);
        ++m_shown;
        m_inside += estimate.low <= waited && waited <= most ? 1 : 0;
    }

    Dice m_dice;
    OfficeState m_state{};
    Instant m_now{seconds{1'772'438'400}};
    std::uint32_t m_tickets{};
    std::array<Instant, kWorking> m_until{};
    std::map<TicketId, std::pair<WaitEstimate, Instant>> m_estimates{};
    std::uint64_t m_shown{};
    std::uint64_t m_inside{};
};

} // namespace

bool estimatesHold(std::uint64_t seed)
{
    Dice seeds(seed);
    std::uint64_t shown = 0;
    std::uint64_t inside = 0;
    for (std::uint32_t i = 0; i < kMornings; ++i) {
        Morning morning(seeds.next());
        morning.play();
        shown += morning.shown();
        inside += morning.inside();
    }
    const std::uint64_t share = shown == 0 ? 0 : 100 * inside / shown;
    std::cout << share << " % of " << shown << " real waits were inside the range that was shown\n";
    return share >= kPromised;
}

} // namespace sprechtag::simulation
