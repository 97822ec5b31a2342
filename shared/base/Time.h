// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>

namespace sprechtag {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

//! A point in time, UTC, to the millisecond: what is stored, sent and compared.
using Instant = std::chrono::sys_time<milliseconds>;

//! A span that no wall clock can bend; only differences mean anything.
using MonotonicInstant = std::chrono::time_point<std::chrono::steady_clock, milliseconds>;

//! Where the time comes from. Everything below the composition roots is told the time and never asks for it.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] virtual MonotonicInstant monotonicNow() const = 0;
};

} // namespace sprechtag
