// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/SettingFields.h"
#include "shared/domain/town/Validate.h"

#include <QTest>

#include <functional>

using namespace sprechtag;
using namespace sprechtag::town;
using namespace Qt::StringLiterals;
using enum FaultCode;

Q_DECLARE_METATYPE(sprechtag::town::Value)
Q_DECLARE_METATYPE(std::function<void(sprechtag::town::Authority &)>)
Q_DECLARE_METATYPE(std::function<void(sprechtag::town::Office &)>)
Q_DECLARE_METATYPE(std::function<void(sprechtag::town::Concern &)>)
Q_DECLARE_METATYPE(std::function<void(sprechtag::town::Account &)>)

using Fields = QList<Fault>;

//! What a town may look like, and what is wrong with one that may not.
class TownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTownItselfIsRight();
    void judgesAnAuthority_data();
    void judgesAnAuthority();
    void judgesAnOffice_data();
    void judgesAnOffice();
    void judgesAConcern_data();
    void judgesAConcern();
    void judgesAnAccount_data();
    void judgesAnAccount();
    void twoDepartmentsHaveTwoNames();
    void everyThresholdHasItsBounds();
    void aThresholdThatIsReadIsTheOneThatWasWritten();
    void everyValueIsFoundUnderItsKey();
    void whatIsReferredToIsInUse();
    void theAdministratorWhoIsDisabledCountsNoMore();
    void normalisesLogins_data();
    void normalisesLogins();
};

namespace {

const DepartmentId kDepartment = DepartmentId::fromBits({1, 1});
const ConcernId kConcern = ConcernId::fromBits({2, 1});
const OfficeId kOffice = OfficeId::fromBits({3, 1});
const ClerkId kClerk = ClerkId::fromBits({4, 1});
const ClerkId kChief = ClerkId::fromBits({4, 2});

Office counter()
{
    Office office{.id = kOffice,
                  .name = u"Bürgerservice"_s,
                  .department = kDepartment,
                  .letter = u"B"_s,
                  .concerns = {kConcern},
                  .staff = {{.clerk = kClerk, .mayCallNamed = true, .isHead = false}},
                  .hours = hours::everyWeek({{1, 480, 720}}),
                  .roster = {{.office = kOffice, .clerk = kClerk, .date = {}, .range = {1, 480, 720}},
                             {.office = kOffice, .clerk = kClerk, .date = {2026, 12, 1}, .range = {}}},
                  .settings = {},
                  .texts = {.welcome = {{u"de"_s, u"Guten Tag.\nNehmen Sie Platz."_s}}, .closed = {}}};
    office.hours.exceptions.append({.from = {2026, 12, 28},
                                    .until = {2026, 12, 30},
                                    .meeting = {},
                                    .effect = hours::Exception::Effect::Extra,
                                    .ranges = {{0, 540, 600}},
                                    .note = u"Eilfälle"_s});
    return office;
}

Town musterland()
{
    Town town;
    town.authority = {.name = u"Landkreis Musterland"_s,
                      .calendar = {QTimeZone("Europe/Berlin"), hours::Land::BY, {}, {}},
                      .consentVersion = u"2026-11"_s,
                      .languages = {u"de"_s, u"zh-Hans"_s},
                      .texts = {},
                      .version = 1};
    town.authority.calendar.closedDays.append({.first = {2000, 12, 24},
                                               .last = {2000, 1, 1},
                                               .everyYear = true,
                                               .fromMinute = 720,
                                               .note = u"Weihnachtsruhe"_s});
    town.departments.append({kDepartment, u"Bürgerdienste"_s, 1});
    town.concerns.append({.id = kConcern,
                          .names = {{u"de"_s, u"Wohnsitz ummelden"_s}},
                          .leikaKey = u"99115005104000"_s,
                          .length = minutes(15),
                          .checklist = {{{u"de"_s, u"Ausweis"_s}}},
                          .version = 1});
    town.accounts = {{kClerk, u"schmidt"_s, u"Frau Schmidt"_s, {Role::Clerk}, false, 1},
                     {kChief, u"weber"_s, u"Frau Weber"_s, {Role::Clerk, Role::Administrator}, false, 1}};
    town.offices.append(counter());
    town.offices.append({.id = OfficeId::fromBits({3, 2}), .name = u"Wohngeld"_s, .department = {}, .letter = u"W"_s});
    return town;
}

QList<Fault> judged(Value value)
{
    Town town = musterland();
    put(town, value);
    return validate(value, town);
}

template <typename T>
void row(const char *name, std::function<void(T &)> change, const QString &field, FaultCode code)
{
    QTest::newRow(name) << change << Fields{{field, code}};
}

template <typename T>
void columns()
{
    QTest::addColumn<std::function<void(T &)>>("change");
    QTest::addColumn<Fields>("faults");
}

} // namespace

