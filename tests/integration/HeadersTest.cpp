// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kOrigin = "https://rathaus.example";
constexpr int kEndsWithinMs = 5'000;
const QByteArray kJson = "Content-Type: application/json\r\n";

QByteArray valueOf(const HttpAnswer &answer, const QByteArray &name)
{
    const auto found = answer.headers.find(name);
    return found == answer.headers.end() ? QByteArray() : found->second;
}

} // namespace

//! What every answer of the real server carries, who may open a WebSocket, and how long a session lasts.
class HeadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyAnswerIsProtected_data();
    void everyAnswerIsProtected();
    void whatIsNoRequestGetsAHarmlessAnswer_data();
    void whatIsNoRequestGetsAHarmlessAnswer();
    void onlyTheOwnPageMayConnect_data();
    void onlyTheOwnPageMayConnect();
    void onlyASessionOpensTheClerksDoor_data();
    void onlyASessionOpensTheClerksDoor();
    void signingOutEndsTheConnection();
    void aSessionOutlivesTheServer();

private:
    std::unique_ptr<TownFolder> m_town;
    std::unique_ptr<LocalServer> m_server;
    QByteArray m_token;
};

void HeadersTest::initTestCase()
{
    m_town = std::make_unique<TownFolder>();
    app::Config config = m_town->config();
    config.publicOrigin = http::Origin::parse(kOrigin);
    m_server = std::make_unique<LocalServer>(config);
    const auto token = signIn(m_server->port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    QVERIFY(token);
    m_token = *token;
}

void HeadersTest::cleanupTestCase()
{
    m_server.reset();
    m_town.reset();
}

void HeadersTest::everyAnswerIsProtected_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &head, int status, const QByteArray &body = {}) {
        QTest::newRow(name) << requestText(head, body) << status;
    };
    row("the page", "GET / HTTP/1.1\r\n", 200);
    row("a script", "GET /assets/page.js HTTP/1.1\r\n", 200);
    row("a page that is not there", "GET /nothing HTTP/1.1\r\n", 404);
    row("a page changed", "POST / HTTP/1.1\r\n" + kJson, 405, "{}");
    row("health", "GET /health HTTP/1.1\r\n", 200);
    row("health by a wrong method", "DELETE /health HTTP/1.1\r\n", 405);
    row("a call that is not there", "GET /api/v1/nothing HTTP/1.1\r\n", 404);
    row("a call by a wrong method", "GET /api/v1/sessions HTTP/1.1\r\n", 405);
    row("a body of a wrong type", "POST /api/v1/sessions HTTP/1.1\r\nContent-Type: text/plain\r\n", 415, "{}");
    row("a body that is no JSON", "POST /api/v1/sessions HTTP/1.1\r\n" + kJson, 400, "{");
    row("a body that is too long", "POST /api/v1/sessions HTTP/1.1\r\n" + kJson, 413, QByteArray(20'000, ' '));
    row("a wrong login", "POST /api/v1/sessions HTTP/1.1\r\n" + kJson, 401, R"({"login":"nobody","password":"guess"})");
    row("setting up without a token", "POST /api/v1/setup HTTP/1.1\r\n" + kJson, 400, "{}");
    row("signing out without a session", "DELETE /api/v1/sessions/current HTTP/1.1\r\n", 401);
    row("a socket without an upgrade", "GET /ws/citizen HTTP/1.1\r\n", 426);
    QTest::newRow("a socket of a stranger's page")
        << upgradeText("/ws/citizen", "Origin: https://evil.example\r\n") << 403;
    QTest::newRow("a clerk's socket without a session") << upgradeText("/ws/clerk", {}) << 401;
    QTest::newRow("a socket that is not there") << upgradeText("/ws/nothing", {}) << 404;
}

void HeadersTest::everyAnswerIsProtected()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    const auto answer = exchange(m_server->port(), request);
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    const QByteArray policy = valueOf(*answer, "content-security-policy");
    for (const char *part : {"default-src 'none'", "script-src 'self';", "style-src 'self';", "img-src 'self' blob:",
                             "media-src 'self' blob:", "connect-src 'self' wss://rathaus.example;", "font-src 'self'",
                             "form-action 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'",
                             "require-trusted-types-for 'script'"})
        QVERIFY2(policy.contains(part), part);
    QVERIFY(!policy.contains("unsafe"));
    QCOMPARE(valueOf(*answer, "permissions-policy"),
             "camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self), "
             "geolocation=(), usb=(), payment=()");
    QCOMPARE(valueOf(*answer, "cross-origin-opener-policy"), "same-origin");
    QCOMPARE(valueOf(*answer, "cross-origin-resource-policy"), "same-origin");
    QCOMPARE(valueOf(*answer, "x-content-type-options"), "nosniff");
    QCOMPARE(valueOf(*answer, "referrer-policy"), "no-referrer");
    QCOMPARE(valueOf(*answer, "strict-transport-security"), "max-age=31536000; includeSubDomains");
    const bool asset = request.startsWith("GET /assets/");
    QCOMPARE(valueOf(*answer, "cache-control"), asset ? "public, max-age=31536000, immutable" : "no-store");
    QVERIFY(valueOf(*answer, "server").isEmpty());
    QVERIFY(valueOf(*answer, "set-cookie").isEmpty());
}

