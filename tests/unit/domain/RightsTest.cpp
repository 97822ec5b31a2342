// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Rights.h"

#include <QTest>

#include <array>

using namespace sprechtag;
using namespace sprechtag::town;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kRoles{Role::Clerk, Role::HeadOfOffice, Role::Administrator};
constexpr std::array kReaches{Reach::Foreign, Reach::Own};
constexpr std::array kKinds{Kind::Authority, Kind::Department, Kind::Concern,    Kind::Office,
                            Kind::Account,   Kind::Form,       Kind::Interpreter};
constexpr std::array<const char *, kGroups> kGroupNames{"existence", "identity",   "staff", "concerns", "hours",
                                                        "roster",    "thresholds", "texts", "privacy"};

QString wordOf(Role role)
{
    switch (role) {
    case Role::Clerk:
        return u"clerk"_s;
    case Role::HeadOfOffice:
        return u"head"_s;
    case Role::Administrator:
        return u"administrator"_s;
    }
    return {};
}

QString wordOf(Kind kind)
{
    return QStringList{u"authority"_s, u"department"_s, u"concern"_s,    u"office"_s,
                       u"account"_s,   u"form"_s,       u"interpreter"_s}[static_cast<int>(kind)];
}

QString rightText(Role role, Reach reach, Kind kind, const QString &what)
{
    return u"%1 %2 %3: %4"_s.arg(wordOf(role), reach == Reach::Own ? u"own"_s : u"foreign"_s, wordOf(kind), what);
}

// All that anybody but an administrator may change, in a table apart from the one that is tested.
const QSet<QString> kChanges{u"head own office: concerns"_s, u"head own office: hours"_s,
                             u"head own office: roster"_s,   u"head own office: thresholds"_s,
                             u"head own office: texts"_s,    u"head own form: existence"_s,
                             u"head own form: identity"_s};
const QSet<QString> kHidden{u"clerk foreign office: see"_s, u"clerk foreign account: see"_s,
                            u"head foreign office: see"_s,  u"head foreign account: see"_s,
                            u"clerk foreign form: see"_s,   u"head foreign form: see"_s};

const ClerkId kHead = ClerkId::fromBits({2, 1});
const ClerkId kClerk = ClerkId::fromBits({2, 2});
const ClerkId kChief = ClerkId::fromBits({2, 3});
const OfficeId kOwn = OfficeId::fromBits({1, 1});
const OfficeId kOther = OfficeId::fromBits({1, 2});

Town smallTown()
{
    Town town;
    Office own{.id = kOwn, .name = u"Bürgerservice"_s, .letter = {}};
    own.staff = {{kHead, false, true}, {kClerk, false, false}};
    Office other{.id = kOther, .name = u"Kfz-Zulassung"_s, .letter = {}};
    other.staff = {{kHead, false, false}, {kChief, false, true}};
    town.offices = {own, other};
    town.accounts = {{kHead, u"head"_s, u"Frau Schmidt"_s, {Role::Clerk, Role::HeadOfOffice}},
                     {kClerk, u"clerk"_s, u"Herr Özdemir"_s, {Role::Clerk}},
                     {kChief, u"chief"_s, u"Frau Weber"_s, {Role::Administrator}}};
    return town;
}

Value officeOf(const Town &town, OfficeId id)
{
    return *valueOf(town, Key(id));
}

// With one field more this does not compile: it belongs to a group, and needs a row in
// everyFieldOfAnOfficeBelongsToAGroup.
[[maybe_unused]] void countFields(const Office &office)
{
    [[maybe_unused]] const auto &[id, name, department, letter, concerns, staff, hours, roster, settings, relayOnly,
                                  hidePosition, askName, texts, version] = office;
}

} // namespace