void TownTest::theTownItselfIsRight()
{
    const Town town = musterland();
    for (const Value &value : valuesOf(town))
        QVERIFY2(validate(value, town).isEmpty(), qPrintable(textOf(keyOf(value))));
    QCOMPARE(valuesOf(town).size(), 7);
}

void TownTest::judgesAnAuthority_data()
{
    columns<Authority>();
    const auto bad = row<Authority>;
    bad(
        "no name", [](Authority &a) { a.name = u" "_s; }, u"name"_s, Missing);
    bad(
        "a name of 201 characters", [](Authority &a) { a.name = QString(201, u'x'); }, u"name"_s, TooLong);
    bad(
        "a line break in the name", [](Authority &a) { a.name = u"a\nb"_s; }, u"name"_s, BadForm);
    bad(
        "no consent text", [](Authority &a) { a.consentVersion.clear(); }, u"consent_version"_s, Missing);
    bad(
        "no language", [](Authority &a) { a.languages.clear(); }, u"languages"_s, Missing);
    bad(
        "a language in words", [](Authority &a) { a.languages[1] = u"Deutsch"_s; }, u"languages[1]"_s, BadForm);
    bad(
        "a language twice", [](Authority &a) { a.languages[1] = u"de"_s; }, u"languages[1]"_s, Taken);
    bad(
        "a second factor for one role twice",
        [](Authority &a) {
            a.secondFactorRoles = {Role::Clerk, Role::Clerk};
        },
        u"second_factor_roles[1]"_s, Taken);
    bad(
        "no time zone", [](Authority &a) { a.calendar.zone = QTimeZone(); }, u"time_zone"_s, Unknown);
    bad(
        "the peace festival of another Land",
        [](Authority &a) {
            a.calendar.land = hours::Land::NW;
            a.calendar.rules.peaceFestival = true;
        },
        u"holidays"_s, OutOfRange);
    bad(
        "closed days backwards", [](Authority &a) { a.calendar.closedDays[0].everyYear = false; },
        u"closed_days[0].last"_s, OutOfRange);
    bad(
        "closed from midnight at the end", [](Authority &a) { a.calendar.closedDays[0].fromMinute = 1440; },
        u"closed_days[0].from"_s, OutOfRange);
    bad(
        "a text too long", [](Authority &a) { a.texts.closed[u"de"_s] = QString(2001, u'x'); }, u"texts.closed.de"_s,
        TooLong);
}

void TownTest::judgesAnAuthority()
{
    QFETCH(const std::function<void(Authority &)>, change);
    Authority authority = musterland().authority;
    change(authority);
    QTEST(judged(authority), "faults");
}

