// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

namespace sprechtag::clerk::connection {

//! How long to wait before trying again: doubling, jittered, so that a whole town does not come back at one instant.
class BackOff
{
public:
    BackOff(milliseconds first, milliseconds longest)
        : m_first(first)
        , m_longest(longest)
    {
    }

    //! `chance` in [0, 1) spreads the wait over the upper half of the step.
    [[nodiscard]] milliseconds next(double chance);
    void reset() { m_attempt = 0; }

    //! What the server asked for, plus up to as much again.
    [[nodiscard]] static milliseconds asked(seconds after, double chance);

private:
    milliseconds m_first;
    milliseconds m_longest;
    int m_attempt{};
};

} // namespace sprechtag::clerk::connection
