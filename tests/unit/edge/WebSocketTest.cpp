// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/edge/EdgeHost.h"
#include "tests/unit/edge/RawClient.h"

#include <QTest>

#include <future>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace std::string_literals;

namespace {

//! One client that speaks WebSocket already.
struct Line
{
    EdgeHost host;
    RawClient client;
    edge::ConnectionId id{};

    explicit Line(edge::Config config = {}, edge::OwnLimits own = {}, int receiveBytes = 0)
        : host(std::move(config))
        , client(host.port(), "127.0.0.1", receiveBytes)
    {
        auto upgraded = std::async([this] { return client.upgrade(); });
        id = host.open(own).value_or(0);
        if (!upgraded.get())
            id = 0;
    }
};

edge::Config quickPings()
{
    edge::Config config;
    config.limits.pingIntervalMs = 30;
    return config;
}

} // namespace

Q_DECLARE_METATYPE(std::string)

//! WebSocket as RFC 6455 wants it, and as attackers do not.
class WebSocketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsTheConnectionOnViolations_data();
    void endsTheConnectionOnViolations();
    void joinsFragmentsAndAnswersPingsBetweenThem();
    void takesTextInAnyPieces();
    void acceptsTextAtTheEdges_data();
    void acceptsTextAtTheEdges();
    void answersCloseWithTheSameCode();
    void limitsMessagesByConnection();
    void pingsAndKeepsThoseWhoAnswer();
    void endsAfterTwoMissedPongs();
    void aConnectionMayHaveAPulseOfItsOwn();
    void endsAfterTooManyFrames_data();
    void endsAfterTooManyFrames();
    void tellsMoreToWhoeverMaySayMore();
    void keepsOnlyTheNewestOfATopicForASlowReader();
    void dropsAReaderThatIsTooSlow();
    void aLongMessageOnItsWayIsNoBacklog();
    void givesAConnectionALongerQueueOfItsOwn();
    void sendsOneLongMessageToAnEmptyQueue();
    void readsFramesThatCameWithTheUpgrade();
    void endsWhenNobodySaysCloseBack();
};

void WebSocketTest::endsTheConnectionOnViolations_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("not masked") << "\x81\x01x"s << 1002;
    QTest::newRow("first reserved bit, as of compression") << maskedFrame(0xc1, "x") << 1002;
    QTest::newRow("second reserved bit") << maskedFrame(0xa1, "x") << 1002;
    QTest::newRow("third reserved bit") << maskedFrame(0x91, "x") << 1002;
    QTest::newRow("unknown data opcode") << maskedFrame(0x83, "x") << 1002;
    QTest::newRow("unknown control opcode") << maskedFrame(0x8b, "x") << 1002;
    QTest::newRow("ping in parts") << maskedFrame(0x09, "x") << 1002;
    QTest::newRow("ping too long") << maskedFrame(0x89, std::string(126, 'x')) << 1002;
    QTest::newRow("close too long") << maskedFrame(0x88, "\x03\xe8" + std::string(124, 'x')) << 1002;
    QTest::newRow("nothing to continue") << maskedFrame(0x80, "x") << 1002;
    QTest::newRow("message within a message") << maskedFrame(0x01, "a") + maskedFrame(0x81, "b") << 1002;
    QTest::newRow("length longer than it need be") << "\x81\xfe\x00\x05\x01\x02\x03\x04hello"s << 1002;
    QTest::newRow("64-bit length longer than it need be") << "\x81\xff\0\0\0\0\0\0\0\x05\x01\x02\x03\x04hello"s << 1002;
    QTest::newRow("length with the top bit") << "\x81\xff\x80\0\0\0\0\0\0\x01"s << 1002;
    QTest::newRow("length of 2^62") << "\x81\xff\x40\0\0\0\0\0\0\0"s << 1009;
    QTest::newRow("one byte too long") << maskedFrame(0x81, std::string(65537, 'x')) << 1009;
    QTest::newRow("parts that are too long together")
        << maskedFrame(0x01, std::string(40000, 'x')) + maskedFrame(0x80, std::string(30000, 'x')) << 1009;
    QTest::newRow("binary") << maskedFrame(0x82, "x") << 1003;
    QTest::newRow("invalid UTF-8") << maskedFrame(0x81, "\xc3\x28") << 1007;
    QTest::newRow("overlong UTF-8") << maskedFrame(0x81, "\xc0\xaf") << 1007;
    QTest::newRow("lone surrogate") << maskedFrame(0x81, "\xed\xa0\x80") << 1007;
    QTest::newRow("beyond Unicode") << maskedFrame(0x81, "\xf4\x90\x80\x80") << 1007;
    QTest::newRow("UTF-8 cut off") << maskedFrame(0x81, "\xe2\x82") << 1007;
    QTest::newRow("half a close code") << maskedFrame(0x88, "\x03") << 1002;
    QTest::newRow("close code 1005") << maskedFrame(0x88, "\x03\xed") << 1002;
    QTest::newRow("close code 999") << maskedFrame(0x88, "\x03\xe7") << 1002;
    QTest::newRow("close code 5000") << maskedFrame(0x88, "\x13\x88") << 1002;
    QTest::newRow("close reason that is no UTF-8") << maskedFrame(0x88, "\x03\xe8\xff") << 1007;
}

