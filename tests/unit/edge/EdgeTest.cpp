// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/edge/EdgeHost.h"
#include "tests/unit/edge/RawClient.h"

#include <QTest>

#include <future>

using namespace sprechtag;
using namespace sprechtag::test;

//! The edge as its owner sees it: requests, upgrades, messages, frames, stop.
class EdgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsARequestToTheOwnerAndWritesItsAnswer();
    void answersStaticRoutesWithoutTheOwner();
    void upgradesOnlyWhenTheOwnerSaysSo();
    void carriesMessagesBothWays();
    void sendsOneFrameToMany();
    void tellsWhenAClientIsGone();
    void writesWhatIsQueuedBeforeItCloses();
    void wakesOnceUntilTheEventsAreTaken();
    void ignoresIdsThatAreOver();
    void spreadsConnectionsOverItsThreads();
    void stopDeliversWhatIsQueuedAndSaysGoodbye();
    void stopAnswersThoseWhoStillWait();
    void stopDoesNotWaitForeverForASilentClient();
    void refusesToStartOnAnAddressInUse();
    void refusesToStartOnAnAddressThatIsNone();
};

void EdgeTest::handsARequestToTheOwnerAndWritesItsAnswer()
{
    EdgeHost host;
    RawClient client(host.port());
    client.send("POST /api/v1/x%20y?a=1&b=%32 HTTP/1.1\r\nHost: localhost\r\nX-Thing:  two words \r\nContent-Length: "
                "3\r\n\r\nabc");
    const auto arrived = host.expect<edge::RequestArrived>();
    QVERIFY(arrived);
    QCOMPARE(arrived->request.method, std::string("POST"));
    QCOMPARE(arrived->request.path, std::string("/api/v1/x y"));
    QCOMPARE(arrived->request.query, std::string("a=1&b=%32"));
    QCOMPARE(arrived->request.headers.at("x-thing"), std::string("two words"));
    QCOMPARE(arrived->request.body, std::string("abc"));
    QCOMPARE(arrived->request.peer, std::string("127.0.0.1"));
    QVERIFY(!arrived->request.upgrade);
    host.edge().respond(arrived->id, textResponse("hello", 201));
    const auto answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 201);
    QCOMPARE(answer->body, std::string("hello"));
    QVERIFY(answer->hasField("Content-Type: text/plain\r\n"));
    QVERIFY(answer->hasField("Date: "));
    QVERIFY(!answer->hasField("Server: "));
}

