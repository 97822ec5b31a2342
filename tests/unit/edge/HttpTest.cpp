// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/edge/EdgeHost.h"
#include "tests/unit/edge/RawClient.h"

#include <QTest>

#include <atomic>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace std::string_literals;

namespace {

// Any path answers with the method, the path and the body; counts what reaches it.
struct Echo
{
    std::shared_ptr<std::atomic<int>> count = std::make_shared<std::atomic<int>>(0);

    std::optional<edge::Response> operator()(const edge::Request &request) const
    {
        ++*count;
        return textResponse(request.method + ' ' + request.path + ' ' + request.body);
    }
};

constexpr std::string_view kHost = "Host: localhost\r\n";

std::string get(std::string_view target, std::string_view fields = {})
{
    return "GET " + std::string(target) + " HTTP/1.1\r\n" + std::string(kHost) + std::string(fields) + "\r\n";
}

std::string post(std::string_view fields, std::string_view body = {})
{
    return "POST /p HTTP/1.1\r\n" + std::string(kHost) + std::string(fields) + "\r\n" + std::string(body);
}

} // namespace

Q_DECLARE_METATYPE(std::string)

//! HTTP as attackers speak it: whatever two readers could understand in two ways is refused, and nothing that follows
//! on the same connection reaches a route.
class HttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAndReadsNoFurther_data();
    void refusesAndReadsNoFurther();
    void acceptsWhatHonestClientsSend_data();
    void acceptsWhatHonestClientsSend();
    void answersPipelinedRequestsInOrder();
    void answersHeadWithoutABody();
    void closesWhenAskedTo_data();
    void closesWhenAskedTo();
    void asksForTheBodyWhenTheClientExpectsIt();
    void takesABodyInPieces();
    void takesABodyOfExactlyTheLimit();
    void takesARequestByteByByte();
    void writesNoBodyWhereNoneBelongs();
    void keepsHeaderValuesOnTheirLine();
    void joinsListsAndCookies();
    void refusesBadUpgrades_data();
    void refusesBadUpgrades();
    void tellsWhichWebSocketVersionItSpeaks();
};