void WebSocketTest::endsTheConnectionOnViolations()
{
    QFETCH(const std::string, bytes);
    QFETCH(const int, code);
    Line line;
    QVERIFY(line.id);
    line.client.send(bytes);
    line.client.sendText("nobody reads this any more");
    QCOMPARE(line.client.frame()->closeCode(), code);
    QVERIFY(line.client.isClosedByServer());
    QVERIFY2(line.host.expect<edge::ConnectionClosed>(), "and no message before it");
}

void WebSocketTest::joinsFragmentsAndAnswersPingsBetweenThem()
{
    Line line;
    line.client.sendFrame(0x01, "Grü"s.substr(0, 3));
    line.client.sendFrame(0x89, "are you there?");
    line.client.sendFrame(0x00, "Grü"s.substr(3));
    line.client.sendFrame(0x00, "");
    line.client.sendFrame(0x80, "ße");
    const auto pong = line.client.frame();
    QCOMPARE(pong->opcode, 10U);
    QCOMPARE(pong->payload, "are you there?"s);
    QCOMPARE(line.host.expect<edge::MessageArrived>()->text, "Grüße"s);
}

void WebSocketTest::takesTextInAnyPieces()
{
    Line line;
    const std::string text(300, 'z');
    for (const char c : maskedFrame(0x81, text) + maskedFrame(0x81, "short"))
        line.client.send({&c, 1});
    QCOMPARE(line.host.expect<edge::MessageArrived>()->text, text);
    QCOMPARE(line.host.expect<edge::MessageArrived>()->text, "short"s);
}

void WebSocketTest::acceptsTextAtTheEdges_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("empty") << ""s;
    QTest::newRow("a byte order mark") << "\xef\xbb\xbfx"s;
    QTest::newRow("NUL") << "a\0b"s;
    QTest::newRow("the last code point") << "\xf4\x8f\xbf\xbf"s;
    QTest::newRow("around the surrogates") << "\xed\x9f\xbf\xee\x80\x80"s;
    QTest::newRow("long and not ASCII") << std::string(1000, 'a').append("ä").append(1000, 'b').append("😀");
    QTest::newRow("the longest") << std::string(65536, 'x');
}

void WebSocketTest::acceptsTextAtTheEdges()
{
    QFETCH(const std::string, text);
    Line line;
    line.client.sendText(text);
    QCOMPARE(line.host.expect<edge::MessageArrived>()->text, text);
}

void WebSocketTest::answersCloseWithTheSameCode()
{
    for (const std::string &payload : {"\x0f\xa1"s + "bye", ""s}) {
        Line line;
        line.client.sendFrame(0x88, payload);
        const auto close = line.client.frame();
        QCOMPARE(close->opcode, 8U);
        QCOMPARE(close->payload, payload.substr(0, 2));
        QVERIFY(line.client.isClosedByServer());
        QVERIFY(line.host.expect<edge::ConnectionClosed>());
    }
}

