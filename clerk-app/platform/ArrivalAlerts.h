// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <deque>

namespace sprechtag::clerk::platform {

enum class Busy { No, InCall };

//! What the clerk is told of an arrival.
struct Alert
{
    int people{}; //!< how many this one alert is about; 0: none, the count alone changes
    bool sound{};
    friend bool operator==(const Alert &, const Alert &) = default;
};

//! Decides how loud an arrival is: each for itself, merged when three or more come within ten seconds, silent in a
//! call.
class ArrivalAlerts
{
public:
    [[nodiscard]] Alert arrived(MonotonicInstant now, Busy busy);

private:
    std::deque<MonotonicInstant> m_recent;
};

} // namespace sprechtag::clerk::platform
