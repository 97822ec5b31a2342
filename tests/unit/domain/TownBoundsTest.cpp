// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Validate.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::town;
using namespace Qt::StringLiterals;

namespace {

const ConcernId kConcern = ConcernId::fromBits({2, 1});
const ClerkId kClerk = ClerkId::fromBits({4, 1});

} // namespace

//! A town that is read as a whole does not grow without end.
class TownBoundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTownHasAnEnd();
    void shiftsOfDaysThatAreOverGo();
};

void TownBoundsTest::aTownHasAnEnd()
{
    Town town;
    for (std::uint64_t i = 0; i < std::uint64_t{kMostDepartments}; ++i)
        town.departments.append({DepartmentId::fromBits({4, i}), u"Amt %1"_s.arg(i)});
    QVERIFY(validate(town.departments.last(), town).isEmpty());
    town.departments.append({DepartmentId::fromBits({5, 0}), u"Ein Amt zu viel"_s});
    QCOMPARE(validate(town.departments.last(), town), (QList<Fault>{{{}, FaultCode::OutOfRange}}));
    for (qsizetype i = 0; i <= kMostOffices; ++i)
        town.offices.append(Office{.id = OfficeId::fromBits({6, 0}), .name = u"Amt"_s, .letter = u"A"_s});
    QVERIFY(validate(town.offices.last(), town).contains(Fault{{}, FaultCode::OutOfRange}));
    for (qsizetype i = 0; i <= kMostConcerns; ++i)
        town.concerns.append({.id = kConcern, .names = {}, .leikaKey = {}, .length = {}, .checklist = {}});
    QVERIFY(validate(town.concerns.last(), town).contains(Fault{{}, FaultCode::OutOfRange}));
    for (qsizetype i = 0; i <= kMostAccounts; ++i)
        town.accounts.append({kClerk, u"kim"_s, u"Kim"_s, {Role::Clerk}});
    QVERIFY(validate(town.accounts.last(), town).contains(Fault{{}, FaultCode::OutOfRange}));
}

void TownBoundsTest::shiftsOfDaysThatAreOverGo()
{
    const QDate today(2026, 3, 2);
    Office office{.id = OfficeId::fromBits({6, 1}), .name = u"Amt"_s, .letter = u"A"_s};
    const hours::Shift weekly{.office = office.id, .clerk = kClerk, .date = {}, .range = {}};
    hours::Shift past = weekly;
    past.date = today.addDays(-1);
    hours::Shift now = weekly;
    now.date = today;
    office.roster = {past, weekly, now};
    Office kept = office;
    kept.roster = {weekly, now};
    QCOMPARE(std::get<Office>(tidied(office, today)), kept);
}

QTEST_GUILESS_MAIN(TownBoundsTest)
#include "TownBoundsTest.moc"
