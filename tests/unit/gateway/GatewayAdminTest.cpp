// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;

//! Heads of office and administrators at work, as their apps see it.
class GatewayAdminTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoReadsSeesWhatMayBeSeen();
    void aChangeCountsBeforeItsAnswer();
    void othersWhoReadAreToldOfAChange();
    void whoMayNotSeeIsNotTold();
    void twoAtOnceGetOneConflict();
    void whatIsWrongIsToldWithItsField();
    void whoMayNotIsRefused();
    void aNewOfficeServesAtOnce();
    void aStartPasswordIsToldOnce();
    void whoResetsTheOwnPasswordIsToldItBeforeTheLineEnds();
    void theLogComesPageByPage();
    void whoHasGoneGetsNoAnswer();
    void eachSeesTheForecastsOfTheOfficesToLookAfter();
    void aRepeatedCommandGetsTheFirstAnswer();
    void anAnswerUnderWayGoesToTheNewLine();
    void anotherCommandOfTheSameIdIsRefused();
    void whatHadNoRoomIsTriedAgain();
    void anAnswerIsForgotten();
};

void GatewayAdminTest::whoReadsSeesWhatMayBeSeen()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.forgetAll();
    kit.say(weber, clerk::AdminRead{u"a1"_s});
    QCOMPARE(kit.heardOf<clerk::AdminTown>(weber).front().town, kit.towns.town);
    const auto schmidt = kit.clerk(kSchmidt);
    kit.forgetAll();
    kit.say(schmidt, clerk::AdminRead{u"a2"_s});
    QCOMPARE(kit.heardOf<clerk::AdminTown>(schmidt).front().town.offices.size(), 1);
    kit.say(oezdemir, clerk::AdminRead{u"a3"_s});
    QCOMPARE(kit.heardOf<clerk::AdminTown>(oezdemir).front().town.offices.size(), 2);
}

void GatewayAdminTest::aChangeCountsBeforeItsAnswer()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    const auto watcher = kit.watcher();
    kit.forgetAll();
    town::Office office = kit.towns.town.offices.last();
    office.name = u"Zulassungsstelle"_s;
    kit.say(weber, clerk::AdminSave{u"a1"_s, office});
    QCOMPARE(kit.heard(weber), u"office.snapshot admin.saved"_s);
    QCOMPARE(kit.heardOf<citizen::OverviewSnapshot>(watcher).front().offices.back().card.name, u"Zulassungsstelle"_s);
}

void GatewayAdminTest::othersWhoReadAreToldOfAChange()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    const auto schmidt = kit.clerk(kSchmidt);
    kit.say(schmidt, clerk::AdminRead{u"a1"_s});
    kit.forgetAll();
    town::Office office = kit.towns.town.offices.first();
    office.name = u"Bürgerbüro"_s;
    kit.say(weber, clerk::AdminSave{u"a2"_s, office});
    const auto changed = kit.heardOf<clerk::AdminChanged>(schmidt);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(std::get<town::Office>(*changed.front().value).name, u"Bürgerbüro"_s);
    QCOMPARE(std::get<town::Office>(*changed.front().value).version, 2U);
}

void GatewayAdminTest::whoMayNotSeeIsNotTold()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    const auto schmidt = kit.clerk(kSchmidt);
    kit.say(schmidt, clerk::AdminRead{u"a1"_s});
    kit.forgetAll();
    town::Office office = kit.towns.town.offices.last();
    office.name = u"Zulassungsstelle"_s;
    kit.say(weber, clerk::AdminSave{u"a2"_s, office});
    QCOMPARE(kit.heard(schmidt), QString());
    office = kit.towns.town.offices.first();
    office.staff.removeFirst();
    kit.say(weber, clerk::AdminSave{u"a3"_s, office});
    bool gone = false;
    for (const auto &changed : kit.heardOf<clerk::AdminChanged>(schmidt))
        gone = gone || (changed.key == town::Key(kCitizens) && !changed.value);
    QVERIFY(gone);
}

void GatewayAdminTest::twoAtOnceGetOneConflict()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    const auto schmidt = kit.clerk(kSchmidt);
    town::Office first = kit.towns.town.offices.first();
    town::Office second = first;
    first.hours.openOnHolidays = true;
    second.settings.maxCalls = 5;
    kit.forgetAll();
    kit.say(weber, clerk::AdminSave{u"a1"_s, first});
    kit.say(schmidt, clerk::AdminSave{u"a2"_s, second});
    const auto refused = kit.heardOf<clerk::AdminRefused>(schmidt);
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.front().conflict);
    QCOMPARE(refused.front().conflict->by, u"Frau Weber"_s);
    QVERIFY(std::get<town::Office>(*refused.front().conflict->stored).hours.openOnHolidays);
}

