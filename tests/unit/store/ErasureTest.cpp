// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/VisitRows.h"
#include "tests/support/PlainPages.h"
#include "tests/unit/store/StoreKit.h"

#include <QTest>

#include <random>

using namespace sprechtag;
using namespace sprechtag::test;
using store::Connection;
using store::Database;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kCanary = "Kanarienvogel";

// Every person has a canary of their own, in short rows and in rows that need several pages.
QByteArray canaryOf(TicketId ticket)
{
    return kCanary + QByteArray::number(qulonglong{ticket.bits()[1]}) + '.';
}

broker::Visit person(std::uint64_t ticket, std::mt19937_64 &random)
{
    const QString canary = QString::fromLatin1(canaryOf(ticketId(ticket)));
    broker::Visit made = visit(ticket, canary + QString(qsizetype(random() % 60), u'n'));
    made.concern = QString(qsizetype(random() % (ticket % 10 == 0 ? 6000 : 300)), u'c') + canary;
    return made;
}

using Look = std::function<void(const std::vector<TicketId> &present, const std::vector<TicketId> &ended)>;

//! 400 people come, and all but a few go again, in no order; whose visit has ended.
std::vector<TicketId> comeAndGo(Connection &connection, const Look &look = {}, std::uint64_t before = 0)
{
    std::mt19937_64 random(20260302 + before);
    std::vector<TicketId> present;
    std::vector<TicketId> ended;
    for (std::uint64_t ticket = before + 1; ticket <= before + 400; ++ticket) {
        broker::Batch batch;
        batch.visits = {person(ticket, random)};
        present.push_back(ticketId(ticket));
        // Notes come late, make rows longer, and are written anew.
        const TicketId noted = present[random() % present.size()];
        batch.notes = {{noted, QString::fromLatin1(canaryOf(noted)) + QString(qsizetype(random() % 400), u'z')}};
        const TicketId ticking = present[random() % present.size()];
        batch.ticks = {{ticking, QStringList(qsizetype(random() % 30), QString::fromLatin1(canaryOf(ticking)))}};
        while (present.size() > 60 || (!present.empty() && random() % 3 == 0)) {
            const auto chosen = present.begin() + static_cast<std::ptrdiff_t>(random() % present.size());
            batch.erasedVisits.push_back(*chosen);
            ended.push_back(*chosen);
            present.erase(chosen);
        }
        if (!store::writeBatch(connection, batch, plainCodec()))
            qFatal("a batch is not accepted");
        if (look)
            look(present, ended);
    }
    return ended;
}

void compareWithFiles(const StoreFolder &folder, const std::vector<TicketId> &present,
                      const std::vector<TicketId> &erased)
{
    const QByteArray plain = plainDatabase(folder.paths());
    for (const TicketId ticket : present)
        QVERIFY(plain.contains(canaryOf(ticket)));
    for (const TicketId ticket : erased)
        QVERIFY2(!plain.contains(canaryOf(ticket)), ticket.text().c_str());
    QCOMPARE(plainLog(folder.paths()).size(), 0);
}

} // namespace

class ErasureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anErasedVisitIsInNeitherFileAfterTheCheckpoint();
    void notesAndTicksStayThroughARewrite();
    void manyVisitsInAnyOrderLeaveNothing();
    void theWriterLeavesNothingOfErasedVisits();
    void theWriterTidiesUpAfterAProcessThatWasKilled();
    void withoutSecureDeletionTheCanaryIsFound();
};

void ErasureTest::anErasedVisitIsInNeitherFileAfterTheCheckpoint()
{
    const StoreFolder folder;
    Database database = newTown(folder);
    Connection &connection = database.connection();
    broker::Batch arrival;
    arrival.visits = {visit(1, QString::fromLatin1(kCanary))};
    QVERIFY(store::writeBatch(connection, arrival, plainCodec()).ok());
    QVERIFY(plainLog(folder.paths()).contains(kCanary));
    QVERIFY(connection.checkpoint().ok());
    QVERIFY(plainDatabase(folder.paths()).contains(kCanary));

    broker::Batch end;
    end.erasedVisits = {ticketId(1)};
    QVERIFY(store::writeBatch(connection, end, plainCodec()).ok());
    QVERIFY(plainDatabase(folder.paths()).contains(kCanary));
    QVERIFY(connection.checkpoint().ok());
    QVERIFY(!plainDatabase(folder.paths()).contains(kCanary));
    QVERIFY(!plainLog(folder.paths()).contains(kCanary));
    QVERIFY(plainDatabase(folder.paths()).contains("Musterland"));
}

