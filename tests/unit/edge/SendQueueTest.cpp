// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/SendQueue.h"

#include <QTest>

#include <array>

using namespace sprechtag::edge;

namespace {

Bytes bytes(std::string text)
{
    return std::make_shared<const std::string>(std::move(text));
}

std::string rest(const SendQueue &queue)
{
    std::array<std::string_view, 16> pieces;
    std::string all;
    for (std::size_t i = 0, count = queue.pieces(pieces); i < count; ++i)
        all.append(pieces[i]).push_back(i + 1 < count ? '|' : '.');
    return all;
}

} // namespace

//! The order of what one connection has still to be sent.
class SendQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrder();
    void movesANewerStateToTheEnd();
    void neverReplacesWhatHasBegunToGoOut();
    void neverReplacesWhatWasPromisedToTls();
    void putsUrgentFramesBehindWhatHasBegun();
    void countsBytesAndFrames();
    void whatHasBegunToGoOutIsNoBacklog();
};

void SendQueueTest::keepsTheOrder()
{
    SendQueue queue;
    for (const char *text : {"one", "two", "three"})
        queue.push(bytes(text));
    QCOMPARE(rest(queue), std::string("one|two|three."));
    QCOMPARE(queue.consume(4), 1U);
    QCOMPARE(rest(queue), std::string("wo|three."));
    QCOMPARE(queue.consume(7), 2U);
    QVERIFY(queue.empty());
}

void SendQueueTest::movesANewerStateToTheEnd()
{
    SendQueue queue;
    queue.push(bytes("mine"));
    queue.push(bytes("a1"), 1);
    queue.push(bytes("b1"), 2);
    queue.push(bytes("yours"));
    queue.push(bytes("a2"), 1);
    QCOMPARE(rest(queue), std::string("mine|b1|yours|a2."));
    queue.push(bytes("none replaces none"));
    QCOMPARE(queue.frames(), 5U);
}

void SendQueueTest::neverReplacesWhatHasBegunToGoOut()
{
    SendQueue queue;
    queue.push(bytes("first"), 1);
    QCOMPARE(queue.consume(2), 0U);
    queue.push(bytes("second"), 1);
    queue.push(bytes("third"), 1);
    QCOMPARE(rest(queue), std::string("rst|third."));
    queue.dropUnsent();
    QCOMPARE(rest(queue), std::string("rst."));
}

void SendQueueTest::neverReplacesWhatWasPromisedToTls()
{
    SendQueue queue;
    for (const char *text : {"a1", "b1", "c1"})
        queue.push(bytes(text), static_cast<Topic>(text[0]));
    queue.promise(3); // a1 and half of b1
    for (const char *text : {"a2", "b2", "c2"})
        queue.push(bytes(text), static_cast<Topic>(text[0]));
    queue.pushUrgent(bytes("ping"));
    QCOMPARE(rest(queue), std::string("a1|b1|ping|a2|b2|c2."));
    queue.dropUnsent();
    QCOMPARE(rest(queue), std::string("a1|b1."));
}

void SendQueueTest::putsUrgentFramesBehindWhatHasBegun()
{
    SendQueue queue;
    queue.pushUrgent(bytes("pong1"));
    queue.push(bytes("state"));
    queue.consume(1);
    queue.pushUrgent(bytes("pong2"));
    QCOMPARE(rest(queue), std::string("ong1|pong2|state."));
}

void SendQueueTest::countsBytesAndFrames()
{
    SendQueue queue;
    for (int i = 0; i < 1000; ++i)
        queue.push(bytes("0123456789"));
    QCOMPARE(queue.bytes(), 10000U);
    QCOMPARE(queue.consume(5005), 500U);
    QCOMPARE(queue.bytes(), 4995U);
    QCOMPARE(queue.frames(), 500U);
    queue.push(bytes("0123456789"), 1);
    queue.push(bytes("01234"), 1);
    QCOMPARE(queue.bytes(), 5000U);
    QCOMPARE(queue.consume(5000), 501U);
    QVERIFY(queue.empty());
    QCOMPARE(queue.bytes(), 0U);
}

void SendQueueTest::whatHasBegunToGoOutIsNoBacklog()
{
    SendQueue queue;
    QCOMPARE(queue.backlog(), 0U);
    queue.push(bytes("0123456789"));
    queue.push(bytes("01234"));
    QCOMPARE(queue.backlog(), 15U);
    queue.consume(1);
    QCOMPARE(queue.bytes(), 14U);
    QCOMPARE(queue.backlog(), 5U);
    queue.promise(10); // the rest of the first, and a byte of the second
    QCOMPARE(queue.backlog(), 0U);
    queue.push(bytes("012"));
    QCOMPARE(queue.backlog(), 3U);
    queue.consume(10);
    QCOMPARE(queue.backlog(), 3U);
    queue.consume(7);
    QCOMPARE(queue.backlog(), 0U);
}

QTEST_GUILESS_MAIN(SendQueueTest)
#include "SendQueueTest.moc"