//! Who may see and change what.
class RightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsAllowedToWhomTheTableSays();
    void everythingIsSeenByWhomTheTableSays();
    void aHeadHeadsTheOwnOfficeAlone();
    void whoIsDisabledMayNothing();
    void aHeadSeesTheOwnOfficesAndTheirPeople();
    void everyFieldOfAnOfficeBelongsToAGroup_data();
    void everyFieldOfAnOfficeBelongsToAGroup();
    void whatBelongsToNoGroupIsForThoseWhoMayEverything();
    void anotherVersionAloneIsNoChange();
    void aHeadLooksAfterTheFormsOfTheOwnOffice();
    void aFormThatGoesToAnotherOfficeIsForThoseWhoMayEverything();
};

void RightsTest::everyChangeIsAllowedToWhomTheTableSays()
{
    for (const Role role : kRoles)
        for (const Reach reach : kReaches)
            for (const Kind kind : kKinds)
                for (int group = 0; group < kGroups; ++group) {
                    const QString text = rightText(role, reach, kind, QLatin1String(kGroupNames.at(size_t(group))));
                    const bool allowed = role == Role::Administrator || kChanges.contains(text);
                    QVERIFY2(mayChange(role, reach, kind, static_cast<Group>(group)) == allowed, qPrintable(text));
                }
}

void RightsTest::everythingIsSeenByWhomTheTableSays()
{
    for (const Role role : kRoles)
        for (const Reach reach : kReaches)
            for (const Kind kind : kKinds) {
                const QString text = rightText(role, reach, kind, u"see"_s);
                QVERIFY2(maySee(role, reach, kind) == !kHidden.contains(text), qPrintable(text));
            }
}

void RightsTest::aHeadHeadsTheOwnOfficeAlone()
{
    const Town town = smallTown();
    QVERIFY(mayChange(town, kHead, kOwn, Group::Hours));
    QVERIFY(!mayChange(town, kHead, kOwn, Group::Staff));
    QVERIFY(!mayChange(town, kHead, kOther, Group::Hours));
    QVERIFY(!mayChange(town, kClerk, kOwn, Group::Hours));
    QVERIFY(mayChange(town, kChief, kOwn, Group::Existence));
    QVERIFY(!mayChangeAnything(town, kHead, kClerk));
    Town demoted = town;
    demoted.accounts.first().roles = {Role::Clerk};
    QVERIFY(!mayChange(demoted, kHead, kOwn, Group::Hours));
}

void RightsTest::whoIsDisabledMayNothing()
{
    Town town = smallTown();
    town.accounts.last().disabled = true;
    QVERIFY(!mayChangeAnything(town, kChief, kOwn));
    QVERIFY(visibleTo(town, kChief).offices.isEmpty());
    QVERIFY(!mayChangeAnything(town, ClerkId::fromBits({9, 9}), kOwn));
}

void RightsTest::aHeadSeesTheOwnOfficesAndTheirPeople()
{
    const Town seen = visibleTo(smallTown(), kClerk);
    QCOMPARE(seen.offices.size(), 1);
    QCOMPARE(seen.offices.first().id, kOwn);
    QCOMPARE(seen.accounts.size(), 2);
    QCOMPARE(visibleTo(smallTown(), kHead).offices.size(), 2);
    QCOMPARE(visibleTo(smallTown(), kChief), smallTown());
}

void RightsTest::everyFieldOfAnOfficeBelongsToAGroup_data()
{
    QTest::addColumn<Office>("changed");
    QTest::addColumn<QList<Group>>("groups");
    const auto row = [](const char *name, Group group, const std::function<void(Office &)> &change) {
        Office office = std::get<Office>(officeOf(smallTown(), kOwn));
        change(office);
        QTest::newRow(name) << office << QList<Group>{group};
    };
    row("name", Group::Identity, [](Office &office) { office.name = u"Bürgerbüro"_s; });
    row("department", Group::Identity, [](Office &office) { office.department = DepartmentId::fromBits({4, 1}); });
    row("letter", Group::Identity, [](Office &office) { office.letter = u"X"_s; });
    row("staff", Group::Staff, [](Office &office) { office.staff.clear(); });
    row("concerns", Group::Concerns, [](Office &office) { office.concerns = {ConcernId::fromBits({5, 1})}; });
    row("hours", Group::Hours, [](Office &office) { office.hours.openOnHolidays = true; });
    row("roster", Group::Roster, [](Office &office) { office.roster = {{}}; });
    row("thresholds", Group::Thresholds, [](Office &office) { office.settings.maxCalls = 5; });
    row("texts", Group::Texts, [](Office &office) { office.texts.welcome = {{u"de"_s, u"Willkommen"_s}}; });
    row("relay only", Group::Privacy, [](Office &office) { office.relayOnly = true; });
    row("position", Group::Privacy, [](Office &office) { office.hidePosition = true; });
    row("name of the citizen", Group::Privacy, [](Office &office) { office.askName = false; });
}