void GatewayAdminTest::whatIsWrongIsToldWithItsField()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    town::Office office = kit.towns.town.offices.first();
    office.name.clear();
    kit.forgetAll();
    kit.say(weber, clerk::AdminSave{u"a1"_s, office});
    const auto refused = kit.heardOf<clerk::AdminRefused>(weber);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.front().faults, (QList<town::Fault>{{u"name"_s, town::FaultCode::Missing}}));
}

void GatewayAdminTest::whoMayNotIsRefused()
{
    GatewayKit kit;
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.forgetAll();
    kit.say(oezdemir, clerk::AdminRemove{u"a1"_s, kCitizens, 1});
    QCOMPARE(kit.heardOf<protocol::ErrorMessage>(oezdemir).front().code, protocol::ErrorCode::NotAuthorised);
}

void GatewayAdminTest::aNewOfficeServesAtOnce()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    town::Office park{.id = officeId(3), .name = u"Grünflächenamt"_s, .letter = {}};
    park.letter = u"G"_s;
    park.staff = {{kWeber, false, true}};
    park.hours = kit.towns.town.offices.first().hours;
    kit.say(weber, clerk::AdminSave{u"a1"_s, park});
    kit.open(weber, park.id);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'), park.id);
    QCOMPARE(kit.heardOf<citizen::TicketStateMessage>(kim).front().number, u"G 001"_s);
}

void GatewayAdminTest::aStartPasswordIsToldOnce()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    kit.say(weber, clerk::AdminRead{u"a1"_s});
    kit.forgetAll();
    kit.say(weber, clerk::AdminSave{u"a2"_s, town::Account{clerkId(9), u"kim"_s, u"Kim"_s, {town::Role::Clerk}}});
    QCOMPARE(kit.heardOf<clerk::AdminSaved>(weber).front().startPassword, u"start-1"_s);
    for (const auto &sent : kit.outbox.sent)
        QVERIFY(typeOf(sent.frame) == u"admin.saved"_s || !sent.frame.contains("start-1"));
    kit.say(weber, clerk::AdminResetPassword{u"a3"_s, kOezdemir, 1});
    QCOMPARE(kit.heardOf<clerk::AdminSaved>(weber).front().startPassword, u"start-2"_s);
    QCOMPARE(kit.sessionsEnded, std::vector{kOezdemir});
}

void GatewayAdminTest::whoResetsTheOwnPasswordIsToldItBeforeTheLineEnds()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    kit.forgetAll();
    kit.say(weber, clerk::AdminResetPassword{u"a1"_s, kWeber, 1});
    QVERIFY(kit.heard(weber).endsWith(u"admin.saved goodbye"_s));
    QVERIFY(kit.outbox.closed.contains(weber));
}

void GatewayAdminTest::theLogComesPageByPage()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    for (int i = 0; i < 3; ++i) {
        town::Office office = kit.towns.town.offices.first();
        office.name = u"Amt %1"_s.arg(i);
        kit.say(weber, clerk::AdminSave{u"s%1"_s.arg(i), office});
    }
    kit.forgetAll();
    kit.say(weber, clerk::AdminLog{u"a1"_s, std::nullopt, 2});
    const auto first = kit.heardOf<clerk::AdminLogPage>(weber).front();
    QCOMPARE(first.changes.size(), 2);
    QCOMPARE(first.changes.first().seq, 3);
    QCOMPARE(first.older, std::optional<std::int64_t>(2));
    kit.say(weber, clerk::AdminLog{u"a2"_s, first.older, 2});
    const auto second = kit.heardOf<clerk::AdminLogPage>(weber).front();
    QCOMPARE(second.changes.size(), 1);
    QVERIFY(!second.older);
}

void GatewayAdminTest::whoHasGoneGetsNoAnswer()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    kit.towns.byHand = true;
    town::Office office = kit.towns.town.offices.first();
    office.name = u"Bürgerbüro"_s;
    kit.say(weber, clerk::AdminSave{u"a1"_s, office});
    kit.hangUp(weber);
    kit.forgetAll();
    QVERIFY(kit.towns.completeOne());
    QCOMPARE(kit.heard(weber), QString());
    QCOMPARE(kit.broker().record().office(kCitizens)->config.name, u"Bürgerbüro"_s);
}