void WebSocketTest::limitsMessagesByConnection()
{
    Line line({}, {.messageBytes = 10, .sendQueueBytes = 0});
    line.client.sendText("0123456789");
    QVERIFY(line.host.expect<edge::MessageArrived>());
    line.host.edge().setMessageLimit(line.id, 20);
    line.host.edge().send(line.id, edge::Frame::text("raised"));
    QCOMPARE(line.client.frame()->payload, "raised"s);
    line.client.sendText("01234567890123456789");
    QVERIFY(line.host.expect<edge::MessageArrived>());
    line.client.sendText("012345678901234567890");
    QCOMPARE(line.client.frame()->closeCode(), 1009);
}

void WebSocketTest::pingsAndKeepsThoseWhoAnswer()
{
    Line line(quickPings());
    for (int i = 0; i < 6; ++i) {
        const auto ping = line.client.frame();
        QVERIFY(ping);
        QCOMPARE(ping->opcode, 9U);
        line.client.sendFrame(0x8a, ping->payload);
    }
    QVERIFY(line.host.isQuiet());
}

void WebSocketTest::endsAfterTwoMissedPongs()
{
    Line line(quickPings());
    QCOMPARE(line.client.frame()->opcode, 9U);
    QCOMPARE(line.client.frame()->opcode, 9U);
    QVERIFY(!line.client.frame());
    QVERIFY(line.host.expect<edge::ConnectionClosed>());
}

void WebSocketTest::aConnectionMayHaveAPulseOfItsOwn()
{
    Line line({}, {.messageBytes = 0, .sendQueueBytes = 0, .pingIntervalMs = 30});
    QCOMPARE(line.client.frame()->opcode, 9U);
    QCOMPARE(line.client.frame()->opcode, 9U);
    QVERIFY(!line.client.frame());
    QVERIFY(line.host.expect<edge::ConnectionClosed>());
}

void WebSocketTest::endsAfterTooManyFrames_data()
{
    QTest::addColumn<std::string>("frame");
    QTest::newRow("pings") << maskedFrame(0x89, "x");
    QTest::newRow("pongs") << maskedFrame(0x8a, "x");
    QTest::newRow("messages") << maskedFrame(0x81, "x");
    QTest::newRow("empty fragments") << maskedFrame(0x00, "");
    QTest::newRow("few messages, but long") << maskedFrame(0x81, std::string(60000, 'x'));
}

void WebSocketTest::endsAfterTooManyFrames()
{
    QFETCH(const std::string, frame);
    Line line;
    line.client.sendFrame(0x01, "");
    if (frame != maskedFrame(0x00, ""))
        line.client.sendFrame(0x80, "");
    std::string flood;
    while (flood.size() < 120000 || flood.size() < 32 * frame.size())
        flood += frame;
    line.client.send(flood);
    std::optional<ServerFrame> last;
    while (auto next = line.client.dataFrame()) {
        last = next;
        if (next->opcode == 8)
            break;
    }
    QVERIFY(last);
    QCOMPARE(last->closeCode(), 1008);
    QVERIFY(line.host.edge().figures().messagesIn <= 400);
}

void WebSocketTest::tellsMoreToWhoeverMaySayMore()
{
    Line line({}, {}, 4096);
    line.host.edge().setMessageLimit(line.id, std::size_t{64} * 1024);
    constexpr int kMessages = 15;
    for (int i = 0; i < kMessages; ++i)
        line.host.edge().send(line.id, edge::Frame::text(std::string(std::size_t{100} * 1024, 's')));
    for (int i = 0; i < kMessages; ++i) {
        const auto frame = line.client.dataFrame();
        QVERIFY(frame && frame->opcode == 1);
    }
}

