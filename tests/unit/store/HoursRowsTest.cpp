// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/HoursRows.h"

#include "server/store/KeyFile.h"
#include "server/store/Migrations.h"
#include "server/store/Resources.h"
#include "tests/unit/store/StoreKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using store::Connection;
using store::StoreError;

//! Hours and calendars come back from the store as they went in, also those of an older version.
class HoursRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack();
    void anImportReplacesWhatWasThere();
    void aTownWithoutLandHasNone();
    void hoursOfTheFirstVersionStay();
    void whatIsNoDayOrLandIsDamage_data();
    void whatIsNoDayOrLandIsDamage();
    void rowsThatMakeNoSenseAreRefused_data();
    void rowsThatMakeNoSenseAreRefused();
};

namespace {

hours::Calendar calendar()
{
    return {.zone = QTimeZone("Europe/Vienna"),
            .land = hours::Land::BY,
            .rules = {.corpusChristi = false, .assumption = true, .peaceFestival = true},
            .closedDays = {
                {.first = {2000, 12, 24},
                 .last = {2000, 1, 1},
                 .everyYear = true,
                 .fromMinute = 0,
                 .note = u"Weihnachtsruhe"_s},
                {.first = {2026, 2, 12}, .last = {2026, 2, 12}, .everyYear = false, .fromMinute = 720, .note = {}}}};
}

hours::OpeningHours manifold()
{
    using Effect = hours::Exception::Effect;
    return {.periods =
                {{.from = {},
                  .until = {},
                  .virtualRanges = {{1, 480, 720}, {4, 840, 1080}},
                  .inPersonRanges = {{2, 540, 660}}},
                 {.from = {2026, 7, 1}, .until = {2026, 8, 31}, .virtualRanges = {{3, 0, 1440}}, .inPersonRanges = {}},
                 {.from = {2027, 1, 1}, .until = {}, .virtualRanges = {}, .inPersonRanges = {}}},
            .exceptions = {{.from = {2026, 12, 23},
                            .until = {2026, 12, 23},
                            .meeting = hours::Meeting::Virtual,
                            .effect = Effect::Instead,
                            .ranges = {{0, 480, 600}, {3, 660, 720}},
                            .note = u"kurz"_s},
                           {.from = {2026, 5, 9},
                            .until = {2026, 5, 10},
                            .meeting = hours::Meeting::InPerson,
                            .effect = Effect::Extra,
                            .ranges = {{0, 540, 780}},
                            .note = u"Wahl"_s},
                           {.from = {2025, 12, 1},
                            .until = {2025, 12, 31},
                            .meeting = {},
                            .effect = Effect::Instead,
                            .ranges = {},
                            .note = {}}},
            .openOnHolidays = true};
}

TownSetup manifoldTown()
{
    TownSetup setup = townSetup();
    setup.authority->calendar = calendar();
    setup.offices[1].hours = manifold();
    return setup;
}

broker::Loaded loaded(Connection &connection)
{
    auto all = store::load(connection, plainCodec());
    if (!all)
        qFatal("the town cannot be loaded");
    return std::move(all).value();
}

} // namespace

void HoursRowsTest::everythingComesBack()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    QVERIFY(importSetup(database.connection(), manifoldTown()).ok());
    const broker::Loaded all = loaded(database.connection());
    QVERIFY(all.calendar == calendar());
    QVERIFY(all.offices[0].config.hours == counter(1).hours);
    QVERIFY(all.offices[1].config.hours == manifold());
}

void HoursRowsTest::anImportReplacesWhatWasThere()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    QVERIFY(importSetup(database.connection(), manifoldTown()).ok());
    QVERIFY(importSetup(database.connection(), townSetup()).ok());
    const broker::Loaded all = loaded(database.connection());
    QVERIFY(all.calendar == townSetup().authority->calendar);
    QVERIFY(all.offices[1].config.hours == counter(2).hours);
    for (const char *table : {"closed_days", "office_exceptions", "office_exception_ranges"})
        QCOMPARE(*database.connection().value(QByteArray("SELECT count(*) FROM ") + table), "0");
}