void HttpTest::refusesAndReadsNoFurther_data()
{
    QTest::addColumn<std::string>("request");
    QTest::addColumn<int>("status");
    const std::string ok(kHost);
    QTest::newRow("length and chunked") << post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")
                                        << 400;
    QTest::newRow("chunked and length") << post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n")
                                        << 400;
    QTest::newRow("two different lengths") << post("Content-Length: 5\r\nContent-Length: 6\r\n", "abcdef") << 400;
    QTest::newRow("two equal lengths") << post("Content-Length: 5\r\nContent-Length: 5\r\n", "abcde") << 400;
    QTest::newRow("a list of lengths") << post("Content-Length: 5, 5\r\n", "abcde") << 400;
    QTest::newRow("a negative length") << post("Content-Length: -1\r\n") << 400;
    QTest::newRow("a signed length") << post("Content-Length: +5\r\n", "abcde") << 400;
    QTest::newRow("a hexadecimal length") << post("Content-Length: 0x5\r\n", "abcde") << 400;
    QTest::newRow("a length that overflows") << post("Content-Length: 18446744073709551621\r\n", "abcde") << 400;
    QTest::newRow("an empty length") << post("Content-Length:\r\n") << 400;
    QTest::newRow("a length that no body may have") << post("Content-Length: 629145600\r\n") << 413;
    QTest::newRow("one byte too much of a body") << post("Content-Length: 65537\r\n") << 413;
    QTest::newRow("chunked") << post("Transfer-Encoding: chunked\r\n", "5\r\nabcde\r\n0\r\n\r\n") << 411;
    QTest::newRow("chunked twice") << post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("an unknown coding") << post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n") << 400;
    QTest::newRow("a coding behind a tab") << post("Transfer-Encoding:\tchunked, identity\r\n") << 400;
    QTest::newRow("space before the colon") << post("Content-Length : 5\r\n", "abcde") << 400;
    QTest::newRow("a field without a name") << get("/", ": x\r\n") << 400;
    QTest::newRow("a field without a colon") << get("/", "nonsense\r\n") << 400;
    QTest::newRow("a name that is no token") << get("/", "na(me: x\r\n") << 400;
    QTest::newRow("a continued line") << get("/", "X: a\r\n b\r\n") << 400;
    QTest::newRow("a continued first field") << "GET / HTTP/1.1\r\n X: a\r\n"s + ok + "\r\n" << 400;
    QTest::newRow("a bare line feed between fields") << "GET / HTTP/1.1\r\n"s + ok + "X: a\nY: b\r\n\r\n" << 400;
    QTest::newRow("bare line feeds everywhere") << "GET / HTTP/1.1\nHost: localhost\n\n"s << 400;
    QTest::newRow("a bare carriage return") << get("/", "X: a\rb\r\n") << 400;
    QTest::newRow("NUL in a value") << get("/", "X: a\0b\r\n"s) << 400;
    QTest::newRow("NUL in the target") << get("/\0"s) << 400;
    QTest::newRow("no Host") << "GET / HTTP/1.1\r\n\r\n"s << 400;
    QTest::newRow("an empty Host") << "GET / HTTP/1.1\r\nHost:\r\n\r\n"s << 400;
    QTest::newRow("two Hosts") << get("/", "Host: evil.example\r\n") << 400;
    QTest::newRow("a Host that is a URL") << "GET / HTTP/1.1\r\nHost: http://evil/\r\n\r\n"s << 400;
    QTest::newRow("a Host with a user") << "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n"s << 400;
    QTest::newRow("an empty line first") << "\r\n"s + get("/") << 400;
    QTest::newRow("no target") << "GET HTTP/1.1\r\n"s + ok + "\r\n" << 400;
    QTest::newRow("two spaces") << "GET  / HTTP/1.1\r\n"s + ok + "\r\n" << 400;
    QTest::newRow("a space in the target") << "GET /a b HTTP/1.1\r\n"s + ok + "\r\n" << 400;
    QTest::newRow("no version") << "GET /\r\n"s + ok + "\r\n" << 400;
    QTest::newRow("HTTP/2") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"s << 505;
    QTest::newRow("HTTP/3") << "GET / HTTP/3.0\r\n"s + ok + "\r\n" << 505;
    QTest::newRow("HTTP/1.2") << "GET / HTTP/1.2\r\n"s + ok + "\r\n" << 505;
    QTest::newRow("HTTP/0.9 with fields") << "GET / HTTP/0.9\r\n"s + ok + "\r\n" << 505;
    QTest::newRow("something else than HTTP") << "\x16\x03\x01\x02\x00\x01\x00"s << 400;
    QTest::newRow("TRACE") << "TRACE / HTTP/1.1\r\n"s + ok + "\r\n" << 501;
    QTest::newRow("CONNECT") << "CONNECT evil.example:443 HTTP/1.1\r\n"s + ok + "\r\n" << 501;
    QTest::newRow("an invented method") << "FOO / HTTP/1.1\r\n"s + ok + "\r\n" << 501;
    QTest::newRow("a method in lower case") << "get / HTTP/1.1\r\n"s + ok + "\r\n" << 501;
    QTest::newRow("an expectation nobody knows") << post("Content-Length: 1\r\nExpect: cake\r\n", "x") << 417;
    QTest::newRow("dots in the path") << get("/a/../etc/passwd") << 400;
    QTest::newRow("escaped dots") << get("/a/%2e%2e/etc/passwd") << 400;
    QTest::newRow("an escaped slash behind dots") << get("/..%2fetc/passwd") << 400;
    QTest::newRow("an escaped backslash") << get("/a%5cb") << 400;
    QTest::newRow("a backslash") << get("/a\\b") << 400;
    QTest::newRow("an escaped NUL") << get("/a%00b") << 400;
    QTest::newRow("an escaped line feed") << get("/a%0ab") << 400;
    QTest::newRow("an overlong slash") << get("/%c0%ae%c0%ae/x") << 400;
    QTest::newRow("a lone surrogate") << get("/%ed%a0%80") << 400;
    QTest::newRow("half an escape") << get("/a%2") << 400;
    QTest::newRow("an escape that is none") << get("/a%zz") << 400;
    QTest::newRow("an empty segment") << get("//evil.example/x") << 400;
    QTest::newRow("a fragment") << get("/a#b") << 400;
    QTest::newRow("raw bytes above ASCII") << get("/\xc3\xa4") << 400;
    QTest::newRow("the asterisk") << "OPTIONS * HTTP/1.1\r\n"s + ok + "\r\n" << 400;
    QTest::newRow("another scheme") << get("ftp://localhost/") << 400;
    QTest::newRow("a request line that is too long") << get("/" + std::string(8192, 'a')) << 414;
    QTest::newRow("a request line that never ends") << std::string(9000, 'A') << 414;
    QTest::newRow("header fields that are too long") << get("/", "X: " + std::string(16384, 'a') + "\r\n") << 431;
    std::string fields;
    for (int i = 0; i < 64; ++i)
        fields += "X-" + std::to_string(i) + ": x\r\n";
    QTest::newRow("65 header fields") << get("/", fields) << 431;
}