void ErasureTest::notesAndTicksStayThroughARewrite()
{
    const StoreFolder folder;
    Database database = newTown(folder);
    broker::Batch batch;
    batch.visits = {visit(1, u"Kim"_s), visit(2, u"Sascha"_s)};
    // Of a visit that is over, there is nothing to write to.
    batch.notes = {{ticketId(1), u"bringt den Brief mit"_s}, {ticketId(9), u"ist gegangen"_s}};
    batch.ticks = {{ticketId(1), QStringList{u"Ausweis"_s}},
                   {ticketId(1), QStringList{u"Ausweis"_s, u"Mietvertrag"_s}},
                   {ticketId(9), QStringList{u"Ausweis"_s}}};
    QVERIFY(store::writeBatch(database.connection(), batch, plainCodec()).ok());
    broker::Batch transfer;
    transfer.movedVisits = {{ticketId(2), officeId(2), u"hat zwei Kinder dabei"_s}};
    QVERIFY(store::writeBatch(database.connection(), transfer, plainCodec()).ok());
    QVERIFY(store::rewriteVisits(database.connection()).ok());
    const auto visits = store::loadVisits(database.connection());
    QCOMPARE(visits->size(), std::size_t(2));
    QCOMPARE((*visits)[0].proposedNote.reveal(), u"bringt den Brief mit"_s);
    QVERIFY((*visits)[0].note.reveal().isEmpty());
    QCOMPARE((*visits)[1].note.reveal(), u"hat zwei Kinder dabei"_s);
    QVERIFY((*visits)[1].proposedNote.reveal().isEmpty());
    QCOMPARE((*visits)[0].ticked.reveal(), (QStringList{u"Ausweis"_s, u"Mietvertrag"_s}));
    QVERIFY((*visits)[1].ticked.reveal().isEmpty());
}

void ErasureTest::manyVisitsInAnyOrderLeaveNothing()
{
    const StoreFolder folder;
    Database database = newTown(folder);
    Connection &connection = database.connection();
    int checks = 0;
    const auto check = [&](const std::vector<TicketId> &present, const std::vector<TicketId> &ended) {
        if (++checks % 25 != 0 || QTest::currentTestFailed())
            return;
        QVERIFY(store::rewriteVisits(connection).ok());
        QVERIFY(connection.checkpoint().ok());
        compareWithFiles(folder, present, ended);
    };
    comeAndGo(connection, check);
    QCOMPARE(checks, 400);
}

void ErasureTest::theWriterLeavesNothingOfErasedVisits()
{
    const StoreFolder folder;
    Database database = newTown(folder);
    const auto ended = comeAndGo(database.connection());
    const SystemClock clock;
    QObject context;
    store::StoreWriter writer(std::move(database), plainCodec(), clock, context);
    broker::Batch last;
    last.erasedVisits = {ticketId(400)};
    writer.commit(last, {});
    writer.stop();
    compareWithFiles(folder, {}, ended);
}

void ErasureTest::theWriterTidiesUpAfterAProcessThatWasKilled()
{
    const StoreFolder folder;
    Database database = newTown(folder);
    // The control: deleting alone does leave something behind, sooner or later.
    std::vector<TicketId> ended;
    bool remains = false;
    for (std::uint64_t round = 0; round < 20 && !remains; ++round) {
        ended = comeAndGo(database.connection(), {}, round * 400);
        QVERIFY(database.connection().checkpoint().ok());
        const QByteArray plain = plainDatabase(folder.paths());
        remains = std::ranges::any_of(ended, [&plain](TicketId ticket) { return plain.contains(canaryOf(ticket)); });
    }
    QVERIFY(remains);
    const SystemClock clock;
    QObject context;
    store::StoreWriter(std::move(database), plainCodec(), clock, context).stop();
    compareWithFiles(folder, {}, ended);
}

void ErasureTest::withoutSecureDeletionTheCanaryIsFound()
{
    const StoreFolder folder;
    Database database = newTown(folder);
    Connection &connection = database.connection();
    QVERIFY(connection.value("PRAGMA secure_delete = OFF").ok());
    broker::Batch arrival;
    arrival.visits = {visit(1, QString::fromLatin1(kCanary))};
    broker::Batch end;
    end.erasedVisits = {ticketId(1)};
    QVERIFY(store::writeBatch(connection, arrival, plainCodec()).ok());
    QVERIFY(store::writeBatch(connection, end, plainCodec()).ok());
    QVERIFY(connection.checkpoint().ok());
    QVERIFY(plainDatabase(folder.paths()).contains(kCanary));
}

QTEST_GUILESS_MAIN(ErasureTest)
#include "ErasureTest.moc"
