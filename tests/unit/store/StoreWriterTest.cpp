// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/AccountRows.h"
#include "server/store/Failpoints.h"
#include "tests/unit/store/RunningWriter.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

#include <future>

using namespace sprechtag;
using namespace sprechtag::test;
using store::Connection;
using store::StoreError;
using store::StoreWriter;
using namespace Qt::StringLiterals;

namespace {

//! Holds the writing thread inside a job until it is let go.
class Gate
{
public:
    explicit Gate(StoreWriter &writer)
    {
        writer.run<Done>(
            [open = m_open.get_future().share()](Connection &) -> Result<Done, StoreError> {
                open.wait();
                return Done{};
            },
            {});
    }
    void letGo() { m_open.set_value(); }

private:
    std::promise<void> m_open;
};

broker::KeyedAnswer answer(const QByteArray &key, std::int64_t millisecond)
{
    return {key, 0xfedcba9876543210ULL, {}, at(millisecond)};
}

} // namespace

class StoreWriterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void whatWasImportedIsLoaded();
    void anImportReplacesHoursAndStaffAndKeepsTheRest();
    void anImportIsAllOrNothing();
    void aBatchIsThereAfterAReload();
    void everyKindOfAnswerIsThereAfterAReload();
    void answersOlderThanAnHourAreForgotten();
    void aVisitThatEndsInTheSameBatchLeavesNothing();
    void aTokenMayBeUsedAgainInTheBatchThatErasesIt();
    void continuationsComeInOrderOnTheThreadOfTheContext();
    void batchesThatWaitShareOneTransaction();
    void nothingIsAnsweredBeforeTheCommit();
    void aGapInTheNumbersIsFatalAndNothingIsAnswered();
    void aFactCannotBeChanged();
    void aWriteThatFailsAnswersNobodyInItsGroup();
    void aJobThatContradictsIsUndoneAloneAndTheRestIsWritten();
    void theLogIsEmptiedWhenIdle();
    void stopWritesWhatWaits();
    void aFactThatSaysOtherThanItsRowIsDamage();
};

void StoreWriterTest::cleanup()
{
    store::failpointHandler() = {};
}

void StoreWriterTest::whatWasImportedIsLoaded()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    const broker::Loaded loaded = loadedAgain(folder);
    QCOMPARE(loaded.authority, u"Landkreis Musterland"_s);
    QCOMPARE(loaded.calendar.zone, QTimeZone("Europe/Berlin"));
    QCOMPARE(loaded.consentVersion, u"2026-01"_s);
    QCOMPARE(loaded.offices.size(), std::size_t(2));
    QVERIFY(loaded.offices[0].config == counter(1));
    QVERIFY(loaded.offices[1].config == counter(2));
    QCOMPARE(loaded.clerks.size(), std::size_t(3));
    QVERIFY((loaded.clerks[1] == broker::ClerkName{clerkId(2), u"weber"_s, u"Frau weber"_s}));
}

void StoreWriterTest::anImportReplacesHoursAndStaffAndKeepsTheRest()
{
    const StoreFolder folder;
    broker::OfficeConfig changed = counter(1);
    {
        store::Database database = newTown(folder);
        QVERIFY(store::writeBatch(database.connection(), drawing(1, 1), plainCodec()).ok());
        changed.hours = hours::everyWeek({{2, 0, 1440}});
        changed.clerks = {clerkId(2)};
        QVERIFY(importSetup(database.connection(), {std::nullopt, {}, {changed}}).ok());
    }
    const broker::Loaded loaded = loadedAgain(folder);
    QVERIFY(loaded.offices[0].config == changed);
    QCOMPARE(loaded.offices[0].facts.size(), std::size_t(1));
    QVERIFY(loaded.offices[1].config == counter(2));
    QCOMPARE(loaded.authority, u"Landkreis Musterland"_s);
}

void StoreWriterTest::anImportIsAllOrNothing()
{
    const StoreFolder folder;
    {
        store::Database database = newTown(folder);
        TownSetup setup = townSetup();
        setup.authority->name = u"Anderswo"_s;
        setup.offices[1].clerks = {clerkId(99)};
        const auto imported = importSetup(database.connection(), setup);
        QVERIFY(!imported);
        QCOMPARE(imported.error(), StoreError::Constraint);
    }
    QCOMPARE(loadedAgain(folder).authority, u"Landkreis Musterland"_s);
}

void StoreWriterTest::aBatchIsThereAfterAReload()
{
    const StoreFolder folder;
    {
        Running running(folder);
        broker::Batch first = drawing(1, 1);
        first.facts[0].facts.push_back(drawn(2, 7));
        first.facts.push_back({officeId(2), {{1, at(9), office::OfficeOpened{clerkId(1)}}}});
        first.visits = {visit(1, u"Kim"_s), visit(7, {})};
        running.writer.commit(first, {});
        broker::Batch second = drawing(1, 3);
        second.erasedVisits = {ticketId(1)};
        running.writer.commit(second, {});
    }
    const broker::Loaded loaded = loadedAgain(folder);
    QVERIFY((loaded.offices[0].facts == office::Facts{drawn(1, 1), drawn(2, 7), drawn(3, 3)}));
    QVERIFY((loaded.offices[1].facts == office::Facts{{1, at(9), office::OfficeOpened{clerkId(1)}}}));
    QCOMPARE(loaded.visits.size(), std::size_t(1));
    QVERIFY(loaded.visits[0] == visit(7, {}));
}