void HttpTest::refusesAndReadsNoFurther()
{
    QFETCH(const std::string, request);
    QFETCH(const int, status);
    const Echo echo;
    EdgeHost host({}, echo);
    RawClient client(host.port());
    client.send(request);
    client.send("0\r\n\r\n" + get("/smuggled"));
    const auto answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QVERIFY(answer->hasField("Connection: close\r\n"));
    QVERIFY(answer->hasField("X-Content-Type-Options: nosniff\r\n"));
    QVERIFY(client.isClosedByServer());
    QVERIFY2(client.unread().empty(), "exactly one answer");
    QCOMPARE(echo.count->load(), 0);
}

void HttpTest::acceptsWhatHonestClientsSend_data()
{
    QTest::addColumn<std::string>("request");
    QTest::addColumn<std::string>("body");
    QTest::newRow("a path with escapes") << get("/a%20b/%C3%A4;v=1?x=%2f..") << "GET /a b/ä;v=1 "s;
    QTest::newRow("a folder") << get("/assets/") << "GET /assets/ "s;
    QTest::newRow("dots that lead nowhere") << get("/..a/...") << "GET /..a/... "s;
    QTest::newRow("an absolute target") << get("http://localhost:80/x?y") << "GET /x "s;
    QTest::newRow("an absolute target without a path") << get("http://localhost") << "GET / "s;
    QTest::newRow("a body") << post("Content-Length: 5\r\n", "abcde") << "POST /p abcde"s;
    QTest::newRow("an empty body") << post("Content-Length: 0\r\n") << "POST /p "s;
    QTest::newRow("PUT") << "PUT / HTTP/1.1\r\nHost: [::1]:80\r\nContent-Length: 1\r\n\r\nx"s
                         << "PUT / x"s;
    QTest::newRow("OPTIONS") << "OPTIONS /o HTTP/1.1\r\nHost: a.b\r\n\r\n"s
                             << "OPTIONS /o "s;
    QTest::newRow("DELETE") << "DELETE /d HTTP/1.1\r\nHost: a\r\n\r\n"s
                            << "DELETE /d "s;
    QTest::newRow("HTTP/1.0") << "GET / HTTP/1.0\r\nHost: a\r\n\r\n"s
                              << "GET / "s;
    QTest::newRow("a wish for HTTP/2") << get("/", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n")
                                       << "GET / "s;
    QTest::newRow("blanks around a value") << get("/", "X: \t a \t\r\n") << "GET / "s;
    QTest::newRow("an empty value") << get("/", "X:\r\n") << "GET / "s;
    QTest::newRow("a request line of 8 KiB")
        << get("/" + std::string(8192 - 16, 'a')) << "GET /" + std::string(8192 - 16, 'a') + ' ';
    QTest::newRow("headers of 16 KiB") << get("/", "X: " + std::string(16384 - 24, 'a') + "\r\n") << "GET / "s;
    std::string fields;
    for (int i = 0; i < 63; ++i)
        fields += "X-" + std::to_string(i) + ": x\r\n";
    QTest::newRow("64 header fields") << get("/", fields) << "GET / "s;
}

void HttpTest::acceptsWhatHonestClientsSend()
{
    QFETCH(const std::string, request);
    QFETCH(const std::string, body);
    EdgeHost host({}, Echo());
    RawClient client(host.port());
    client.send(request);
    const auto answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, body);
}

