// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <algorithm>
#include <optional>

namespace sprechtag::gateway {

//! Credit that comes back with the time, counted as time: what is spent is earned anew in just as long.
class Credit
{
public:
    //! Spends `price` of the credit, of which there is never more than `most`; or, when there is too little, how long
    //! until there is enough.
    [[nodiscard]] std::optional<milliseconds> spend(milliseconds price, milliseconds most, MonotonicInstant now)
    {
        const MonotonicInstant full = std::max(now, m_fullAt) + price;
        if (full - now > most)
            return full - now - most;
        m_fullAt = full;
        return std::nullopt;
    }
    void giveBack(milliseconds price) { m_fullAt -= price; }
    //! When all of it will be there again.
    [[nodiscard]] MonotonicInstant fullAt() const { return m_fullAt; }

private:
    MonotonicInstant m_fullAt{};
};

} // namespace sprechtag::gateway