void TownTest::judgesAnOffice_data()
{
    columns<Office>();
    const auto bad = row<Office>;
    bad(
        "no letter", [](Office &o) { o.letter.clear(); }, u"letter"_s, Missing);
    bad(
        "a small letter", [](Office &o) { o.letter = u"b"_s; }, u"letter"_s, BadForm);
    bad(
        "two letters", [](Office &o) { o.letter = u"BB"_s; }, u"letter"_s, BadForm);
    bad(
        "the letter of another office", [](Office &o) { o.letter = u"W"_s; }, u"letter"_s, Taken);
    bad(
        "a department that there is not",
        [](Office &o) {
            o.department = DepartmentId::fromBits({9, 9});
        },
        u"department"_s, Unknown);
    bad(
        "a concern that there is not",
        [](Office &o) {
            o.concerns.append(ConcernId::fromBits({9, 9}));
        },
        u"concerns[1]"_s, Unknown);
    bad(
        "a concern twice", [](Office &o) { o.concerns.append(kConcern); }, u"concerns[1]"_s, Taken);
    bad(
        "a clerk whom nobody knows",
        [](Office &o) {
            o.staff.append({ClerkId::fromBits({9, 9})});
        },
        u"staff[1]"_s, Unknown);
    bad(
        "a clerk twice", [](Office &o) { o.staff.append({kClerk}); }, u"staff[1]"_s, Taken);
    bad(
        "a week without the day", [](Office &o) { o.hours.periods[0].virtualRanges[0].day = 0; },
        u"hours.periods[0].virtual[0]"_s, OutOfRange);
    bad(
        "hours at the counter that end at once",
        [](Office &o) {
            o.hours.periods[0].inPersonRanges = {{1, 60, 60}};
        },
        u"hours.periods[0].in_person[0]"_s, OutOfRange);
    bad(
        "a period that ends before it begins",
        [](Office &o) {
            o.hours.periods[0].from = {2026, 2, 1};
            o.hours.periods[0].until = {2026, 1, 31};
        },
        u"hours.periods[0].until"_s, OutOfRange);
    bad(
        "an exception of no day", [](Office &o) { o.hours.exceptions[0].from = {}; }, u"hours.exceptions[0].from"_s,
        Missing);
    bad(
        "something extra without times", [](Office &o) { o.hours.exceptions[0].ranges.clear(); },
        u"hours.exceptions[0].ranges"_s, Missing);
    bad(
        "a shift of another office",
        [](Office &o) {
            o.roster[0].office = OfficeId::fromBits({3, 2});
        },
        u"roster[0]"_s, Unknown);
    bad(
        "a shift of a clerk of another office", [](Office &o) { o.roster[0].clerk = kChief; }, u"roster[0].clerk"_s,
        Unknown);
    bad(
        "every week without a weekday", [](Office &o) { o.roster[0].range.day = 0; }, u"roster[0]"_s, OutOfRange);
    bad(
        "every week for no time", [](Office &o) { o.roster[1].date = {}; }, u"roster[1]"_s, OutOfRange);
    bad(
        "given up before the grace is over", [](Office &o) { o.settings.unreachableUntil = minutes(1); },
        u"settings.unreachable_until_s"_s, OutOfRange);
    bad(
        "a tab in a text", [](Office &o) { o.texts.welcome[u"de"_s] = u"a\tb"_s; }, u"texts.welcome.de"_s, BadForm);
    bad(
        "a text in no language", [](Office &o) { o.texts.welcome[u"German"_s] = u"a"_s; }, u"texts.welcome.German"_s,
        BadForm);
}

void TownTest::judgesAnOffice()
{
    QFETCH(const std::function<void(Office &)>, change);
    Office office = counter();
    change(office);
    QTEST(judged(office), "faults");
}

void TownTest::judgesAConcern_data()
{
    columns<Concern>();
    const auto bad = row<Concern>;
    bad(
        "no name in the first language",
        [](Concern &c) {
            c.names = {{u"zh-Hans"_s, u"迁移"_s}};
        },
        u"names.de"_s, Missing);
    bad(
        "a key of 13 digits", [](Concern &c) { c.leikaKey.chop(1); }, u"leika_key"_s, BadForm);
    bad(
        "a key of 15 digits", [](Concern &c) { c.leikaKey += u'0'; }, u"leika_key"_s, BadForm);
    bad(
        "a key with a letter", [](Concern &c) { c.leikaKey[3] = u'O'; }, u"leika_key"_s, BadForm);
    bad(
        "a key in digits of another script", [](Concern &c) { c.leikaKey[3] = u'٣'; }, u"leika_key"_s, BadForm);
    bad(
        "a visit of no time", [](Concern &c) { c.length = minutes(0); }, u"length_min"_s, OutOfRange);
    bad(
        "a visit of more than a day's work", [](Concern &c) { c.length = minutes(481); }, u"length_min"_s, OutOfRange);
    bad(
        "nothing to bring", [](Concern &c) { c.checklist[0] = {}; }, u"checklist[0].de"_s, Missing);
}

void TownTest::judgesAConcern()
{
    QFETCH(const std::function<void(Concern &)>, change);
    Concern concern = musterland().concerns[0];
    change(concern);
    QTEST(judged(concern), "faults");
}

void TownTest::judgesAnAccount_data()
{
    columns<Account>();
    const auto bad = row<Account>;
    bad(
        "no login", [](Account &a) { a.login.clear(); }, u"login"_s, BadForm);
    bad(
        "a login in capitals", [](Account &a) { a.login = u"Schmidt"_s; }, u"login"_s, BadForm);
    bad(
        "the login of somebody else", [](Account &a) { a.login = u"weber"_s; }, u"login"_s, Taken);
    bad(
        "no name", [](Account &a) { a.name.clear(); }, u"name"_s, Missing);
    bad(
        "no role", [](Account &a) { a.roles.clear(); }, u"roles"_s, Missing);
    bad(
        "a role twice", [](Account &a) { a.roles.append(Role::Clerk); }, u"roles[1]"_s, Taken);
}