void RightsTest::everyFieldOfAnOfficeBelongsToAGroup()
{
    QFETCH(Office, changed);
    QFETCH(QList<Group>, groups);
    QCOMPARE(changedGroups(officeOf(smallTown(), kOwn), Value(changed)), groups);
}

void RightsTest::whatBelongsToNoGroupIsForThoseWhoMayEverything()
{
    Office renumbered = std::get<Office>(officeOf(smallTown(), kOwn));
    renumbered.id = kOther;
    QCOMPARE(changedGroups(officeOf(smallTown(), kOwn), Value(renumbered)), QList{Group::Existence});
    renumbered.hours.openOnHolidays = true;
    QCOMPARE(changedGroups(officeOf(smallTown(), kOwn), Value(renumbered)), (QList{Group::Hours, Group::Existence}));
}

void RightsTest::aHeadLooksAfterTheFormsOfTheOwnOffice()
{
    const Town town = smallTown();
    const Form own{.id = FormId::fromBits({6, 1}), .office = kOwn, .names = {}, .file = {}};
    const Form other{.id = FormId::fromBits({6, 2}), .office = kOther, .names = {}, .file = {}};
    // One that is not there yet belongs to its office already.
    QVERIFY(!mayChange(town, kHead, own.id, Group::Existence));
    QVERIFY(mayChange(asIfThere(town, own), kHead, own.id, Group::Existence));
    QVERIFY(mayChange(asIfThere(town, own), kHead, own.id, Group::Identity));
    QVERIFY(!mayChangeAnything(asIfThere(town, own), kClerk, own.id));
    QVERIFY(!mayChangeAnything(asIfThere(town, other), kHead, other.id));
    QVERIFY(mayChange(asIfThere(town, other), kChief, other.id, Group::Existence));
    Town both = town;
    both.forms = {own, other};
    QCOMPARE(visibleTo(both, kClerk).forms, QList{own});
    QCOMPARE(visibleTo(both, kChief).forms.size(), 2);
}

void RightsTest::aFormThatGoesToAnotherOfficeIsForThoseWhoMayEverything()
{
    const Form form{.id = FormId::fromBits({6, 1}), .office = kOwn, .names = {{u"de"_s, u"Antrag"_s}}, .file = {}};
    Form changed = form;
    changed.names.insert(u"de"_s, u"Neuer Antrag"_s);
    QCOMPARE(changedGroups(Value(form), Value(changed)), QList{Group::Identity});
    QCOMPARE(changedGroups(std::nullopt, Value(form)), (QList{Group::Existence, Group::Identity}));
    changed.office = kOther;
    QCOMPARE(changedGroups(Value(form), Value(changed)).size(), kGroups);
}

void RightsTest::anotherVersionAloneIsNoChange()
{
    const Value office = officeOf(smallTown(), kOwn);
    QVERIFY(changedGroups(office, withVersion(office, 7)).isEmpty());
    const Value account = *valueOf(smallTown(), Key(kHead));
    QVERIFY(changedGroups(account, withVersion(account, 7)).isEmpty());
    QCOMPARE(changedGroups(std::nullopt, account).size(), kGroups);
}

QTEST_GUILESS_MAIN(RightsTest)
#include "RightsTest.moc"