void HoursRowsTest::aTownWithoutLandHasNone()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    QVERIFY(!loaded(database.connection()).calendar.land);
    QCOMPARE(*database.connection().value("SELECT count(*) FROM authority WHERE land IS NULL"), "1");
}

void HoursRowsTest::hoursOfTheFirstVersionStay()
{
    const StoreFolder folder;
    const auto key = store::makeKeyFile(folder.paths().keyFile);
    auto opened = Connection::open(folder.paths().database, *key, Connection::Mode::New);
    QVERIFY(opened.ok());
    Connection &connection = opened.value();
    const auto scripts = store::migrationScripts();
    QVERIFY(store::migrate(connection, scripts.first(1)).ok());
    const QByteArray office = QByteArray::fromStdString(officeId(1).text());
    QVERIFY(connection
                .execute("INSERT INTO authority VALUES (1, 'Landkreis Musterland', 'Europe/Berlin', '2026-01');"
                         "INSERT INTO offices VALUES ('" +
                         office + "', 'Wohngeld', '', 'W', 0, 60, 90, 120, 600, 300, 3, NULL, 999);" +
                         "INSERT INTO office_hours VALUES ('" + office + "', 0, 1, 480, 720), ('" + office +
                         "', 1, 4, 840, 1080);")
                .ok());
    QVERIFY(store::migrate(connection, scripts).ok());

    const broker::Loaded all = loaded(connection);
    QCOMPARE(all.authority, u"Landkreis Musterland"_s);
    QVERIFY(all.calendar == (hours::Calendar{QTimeZone("Europe/Berlin"), {}, {}, {}}));
    QCOMPARE(all.offices.size(), std::size_t{1});
    QVERIFY(all.offices[0].config.hours == hours::everyWeek({{1, 480, 720}, {4, 840, 1080}}));
}

void HoursRowsTest::whatIsNoDayOrLandIsDamage_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("a Land that there is not") << QByteArray("UPDATE authority SET land = 'XX'");
    QTest::newRow("a time zone that there is not") << QByteArray("UPDATE authority SET time_zone = 'Europe/Atlantis'");
    QTest::newRow("a closed day in month 13") << QByteArray("UPDATE closed_days SET first_day = '2026-13-01'");
    QTest::newRow("a period until 31 June") << QByteArray("UPDATE office_periods SET until_day = '2026-06-31'");
    QTest::newRow("an exception on a text") << QByteArray("UPDATE office_exceptions SET from_day = 'soon or so'");
}

void HoursRowsTest::whatIsNoDayOrLandIsDamage()
{
    QFETCH(const QByteArray, sql);
    const StoreFolder folder;
    store::Database database = newTown(folder);
    QVERIFY(importSetup(database.connection(), manifoldTown()).ok());
    QVERIFY(database.connection().execute(sql).ok());
    const auto all = store::load(database.connection(), plainCodec());
    QVERIFY(!all);
    QCOMPARE(all.error(), StoreError::DatabaseDamaged);
}

void HoursRowsTest::rowsThatMakeNoSenseAreRefused_data()
{
    QTest::addColumn<hours::Range>("range");
    QTest::newRow("a week has no day 0") << hours::Range{0, 480, 720};
    QTest::newRow("a week has no day 8") << hours::Range{8, 480, 720};
    QTest::newRow("nothing lasts no time") << hours::Range{1, 480, 480};
    QTest::newRow("a day has 24 hours") << hours::Range{1, 480, 1441};
}

void HoursRowsTest::rowsThatMakeNoSenseAreRefused()
{
    QFETCH(const hours::Range, range);
    const StoreFolder folder;
    store::Database database = newTown(folder);
    TownSetup setup = townSetup();
    setup.offices[0].hours = hours::everyWeek({range});
    const auto imported = importSetup(database.connection(), setup);
    QVERIFY(!imported);
    QCOMPARE(imported.error(), StoreError::Constraint);
    QVERIFY(loaded(database.connection()).offices[0].config.hours == counter(1).hours);
}

QTEST_GUILESS_MAIN(HoursRowsTest)
#include "HoursRowsTest.moc"
