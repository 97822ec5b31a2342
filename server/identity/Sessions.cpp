// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/Sessions.h"

#include <algorithm>

namespace sprechtag::identity {
namespace {

bool isOver(const Sessions::Session &session, Instant now)
{
    return now >= session.who.expires || now - session.lastUsed >= Sessions::kIdle;
}

} // namespace

void Sessions::add(const broker::SessionRow &row, const broker::Account &account)
{
    broker::SignedIn who{row.key, {account.id, account.login, account.name}, account.roles, row.expires};
    m_sessions.insert_or_assign(row.key, Session{std::move(who), row.lastUsed, row.lastUsed});
}

Sessions::Session *Sessions::find(const broker::SessionKey &key, Instant now)
{
    const auto found = m_sessions.find(key);
    return found == m_sessions.end() || isOver(found->second, now) ? nullptr : &found->second;
}

bool Sessions::remove(const broker::SessionKey &key)
{
    return m_sessions.erase(key) > 0;
}

std::vector<broker::SessionKey> Sessions::overAt(Instant now) const
{
    std::vector<broker::SessionKey> keys;
    for (const auto &[key, session] : m_sessions) {
        if (isOver(session, now))
            keys.push_back(key);
    }
    return keys;
}

std::vector<broker::SessionKey> Sessions::of(ClerkId clerk) const
{
    std::vector<broker::SessionKey> keys;
    for (const auto &[key, session] : m_sessions) {
        if (session.who.clerk.id == clerk)
            keys.push_back(key);
    }
    return keys;
}

std::vector<broker::SessionKey> Sessions::surplusOf(ClerkId clerk) const
{
    auto keys = of(clerk);
    if (keys.size() < kMostPerClerk)
        return {};
    std::ranges::sort(keys, {}, [this](const auto &key) { return m_sessions.at(key).lastUsed; });
    keys.resize(keys.size() - kMostPerClerk + 1);
    return keys;
}

} // namespace sprechtag::identity
