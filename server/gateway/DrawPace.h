// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/Credit.h"
#include "shared/protocol/Limits.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace sprechtag::gateway {

//! How many numbers may be drawn from one network: many at once, for a whole town hall or mobile carrier may stand
//! behind one address, and then so many a minute. Keeps an address no longer than it takes to earn its credit back.
class DrawPace
{
public:
    static constexpr std::size_t kMostNetworks = 10'000; //!< the stalest is forgotten: memory is not for strangers

    explicit DrawPace(int atOnce = protocol::limits::kDrawsAtOnce);

    //! Takes one draw; or, when there is none left, how long until there is.
    [[nodiscard]] std::optional<milliseconds> take(const std::string &network, MonotonicInstant now);
    //! The draw brought no number.
    void giveBack(const std::string &network);
    //! Forgets whoever has full credit again.
    void forget(MonotonicInstant now);

private:
    milliseconds m_most;
    std::map<std::string, Credit> m_credits; //!< of those who have not all of it
};

} // namespace sprechtag::gateway
