// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/TownSave.h"

#include "server/store/AccountRows.h"
#include "server/store/ChangeLog.h"
#include "server/store/Failpoints.h"
#include "server/store/TownRows.h"
#include "server/store/VisitRows.h"
#include "tests/unit/store/TownSaveKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using broker::ChangeAction;
using broker::TownConflict;
using broker::TownEdit;
using broker::TownRefused;
using broker::TownSaved;
using store::Connection;
using store::StoreError;
using town::FaultCode;

//! A town changes as a whole or not at all, nobody overwrites what they have not seen, and all of it is logged.
class TownSaveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBackAsItWasSaved();
    void whoIsSecondIsToldWhoWasFirst();
    void ofSeveralEditsOneThatIsRefusedStopsAll();
    void whatIsSoAlreadyIsNoChange();
    void eachChangeIsLoggedWithItsFields();
    void aValueThatComesBackCountsOn();
    void whatIsInUseStays();
    void aRunningTownIsInTheOrderInWhichItIsLoaded();
    void anOfficeWithPeopleInItStays();
    void anOfficeThatIsTakenAwayKeepsItsFacts();
    void theLastAdministratorStays_data();
    void theLastAdministratorStays();
    void aNewPasswordIsLoggedWithoutItself();
    void nothingIsStoredWithoutItsLineInTheLog();
    void theLogIsOnlyWrittenOn_data();
    void theLogIsOnlyWrittenOn();
    void aHandInTheLogIsSeen_data();
    void aHandInTheLogIsSeen();
    void theServerDoesNotStartOnABrokenLog();
};

namespace {

const ConcernId kConcern = ConcernId::fromBits({5, 1});

town::Concern concern()
{
    return {.id = kConcern,
            .names = {{u"de"_s, u"Wohnsitz ummelden"_s}, {u"en"_s, u"Change of address"_s}},
            .leikaKey = u"99115005104000"_s,
            .length = minutes(15),
            .checklist = {{{u"de"_s, u"Ausweis"_s}}, {{u"de"_s, u"Bestätigung"_s}, {u"en"_s, u"Confirmation"_s}}},
            .version = 0};
}

} // namespace

void TownSaveTest::everythingComesBackAsItWasSaved()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    town::Town wanted = stored(database.connection());
    wanted.authority.languages = {u"de"_s, u"en"_s, u"zh-Hans"_s};
    wanted.authority.texts.closed = {{u"de"_s, u"Bis morgen."_s}};
    wanted.authority.secondFactorRoles = {town::Role::Clerk, town::Role::Administrator};
    wanted.concerns = {concern()};
    town::Office &office = wanted.offices[0];
    office.concerns = {kConcern};
    office.staff = {{clerkId(2), true, false}, {clerkId(3), false, true}};
    office.roster = {{office.id, clerkId(2), {}, {1, 480, 720}}, {office.id, clerkId(3), {2026, 12, 1}, {}}};
    office.settings.maxCalls = 5;
    office.settings.queueLimit = 0;
    office.hidePosition = true;
    office.askName = false;
    office.texts = {.welcome = {{u"de"_s, u"Guten Tag"_s}, {u"en"_s, u"Hello"_s}}, .closed = {{u"de"_s, u"Zu"_s}}};
    wanted.offices[1].department.reset();
    QVERIFY(isSaved(saved(database.connection(), broker::editsTo(wanted, stored(database.connection())))));
    const town::Town present = stored(database.connection());
    QVERIFY(broker::editsTo(wanted, present).isEmpty());
    QCOMPARE(present.concerns[0].version, 1U);
    QCOMPARE(present.authority.version, 2U);
}

void TownSaveTest::whoIsSecondIsToldWhoWasFirst()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    town::Office seen = stored(database.connection()).offices[0];
    town::Office first = seen;
    first.name = u"Bürgerbüro"_s;
    QVERIFY(saved(database.connection(), {edit(first)}, frauSchmidt(700)) == broker::TownOutcome(TownSaved{{2}}));
    seen.letter = u"X"_s;
    const auto second = saved(database.connection(), {edit(seen)}, {clerkId(2), at(800)});
    const TownConflict expected{seen.id, 2, clerkId(1), u"Frau schmidt"_s, at(700)};
    QVERIFY(second == broker::TownOutcome(expected));
    QCOMPARE(stored(database.connection()).offices[0].name, u"Bürgerbüro"_s);
    // Whoever did not know that it is there at all is second as well.
    seen.version = 0;
    QVERIFY(std::holds_alternative<TownConflict>(saved(database.connection(), {edit(seen)})));
}

