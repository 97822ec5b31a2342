// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/broker/Record.h"
#include "tests/support/PlainPages.h"
#include "tests/unit/store/OldDays.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using store::Connection;
using store::Database;
using store::Folded;

namespace {

constexpr int kDays = 4;
constexpr int kOtherTickets = 100'000;

//! A town with four days behind it.
struct OldTown
{
    explicit OldTown(int visitsPerDay = 12)
        : citizens(days(kDays, visitsPerDay, 1))
        , cars(days(kDays, visitsPerDay / 2, kOtherTickets))
    {
        if (!citizens.error().isEmpty() || !cars.error().isEmpty())
            qFatal("%s", qUtf8Printable(citizens.error() + cars.error()));
        write(connection(), citizens, cars);
    }
    [[nodiscard]] Connection &connection() { return database.connection(); }
    //! Folds until there is nothing more to fold; how many days.
    int foldBefore(int day)
    {
        int folded = 0;
        for (; folded < 1000; ++folded) {
            auto transaction = store::Transaction::begin(connection());
            const auto done = store::foldOldestDay(connection(), foldingBefore(day), app::storedFacts());
            if (!done || !transaction || !transaction.value().commit())
                qFatal("a day could not be folded");
            if (*done == Folded::Nothing)
                break;
        }
        return folded;
    }

    StoreFolder folder;
    Database database{newTown(folder)};
    Story citizens;
    Story cars;
};

office::OfficeState withoutSettings(office::OfficeState state)
{
    state.settings = {};
    return state;
}

} // namespace

//! Days that are old enough become totals, and their facts are gone for good.
class FactFoldingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOfficeAndItsTotalsAreTheSameAfterEveryDay();
    void daysThatAreNotOldEnoughStay();
    void foldingAgainChangesNothing();
    void anOfficeWithoutFactsGoesOnCounting();
    void aServerStartsFromTheStateAndTheRest();
    void forecastsOutliveTheirFacts();
    void whatAnOfficeStillNeedsCannotBeErased();
    void aStateThatCannotBeReadIsRefused();
    void anOfficeThatCannotBeReadKeepsNoOtherWaiting();
    void aMissingFactIsNamed_data();
    void aMissingFactIsNamed();
    void nothingOfAnErasedFactIsInTheFiles();
};

void FactFoldingTest::theOfficeAndItsTotalsAreTheSameAfterEveryDay()
{
    OldTown town;
    const auto citizens = wholeOf(foundOf(town.connection(), officeId(1)));
    const auto cars = wholeOf(foundOf(town.connection(), officeId(2)));
    QVERIFY(citizens.first == withoutSettings(town.citizens.state()));
    QVERIFY(citizens.second.size() > kDays);
    for (int day = 1; day <= kDays + 1; ++day) {
        // Each office has something to fold in each day, and somebody who stays over the night is in the state.
        QCOMPARE(town.foldBefore(day), 2);
        const Found left = foundOf(town.connection(), officeId(1));
        QCOMPARE(left.state.tickets.size(), std::size_t(day <= kDays ? 1 : 0));
        QVERIFY(wholeOf(left) == citizens);
        QVERIFY(wholeOf(foundOf(town.connection(), officeId(2))) == cars);
    }
    QVERIFY(foundOf(town.connection(), officeId(1)).facts.empty());
}

void FactFoldingTest::daysThatAreNotOldEnoughStay()
{
    OldTown town;
    QCOMPARE(town.foldBefore(0), 0);
    town.foldBefore(2);
    const Found found = foundOf(town.connection(), officeId(1));
    const Instant midnight = office::script::kStoryBegins + std::chrono::days(2);
    const auto &all = town.citizens.facts();
    const auto firstLeft = std::ranges::find_if(all, [midnight](const auto &fact) { return fact.at >= midnight; });
    QVERIFY(firstLeft != all.begin() && firstLeft != all.end());
    QVERIFY((found.facts == office::Facts(firstLeft, all.end())));
}

void FactFoldingTest::foldingAgainChangesNothing()
{
    OldTown town;
    town.foldBefore(3);
    const Found before = foundOf(town.connection(), officeId(1));
    QCOMPARE(town.foldBefore(3), 0);
    QCOMPARE(town.foldBefore(1), 0);
    QVERIFY(foundOf(town.connection(), officeId(1)) == before);
}

void FactFoldingTest::anOfficeWithoutFactsGoesOnCounting()
{
    OldTown town;
    town.foldBefore(kDays + 1);
    const auto last = town.citizens.facts().back();
    const auto next = [&](office::Sequence seq) {
        broker::Batch batch;
        batch.facts = {{officeId(1), {{seq, last.at, office::OfficeOpened{clerkId(1)}}}}};
        return store::writeBatch(town.connection(), batch, app::storedFacts());
    };
    QVERIFY(!next(1).ok());
    QVERIFY(!next(last.seq).ok());
    QVERIFY(next(last.seq + 1).ok());
    QVERIFY(!next(last.seq + 3).ok());
    QVERIFY(next(last.seq + 2).ok());
    QCOMPARE(foundOf(town.connection(), officeId(1)).facts.size(), std::size_t(2));
}

