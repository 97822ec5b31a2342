// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/RestApi.h"
#include "server/http/Site.h"
#include "server/http/Upgrades.h"
#include "tests/unit/http/FakeIdentity.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::http;
using namespace Qt::StringLiterals;
using broker::SetupRefusal;
using broker::SignInRefusal;

Q_DECLARE_METATYPE(sprechtag::broker::SetupRefusal)

namespace {

const Origin kOrigin = *Origin::parse("https://amt.example");

broker::SignedIn owner()
{
    return {.session = "key",
            .clerk = {ClerkId::fromBits({1, 2}), u"schmidt"_s, u"Frau Schmidt"_s},
            .roles = {broker::Role::Clerk, broker::Role::Administrator},
            .expires = Instant{seconds{1772438400}}};
}

Request post(const std::string &path, const std::string &body)
{
    return {.method = "POST", .path = path, .headers = {{"content-type", "application/json"}}, .body = body};
}

Request signIn()
{
    return post("/api/v1/sessions", R"({"login":"schmidt","password":"geheim"})");
}

Request secondStep(const std::string &body)
{
    Request request = post("/api/v1/sessions/second-factor", body);
    request.peer = "192.0.2.9";
    return request;
}

Request setUp()
{
    return post("/api/v1/setup",
                R"({"one_time_token":"once","login":"admin","name":"Frau A","password":"lang genug"})");
}

Request bearing(std::string method, std::string path, const std::string &token)
{
    return {.method = std::move(method), .path = std::move(path), .headers = {{"authorization", "Bearer " + token}}};
}

QByteArray body(const Response &response)
{
    return response.body ? QByteArray::fromStdString(*response.body) : QByteArray();
}

QByteArray field(const Response &response, std::string_view name)
{
    for (const auto &[key, text] : response.headers)
        if (key == name)
            return QByteArray::fromStdString(text);
    return {};
}

//! One response as a golden file holds it: its status and all fields, without the changing tag of the content.
QByteArray printed(const QByteArray &name, const Response &response)
{
    QByteArray text = "## " + name + "\n" + QByteArray::number(response.status) + "\n";
    for (const auto &[key, value] : response.headers)
        text += QByteArray::fromStdString(key + ": " + (key == "ETag" ? std::string("…") : value)) + "\n";
    return text + "\n";
}

} // namespace

class RestApiTest : public QObject
{
    Q_OBJECT

    FakeIdentity m_identity;
    HeaderPolicy m_policy{kOrigin};
    bool m_full{};
    std::uint64_t m_lostLogLines{};

    //! Exactly one answer comes, at once or later.
    Response ask(const Request &request)
    {
        RestApi api(m_identity, m_policy, u"0.1.0"_s, [this] { return Vitals{m_full, m_lostLogLines}; });
        QList<Response> answers;
        api.handle(request, [&](const Response &response) { answers.append(response); });
        m_identity.answerLater();
        if (answers.size() != 1)
            QTest::qFail("not exactly one answer", __FILE__, __LINE__);
        return answers.value(0);
    }

private Q_SLOTS:
    void init()
    {
        m_identity = FakeIdentity();
        m_full = false;
    }

    void signsInWithTokenNameAndRoles()
    {
        m_identity.preparedSignIn = broker::SignInStep(broker::NewSession{Secret("fresh-token"), owner(), {}});
        const Response response = ask(signIn());
        QCOMPARE(response.status, 201);
        QCOMPARE(m_identity.askedLogin, u"schmidt"_s);
        QCOMPARE(m_identity.askedPassword, QByteArray("geheim"));
        const auto session = protocol::decodeSignedIn(body(response));
        QVERIFY(session.ok());
        QCOMPARE(session->token.reveal(), QByteArray("fresh-token"));
        QVERIFY(session->expiresAt == owner().expires);
        QVERIFY((session->clerk == protocol::ClerkCard{owner().clerk.id, u"schmidt"_s, u"Frau Schmidt"_s}));
        QCOMPARE(session->roles, (QList{protocol::clerk::Role::Clerk, protocol::clerk::Role::Administrator}));
    }