void TownSaveTest::ofSeveralEditsOneThatIsRefusedStopsAll()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    const town::Town before = stored(database.connection());
    town::Authority authority = before.authority;
    authority.name = u"Anderswo"_s;
    town::Office office = before.offices[0];
    office.letter = before.offices[1].letter;
    const auto outcome = saved(database.connection(), {edit(authority), edit(office)});
    QVERIFY(outcome == broker::TownOutcome(TownRefused{office.id, {{u"letter"_s, FaultCode::Taken}}}));
    QVERIFY(stored(database.connection()) == before);
    // Two that change places do not stand in each other's way.
    town::Office other = before.offices[1];
    other.letter = before.offices[0].letter;
    QVERIFY(isSaved(saved(database.connection(), {edit(office), edit(other)})));
}

void TownSaveTest::whatIsSoAlreadyIsNoChange()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    const auto lines = logOf(database.connection()).size();
    const town::Office office = stored(database.connection()).offices[0];
    QVERIFY(saved(database.connection(), {edit(office)}) == broker::TownOutcome(TownSaved{{1}}));
    QCOMPARE(logOf(database.connection()).size(), lines);
}

void TownSaveTest::eachChangeIsLoggedWithItsFields()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    town::Office office = stored(database.connection()).offices[0];
    const QString before = office.name;
    office.name = u"Bürgerbüro"_s;
    QVERIFY(isSaved(saved(database.connection(), {edit(office)}, frauSchmidt(700))));
    const auto newest = logOf(database.connection()).constFirst();
    QCOMPARE(newest.at, at(700));
    QVERIFY(newest.clerk == clerkId(1));
    QCOMPARE(newest.clerkName, u"Frau schmidt"_s);
    QCOMPARE(newest.id, town::textOf(office.id));
    QCOMPARE(newest.version, 2U);
    QVERIFY(newest.kind == town::Kind::Office && newest.action == ChangeAction::Changed);
    QVERIFY(newest.fields == (QList<broker::FieldChange>{{u"name"_s, before, u"Bürgerbüro"_s}}));
    QVERIFY(!*store::firstBrokenChange(database.connection()));
}

void TownSaveTest::aValueThatComesBackCountsOn()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    QVERIFY(isSaved(saved(database.connection(), {edit(concern())})));
    town::Concern seen = stored(database.connection()).concerns[0];
    QVERIFY(isSaved(saved(database.connection(), {removal(seen)})));
    QVERIFY(stored(database.connection()).concerns.isEmpty());
    QCOMPARE(count(database.connection(), "words"), "0");
    QVERIFY(saved(database.connection(), {edit(concern())}) == broker::TownOutcome(TownSaved{{3}}));
    // Whoever wants what is there takes nothing from anybody, whatever version was seen; a command may be repeated.
    QVERIFY(saved(database.connection(), {edit(seen)}) == broker::TownOutcome(TownSaved{{3}}));
    seen.length = minutes(7);
    QVERIFY(std::holds_alternative<TownConflict>(saved(database.connection(), {edit(seen)})));
}

void TownSaveTest::whatIsInUseStays()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    const town::Town town = stored(database.connection());
    QCOMPARE(refusal(saved(database.connection(), {removal(town.departments[0])})), FaultCode::InUse);
    QCOMPARE(refusal(saved(database.connection(), {removal(town.accounts[0])})), FaultCode::InUse);
    QCOMPARE(refusal(saved(database.connection(), {removal(town.authority)})), FaultCode::InUse);
    QCOMPARE(refusal(saved(database.connection(), {removal(concern())})), FaultCode::Unknown);
    // With what uses it, it goes.
    QVERIFY(isSaved(saved(database.connection(), {removal(town.departments[0]), removal(town.offices[0]),
                                                  removal(town.offices[1]), removal(town.accounts[0])})));
}