void HttpTest::answersPipelinedRequestsInOrder()
{
    EdgeHost host;
    RawClient client(host.port());
    client.send(get("/1") + get("/2") + get("/3"));
    const auto first = host.expect<edge::RequestArrived>();
    QVERIFY(first);
    QVERIFY2(host.isQuiet(), "the second waits until the first is answered");
    host.edge().respond(first->id, textResponse("one"));
    const auto second = host.expect<edge::RequestArrived>();
    QCOMPARE(second->request.path, "/2"s);
    host.edge().respond(second->id, textResponse("two"));
    const auto third = host.expect<edge::RequestArrived>();
    host.edge().respond(third->id, textResponse("three"));
    QCOMPARE(client.answer()->body, "one"s);
    QCOMPARE(client.answer()->body, "two"s);
    QCOMPARE(client.answer()->body, "three"s);

    EdgeHost fast({}, Echo());
    RawClient hurried(fast.port());
    std::string many;
    for (int i = 0; i < 2000; ++i)
        many += get("/" + std::to_string(i));
    hurried.send(many);
    for (int i = 0; i < 2000; ++i)
        QCOMPARE(hurried.answer()->body, "GET /" + std::to_string(i) + ' ');
}

void HttpTest::answersHeadWithoutABody()
{
    EdgeHost host({}, Echo());
    RawClient client(host.port());
    client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n" + get("/y"));
    const auto head = client.answer(RawClient::Body::None);
    QCOMPARE(head->status, 200);
    QVERIFY(head->hasField("Content-Length: 8\r\n"));
    QCOMPARE(client.answer()->body, "GET /y "s);
}

void HttpTest::closesWhenAskedTo_data()
{
    QTest::addColumn<std::string>("request");
    QTest::newRow("close") << get("/", "Connection: close\r\n");
    QTest::newRow("close among others") << get("/", "Connection: foo, Close\r\n");
    QTest::newRow("HTTP/1.0") << "GET / HTTP/1.0\r\nHost: a\r\n\r\n"s;
}

void HttpTest::closesWhenAskedTo()
{
    QFETCH(const std::string, request);
    EdgeHost host({}, Echo());
    RawClient client(host.port());
    client.send(request + get("/second"));
    const auto answer = client.answer();
    QCOMPARE(answer->status, 200);
    QVERIFY(answer->hasField("Connection: close\r\n"));
    QVERIFY(client.isClosedByServer());
    QVERIFY(client.unread().empty());
}

void HttpTest::asksForTheBodyWhenTheClientExpectsIt()
{
    EdgeHost host({}, Echo());
    RawClient client(host.port());
    client.send(post("Content-Length: 2\r\nExpect: 100-continue\r\n"));
    QCOMPARE(client.answer(RawClient::Body::None)->status, 100);
    client.send("ab");
    QCOMPARE(client.answer()->body, "POST /p ab"s);
    client.send(post("Content-Length: 70000\r\nExpect: 100-continue\r\n"));
    QCOMPARE(client.answer()->status, 413);
}

void HttpTest::takesABodyInPieces()
{
    EdgeHost host;
    RawClient client(host.port());
    client.send(post("Content-Length: 6\r\n", "abc"));
    client.send("def" + get("/next"));
    const auto arrived = host.expect<edge::RequestArrived>();
    QCOMPARE(arrived->request.body, "abcdef"s);
}

void HttpTest::takesABodyOfExactlyTheLimit()
{
    EdgeHost host;
    RawClient client(host.port());
    client.send(post("Content-Length: 65536\r\n", std::string(65536, 'x')));
    QCOMPARE(host.expect<edge::RequestArrived>()->request.body.size(), 65536U);
}

void HttpTest::takesARequestByteByByte()
{
    EdgeHost host({}, Echo());
    RawClient client(host.port());
    for (const char c : post("Content-Length: 3\r\n", "abc"))
        client.send({&c, 1});
    QCOMPARE(client.answer()->body, "POST /p abc"s);
}

