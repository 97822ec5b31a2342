// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/RestApi.h"
#include "server/http/Upgrades.h"
#include "tests/unit/http/FakeIdentity.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::http;
using namespace Qt::StringLiterals;
using broker::Role;

namespace {

const Origin kOrigin = *Origin::parse("https://amt.example");
constexpr auto kTicketToken = "aaaaaaaaaaaaaaaaaaaaaw";

//! Who asks, told by what comes along.
enum class Caller {
    Nobody,
    Guesser,      //!< with a token that opens nothing
    TicketHolder, //!< with the token of a ticket
    Clerk,
    HeadOfOffice,
    Administrator
};
constexpr std::array kCallers{Caller::Nobody, Caller::Guesser,      Caller::TicketHolder,
                              Caller::Clerk,  Caller::HeadOfOffice, Caller::Administrator};

const char *nameOf(Caller caller)
{
    switch (caller) {
    case Caller::Nobody:
        return "nobody";
    case Caller::Guesser:
        return "somebody with a made-up token";
    case Caller::TicketHolder:
        return "a citizen with the token of a ticket";
    case Caller::Clerk:
        return "a clerk";
    case Caller::HeadOfOffice:
        return "a head of office";
    case Caller::Administrator:
        return "an administrator";
    }
    return "";
}

std::optional<std::string> tokenOf(Caller caller)
{
    switch (caller) {
    case Caller::Nobody:
        return std::nullopt;
    case Caller::Guesser:
        return "made-up";
    case Caller::TicketHolder:
        return kTicketToken;
    case Caller::Clerk:
    case Caller::HeadOfOffice:
    case Caller::Administrator:
        break;
    }
    return "good-token";
}

QList<Role> rolesOf(Caller caller)
{
    switch (caller) {
    case Caller::Nobody:
    case Caller::Guesser:
    case Caller::TicketHolder:
        return {};
    case Caller::Clerk:
        return {Role::Clerk};
    case Caller::HeadOfOffice:
        return {Role::Clerk, Role::HeadOfOffice};
    case Caller::Administrator:
        break;
    }
    return {Role::Administrator};
}

//! A route, and the status that each of the callers gets, in their order.
struct Row
{
    Request request;
    std::array<int, kCallers.size()> statuses{};
};

Request post(std::string_view path, const char *body)
{
    return {
        .method = "POST", .path = std::string(path), .headers = {{"content-type", "application/json"}}, .body = body};
}

// Who has a password, a code or the one-time token proves it by the body alone: a token beside it changes nothing.
// A route without a row does not compile.
Row rowOf(const RouteRow &route)
{
    switch (route.route) {
    case Route::Health:
        return {{.method = "GET", .path = std::string(route.path)}, {200, 200, 200, 200, 200, 200}};
    case Route::SetUp:
        return {post(route.path, R"({"one_time_token":"x","login":"a","name":"A","password":"lang genug"})"),
                {403, 403, 403, 403, 403, 403}};
    case Route::SignIn:
        return {post(route.path, R"({"login":"schmidt","password":"falsch"})"), {401, 401, 401, 401, 401, 401}};
    case Route::AnswerChallenge:
        return {post(route.path, R"({"challenge":"x","code":"123456"})"), {401, 401, 401, 401, 401, 401}};
    case Route::ChoosePassword:
        return {post(route.path, R"({"challenge":"x","password":"lang genug"})"), {401, 401, 401, 401, 401, 401}};
    case Route::SignOut:
        return {{.method = "DELETE", .path = std::string(route.path)}, {401, 401, 401, 204, 204, 204}};
    }
    Q_UNREACHABLE();
}

} // namespace

//! Who may do what over plain HTTP, and who gets a line: every route, asked by everybody.
class RestAuthorityTest : public QObject
{
    Q_OBJECT

    FakeIdentity m_identity;
    HeaderPolicy m_policy{kOrigin};

