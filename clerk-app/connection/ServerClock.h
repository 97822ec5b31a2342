// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

namespace sprechtag::clerk::connection {

//! The server's time, carried on by this machine's monotonic clock: a desktop whose clock is wrong by years still
//! counts a call down correctly.
class ServerClock final : public Clock
{
public:
    explicit ServerClock(const Clock &local)
        : m_local(local)
    {
    }

    void setServerTime(Instant serverTime)
    {
        m_serverTime = serverTime;
        m_setAt = m_local.monotonicNow();
        m_known = true;
    }

    [[nodiscard]] Instant now() const override
    {
        return m_known ? m_serverTime + (m_local.monotonicNow() - m_setAt) : m_local.now();
    }
    [[nodiscard]] MonotonicInstant monotonicNow() const override { return m_local.monotonicNow(); }

private:
    const Clock &m_local;
    Instant m_serverTime{};
    MonotonicInstant m_setAt{};
    bool m_known{};
};

} // namespace sprechtag::clerk::connection
