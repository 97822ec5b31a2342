// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/WaitEstimate.h"

namespace sprechtag::office {
namespace {

constexpr std::uint64_t kStepMinutes = 5;
constexpr std::uint64_t kStepSeconds = kStepMinutes * 60;

minutes steps(std::uint64_t count)
{
    return minutes(count * kStepMinutes);
}

} // namespace

WaitEstimate estimateWait(const PublicView &office, std::uint32_t peopleAhead)
{
    using Kind = WaitEstimate::Kind;
    if (office.serving == 0)
        return {};
    if (office.idle > 0 && peopleAhead == 0)
        return {Kind::Soon, minutes{0}, minutes{0}};
    if (!office.averageService)
        return {};
    // Whole numbers only, so that every implementation rounds the same way.
    const std::uint64_t service = static_cast<std::uint64_t>(office.averageService->count());
    const std::uint64_t serving = office.serving;
    const std::uint64_t turns = std::uint64_t{peopleAhead} + 1;
    const std::uint64_t rounds = turns > serving ? turns - serving : 0;
    const std::uint64_t lowSteps = 4 * service * rounds / (5 * serving * kStepSeconds);
    const std::uint64_t highStep = serving * kStepSeconds;
    const std::uint64_t highSteps = (service * turns + highStep - 1) / highStep;
    return {Kind::Range, steps(lowSteps), steps(highSteps)};
}

} // namespace sprechtag::office