void StoreWriterTest::everyKindOfAnswerIsThereAfterAReload()
{
    const StoreFolder folder;
    std::vector<broker::KeyedAnswer> answers{answer("done", 1)};
    answers.push_back(answer("called", 2));
    answers.back().answer = {std::nullopt, ticketId(4), 7};
    for (int code = 0; code <= static_cast<int>(office::RefusalCode::NotYours); ++code) {
        answers.push_back(answer("refused " + QByteArray::number(code), 3 + code));
        answers.back().answer.refusal =
            office::Refusal{static_cast<office::RefusalCode>(code), clerkId(1), ticketId(2)};
    }
    {
        Running running(folder);
        broker::Batch batch;
        batch.answers = answers;
        running.writer.commit(batch, {});
    }
    const broker::Loaded loaded = loadedAgain(folder);
    QCOMPARE(loaded.answers.size(), answers.size());
    for (std::size_t i = 0; i < answers.size(); ++i) {
        QCOMPARE(loaded.answers[i].key, answers[i].key);
        QCOMPARE(loaded.answers[i].digest, answers[i].digest);
        QVERIFY(loaded.answers[i].answer == answers[i].answer);
        QVERIFY(loaded.answers[i].at == answers[i].at);
    }
}

void StoreWriterTest::answersOlderThanAnHourAreForgotten()
{
    const StoreFolder folder;
    constexpr std::int64_t hour = 3'600'000;
    {
        Running running(folder);
        for (const auto &[key, when] : {std::pair("old", std::int64_t{0}), std::pair("hour", std::int64_t{1}),
                                        std::pair("new", hour + 1), std::pair("new", hour + 1)}) {
            broker::Batch batch;
            batch.answers.push_back(answer(key, when));
            running.writer.commit(batch, {});
        }
    }
    const broker::Loaded loaded = loadedAgain(folder);
    QCOMPARE(loaded.answers.size(), std::size_t(2));
    QCOMPARE(loaded.answers[0].key, "hour");
    QCOMPARE(loaded.answers[1].key, "new");
}

void StoreWriterTest::aVisitThatEndsInTheSameBatchLeavesNothing()
{
    const StoreFolder folder;
    {
        Running running(folder);
        broker::Batch batch;
        batch.visits = {visit(1, u"Kim"_s)};
        batch.erasedVisits = {ticketId(1)};
        running.writer.commit(batch, {});
    }
    QVERIFY(loadedAgain(folder).visits.empty());
}

void StoreWriterTest::aTokenMayBeUsedAgainInTheBatchThatErasesIt()
{
    const StoreFolder folder;
    broker::Visit again = visit(2, u"Kim"_s);
    again.tokenHash = visit(1, {}).tokenHash;
    {
        Running running(folder);
        broker::Batch first;
        first.visits = {visit(1, u"Kim"_s)};
        running.writer.commit(first, {});
        broker::Batch second;
        second.visits = {again};
        second.erasedVisits = {ticketId(1)};
        running.writer.commit(second, {});
    }
    const broker::Loaded loaded = loadedAgain(folder);
    QCOMPARE(loaded.visits.size(), std::size_t(1));
    QVERIFY(loaded.visits[0] == again);
}

void StoreWriterTest::continuationsComeInOrderOnTheThreadOfTheContext()
{
    const StoreFolder folder;
    Running running(folder);
    QList<int> order;
    QThread *thread = nullptr;
    for (int i = 1; i <= 20; ++i) {
        running.writer.commit(drawing(1, static_cast<office::Sequence>(i)), [&order, &thread, i] {
            order.append(i);
            thread = QThread::currentThread();
        });
    }
    QVERIFY(order.isEmpty());
    QTRY_COMPARE(order.size(), 20);
    QVERIFY(std::ranges::is_sorted(order));
    QCOMPARE(thread, QThread::currentThread());
}

void StoreWriterTest::batchesThatWaitShareOneTransaction()
{
    const StoreFolder folder;
    Running running(folder);
    Gate gate(running.writer);
    int answered = 0;
    for (office::Sequence seq = 1; seq <= 100; ++seq)
        running.writer.commit(drawing(1, seq), [&answered] { ++answered; });
    gate.letGo();
    QTRY_COMPARE(answered, 100);
    QCOMPARE(running.writer.figures().batches, std::uint64_t(100));
    // The job that held the thread, perhaps with the first batches, and then all others together.
    QVERIFY(running.writer.figures().transactions <= 2);
}

