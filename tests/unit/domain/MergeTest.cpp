// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Merge.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::town;
using namespace Qt::StringLiterals;

namespace {

Office office()
{
    Office one{.id = OfficeId::fromBits({3, 1}), .name = u"Bürgerservice"_s, .letter = u"B"_s};
    one.hours = hours::everyWeek({{1, 480, 720}});
    one.texts.welcome = {{u"de"_s, u"Willkommen"_s}, {u"en"_s, u"Welcome"_s}};
    one.version = 3;
    return one;
}

Office edited(const std::function<void(Office &)> &edit, std::uint32_t version = 3)
{
    Office one = office();
    edit(one);
    one.version = version;
    return one;
}

Office merged(const Office &mine, const Office &stored, QStringList *clashes = nullptr)
{
    const Merge result = merge(office(), mine, stored);
    if (clashes)
        *clashes = result.clashes;
    return std::get<Office>(result.value);
}

//! Everything of it another way than in a value that was just made.
Office another()
{
    Office one{.id = OfficeId::fromBits({3, 1}), .name = u"x"_s, .letter = u"X"_s};
    one.department = DepartmentId::fromBits({4, 1});
    one.concerns = {ConcernId::fromBits({5, 1})};
    one.staff = {{ClerkId::fromBits({6, 1}), true, true}};
    const hours::Exception holiday{
        .from = QDate(2026, 3, 5), .until = QDate(2026, 3, 5), .meeting = {}, .ranges = {}, .note = {}};
    one.hours = {hours::everyWeek({{2, 480, 720}}).periods, {holiday}, true};
    one.roster = {{one.id, ClerkId::fromBits({6, 1}), {}, {1, 480, 600}}};
    one.settings.queueLimit = 7;
    one.settings.enterWithin += seconds(60);
    one.relayOnly = one.hidePosition = true;
    one.askName = false;
    one.texts = {{{u"de"_s, u"x"_s}}, {{u"de"_s, u"y"_s}}};
    return one;
}

Authority anotherAuthority()
{
    Authority one;
    one.name = u"x"_s;
    const hours::ClosedDays closed{.first = QDate(2026, 1, 2), .last = QDate(2026, 1, 2), .note = {}};
    one.calendar = {QTimeZone("Europe/Berlin"), hours::Land::BY, {.corpusChristi = true}, {closed}};
    one.consentVersion = u"2"_s;
    one.languages = {u"de"_s, u"en"_s};
    one.texts = {{{u"de"_s, u"x"_s}}, {{u"de"_s, u"y"_s}}};
    one.secondFactorRoles = {Role::Administrator};
    return one;
}

} // namespace

//! What comes of two changes of the same value.
class MergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOnlyTheyHaveChangedStaysAsTheyStoredIt()
    {
        const Office mine = edited([](Office &one) { one.hours = hours::everyWeek({{1, 540, 720}}); });
        const Office stored = edited([](Office &one) { one.name = u"Bürgeramt"_s; }, 4);
        QStringList clashes;
        const Office both = merged(mine, stored, &clashes);
        QCOMPARE(both.name, u"Bürgeramt"_s);
        QCOMPARE(both.hours, mine.hours);
        QCOMPARE(both.version, 4U);
        QVERIFY(clashes.isEmpty());
    }

    void whatBothHaveChangedIsMineAndTold()
    {
        const Office mine = edited([](Office &one) { one.name = u"Rathaus"_s; });
        const Office stored = edited([](Office &one) { one.name = u"Bürgeramt"_s; }, 4);
        QStringList clashes;
        QCOMPARE(merged(mine, stored, &clashes).name, u"Rathaus"_s);
        QCOMPARE(clashes, QStringList{u"name"_s});
    }

    void theSameChangeIsNoClash()
    {
        const Office mine = edited([](Office &one) { one.name = u"Rathaus"_s; });
        QStringList clashes;
        QCOMPARE(merged(mine, mine, &clashes), mine);
        QVERIFY(clashes.isEmpty());
    }

    void partsOfAFieldAreMergedApart()
    {
        const Office mine = edited([](Office &one) {
            one.hours.openOnHolidays = true;
            one.texts.welcome[u"en"_s] = u"Hello"_s;
            one.settings.enterWithin += seconds(60);
        });
        const Office stored = edited(
            [](Office &one) {
                one.hours = hours::everyWeek({{5, 480, 720}});
                one.texts.welcome[u"de"_s] = u"Guten Tag"_s;
                one.settings.queueLimit = 9;
            },
            4);
        QStringList clashes;
        const Office both = merged(mine, stored, &clashes);
        QVERIFY(clashes.isEmpty());
        QVERIFY(both.hours.openOnHolidays);
        QCOMPARE(both.hours.periods, stored.hours.periods);
        QCOMPARE(both.texts.welcome, (Words{{u"de"_s, u"Guten Tag"_s}, {u"en"_s, u"Hello"_s}}));
        QCOMPARE(both.settings.enterWithin, mine.settings.enterWithin);
        QCOMPARE(both.settings.queueLimit, std::optional(9U));
    }

    void whatITookOutStaysOut()
    {
        const Office mine = edited([](Office &one) { one.texts.welcome.remove(u"en"_s); });
        QCOMPARE(merged(mine, edited([](Office &) {}, 4)).texts.welcome, (Words{{u"de"_s, u"Willkommen"_s}}));
    }

    // A field that is forgotten in the merge would never be stored after a conflict.
    void noFieldIsForgotten()
    {
        const auto whole = [](const Value &mine, const Value &base) { return merge(base, mine, base).value == mine; };
        const Office plain{.id = OfficeId::fromBits({3, 1}), .name = {}, .letter = {}};
        QVERIFY(whole(another(), plain));
        QVERIFY(whole(plain, another()));
        QVERIFY(whole(anotherAuthority(), Authority{}));
        const auto department = DepartmentId::fromBits({4, 1});
        QVERIFY(whole(Department{department, u"x"_s, 0}, Department{department, {}, 0}));
        const auto concern = ConcernId::fromBits({5, 1});
        QVERIFY(whole(Concern{concern, {{u"de"_s, u"x"_s}}, u"1"_s, minutes(5), {{{u"de"_s, u"y"_s}}}, 0},
                      Concern{concern, {}, {}, {}, {}, 0}));
        const auto clerk = ClerkId::fromBits({6, 1});
        QVERIFY(whole(Account{clerk, u"x"_s, u"y"_s, {Role::Clerk}, true, 0}, Account{clerk, {}, {}, {}, false, 0}));
    }
};

QTEST_APPLESS_MAIN(MergeTest)
#include "MergeTest.moc"