void TownSaveTest::aRunningTownIsInTheOrderInWhichItIsLoaded()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    town::Town running = stored(database.connection());
    const auto isTheSameAfter = [&](const town::Value &asked) {
        const town::Value value = town::tidied(asked, QDate(2026, 11, 23));
        const auto outcome = saved(database.connection(), {edit(value)});
        town::put(running, town::withVersion(value, std::get<TownSaved>(outcome).versions.first()));
        town::sortAsStored(running);
        return running == stored(database.connection());
    };
    town::Account last = running.accounts.first();
    last.login = u"zoe"_s;
    last.roles = {town::Role::Administrator, town::Role::Clerk};
    QVERIFY(isTheSameAfter(last));
    const town::Department early{DepartmentId::fromBits({4, 9}), u"Amt für Abfall"_s};
    QVERIFY(isTheSameAfter(early));
    town::Office moved = running.offices.last();
    moved.department = early.id;
    QVERIFY(isTheSameAfter(moved));
    town::Office renamed = running.offices.last();
    renamed.name = u"Aufnahme"_s;
    renamed.department.reset();
    QVERIFY(isTheSameAfter(renamed));
    town::Department late = running.departments.first();
    late.name = u"Zentrale"_s;
    QVERIFY(isTheSameAfter(late));
    town::Concern first = concern();
    QVERIFY(isTheSameAfter(first));
    first.id = ConcernId::fromBits({4, 7});
    QVERIFY(isTheSameAfter(first));
}

void TownSaveTest::anOfficeWithPeopleInItStays()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    Connection &connection = database.connection();
    broker::Batch batch = drawing(1, 1);
    batch.visits.push_back(visit(1, u"Herr Meier"_s));
    QVERIFY(store::writeBatch(connection, batch, plainCodec()).ok());
    const town::Town town = stored(connection);
    QVERIFY(town.offices[0].id == officeId(1));
    QCOMPARE(refusal(saved(connection, {removal(town.offices[0])})), FaultCode::HasLiveTickets);
    QVERIFY(isSaved(saved(connection, {removal(town.offices[1])})));
}

void TownSaveTest::anOfficeThatIsTakenAwayKeepsItsFacts()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    Connection &connection = database.connection();
    QVERIFY(store::writeBatch(connection, drawing(1, 1), plainCodec()).ok());
    town::Office office = stored(connection).offices[0];
    QVERIFY(isSaved(saved(connection, {removal(office)})));
    QCOMPARE(store::load(connection, plainCodec())->offices.size(), std::size_t{1});
    QCOMPARE(count(connection, "facts"), "1");
    // A server that runs knows nothing of them, so that nobody brings it back but by the command line.
    office.version = 0;
    QVERIFY(saved(connection, {edit(office)}) ==
            broker::TownOutcome(TownRefused{office.id, {{u"id"_s, FaultCode::Taken}}}));
    QVERIFY(saved(connection, {edit(office)}, {std::nullopt, at(100)}) == broker::TownOutcome(TownSaved{{3}}));
    QCOMPARE(store::load(connection, plainCodec())->offices[0].facts.size(), std::size_t{1});
}

void TownSaveTest::theLastAdministratorStays_data()
{
    QTest::addColumn<bool>("disabled");
    QTest::addColumn<bool>("removed");
    QTest::newRow("loses the role") << false << false;
    QTest::newRow("is disabled") << true << false;
    QTest::newRow("is taken away") << false << true;
}

void TownSaveTest::theLastAdministratorStays()
{
    QFETCH(const bool, disabled);
    QFETCH(const bool, removed);
    const StoreFolder folder;
    store::Database database = newTown(folder);
    town::Account admin{clerkId(9), u"admin"_s, u"Frau Weber"_s, {town::Role::Administrator}, false, 0};
    QVERIFY(isSaved(saved(database.connection(), {edit(admin)})));
    admin.version = 1;
    town::Account less = admin;
    less.disabled = disabled;
    if (!disabled)
        less.roles = {town::Role::Clerk};
    const TownEdit attempt = removed ? removal(admin) : edit(less);
    QCOMPARE(refusal(saved(database.connection(), {attempt})), FaultCode::LastAdministrator);
    // With a second one it is nobody's last.
    town::Account second = stored(database.connection()).accounts[1];
    second.roles.append(town::Role::Administrator);
    QVERIFY(isSaved(saved(database.connection(), {attempt, edit(second)})));
}