void FactFoldingTest::aServerStartsFromTheStateAndTheRest()
{
    OldTown town;
    town.foldBefore(2);
    const auto loaded = store::load(town.connection(), app::storedFacts());
    QVERIFY(loaded.ok());
    const broker::Record record(*loaded);
    for (const auto &[office, story] : {std::pair(officeId(1), &town.citizens), std::pair(officeId(2), &town.cars)}) {
        QVERIFY(withoutSettings(record.office(office)->state) == withoutSettings(story->state()));
        QVERIFY(record.office(office)->state.settings == record.office(office)->config.settings);
        QVERIFY(!record.factsSince(office, 1));
    }
}

void FactFoldingTest::forecastsOutliveTheirFacts()
{
    OldTown town;
    office::Totals totals;
    totals[{20260301, std::nullopt}].foretold = 6;
    totals[{20260301, std::nullopt}].foretoldRight = 5;
    QVERIFY(store::addTotals(town.connection(), officeId(1), totals).ok());
    const auto loaded = store::load(town.connection(), app::storedFacts());
    QVERIFY(loaded.ok());
    const broker::Record record(*loaded);
    QVERIFY((record.office(officeId(1))->forecasts.at(20260301) == office::Forecasts{.made = 6, .right = 5}));
    QVERIFY(!record.office(officeId(2))->forecasts.contains(20260301));
}

void FactFoldingTest::whatAnOfficeStillNeedsCannotBeErased()
{
    OldTown town;
    const auto count = [&town] { return *town.connection().value("SELECT count(*) FROM facts"); };
    const QByteArray all = count();
    QVERIFY(!town.connection().execute("DELETE FROM facts").ok());
    town.foldBefore(2);
    QVERIFY(count().toInt() < all.toInt());
    QVERIFY(!town.connection().execute("DELETE FROM facts WHERE seq = (SELECT max(seq) FROM facts)").ok());
}

void FactFoldingTest::aStateThatCannotBeReadIsRefused()
{
    OldTown town;
    town.foldBefore(2);
    QVERIFY(town.connection().execute("UPDATE office_states SET seq = seq + 1").ok());
    const auto loaded = store::load(town.connection(), app::storedFacts());
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error(), store::StoreError::DatabaseDamaged);
}

void FactFoldingTest::anOfficeThatCannotBeReadKeepsNoOtherWaiting()
{
    OldTown town;
    const auto left = [&town](int office) {
        return town.connection()
            .value("SELECT count(*) FROM facts WHERE office = '" + QByteArray::fromStdString(officeId(office).text()) +
                   "'")
            ->toInt();
    };
    const int ofFirst = left(1);
    const int ofSecond = left(2);
    QVERIFY(town.connection()
                .execute("DROP TRIGGER facts_never_change; UPDATE facts SET body = '{}' WHERE seq = 1 AND office = '" +
                         QByteArray::fromStdString(officeId(1).text()) + "'")
                .ok());
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"^the facts of off_\\w+ are kept: they cannot be read$"_s));
    town.foldBefore(1);
    QCOMPARE(left(1), ofFirst);
    QVERIFY(left(2) < ofSecond);
}

void FactFoldingTest::aMissingFactIsNamed_data()
{
    QTest::addColumn<QByteArray>("lost");
    QTest::newRow("the first one") << QByteArray("seq = 1");
    QTest::newRow("one in the middle") << QByteArray("seq = 9");
    QTest::newRow("the first behind the erased ones")
        << QByteArray("seq = (SELECT seq + 1 FROM office_states WHERE office = facts.office)");
}

void FactFoldingTest::aMissingFactIsNamed()
{
    QFETCH(QByteArray, lost);
    OldTown town;
    if (lost.contains("office_states"))
        town.foldBefore(2);
    QVERIFY(store::load(town.connection(), app::storedFacts()).ok());
    QVERIFY(
        town.connection().execute("DROP TRIGGER facts_go_behind_their_office; DELETE FROM facts WHERE " + lost).ok());
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"^of off_\\w+ the facts \\d+ to \\d+ are missing$"_s));
    const auto loaded = store::load(town.connection(), app::storedFacts());
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error(), store::StoreError::DatabaseDamaged);
}

void FactFoldingTest::nothingOfAnErasedFactIsInTheFiles()
{
    // Some hundreds of facts a day: many pages, and the offices share them.
    OldTown town(70);
    for (int day = 1; day < kDays; ++day) {
        town.foldBefore(day);
        QVERIFY(town.connection().checkpoint().ok());
        const QByteArray plain = plainDatabase(town.folder.paths());
        const Instant midnight = office::script::kStoryBegins + std::chrono::days(day);
        int gone = 0;
        int there = 0;
        for (const Story *story : {&town.citizens, &town.cars}) {
            for (const office::Fact &fact : story->facts()) {
                const bool old = fact.at < midnight;
                (old ? gone : there) += 1;
                QCOMPARE(plain.contains(protocol::encodeFact(fact)), !old);
            }
        }
        QVERIFY(gone > 100 && there > 100);
    }
}

QTEST_GUILESS_MAIN(FactFoldingTest)
#include "FactFoldingTest.moc"
