// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Retention.h"
#include "shared/base/Time.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace sprechtag::identity {

//! Slows guessing down: after some failures each further one doubles the wait. Never locks for good.
//!
//! An attempt counts as failed from its beginning, so that many at once gain nothing; succeeded() and withdrawn() take
//! that back.
class Attempts
{
public:
    static constexpr std::uint32_t kFree = 3;
    static constexpr seconds kLongestWait{60};
    static constexpr seconds kRemembered = broker::retention::periodOf(broker::retention::Record::SignInAttempts);
    static constexpr std::size_t kMostKeys = 10'000; //!< the oldest are forgotten: memory is not for strangers to fill

    //! So many failures cost nothing; the next one costs `firstWait`.
    explicit Attempts(std::uint32_t free = kFree, seconds firstWait = seconds(1), seconds longestWait = kLongestWait)
        : m_free(free)
        , m_firstWait(firstWait)
        , m_longestWait(longestWait)
    {
    }

    //! How long to wait before this attempt may be made; nothing: it is made now.
    [[nodiscard]] std::optional<seconds> begin(const std::string &key, MonotonicInstant now);
    void succeeded(const std::string &key);
    //! The attempt was not looked at.
    void withdrawn(const std::string &key);
    //! Addresses and logins are not kept longer than they are of use. To be called now and then.
    void forget(MonotonicInstant now);
    [[nodiscard]] std::size_t remembered() const { return m_entries.size(); }

private:
    struct Entry
    {
        std::uint32_t failures{};
        MonotonicInstant last{};
        MonotonicInstant notBefore{};
    };
    void makeRoom(MonotonicInstant now);
    [[nodiscard]] seconds waitAfter(std::uint32_t failures) const;

    std::uint32_t m_free;
    seconds m_firstWait;
    seconds m_longestWait;
    std::map<std::string, Entry> m_entries;
};

} // namespace sprechtag::identity
