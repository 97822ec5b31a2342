// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Run.h"

#include "tests/simulation/CalmTown.h"
#include "tests/simulation/CommandText.h"
#include "tests/simulation/Crowd.h"

#include <algorithm>
#include <exception>
#include <iostream>
#include <span>

namespace sprechtag::simulation {
namespace {

office::Settings someSettings(Dice &dice)
{
    using Limit = std::optional<std::uint32_t>;
    office::Settings settings;
    settings.queueLimit = dice.pick(std::array<Limit, 6>{Limit{}, Limit{}, Limit{}, Limit{0}, Limit{2}, Limit{5}});
    settings.lastNumber = dice.pick(std::array<std::uint32_t, 5>{999, 999, 3, 7, 20});
    settings.maxCalls = dice.pick(std::array<std::uint32_t, 4>{1, 2, 3, 3});
    settings.clerkGrace = dice.pick(std::array{seconds{90}, seconds{90}, seconds{15}, seconds{900}});
    settings.unreachableUntil = dice.pick(std::array{minutes{10}, minutes{10}, minutes{3}});
    settings.missedListed = dice.pick(std::array{minutes{30}, minutes{30}, minutes{5}, minutes{0}});
    settings.awayAtMost = dice.pick(std::array{minutes{20}, minutes{2}});
    settings.overtakenAtMost = dice.pick(std::array<std::uint32_t, 4>{10, 3, 1, 2});
    settings.hardEndAfter = dice.pick(std::array{minutes{60}, minutes{15}, minutes{0}});
    settings.opensByHours = dice.chance(400);
    if (dice.chance(300))
        settings.defaultService = seconds(60 + dice.below(1800));
    return settings;
}

// An hour before each night of a changed clock, and at no time in particular.
Instant someStart(Dice &dice)
{
    return Instant{seconds(dice.pick(std::array<std::int64_t, 3>{1'728'000'000, 1'774'738'800, 1'792'882'800}))};
}

void report(const Options &options, std::uint64_t seed, World &world)
{
    std::cerr << "broken: " << world.broken() << "\nepisode seed " << seed << ", step " << world.steps()
              << "\nreplay: sprechtag-simulate --episode " << seed << replayHint(options) << "\nlast commands:\n";
    for (std::uint32_t index = 0; index < kOffices; ++index) {
        const Episode &office = world.office(index);
        const auto due = office.ledger().due();
        std::cerr << "office " << index << ": " << office.ledger().broken() << "; due "
                  << (due ? due->time_since_epoch().count() : 0) << '\n';
        for (const auto &[at, command] : office.recent())
            std::cerr << "  " << at.time_since_epoch().count() << "  " << textOf(command) << '\n';
    }
}

// What the core must never do, but a fault may make the standard library do: it is reported like all else.
void play(World &world, Crowd &crowd, std::uint32_t acts)
{
    try {
        for (std::uint32_t i = 0; i < acts && world.broken().empty(); ++i)
            crowd.act();
        if (world.broken().empty())
            crowd.finish();
    } catch (const std::exception &error) {
        world.office(0).require(false, "the core threw");
        std::cerr << error.what() << '\n';
    }
}

// The steps that it took; nullopt: an invariant is broken.
std::optional<std::uint64_t> runEpisode(const Options &options, std::uint64_t seed, Coverage &coverage)
{
    Dice dice(seed);
    const std::array settings{someSettings(dice), someSettings(dice)};
    World world(settings, options.sabotage, coverage, someStart(dice));
    Crowd crowd(world, dice);
    crowd.setFaults(options.faults);
    play(world, crowd, 200 + dice.below(3000));
    if (world.broken().empty())
        return world.steps();
    report(options, seed, world);
    return std::nullopt;
}

bool met(const char *kind, std::span<const std::uint64_t> counts)
{
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0)
            std::cerr << "uncovered: " << kind << " number " << i << " never happened\n";
    }
    return std::ranges::find(counts, 0U) == counts.end();
}

// Whether a run that was long enough has met every fact and every refusal.
bool coveredEverything(const Options &options, const Coverage &coverage)
{
    constexpr std::uint64_t kLongEnough = 500'000;
    if (options.steps < kLongEnough || options.episode)
        return true;
    const bool facts = met("fact", coverage.facts);
    const bool refusals = met("refusal", coverage.refusals);
    const bool returns = met("reason of a return", coverage.returns);
    const bool leaves = met("reason of an end", coverage.leaves);
    const bool withdrawn = met("reason of a withdrawal", std::span(coverage.withdrawn));
    const bool moves = met("reason of a move", coverage.moves);
    return facts && refusals && returns && leaves && withdrawn && moves;
}

} // namespace

int run(const Options &options)
{
    if (options.calm)
        return estimatesHold(options.seed) ? 0 : 1;
    Dice seeds(options.seed);
    Coverage coverage;
    std::uint64_t steps = 0;
    std::uint64_t episodes = 0;
    do {
        const auto taken = runEpisode(options, options.episode.value_or(seeds.next()), coverage);
        if (!taken)
            return 1;
        steps += *taken;
        ++episodes;
    } while (!options.episode && steps < options.steps);
    if (!coveredEverything(options, coverage))
        return 1;
    std::cout << steps << " commands in " << episodes << " episodes, no invariant broken\n";
    return 0;
}

} // namespace sprechtag::simulation