    void asksForTheCodeOfThePhone()
    {
        m_identity.preparedSignIn = broker::SignInStep(broker::FactorChallenge{Secret("half-way"), {}});
        const Response response = ask(signIn());
        QCOMPARE(response.status, 401);
        QCOMPARE(body(response), QByteArray(R"({"challenge":"half-way","error":"second_factor_needed"})"));
        QCOMPARE(field(response, "WWW-Authenticate"), QByteArray("Bearer"));
        QCOMPARE(field(response, "Cache-Control"), QByteArray("no-store"));
    }

    void asksToSetUpAPhone()
    {
        const broker::FactorEnrolment enrolment{Secret("MZXW6"), Secret("otpauth://totp/A:b?secret=MZXW6")};
        m_identity.preparedSignIn = broker::SignInStep(broker::FactorChallenge{Secret("half-way"), enrolment});
        const Response response = ask(signIn());
        QCOMPARE(response.status, 401);
        const auto demand = protocol::decodeSecondFactorDemand(body(response));
        QVERIFY(demand.ok() && demand->enrolment);
        QCOMPARE(demand->challenge.reveal(), QByteArray("half-way"));
        QCOMPARE(demand->enrolment->secret.reveal(), QByteArray("MZXW6"));
        QCOMPARE(demand->enrolment->uri.reveal(), QByteArray("otpauth://totp/A:b?secret=MZXW6"));
    }

    void aCodeMakesASession()
    {
        m_identity.preparedAnswer =
            broker::SignInStep(broker::NewSession{Secret("fresh-token"), owner(), {Secret("7k2m-0xqd")}});
        const Response response = ask(secondStep(R"({"challenge":"half-way","code":"123 456"})"));
        QCOMPARE(response.status, 201);
        QCOMPARE(m_identity.askedAnswer->challenge.reveal(), QByteArray("half-way"));
        QCOMPARE(m_identity.askedAnswer->kind, broker::FactorKind::Phone);
        QCOMPARE(m_identity.askedAnswer->code.reveal(), QByteArray("123 456"));
        QCOMPARE(m_identity.askedAnswer->peer, std::string("192.0.2.9"));
        const auto session = protocol::decodeSignedIn(body(response));
        QVERIFY(session.ok());
        QCOMPARE(session->recoveryCodes.size(), 1);
        QCOMPARE(session->recoveryCodes.first().reveal(), QByteArray("7k2m-0xqd"));
    }

    void aRecoveryCodeSaysThatItIsOne()
    {
        m_identity.preparedAnswer = Failure(broker::FactorRefusal{broker::FactorRefusal::Code::WrongCode, {}});
        const Response response = ask(secondStep(R"({"challenge":"half-way","recovery_code":"7k2m"})"));
        QCOMPARE(m_identity.askedAnswer->kind, broker::FactorKind::RecoveryCode);
        QCOMPARE(response.status, 401);
    }