void EdgeTest::answersStaticRoutesWithoutTheOwner()
{
    EdgeHost host({}, [](const edge::Request &request) -> std::optional<edge::Response> {
        return request.path == "/page" ? std::optional(textResponse("page")) : std::nullopt;
    });
    RawClient client(host.port());
    client.send("GET /page HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(client.answer()->body, std::string("page"));
    QVERIFY(host.isQuiet());
    client.send("GET /other HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(host.expect<edge::RequestArrived>());
}

void EdgeTest::upgradesOnlyWhenTheOwnerSaysSo()
{
    EdgeHost host;
    RawClient client(host.port());
    client.send("GET /ws HTTP/1.1\r\n" + std::string(kUpgradeFields) + "Origin: https://evil.example\r\n\r\n");
    const auto arrived = host.expect<edge::RequestArrived>();
    QVERIFY(arrived && arrived->request.upgrade);
    QCOMPARE(arrived->request.headers.at("origin"), std::string("https://evil.example"));
    host.edge().respond(arrived->id, textResponse("no", 403));
    QCOMPARE(client.answer()->status, 403);
    client.send("GET /ws HTTP/1.1\r\n" + std::string(kUpgradeFields) + "\r\n");
    QVERIFY(host.open());
    const auto answer = client.answer(RawClient::Body::None);
    QCOMPARE(answer->status, 101);
    // The example of RFC 6455, 1.3.
    QVERIFY(answer->hasField("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
}

void EdgeTest::carriesMessagesBothWays()
{
    EdgeHost host;
    RawClient client(host.port());
    auto upgraded = std::async([&] { return client.upgrade(); });
    const auto id = host.open();
    QVERIFY(id && upgraded.get());
    for (const std::size_t length : {0UL, 1UL, 125UL, 126UL, 60000UL}) {
        const std::string text(length, 'x');
        client.sendText(text);
        const auto message = host.expect<edge::MessageArrived>();
        QVERIFY(message && message->id == *id);
        QCOMPARE(message->text, text);
        host.edge().send(*id, edge::Frame::text(text));
        const auto frame = client.frame();
        QCOMPARE(frame->opcode, 1U);
        QCOMPARE(frame->payload, text);
    }
    host.edge().send(*id, edge::Frame::text(std::string(70000, 'y')));
    QCOMPARE(client.frame()->payload, std::string(70000, 'y'));
}

void EdgeTest::sendsOneFrameToMany()
{
    EdgeHost host;
    std::vector<std::unique_ptr<RawClient>> clients;
    std::vector<edge::ConnectionId> ids;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(std::make_unique<RawClient>(host.port()));
        auto upgraded = std::async([&] { return clients.back()->upgrade(); });
        ids.push_back(host.open().value_or(0));
        QVERIFY(upgraded.get());
    }
    host.edge().sendToMany(ids, edge::Frame::text("for all"));
    for (const auto &client : clients)
        QCOMPARE(client->frame()->payload, std::string("for all"));
    QTRY_COMPARE(host.edge().figures().framesOut, 50U);
    QCOMPARE(host.edge().figures().open, 50U);
    QCOMPARE(host.edge().figures().accepted, 50U);
}

void EdgeTest::tellsWhenAClientIsGone()
{
    EdgeHost host;
    std::optional<edge::ConnectionId> id;
    {
        RawClient client(host.port());
        auto upgraded = std::async([&] { return client.upgrade(); });
        id = host.open();
        QVERIFY(id && upgraded.get());
    }
    const auto closed = host.expect<edge::ConnectionClosed>();
    QVERIFY(closed);
    QCOMPARE(closed->id, *id);
    QTRY_COMPARE(host.edge().figures().open, 0U);
}

void EdgeTest::writesWhatIsQueuedBeforeItCloses()
{
    EdgeHost host;
    RawClient client(host.port());
    auto upgraded = std::async([&] { return client.upgrade(); });
    const auto id = host.open();
    QVERIFY(id && upgraded.get());
    host.edge().send(*id, edge::Frame::text("last words"));
    host.edge().close(*id, 4001, "taken over");
    host.edge().send(*id, edge::Frame::text("too late"));
    QCOMPARE(client.frame()->payload, std::string("last words"));
    const auto close = client.frame();
    QCOMPARE(close->closeCode(), 4001);
    QCOMPARE(close->payload.substr(2), std::string("taken over"));
    client.sendFrame(0x88, close->payload);
    QVERIFY(client.isClosedByServer());
    QVERIFY(host.expect<edge::ConnectionClosed>());
    QVERIFY(host.isQuiet());
}

void EdgeTest::wakesOnceUntilTheEventsAreTaken()
{
    EdgeHost host;
    RawClient client(host.port());
    client.send("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(host.wakes(), 1);
    RawClient other(host.port());
    other.send("GET /b HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(host.edge().figures().accepted, 2U);
    QVERIFY(host.expect<edge::RequestArrived>());
    QVERIFY(host.expect<edge::RequestArrived>());
    QVERIFY(host.wakes() <= 2);
}

void EdgeTest::ignoresIdsThatAreOver()
{
    EdgeHost host;
    RawClient client(host.port());
    client.send("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const auto first = host.expect<edge::RequestArrived>();
    host.edge().respond(first->id, textResponse("one"));
    QCOMPARE(client.answer()->body, std::string("one"));
    client.send("GET /b HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const auto second = host.expect<edge::RequestArrived>();
    QVERIFY(second && second->id != first->id);
    host.edge().respond(first->id, textResponse("stale"));
    host.edge().acceptUpgrade(second->id);
    host.edge().send(first->id, edge::Frame::text("stale"));
    host.edge().send(0, edge::Frame::text("nobody"));
    host.edge().close(~0ULL, 1000, "nobody");
    host.edge().respond(second->id, textResponse("two"));
    QCOMPARE(client.answer()->body, std::string("two"));
}

void EdgeTest::spreadsConnectionsOverItsThreads()
{
    edge::Config config;
    config.threads = 3;
    EdgeHost host(config);
    std::vector<std::unique_ptr<RawClient>> clients;
    std::vector<edge::ConnectionId> ids;
    for (int i = 0; i < 9; ++i) {
        clients.push_back(std::make_unique<RawClient>(host.port()));
        auto upgraded = std::async([&] { return clients.back()->upgrade(); });
        ids.push_back(host.open().value_or(0));
        QVERIFY(upgraded.get());
    }
    host.edge().sendToMany(ids, edge::Frame::text("for all"));
    for (const auto &client : clients)
        QCOMPARE(client->frame()->payload, std::string("for all"));
    host.edge().stop(1000);
    for (const auto &client : clients)
        QCOMPARE(client->frame()->closeCode(), 1001);
}

void EdgeTest::stopDeliversWhatIsQueuedAndSaysGoodbye()
{
    EdgeHost host;
    RawClient client(host.port());
    auto upgraded = std::async([&] { return client.upgrade(); });
    const auto id = host.open();
    QVERIFY(id && upgraded.get());
    const std::string longText(200000, 'x');
    host.edge().send(*id, edge::Frame::text(longText));
    auto seen = std::async([&] {
        const auto text = client.frame();
        const auto close = client.frame();
        client.sendFrame(0x88, close ? close->payload : std::string());
        return text && text->payload == longText && close && close->closeCode() == 1001 && client.isClosedByServer();
    });
    const std::uint16_t port = host.port();
    host.edge().stop(5000);
    QVERIFY(seen.get());
    QCOMPARE(RawClient(port).descriptor(), -1);
    QCOMPARE(host.edge().figures().open, 0U);
}

void EdgeTest::stopAnswersThoseWhoStillWait()
{
    EdgeHost host;
    RawClient client(host.port());
    client.send("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(host.expect<edge::RequestArrived>());
    auto answered = std::async([&] { return client.answer(); });
    host.edge().stop(2000);
    QCOMPARE(answered.get()->status, 503);
}

void EdgeTest::stopDoesNotWaitForeverForASilentClient()
{
    EdgeHost host;
    RawClient client(host.port());
    auto upgraded = std::async([&] { return client.upgrade(); });
    QVERIFY(host.open() && upgraded.get());
    host.edge().stop(50); // the client never says close; the test's own time-out is the check
    QCOMPARE(host.edge().figures().open, 0U);
}

void EdgeTest::refusesToStartOnAnAddressInUse()
{
    EdgeHost first;
    edge::Config config;
    config.port = first.port();
    EdgeHost second(config);
    QCOMPARE(second.failure(), std::optional(edge::StartError::AddressInUse));
}

void EdgeTest::refusesToStartOnAnAddressThatIsNone()
{
    edge::Config config;
    config.address = "not an address";
    QCOMPARE(EdgeHost(config).failure(), std::optional(edge::StartError::AddressInvalid));
    config.address = "192.0.2.1"; // nobody's here
    QCOMPARE(EdgeHost(config).failure(), std::optional(edge::StartError::AddressInvalid));
}

QTEST_GUILESS_MAIN(EdgeTest)
#include "EdgeTest.moc"
