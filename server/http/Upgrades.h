// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/http/HeaderPolicy.h"

#include <variant>

namespace sprechtag::http {

//! Who may speak WebSocket: proven before the upgrade, so that nobody else ever holds a connection.
class Upgrades
{
public:
    struct Citizen
    {
        friend bool operator==(Citizen, Citizen) = default;
    };
    using Clerk = broker::SignedIn;
    //! Accept as one of the two, or answer with the refusal.
    using Verdict = std::variant<Citizen, Clerk, Response>;

    //! `origins`: the sites whose pages may connect to /ws/citizen.
    Upgrades(broker::Identity &identity, const HeaderPolicy &policy, std::vector<Origin> origins);

    [[nodiscard]] Verdict judge(const Request &request);

private:
    broker::Identity &m_identity;
    HeaderPolicy m_policy;
    std::vector<Origin> m_origins;
};

} // namespace sprechtag::http
