// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/Upgrades.h"

#include "server/http/JsonAnswers.h"

namespace sprechtag::http {

using protocol::ErrorCode;

Upgrades::Upgrades(broker::Identity &identity, const HeaderPolicy &policy, std::vector<Origin> origins)
    : m_identity(identity)
    , m_policy(policy)
    , m_origins(std::move(origins))
{
}

Upgrades::Verdict Upgrades::judge(const Request &request)
{
    if (request.path == "/ws/citizen") {
        if (comesFrom(request, m_origins))
            return Citizen{};
        return refusal(m_policy, 403, {.code = ErrorCode::NotAuthorised});
    }
    if (request.path == "/ws/clerk") {
        const auto token = bearerToken(request);
        auto who = token ? m_identity.authenticate(*token) : std::nullopt;
        if (who)
            return *std::move(who);
        return refusal(m_policy, 401, {.code = ErrorCode::SessionEnded});
    }
    return refusal(m_policy, 404, {.code = ErrorCode::Unsupported});
}

} // namespace sprechtag::http