void HeadersTest::whatIsNoRequestGetsAHarmlessAnswer_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("two lengths") << QByteArray("POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n"
                                               "Content-Length: 2\r\n\r\n{}");
    QTest::newRow("a field without end") << "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n";
    QTest::newRow("an upgrade of a version unknown")
        << upgradeText("/ws/citizen", {}).replace("Version: 13", "Version: 12");
}

void HeadersTest::whatIsNoRequestGetsAHarmlessAnswer()
{
    QFETCH(QByteArray, request);
    const auto answer = exchange(m_server->port(), request);
    QVERIFY(answer);
    QVERIFY(answer->status >= 400 && answer->status < 500);
    const QByteArray policy = valueOf(*answer, "content-security-policy");
    QVERIFY(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    QCOMPARE(valueOf(*answer, "x-content-type-options"), "nosniff");
    QCOMPARE(valueOf(*answer, "cache-control"), "no-store");
}

void HeadersTest::onlyTheOwnPageMayConnect_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *origin, int status) {
        QTest::newRow(name) << "Origin: " + QByteArray(origin) + "\r\n" << status;
    };
    row("the own page", kOrigin, 101);
    row("another site", "https://evil.example", 403);
    row("a page without an origin", "null", 403);
    row("an empty origin", "", 403);
    row("a site that begins like ours", "https://rathaus.example.evil.example", 403);
    row("a site that ends like ours", "https://evilrathaus.example", 403);
    row("a site below ours", "https://evil.rathaus.example", 403);
    row("ours without encryption", "http://rathaus.example", 403);
    row("ours on another port", "https://rathaus.example:8443", 403);
    row("ours with a slash", "https://rathaus.example/", 403);
    row("two origins", "https://rathaus.example https://evil.example", 403);
    QTest::newRow("no origin at all") << QByteArray() << 403;
}

void HeadersTest::onlyTheOwnPageMayConnect()
{
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    const auto answer = exchange(m_server->port(), upgradeText("/ws/citizen", fields));
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
}

void HeadersTest::onlyASessionOpensTheClerksDoor_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &value, int status) {
        QTest::newRow(name) << "Authorization: " + value + "\r\n" << status;
    };
    row("a session", "Bearer " + m_token, 101);
    row("nothing behind Bearer", "Bearer ", 401);
    row("a guess", "Bearer " + QByteArray(m_token.size(), 'A'), 401);
    row("all but the last letter", "Bearer " + m_token.chopped(1), 401);
    row("another scheme", "Basic " + m_token, 401);
    row("a very long guess", "Bearer " + QByteArray(4000, 'A'), 401);
    QTest::newRow("no proof at all") << QByteArray() << 401;
    QTest::newRow("the token as a cookie") << "Cookie: token=" + m_token + "\r\n" << 401;
}

void HeadersTest::onlyASessionOpensTheClerksDoor()
{
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    const auto answer = exchange(m_server->port(), upgradeText("/ws/clerk", fields));
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
}

void HeadersTest::signingOutEndsTheConnection()
{
    const QString origin = u"http://127.0.0.1:%1"_s.arg(m_server->port());
    const auto token = signIn(m_server->port(), u"yilmaz"_s, TownFolder::password(u"yilmaz"_s));
    QVERIFY(token);
    ClerkDesk other(origin, m_token);
    ClerkDesk yilmaz(origin, *token);
    QVERIFY(other.greet() && yilmaz.greet());
    QCOMPARE(signOut(m_server->port(), *token), std::optional(204));
    QVERIFY(yilmaz.isClosedSoon(kEndsWithinMs));
    const auto goodbye = yilmaz.expect<protocol::Goodbye>();
    QVERIFY(goodbye);
    QCOMPARE(goodbye->action, protocol::GoodbyeAction::Stop);
    QCOMPARE(signOut(m_server->port(), *token), std::optional(401));
    const auto again = exchange(m_server->port(), upgradeText("/ws/clerk", "Authorization: Bearer " + *token + "\r\n"));
    QVERIFY(again);
    QCOMPARE(again->status, 401);
    // Nobody else is disturbed.
    QVERIFY(other.open(TownFolder::office(u"B"_s)));
}

void HeadersTest::aSessionOutlivesTheServer()
{
    const TownFolder town;
    QByteArray token;
    {
        const LocalServer server(town.config());
        token = signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s)).value_or(QByteArray());
        QVERIFY(!token.isEmpty());
    }
    const LocalServer server(town.config());
    ClerkDesk schmidt(server.origin(), token);
    QVERIFY(schmidt.greet());
    QCOMPARE(signOut(server.port(), token), std::optional(204));
    QVERIFY(schmidt.isClosedSoon(kEndsWithinMs));
}

QTEST_GUILESS_MAIN(HeadersTest)
#include "HeadersTest.moc"
