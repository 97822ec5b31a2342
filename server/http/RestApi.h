// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/http/HeaderPolicy.h"
#include "shared/protocol/Sessions.h"

#include <array>
#include <functional>
#include <string_view>

namespace sprechtag::http {

//! What is asked for over plain HTTP, other than pages.
enum class Route { Health, SetUp, SignIn, AnswerChallenge, ChoosePassword, SignOut };

//! Where a route is, and by which method.
struct RouteRow
{
    Route route{};
    std::string_view path;
    std::string_view method;
};
inline constexpr std::array kRoutes{
    RouteRow{Route::Health, "/health", "GET"},
    RouteRow{Route::SetUp, "/api/v1/setup", "POST"},
    RouteRow{Route::SignIn, "/api/v1/sessions", "POST"},
    RouteRow{Route::AnswerChallenge, "/api/v1/sessions/second-factor", "POST"},
    RouteRow{Route::ChoosePassword, "/api/v1/sessions/new-password", "POST"},
    RouteRow{Route::SignOut, "/api/v1/sessions/current", "DELETE"},
};

//! How the server is, as far as GET /health says.
struct Vitals
{
    bool storageFull{}; //!< nothing can be written
    std::uint64_t lostLogLines{};
};

//! PROTOCOL.md §2: setting up, signing in and out, health. Lives on one thread, with Identity.
class RestApi
{
public:
    using Answer = std::function<void(Response)>;

    //! `identity` must outlive this and every answer that it still owes.
    RestApi(broker::Identity &identity, const HeaderPolicy &policy, QString version, std::function<Vitals()> vitals);

    //! Exactly one answer for each request; signing in and setting up answer later. What is under /api and not known is
    //! answered with 404.
    void handle(const Request &request, const Answer &answer);

private:
    void handle(Route route, const Request &request, const Answer &answer);
    void setUp(const Request &request, const Answer &answer);
    void signIn(const Request &request, const Answer &answer);
    void answerChallenge(const Request &request, const Answer &answer);
    void choosePassword(const Request &request, const Answer &answer);
    [[nodiscard]] Response signOut(const Request &request);
    [[nodiscard]] Response health() const;

    broker::Identity &m_identity;
    HeaderPolicy m_policy;
    QString m_version;
    std::function<Vitals()> m_vitals;
};

} // namespace sprechtag::http
