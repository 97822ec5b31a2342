// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/http/HeaderPolicy.h"
#include "shared/protocol/Sessions.h"

#include <functional>

namespace sprechtag::http {

//! PROTOCOL.md §2: setting up, signing in and out, health. Lives on one thread, with Identity.
class RestApi
{
public:
    using Answer = std::function<void(Response)>;

    //! `identity` must outlive this and every answer that it still owes.
    RestApi(broker::Identity &identity, const HeaderPolicy &policy, QString version);

    //! Exactly one answer for each request; signing in and setting up answer later. What is under /api and not known is
    //! answered with 404.
    void handle(const Request &request, const Answer &answer);

private:
    void setUp(const Request &request, const Answer &answer);
    void signIn(const Request &request, const Answer &answer);
    void answerChallenge(const Request &request, const Answer &answer);
    [[nodiscard]] Response signOut(const Request &request);
    [[nodiscard]] Response health() const;

    broker::Identity &m_identity;
    HeaderPolicy m_policy;
    QString m_version;
};

} // namespace sprechtag::http