void GatewayAdminTest::eachSeesTheForecastsOfTheOfficesToLookAfter()
{
    broker::Loaded town = testTown();
    town.offices.front().config.settings.defaultService = minutes{10};
    GatewayKit kit(town);
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto serve = [&](const QString &id) {
        kit.callNext(schmidt, id);
        const TicketId ticket = *kit.office().clerks.at(kSchmidt).ticket;
        kit.say(schmidt, clerk::Appeared{.id = id + u"a"_s, .office = kCitizens, .ticket = ticket, .epoch = 1});
        return clerk::FinishTicket{
            .id = id + u"f"_s, .office = kCitizens, .ticket = ticket, .epoch = 1, .outcome = office::Outcome::Done};
    };
    kit.draw(kit.citizen(), token('a'));
    auto finish = serve(u"k0"_s);
    // Ten minutes at most are named; the fifth wait is longer.
    for (int i = 1; i <= 5; ++i) {
        kit.draw(kit.citizen(), token(static_cast<char>('a' + i)));
        kit.wait(i < 5 ? minutes{8} : minutes{80});
        kit.say(schmidt, finish);
        finish = serve(u"k%1"_s.arg(i));
    }
    using Row = clerk::AdminOfficeFigures::Row;
    const office::Accuracy mostly{.today = 80, .week = 80, .month = 80};
    const auto rowsOf = [&kit](ClerkId who) {
        const auto connection = kit.clerk(who);
        kit.say(connection, clerk::AdminFigures{u"a1"_s});
        return kit.heardOf<clerk::AdminOfficeFigures>(connection).front().offices;
    };
    QCOMPARE(rowsOf(kSchmidt), (QList<Row>{{kCitizens, mostly}})); // heads this one
    QCOMPARE(rowsOf(kWeber), (QList<Row>{{kCitizens, mostly}, {kCars, {}}}));
    kit.restart();
    QCOMPARE(rowsOf(kSchmidt), (QList<Row>{{kCitizens, mostly}}));
    kit.clock.advance(std::chrono::days(1));
    QCOMPARE(rowsOf(kSchmidt), (QList<Row>{{kCitizens, {.today = {}, .week = 80, .month = 80}}}));
}

// The line broke before the answer: the app sends it again on the next one.
void GatewayAdminTest::aRepeatedCommandGetsTheFirstAnswer()
{
    GatewayKit kit;
    const clerk::AdminSave add{u"a1"_s, town::Account{clerkId(9), u"kim"_s, u"Kim"_s, {town::Role::Clerk}}};
    const auto first = kit.clerk(kWeber);
    kit.say(first, add);
    kit.hangUp(first);
    const auto second = kit.clerk(kWeber);
    kit.forgetAll();
    kit.say(second, add);
    QCOMPARE(kit.heardOf<clerk::AdminSaved>(second).front().startPassword, u"start-1"_s);
    const clerk::AdminResetPassword reset{u"a2"_s, kOezdemir, 1};
    kit.say(second, reset);
    kit.say(second, reset);
    const auto answers = kit.heardOf<clerk::AdminSaved>(second);
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers.front().startPassword, u"start-2"_s);
    QCOMPARE(answers.back().startPassword, u"start-2"_s);
}

void GatewayAdminTest::anAnswerUnderWayGoesToTheNewLine()
{
    GatewayKit kit;
    const clerk::AdminSave add{u"a1"_s, town::Account{clerkId(9), u"kim"_s, u"Kim"_s, {town::Role::Clerk}}};
    const auto first = kit.clerk(kWeber);
    kit.towns.byHand = true;
    kit.say(first, add);
    kit.hangUp(first);
    const auto second = kit.clerk(kWeber);
    kit.forgetAll();
    kit.say(second, add);
    QCOMPARE(kit.heard(second), QString());
    QVERIFY(kit.towns.completeOne());
    QVERIFY(!kit.towns.completeOne());
    QCOMPARE(kit.heardOf<clerk::AdminSaved>(second).front().startPassword, u"start-1"_s);
}

void GatewayAdminTest::anotherCommandOfTheSameIdIsRefused()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    kit.say(weber, clerk::AdminResetPassword{u"a1"_s, kOezdemir, 1});
    kit.forgetAll();
    kit.say(weber, clerk::AdminResetPassword{u"a1"_s, kSchmidt, 1});
    QCOMPARE(kit.heardOf<protocol::ErrorMessage>(weber).front().code, protocol::ErrorCode::Conflict);
    QCOMPARE(kit.sessionsEnded, std::vector{kOezdemir});
}

void GatewayAdminTest::whatHadNoRoomIsTriedAgain()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    const clerk::AdminResetPassword reset{u"a1"_s, kOezdemir, 1};
    kit.store.setFull(true);
    kit.forgetAll();
    kit.say(weber, reset);
    QCOMPARE(kit.heardOf<protocol::ErrorMessage>(weber).front().code, protocol::ErrorCode::StorageFull);
    kit.store.setFull(false);
    kit.say(weber, reset);
    QCOMPARE(kit.heardOf<clerk::AdminSaved>(weber).front().startPassword, u"start-1"_s);
}

void GatewayAdminTest::anAnswerIsForgotten()
{
    GatewayKit kit;
    const auto weber = kit.clerk(kWeber);
    const clerk::AdminResetPassword reset{u"a1"_s, kOezdemir, 1};
    kit.say(weber, reset);
    kit.clock.advance(minutes{2});
    kit.gateway().tick();
    kit.forgetAll();
    kit.say(weber, reset);
    QVERIFY(kit.heardOf<clerk::AdminRefused>(weber).front().conflict);
}

QTEST_GUILESS_MAIN(GatewayAdminTest)
#include "GatewayAdminTest.moc"