    void become(Caller caller, Request &request)
    {
        m_identity = FakeIdentity();
        m_identity.preparedSignIn = Failure(broker::SignInRefusal{.code = broker::SignInRefusal::Code::WrongLogin});
        m_identity.preparedAnswer = Failure(broker::FactorRefusal{.code = broker::FactorRefusal::Code::ChallengeOver});
        m_identity.preparedChoice = Failure(broker::PasswordRefusal{broker::PasswordRefusal::Code::ChallengeOver, {}});
        m_identity.preparedSetup = Failure(broker::SetupRefusal{broker::SetupRefusal::Code::WrongToken, {}, {}});
        const ClerkId id = ClerkId::fromBits({1, 2});
        m_identity.owner = broker::SignedIn{
            .session = "key", .clerk = {id, u"schmidt"_s, u"Frau Schmidt"_s}, .roles = rolesOf(caller), .expires = {}};
        if (const auto token = tokenOf(caller))
            request.headers.insert_or_assign("authorization", "Bearer " + *token);
    }

    int statusOf(const Request &request)
    {
        RestApi api(m_identity, m_policy, u"0.1.0"_s, [] { return Vitals{}; });
        int status = 0;
        api.handle(request, [&](const Response &response) { status = response.status; });
        m_identity.answerLater();
        return status;
    }

private Q_SLOTS:
    void everybodyGetsWhatTheTableSays_data()
    {
        QTest::addColumn<int>("route");
        QTest::addColumn<int>("caller");
        for (std::size_t route = 0; route < kRoutes.size(); ++route) {
            for (std::size_t caller = 0; caller < kCallers.size(); ++caller) {
                const QByteArray path = QByteArray::fromStdString(std::string(kRoutes.at(route).path));
                QTest::newRow((path + " asked by " + nameOf(kCallers.at(caller))).constData())
                    << static_cast<int>(route) << static_cast<int>(caller);
            }
        }
    }
    void everybodyGetsWhatTheTableSays()
    {
        QFETCH(int, route);
        QFETCH(int, caller);
        Row row = rowOf(kRoutes.at(static_cast<std::size_t>(route)));
        become(kCallers.at(static_cast<std::size_t>(caller)), row.request);
        const int expected = row.statuses.at(static_cast<std::size_t>(caller));
        QCOMPARE(statusOf(row.request), expected);
        QCOMPARE(m_identity.signedOut.size(), expected == 204 ? 1 : 0);
    }

    void onlyClerksGetTheLineOfClerks_data()
    {
        QTest::addColumn<int>("caller");
        QTest::addColumn<bool>("welcome");
        for (const Caller caller : kCallers) {
            QTest::newRow(nameOf(caller)) << static_cast<int>(caller) << !rolesOf(caller).isEmpty();
        }
    }
    void onlyClerksGetTheLineOfClerks()
    {
        QFETCH(int, caller);
        QFETCH(bool, welcome);
        Request request{.method = "GET", .path = "/ws/clerk", .headers = {}};
        become(kCallers.at(static_cast<std::size_t>(caller)), request);
        const auto verdict = Upgrades(m_identity, m_policy, {kOrigin}).judge(request);
        QCOMPARE(std::holds_alternative<Upgrades::Clerk>(verdict), welcome);
        if (!welcome)
            QCOMPARE(std::get<Response>(verdict).status, 401);
    }

    void theTokenOfAClerkOpensNoMoreThanTheLineOfCitizens()
    {
        Request request{.method = "GET", .path = "/ws/citizen", .headers = {{"origin", "https://amt.example"}}};
        become(Caller::Administrator, request);
        QVERIFY(std::holds_alternative<Upgrades::Citizen>(Upgrades(m_identity, m_policy, {kOrigin}).judge(request)));
    }
};

QTEST_GUILESS_MAIN(RestAuthorityTest)
#include "RestAuthorityTest.moc"
