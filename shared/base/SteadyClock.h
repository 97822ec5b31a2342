// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

namespace sprechtag {

//! The time by which people wait: the wall clock as it was at the start, counted on by the monotonic one.
//!
//! Whoever sets the machine's clock moves no deadline by it. Opening hours, the day of a number and what other servers
//! check ask the wall clock itself.
class SteadyClock final : public Clock
{
public:
    explicit SteadyClock(const Clock &machine)
        : m_machine(machine)
        , m_wallAtStart(machine.now())
        , m_start(machine.monotonicNow())
    {
    }

    [[nodiscard]] Instant now() const override { return m_wallAtStart + (m_machine.monotonicNow() - m_start); }
    [[nodiscard]] MonotonicInstant monotonicNow() const override { return m_machine.monotonicNow(); }

private:
    const Clock &m_machine;
    Instant m_wallAtStart;
    MonotonicInstant m_start;
};

} // namespace sprechtag
