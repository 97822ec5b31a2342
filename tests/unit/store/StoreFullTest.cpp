// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/Failpoints.h"
#include "tests/unit/store/RunningWriter.h"

#include <QCoreApplication>
#include <QTest>

#include <atomic>

using namespace sprechtag;
using namespace sprechtag::test;
using store::Connection;
using store::StoreWriter;

namespace {

//! A disk without room for another page, until there is room. Lives as long as the writer.
class FullDisk
{
public:
    FullDisk()
    {
        // On the thread of the writer, before each of its attempts.
        store::failpointHandler() = [this](const char *name) {
            if (m_connection && m_hasRoom && qstrcmp(name, "commit.before_begin") == 0)
                static_cast<void>(m_connection->execute("PRAGMA max_page_count = 1000000"));
        };
    }
    void fill(StoreWriter &writer)
    {
        bool filled = false;
        writer.run<Done>(
            [this](Connection &connection) {
                m_connection = &connection;
                return connection.execute("PRAGMA max_page_count = 1");
            },
            [&filled](const auto &) { filled = true; });
        QTRY_VERIFY(filled);
    }
    void makeRoom() { m_hasRoom = true; }

private:
    Connection *m_connection{};
    std::atomic<bool> m_hasRoom{};
};

broker::Batch largeBatch()
{
    broker::Batch large = drawing(1, 1);
    large.visits = {visit(1, QString(100'000, u'x'))};
    return large;
}

} // namespace

//! The writer on a full disk.
class StoreFullTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { store::failpointHandler() = {}; }
    void onAFullDiskTheGroupIsKeptAndAnsweredInOrderOnceThereIsRoom();
    void whoStopsOnAFullDiskWasToldNothingAndLosesNothing();
};

void StoreFullTest::onAFullDiskTheGroupIsKeptAndAnsweredInOrderOnceThereIsRoom()
{
    const StoreFolder folder;
    QList<int> order;
    {
        FullDisk disk;
        Running running(folder);
        disk.fill(running.writer);
        running.writer.commit(largeBatch(), [&order] { order.append(1); });
        QTRY_VERIFY(running.writer.isFull());
        running.writer.commit(drawing(1, 2), [&order] { order.append(2); });
        running.writer.run<Done>([](Connection &) { return Done{}; }, [&order](const auto &) { order.append(3); });
        QCoreApplication::processEvents();
        QVERIFY(order.isEmpty());
        disk.makeRoom();
        QTRY_COMPARE(order, (QList<int>{1, 2, 3}));
        QVERIFY(!running.writer.isFull());
        QCOMPARE(running.writer.figures().batches, std::uint64_t(2));
    }
    const broker::Loaded loaded = loadedAgain(folder);
    QCOMPARE(loaded.offices[0].facts.size(), std::size_t(2));
    QCOMPARE(loaded.visits.size(), std::size_t(1));
}

void StoreFullTest::whoStopsOnAFullDiskWasToldNothingAndLosesNothing()
{
    const StoreFolder folder;
    bool answered = false;
    {
        FullDisk disk;
        Running running(folder);
        running.writer.commit(drawing(2, 1), {});
        disk.fill(running.writer);
        running.writer.commit(largeBatch(), [&answered] { answered = true; });
        QTRY_VERIFY(running.writer.isFull());
        running.writer.stop();
        QCoreApplication::processEvents();
    }
    QVERIFY(!answered);
    const broker::Loaded loaded = loadedAgain(folder);
    QVERIFY(loaded.offices[0].facts.empty());
    QVERIFY(loaded.visits.empty());
    QCOMPARE(loaded.offices[1].facts.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(StoreFullTest)
#include "StoreFullTest.moc"