void HttpTest::writesNoBodyWhereNoneBelongs()
{
    EdgeHost host(
        {}, [](const edge::Request &request) { return textResponse("unwanted", request.path == "/304" ? 304 : 204); });
    RawClient client(host.port());
    client.send(get("/304") + get("/204"));
    for (const int status : {304, 204}) {
        const auto answer = client.answer();
        QCOMPARE(answer->status, status);
        QVERIFY(!answer->hasField("Content-Length"));
    }
    QVERIFY(client.unread().empty());
}

void HttpTest::keepsHeaderValuesOnTheirLine()
{
    EdgeHost host({}, [](const edge::Request &) {
        auto response = textResponse("x");
        response.headers.emplace_back("X-Echo", "a\r\nSet-Cookie: evil=1\r\n\r\n<p>"s + '\0' + "b");
        response.headers.emplace_back("Bad Name", "x");
        response.headers.emplace_back("X\r\nEvil", "x");
        response.headers.emplace_back("Content-Length", "9999");
        response.headers.emplace_back("Server", "secret/1.0");
        return response;
    });
    RawClient client(host.port());
    client.send(get("/"));
    const auto answer = client.answer();
    QCOMPARE(answer->body, "x"s);
    QVERIFY(answer->hasField("X-Echo: a  Set-Cookie: evil=1    <p> b\r\n"));
    QVERIFY(!answer->hasField("\r\nSet-Cookie"));
    QVERIFY(!answer->hasField("Evil"));
    QVERIFY(!answer->hasField("Bad Name"));
    QVERIFY(!answer->hasField("secret"));
}

void HttpTest::joinsListsAndCookies()
{
    EdgeHost host;
    RawClient client(host.port());
    client.send(get("/", "Accept: a\r\nCookie: x=1\r\nACCEPT: b\r\ncookie: y=2\r\n"));
    const auto arrived = host.expect<edge::RequestArrived>();
    QCOMPARE(arrived->request.headers.at("accept"), "a, b"s);
    QCOMPARE(arrived->request.headers.at("cookie"), "x=1; y=2"s);
}

void HttpTest::refusesBadUpgrades_data()
{
    QTest::addColumn<std::string>("request");
    QTest::addColumn<int>("status");
    const std::string line = "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n";
    const std::string version = "Sec-WebSocket-Version: 13\r\n";
    const std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    QTest::newRow("no key") << line + version + "\r\n" << 400;
    QTest::newRow("a short key") << line + version + "Sec-WebSocket-Key: abc\r\n\r\n" << 400;
    QTest::newRow("two keys") << line + version + key + key + "\r\n" << 400;
    QTest::newRow("a key that is no base64") << line + version + "Sec-WebSocket-Key: !!!!!!!!!!!!!!!!!!!!!!==\r\n\r\n"
                                             << 400;
    QTest::newRow("version 7") << line + key + "Sec-WebSocket-Version: 7\r\n\r\n" << 426;
    QTest::newRow("no version") << line + key + "\r\n" << 426;
    QTest::newRow("with a body") << line + version + key + "Content-Length: 3\r\n\r\nabc" << 400;
    QTest::newRow("POST") << "POST /ws HTTP/1.1\r\n" + std::string(kUpgradeFields) + "\r\n" << 400;
    QTest::newRow("HTTP/1.0") << "GET /ws HTTP/1.0\r\n" + std::string(kUpgradeFields) + "\r\n" << 400;
}

void HttpTest::refusesBadUpgrades()
{
    QFETCH(const std::string, request);
    QFETCH(const int, status);
    EdgeHost host;
    RawClient client(host.port());
    client.send(request);
    QCOMPARE(client.answer()->status, status);
    QVERIFY(client.isClosedByServer());
    QVERIFY(host.isQuiet());
}

void HttpTest::tellsWhichWebSocketVersionItSpeaks()
{
    EdgeHost host;
    RawClient client(host.port());
    client.send("GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    QVERIFY(client.answer()->hasField("Sec-WebSocket-Version: 13\r\n"));
}

QTEST_GUILESS_MAIN(HttpTest)
#include "HttpTest.moc"
