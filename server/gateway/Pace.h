// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/Credit.h"

#include <deque>

namespace sprechtag::gateway {

//! How much one connection may say: so many messages a minute, more in a burst, few that cannot be understood.
class Pace
{
public:
    //! Whether the next message may be taken.
    [[nodiscard]] bool admit(MonotonicInstant now);
    //! Notes a message that could not be taken or understood. True: that was one too many.
    [[nodiscard]] bool isOneTooMany(MonotonicInstant now);

private:
    Credit m_credit;
    std::deque<MonotonicInstant> m_bad;
};

} // namespace sprechtag::gateway