    void refusesACode_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("text");
        using Code = broker::FactorRefusal::Code;
        const auto row = [](const char *name, Code code, int after, int status, const char *text) {
            QTest::newRow(name) << static_cast<int>(code) << after << status << QByteArray(text);
        };
        row("a wrong one", Code::WrongCode, 0, 401, R"({"error":"wrong_code"})");
        row("too late", Code::ChallengeOver, 0, 401, R"({"error":"challenge_over"})");
        row("too many", Code::TryLater, 300, 429, R"({"after_s":300,"error":"try_later"})");
    }
    void refusesACode()
    {
        QFETCH(int, code);
        QFETCH(int, after);
        QFETCH(int, status);
        QFETCH(QByteArray, text);
        m_identity.preparedAnswer =
            Failure(broker::FactorRefusal{static_cast<broker::FactorRefusal::Code>(code), seconds{after}});
        const Response response = ask(secondStep(R"({"challenge":"half-way","code":"123456"})"));
        QCOMPARE(response.status, status);
        QCOMPARE(body(response), text);
    }

    void aBodyWithoutOneCodeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no code") << QByteArray(R"({"challenge":"half-way"})");
        QTest::newRow("no challenge") << QByteArray(R"({"code":"123456"})");
        QTest::newRow("both kinds") << QByteArray(R"({"challenge":"a","code":"123456","recovery_code":"7k2m"})");
        QTest::newRow("a code as long as a page") << "{\"challenge\":\"a\",\"code\":\"" + QByteArray(65, '1') + "\"}";
    }
    void aBodyWithoutOneCodeIsRefused()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(ask(secondStep(text.toStdString())).status, 400);
        QVERIFY(!m_identity.askedAnswer);
    }

    void refusesToSignIn_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, SignInRefusal::Code code, int after, int status, const char *text) {
            QTest::newRow(name) << static_cast<int>(code) << after << status << QByteArray(text);
        };
        row("a wrong password", SignInRefusal::Code::WrongLogin, 0, 401, R"({"error":"wrong_login"})");
        row("too many attempts", SignInRefusal::Code::TryLater, 30, 429, R"({"after_s":30,"error":"try_later"})");
        row("too many, for less than a second", SignInRefusal::Code::TryLater, 0, 429,
            R"({"after_s":1,"error":"try_later"})");
        row("something that is no login", SignInRefusal::Code::BadRequest, 0, 400, R"({"error":"bad_request"})");
    }
    void refusesToSignIn()
    {
        QFETCH(int, code);
        QFETCH(int, after);
        QFETCH(int, status);
        QFETCH(QByteArray, text);
        m_identity.preparedSignIn = Failure(SignInRefusal{static_cast<SignInRefusal::Code>(code), seconds{after}});
        const Response response = ask(signIn());
        QCOMPARE(response.status, status);
        QCOMPARE(body(response), text);
        if (status == 429)
            QCOMPARE(field(response, "Retry-After").toInt(), std::max(after, 1));
    }

    void createsTheFirstAdministrator()
    {
        m_identity.preparedSetup = Done{};
        QCOMPARE(ask(setUp()).status, 201);
        QCOMPARE(m_identity.askedAdministrator->oneTimeToken.reveal(), QByteArray("once"));
        QCOMPARE(m_identity.askedAdministrator->login, u"admin"_s);
        QCOMPARE(m_identity.askedAdministrator->name, u"Frau A"_s);
        QCOMPARE(m_identity.askedAdministrator->password.reveal(), QByteArray("lang genug"));
    }

    void refusesToSetUp_data()
    {
        QTest::addColumn<SetupRefusal>("why");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a wrong one-time token") << SetupRefusal{SetupRefusal::Code::WrongToken, {}, {}} << 403
                                                << QByteArray(R"({"error":"not_authorised"})");
        QTest::newRow("an administrator exists, as if there were no route")
            << SetupRefusal{SetupRefusal::Code::Closed, {}, {}} << 404 << QByteArray(R"({"error":"unsupported"})");
        QTest::newRow("the login is taken") << SetupRefusal{SetupRefusal::Code::LoginTaken, {}, {}} << 409
                                            << QByteArray(R"({"error":"conflict","field":"login"})");
        QTest::newRow("a weak password") << SetupRefusal{SetupRefusal::Code::BadRequest, u"password"_s, {}} << 400
                                         << QByteArray(R"({"error":"bad_request","field":"password"})");
        QTest::newRow("too many attempts") << SetupRefusal{SetupRefusal::Code::TryLater, {}, seconds{5}} << 429
                                           << QByteArray(R"({"after_s":5,"error":"try_later"})");
    }
    void refusesToSetUp()
    {
        QFETCH(SetupRefusal, why);
        QFETCH(int, status);
        QFETCH(QByteArray, text);
        m_identity.preparedSetup = Failure(why);
        const Response response = ask(setUp());
        QCOMPARE(response.status, status);
        QCOMPARE(body(response), text);
    }

    void refusesABodyWithoutAskingAnybody_data()
    {
        QTest::addColumn<std::string>("type");
        QTest::addColumn<std::string>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("text");
        const std::string json = "application/json";
        QTest::newRow("a form of a foreign page")
            << std::string("text/plain") << signIn().body << 415 << QByteArray(R"({"error":"unsupported"})");
        QTest::newRow("no type") << std::string() << signIn().body << 415 << QByteArray(R"({"error":"unsupported"})");
        QTest::newRow("too long") << json << std::string(8 * 1024 + 1, ' ') << 413
                                  << QByteArray(R"({"error":"bad_request"})");
        QTest::newRow("nothing") << json << std::string() << 400 << QByteArray(R"({"error":"bad_request"})");
        QTest::newRow("a wrong type") << json << std::string(R"({"login":7,"password":"x"})") << 400
                                      << QByteArray(R"({"error":"bad_request","field":"login"})");
        QTest::newRow("no password") << json << std::string(R"({"login":"schmidt"})") << 400
                                     << QByteArray(R"({"error":"bad_request","field":"password"})");
    }
    void refusesABodyWithoutAskingAnybody()
    {
        QFETCH(std::string, type);
        QFETCH(std::string, body);
        QFETCH(int, status);
        QFETCH(QByteArray, text);
        Request request = post("/api/v1/sessions", body);
        request.headers["content-type"] = type;
        const Response response = ask(request);
        QCOMPARE(response.status, status);
        QCOMPARE(::body(response), text);
    }

    void signsOut()
    {
        m_identity.owner = owner();
        const Response response = ask(bearing("DELETE", "/api/v1/sessions/current", "good-token"));
        QCOMPARE(response.status, 204);
        QVERIFY(!response.body);
        QCOMPARE(m_identity.signedOut, QList<broker::SessionKey>{"key"});
    }

    void signsNobodyOutWhoIsNotSignedIn()
    {
        m_identity.owner = owner();
        QCOMPARE(ask(bearing("DELETE", "/api/v1/sessions/current", "old-token")).status, 401);
        QCOMPARE(ask(bearing("DELETE", "/api/v1/sessions/current", "good-token")).status, 204);
    }

    void anAnswerComesEvenWhenTheRoutesAreGone()
    {
        m_identity.preparedSignIn = Failure(SignInRefusal{SignInRefusal::Code::WrongLogin, {}});
        int status = 0;
        {
            RestApi api(m_identity, m_policy, u"0.1.0"_s, [this] { return Vitals{m_full, m_lostLogLines}; });
            api.handle(signIn(), [&](const Response &response) { status = response.status; });
        }
        m_identity.answerLater();
        QCOMPARE(status, 401);
    }

    void judgesWhoMaySpeakWebSocket()
    {
        m_identity.owner = owner();
        Upgrades upgrades(m_identity, m_policy, {kOrigin});
        const auto refusedWith = [&](const Request &request) {
            const auto verdict = upgrades.judge(request);
            const auto *response = std::get_if<Response>(&verdict);
            return response ? response->status : 0;
        };
        const Request page{.method = "GET", .path = "/ws/citizen", .headers = {{"origin", "https://amt.example"}}};
        QVERIFY(std::holds_alternative<Upgrades::Citizen>(upgrades.judge(page)));
        const auto clerk = upgrades.judge(bearing("GET", "/ws/clerk", "good-token"));
        QVERIFY(std::holds_alternative<Upgrades::Clerk>(clerk));
        QVERIFY(std::get<Upgrades::Clerk>(clerk) == owner());
        QCOMPARE(refusedWith({.method = "GET", .path = "/ws/citizen"}), 403);
        QCOMPARE(refusedWith({.path = "/ws/citizen", .headers = {{"origin", "https://amt.example.evil.tld"}}}), 403);
        QCOMPARE(refusedWith(bearing("GET", "/ws/citizen", "good-token")), 403);
        QCOMPARE(refusedWith(bearing("GET", "/ws/clerk", "old-token")), 401);
        QCOMPARE(refusedWith({.path = "/ws/clerk", .headers = {{"origin", "https://amt.example"}}}), 401);
        QCOMPARE(refusedWith({.path = "/ws/other", .headers = {{"origin", "https://amt.example"}}}), 404);
        QCOMPARE(refusedWith(bearing("GET", "/ws/clerk/", "good-token")), 404);
    }

    void everyRouteHasTheGoldenHeaderFields();
};