void TownTest::judgesAnAccount()
{
    QFETCH(const std::function<void(Account &)>, change);
    Account account = musterland().accounts[0];
    change(account);
    QTEST(judged(account), "faults");
}

void TownTest::twoDepartmentsHaveTwoNames()
{
    const Department second{DepartmentId::fromBits({1, 2}), u"BÜRGERDIENSTE"_s, 0};
    QCOMPARE(judged(second), (Fields{{u"name"_s, Taken}}));
}

void TownTest::everyThresholdHasItsBounds()
{
    for (const SettingField &field : settingFields()) {
        for (const std::int64_t outside : {field.least - 1, field.most + 1}) {
            Office office = counter();
            if (outside < 0)
                continue;
            field.write(office.settings, outside);
            // Minutes swallow the second that is too much.
            if (valueOf(field, office.settings) != outside)
                continue;
            const Fault fault{u"settings."_s + field.name, OutOfRange};
            QVERIFY2(judged(office).contains(fault), qPrintable(fault.field));
        }
    }
}

void TownTest::aThresholdThatIsReadIsTheOneThatWasWritten()
{
    for (const SettingField &field : settingFields()) {
        office::Settings settings;
        field.write(settings, field.most);
        QCOMPARE(valueOf(field, settings), std::optional(field.most));
        QVERIFY(settingField(field.name) == &field);
        if (field.clear) {
            field.clear(settings);
            QCOMPARE(valueOf(field, settings), std::optional<std::int64_t>());
        }
    }
    QVERIFY(!settingField(u"nothing_s"_s));
}

void TownTest::everyValueIsFoundUnderItsKey()
{
    Town town = musterland();
    for (const Value &value : valuesOf(town)) {
        const Key key = keyOf(value);
        QVERIFY(valueOf(town, key) == value);
        QVERIFY(keyFrom(kindOf(key), textOf(key)) == key);
        put(town, withVersion(value, 7));
        QCOMPARE(versionOf(*valueOf(town, key)), 7U);
        take(town, key);
        QVERIFY(!valueOf(town, key));
    }
    QVERIFY(town == Town());
    QVERIFY(!keyFrom(Kind::Office, textOf(kClerk)));
}

void TownTest::whatIsReferredToIsInUse()
{
    Town town = musterland();
    for (const Key &key : {Key(kDepartment), Key(kConcern), Key(kClerk)})
        QVERIFY(isInUse(key, town));
    QVERIFY(!isInUse(kOffice, town));
    take(town, kOffice);
    for (const Key &key : {Key(kDepartment), Key(kConcern), Key(kClerk)})
        QVERIFY(!isInUse(key, town));
}

void TownTest::theAdministratorWhoIsDisabledCountsNoMore()
{
    Town town = musterland();
    QVERIFY(hasAdministrator(town));
    town.accounts[1].disabled = true;
    QVERIFY(!hasAdministrator(town));
}

void TownTest::normalisesLogins_data()
{
    using Login = std::optional<QString>;
    QTest::addColumn<QString>("login");
    QTest::addColumn<Login>("normalised");
    QTest::newRow("capitals and blanks around it") << u" Schmidt "_s << Login(u"schmidt"_s);
    QTest::newRow("an address") << u"k.schmidt-roth_1@town.example"_s << Login(u"k.schmidt-roth_1@town.example"_s);
    QTest::newRow("an umlaut with its dots apart") << u"Mu\u0308ller"_s << Login(u"müller"_s);
    QTest::newRow("nothing") << u"  "_s << Login();
    QTest::newRow("a blank inside") << u"kim schmidt"_s << Login();
    QTest::newRow("a line break inside") << u"kim\nschmidt"_s << Login();
    QTest::newRow("64 characters") << u"ab"_s.repeated(32) << Login(u"ab"_s.repeated(32));
    QTest::newRow("65 characters") << u"abcde"_s.repeated(13) << Login();
}

void TownTest::normalisesLogins()
{
    QFETCH(QString, login);
    QFETCH(std::optional<QString>, normalised);
    QCOMPARE(normalisedLogin(login), normalised);
}

QTEST_GUILESS_MAIN(TownTest)
#include "TownTest.moc"
