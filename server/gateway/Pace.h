// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <deque>

namespace sprechtag::gateway {

//! How much one connection may say: so many messages a minute, more in a burst, few that cannot be understood.
class Pace
{
public:
    explicit Pace(MonotonicInstant now);

    //! Whether the next message may be taken.
    [[nodiscard]] bool admit(MonotonicInstant now);
    //! Notes a message that could not be taken or understood. True: that was one too many.
    [[nodiscard]] bool isOneTooMany(MonotonicInstant now);

private:
    milliseconds m_credit;
    MonotonicInstant m_at;
    std::deque<MonotonicInstant> m_bad;
};

} // namespace sprechtag::gateway
