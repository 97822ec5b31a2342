// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/broker/Retention.h"

#include <map>
#include <optional>
#include <vector>

namespace sprechtag::identity {

//! The live sessions, by the hash of their token. Reads no clock and stores nothing: the owner does.
class Sessions
{
public:
    static constexpr seconds kLongest = broker::retention::periodOf(broker::retention::Record::Session);
    static constexpr seconds kIdle = broker::retention::ruleOf(broker::retention::Record::Session).unused;
    static constexpr std::size_t kMostPerClerk = 10;

    struct Session
    {
        broker::SignedIn who;
        Instant lastUsed;
        Instant lastStored; //!< what the store knows of lastUsed
    };

    void add(const broker::SessionRow &row, const broker::Account &account);
    //! Nothing when there is no such session, or it is over at `now`.
    [[nodiscard]] Session *find(const broker::SessionKey &key, Instant now);
    //! True when there was one.
    [[nodiscard]] bool remove(const broker::SessionKey &key);

    [[nodiscard]] std::vector<broker::SessionKey> overAt(Instant now) const;
    [[nodiscard]] std::vector<broker::SessionKey> of(ClerkId clerk) const;
    //! The sessions that a clerk has too many of, the longest unused first, when one more is to come.
    [[nodiscard]] std::vector<broker::SessionKey> surplusOf(ClerkId clerk) const;

private:
    std::map<broker::SessionKey, Session> m_sessions;
};

} // namespace sprechtag::identity
