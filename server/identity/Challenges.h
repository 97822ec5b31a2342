// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Retention.h"
#include "server/identity/Tokens.h"
#include "shared/base/Time.h"

#include <algorithm>
#include <map>

namespace sprechtag::identity {

inline constexpr seconds kChallengeLife = broker::retention::periodOf(broker::retention::Record::Challenge);
inline constexpr std::size_t kMostChallenges = 1000; //!< the oldest are forgotten

//! Who is half-way through a sign-in: whoever was asked for more holds a token, which stands for what was right so far
//! until it is too old.
template <typename State>
class Challenges
{
public:
    explicit Challenges(const Clock &clock)
        : m_clock(clock)
    {
    }

    [[nodiscard]] Secret begin(State state)
    {
        sweep();
        if (m_open.size() >= kMostChallenges)
            m_open.erase(std::ranges::min_element(m_open, {}, [](const auto &entry) { return entry.second.until; }));
        Secret token = makeToken();
        m_open.insert_or_assign(hashOfToken(token), Open{std::move(state), m_clock.monotonicNow() + kChallengeLife});
        return token;
    }
    //! `key`: the hash of the token. nullptr: unknown, used or too old.
    [[nodiscard]] const State *find(const QByteArray &key) const
    {
        const auto found = m_open.find(key);
        return found == m_open.end() || m_clock.monotonicNow() >= found->second.until ? nullptr : &found->second.state;
    }
    void end(const QByteArray &key) { m_open.erase(key); }
    //! Forgets what is over. To be called now and then.
    void sweep()
    {
        const MonotonicInstant now = m_clock.monotonicNow();
        std::erase_if(m_open, [now](const auto &entry) { return now >= entry.second.until; });
    }

private:
    struct Open
    {
        State state;
        MonotonicInstant until;
    };
    const Clock &m_clock;
    std::map<QByteArray, Open> m_open;
};

} // namespace sprechtag::identity