void StoreWriterTest::nothingIsAnsweredBeforeTheCommit()
{
    const StoreFolder folder;
    Running running(folder);
    std::promise<void> atCommit;
    std::promise<void> mayCommit;
    store::failpointHandler() = [&atCommit, &mayCommit](const char *name) {
        if (qstrcmp(name, "commit.before") == 0) {
            atCommit.set_value();
            mayCommit.get_future().wait();
        }
    };
    bool answered = false;
    running.writer.commit(drawing(1, 1), [&answered] { answered = true; });
    atCommit.get_future().wait();
    QCoreApplication::processEvents();
    QVERIFY(!answered);
    mayCommit.set_value();
    QTRY_VERIFY(answered);
    running.writer.stop();
}

void StoreWriterTest::aGapInTheNumbersIsFatalAndNothingIsAnswered()
{
    const StoreFolder folder;
    bool answered = false;
    {
        Running running(folder);
        running.writer.commit(drawing(1, 1), {});
        running.writer.commit(drawing(1, 3), [&answered] { answered = true; });
        QCOMPARE(running.fatal.get_future().get(), StoreError::Constraint);
        running.writer.stop();
        QCoreApplication::processEvents();
    }
    QVERIFY(!answered);
    QVERIFY(loadedAgain(folder).offices[0].facts.size() <= 1);
}

void StoreWriterTest::aFactCannotBeChanged()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    QVERIFY(store::writeBatch(database.connection(), drawing(1, 1), plainCodec()).ok());
    const auto changed = database.connection().execute("UPDATE facts SET at = 0");
    QVERIFY(!changed);
    QCOMPARE(changed.error(), StoreError::Constraint);
}

void StoreWriterTest::aWriteThatFailsAnswersNobodyInItsGroup()
{
    const StoreFolder folder;
    bool answered = false;
    {
        Running running(folder);
        Gate gate(running.writer);
        running.writer.commit(drawing(1, 1), [&answered] { answered = true; });
        running.writer.run<Done>(
            [](Connection &) -> Result<Done, StoreError> { return Failure(StoreError::WriteFailed); }, {});
        gate.letGo();
        QCOMPARE(running.fatal.get_future().get(), StoreError::WriteFailed);
        running.writer.stop();
        QCoreApplication::processEvents();
    }
    QVERIFY(!answered);
    QVERIFY(loadedAgain(folder).offices[0].facts.empty());
}

void StoreWriterTest::aJobThatContradictsIsUndoneAloneAndTheRestIsWritten()
{
    const StoreFolder folder;
    std::optional<StoreError> failure;
    bool answered = false;
    {
        Running running(folder);
        Gate gate(running.writer);
        running.writer.commit(drawing(1, 1), {});
        running.writer.run<Done>(
            [](Connection &connection) -> Result<Done, StoreError> {
                const broker::SessionRow session{sha256("a"), clerkId(1), at(0), at(0), at(9)};
                if (const auto saved = store::saveSession(connection, session, hashOf(session.clerk)); !saved)
                    return saved;
                return store::saveSession(connection, session, hashOf(session.clerk));
            },
            [&failure](const Result<Done, StoreError> &result) { failure = result.error(); });
        running.writer.commit(drawing(1, 2), [&answered] { answered = true; });
        gate.letGo();
        QTRY_VERIFY(answered);
    }
    QCOMPARE(failure, StoreError::Constraint);
    const broker::Loaded loaded = loadedAgain(folder);
    QCOMPARE(loaded.offices[0].facts.size(), std::size_t(2));
    store::Database database = reopened(folder);
    QVERIFY(store::loadSessions(database.connection())->empty());
}

void StoreWriterTest::theLogIsEmptiedWhenIdle()
{
    const StoreFolder folder;
    SystemClock clock;
    QObject context;
    StoreWriter::Options options;
    options.tidyWhenIdle = milliseconds(0);
    StoreWriter writer(newTown(folder), plainCodec(), clock, context, options);
    bool answered = false;
    writer.commit(drawing(1, 1), [&answered] { answered = true; });
    QTRY_VERIFY(answered);
    QTRY_COMPARE(QFileInfo(folder.paths().database + "-wal"_L1).size(), 0);
    QTRY_VERIFY(writer.figures().checkpoints >= 1);
}

void StoreWriterTest::stopWritesWhatWaits()
{
    const StoreFolder folder;
    {
        Running running(folder);
        Gate gate(running.writer);
        for (office::Sequence seq = 1; seq <= 50; ++seq)
            running.writer.commit(drawing(1, seq), {});
        gate.letGo();
        running.writer.stop();
        QVERIFY(!QFile::exists(folder.paths().database + "-wal"_L1));
    }
    QCOMPARE(loadedAgain(folder).offices[0].facts.size(), std::size_t(50));
}

void StoreWriterTest::aFactThatSaysOtherThanItsRowIsDamage()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    // A fact that can be read, of another time than its row says.
    const QByteArray body = "1 5 opened " + QByteArray::fromStdString(clerkId(1).text());
    QVERIFY(database.connection()
                .execute("INSERT INTO facts (office, seq, at, body) SELECT id, 1, 0, '" + body + "' FROM offices")
                .ok());
    const auto loaded = store::load(database.connection(), plainCodec());
    QVERIFY(!loaded);
    QCOMPARE(loaded.error(), StoreError::DatabaseDamaged);
}

QTEST_GUILESS_MAIN(StoreWriterTest)
#include "StoreWriterTest.moc"