void TownSaveTest::aNewPasswordIsLoggedWithoutItself()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    const town::Account account = stored(database.connection()).accounts[0];
    QList<TownEdit> edits;
    broker::setPassword(edits, account, {"$argon2id$secret"});
    QVERIFY(isSaved(saved(database.connection(), edits)));
    const auto found = store::findAccount(database.connection(), account.login);
    QCOMPARE((*found)->passwordHash, "$argon2id$secret");
    QVERIFY((*found)->mustChange);
    QVERIFY(logOf(database.connection()).constFirst().fields.contains(broker::FieldChange{u"password"_s, {}, {}}));
    QCOMPARE(*database.connection().value("SELECT count(*) FROM changed_fields WHERE after LIKE '%argon%'"), "0");
}

void TownSaveTest::nothingIsStoredWithoutItsLineInTheLog()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    const town::Town before = stored(database.connection());
    const auto lines = logOf(database.connection()).size();
    town::Office office = before.offices[0];
    office.name = u"Bürgerbüro"_s;
    // The table of the log is out of reach at the very moment.
    bool reached = false;
    store::failpointHandler() = [&](const char *name) {
        if (qstrcmp(name, "town.before_log") == 0)
            reached = database.connection().execute("DROP TABLE changed_fields").ok();
    };
    const auto outcome = save(database.connection(), {edit(office)}, frauSchmidt());
    store::failpointHandler() = {};
    QVERIFY(reached);
    QVERIFY(!outcome);
    QVERIFY(stored(database.connection()) == before);
    QCOMPARE(logOf(database.connection()).size(), lines);
}

void TownSaveTest::theLogIsOnlyWrittenOn_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("a line changes") << QByteArray("UPDATE change_log SET clerk = NULL");
    QTest::newRow("a line goes") << QByteArray("DELETE FROM change_log");
    QTest::newRow("a field changes") << QByteArray("UPDATE changed_fields SET after = ''");
    QTest::newRow("a field goes") << QByteArray("DELETE FROM changed_fields");
}

void TownSaveTest::theLogIsOnlyWrittenOn()
{
    QFETCH(const QByteArray, sql);
    const StoreFolder folder;
    store::Database database = newTown(folder);
    QVERIFY(!database.connection().execute(sql));
}

void TownSaveTest::aHandInTheLogIsSeen_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("broken");
    QTest::newRow("nobody") << QByteArray("SELECT 1") << 0;
    QTest::newRow("another clerk") << QByteArray("UPDATE change_log SET clerk = NULL, at = 1 WHERE seq = 3") << 3;
    QTest::newRow("another text") << QByteArray("UPDATE changed_fields SET after = 'x' WHERE seq = 2") << 2;
    QTest::newRow("a field less") << QByteArray("DELETE FROM changed_fields WHERE seq = 4") << 4;
    QTest::newRow("a line less")
        << QByteArray("DELETE FROM changed_fields WHERE seq = 2; DELETE FROM change_log WHERE seq = 2") << 2;
}

void TownSaveTest::aHandInTheLogIsSeen()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const int, broken);
    const StoreFolder folder;
    store::Database database = newTown(folder);
    for (const char *trigger :
         {"changes_never_change", "changes_never_go", "changed_fields_never_change", "changed_fields_never_go"})
        QVERIFY(database.connection().execute(QByteArray("DROP TRIGGER ") + trigger).ok());
    QVERIFY(database.connection().execute(sql).ok());
    const auto first = store::firstBrokenChange(database.connection());
    QVERIFY(first.ok());
    QCOMPARE(first->value_or(0), std::int64_t{broken});
}

void TownSaveTest::theServerDoesNotStartOnABrokenLog()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    QVERIFY(database.connection().execute("DROP TRIGGER changes_never_change; UPDATE change_log SET at = 1").ok());
    const auto loaded = store::load(database.connection(), plainCodec());
    QVERIFY(!loaded);
    QCOMPARE(loaded.error(), StoreError::ChangeLogBroken);
}

QTEST_GUILESS_MAIN(TownSaveTest)
#include "TownSaveTest.moc"