void WebSocketTest::keepsOnlyTheNewestOfATopicForASlowReader()
{
    edge::Config config;
    config.limits.sendQueueBytes = 100 * 1024;
    Line line(config, {}, 4096);
    // Far more than any buffer takes: 1000 states of 20 KB, and one message of no topic in between.
    for (int i = 0; i < 1000; ++i) {
        line.host.edge().send(line.id, edge::Frame::text(std::to_string(i) + ' ' + std::string(20000, 's')), 7);
        if (i == 500)
            line.host.edge().send(line.id, edge::Frame::text("for you"));
    }
    std::vector<int> states;
    bool told = false;
    while (states.empty() || states.back() != 999) {
        const auto frame = line.client.dataFrame();
        QVERIFY(frame && frame->opcode == 1);
        if (frame->payload == "for you")
            told = true;
        else
            states.push_back(std::atoi(frame->payload.c_str()));
    }
    QVERIFY(told);
    QVERIFY2(states.size() < 200, "most states were replaced by newer ones");
    QVERIFY(std::ranges::is_sorted(states));
    QCOMPARE(line.host.edge().figures().droppedReaders, 0U);
}

void WebSocketTest::dropsAReaderThatIsTooSlow()
{
    Line line({}, {}, 4096);
    for (int i = 0; i < 1000; ++i)
        line.host.edge().send(line.id, edge::Frame::text(std::string(20000, 's')));
    const auto closed = line.host.expect<edge::ConnectionClosed>();
    QVERIFY(closed && closed->id == line.id);
    QCOMPARE(line.host.edge().figures().droppedReaders, 1U);
    // Whole frames, then the reason.
    std::size_t frames = 0;
    auto frame = line.client.dataFrame();
    for (; frame && frame->opcode == 1; frame = line.client.dataFrame(), ++frames)
        QCOMPARE(frame->payload.size(), 20000U);
    QVERIFY(frame);
    QCOMPARE(frame->closeCode(), 1013);
    QVERIFY(frames < 500);
    QVERIFY(line.client.isClosedByServer());
}

// The overview of a large town on a slow line: what happens meanwhile in its offices is little and waits behind it.
void WebSocketTest::aLongMessageOnItsWayIsNoBacklog()
{
    Line line({}, {}, 4096);
    line.host.edge().send(line.id, edge::Frame::text(std::string(1000000, 'o')));
    for (int i = 0; i < 100; ++i)
        line.host.edge().send(line.id, edge::Frame::text(std::string(600, 'f')));
    QCOMPARE(line.client.dataFrame()->payload.size(), 1000000U);
    for (int i = 0; i < 100; ++i) {
        const auto frame = line.client.dataFrame();
        QVERIFY(frame && frame->opcode == 1);
    }
    QCOMPARE(line.host.edge().figures().droppedReaders, 0U);
}

// A clerk's first minute: a snapshot of every office, one after the other, faster than the line takes them.
void WebSocketTest::givesAConnectionALongerQueueOfItsOwn()
{
    constexpr std::size_t kQueue = 16 * 1024 * 1024;
    Line line({}, {.messageBytes = 0, .sendQueueBytes = kQueue}, 4096);
    for (int i = 0; i < 8; ++i)
        line.host.edge().send(line.id, edge::Frame::text(std::string(1000000, 'o')));
    for (int i = 0; i < 8; ++i) {
        const auto frame = line.client.dataFrame();
        QVERIFY(frame && frame->opcode == 1);
        QCOMPARE(frame->payload.size(), 1000000U);
    }
    QCOMPARE(line.host.edge().figures().droppedReaders, 0U);
}

void WebSocketTest::sendsOneLongMessageToAnEmptyQueue()
{
    Line line;
    line.host.edge().send(line.id, edge::Frame::text(std::string(1000000, 'l')));
    QCOMPARE(line.client.frame()->payload.size(), 1000000U);
}

void WebSocketTest::readsFramesThatCameWithTheUpgrade()
{
    EdgeHost host;
    RawClient client(host.port());
    client.send("GET /ws HTTP/1.1\r\n" + std::string(kUpgradeFields) + "\r\n" + maskedFrame(0x81, "early"));
    QVERIFY(host.open());
    QCOMPARE(host.expect<edge::MessageArrived>()->text, "early"s);
}

void WebSocketTest::endsWhenNobodySaysCloseBack()
{
    Line line;
    line.host.edge().close(line.id, 1000, "done");
    QCOMPARE(line.client.frame()->closeCode(), 1000);
    QVERIFY(line.host.expect<edge::ConnectionClosed>());
}

QTEST_GUILESS_MAIN(WebSocketTest)
#include "WebSocketTest.moc"