void RestApiTest::everyRouteHasTheGoldenHeaderFields()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"assets"_s));
    for (const QString &name : {u"index.html"_s, u"assets/a-1.js"_s, u"assets/a-1.js.br"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    }
    const HeaderPolicy embedded(kOrigin,
                                {*Origin::parse("https://www.stadt.example"), *Origin::parse("https://stadt.example")});
    const auto site = Site::load(folder.path(), embedded);
    const auto plain = Site::load(folder.path(), HeaderPolicy(*Origin::parse("http://127.0.0.1:8480")));
    QVERIFY(site.ok() && plain.ok());

    m_identity.owner = owner();
    m_identity.preparedSignIn = broker::SignInStep(broker::NewSession{Secret("fresh-token"), owner()});
    QByteArray text =
        printed("the page", *site->serve({.method = "GET", .path = "/"})) +
        printed("the page without TLS, embedded by nobody", *plain->serve({.method = "GET", .path = "/"})) +
        printed("a script",
                *site->serve({.method = "GET", .path = "/assets/a-1.js", .headers = {{"accept-encoding", "br"}}})) +
        printed("a script that has not changed",
                *site->serve({.method = "GET", .path = "/assets/a-1.js", .headers = {{"if-none-match", "*"}}})) +
        printed("a page that does not exist", *site->serve({.method = "GET", .path = "/nothing"})) +
        printed("a method that no page has", *site->serve({.method = "PUT", .path = "/"})) +
        printed("health", ask({.method = "GET", .path = "/health"})) + printed("signed in", ask(signIn())) +
        printed("signed out", ask(bearing("DELETE", "/api/v1/sessions/current", "good-token"))) +
        printed("a session that has ended", ask(bearing("DELETE", "/api/v1/sessions/current", "old-token"))) +
        printed("a route that does not exist", ask({.method = "GET", .path = "/api/nothing"})) +
        printed("a method that no route has", ask({.method = "PUT", .path = "/api/v1/setup"}));
    m_identity.preparedSignIn = Failure(SignInRefusal{SignInRefusal::Code::TryLater, seconds{7}});
    text += printed("signing in too often", ask(signIn()));
    Upgrades upgrades(m_identity, m_policy, {kOrigin});
    text += printed("a foreign page at the WebSocket", std::get<Response>(upgrades.judge({.path = "/ws/citizen"})));

    // To look at and to copy, when the change was meant.
    QFile actualFile(QStringLiteral(SPRECHTAG_BINARY_DIR "/golden_headers.actual.txt"));
    QVERIFY(actualFile.open(QIODevice::WriteOnly) && actualFile.write(text) == text.size());
    QFile golden(QStringLiteral(SPRECHTAG_SOURCE_DIR "/tests/unit/http/golden_headers.txt"));
    QVERIFY(golden.open(QIODevice::ReadOnly));
    const QList<QByteArray> expected = golden.readAll().split('\n');
    const QList<QByteArray> actual = text.split('\n');
    for (qsizetype i = 0; i < std::max(expected.size(), actual.size()); ++i)
        QCOMPARE(actual.value(i, "nothing"), expected.value(i, "nothing"));
}

QTEST_GUILESS_MAIN(RestApiTest)
#include "RestApiTest.moc"
