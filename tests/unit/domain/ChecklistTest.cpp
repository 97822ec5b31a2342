// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Checklist.h"

#include <QTest>

using namespace sprechtag;
using namespace Qt::StringLiterals;
using town::Words;

namespace {

const Words kCard{{u"de"_s, u"Personalausweis"_s}, {u"en"_s, u"Identity card"_s}};
const Words kLease{{u"de"_s, u"Mietvertrag"_s}};
const Words kPhoto{{u"en"_s, u"Photo"_s}};
const Words kForm{{u"de"_s, u"Formular\nmit Unterschrift"_s}};

} // namespace

//! What of a checklist somebody has ticked.
class ChecklistTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ticksStayWithTheirEntries_data()
    {
        QTest::addColumn<QList<Words>>("before");
        QTest::addColumn<QList<int>>("ticked");
        QTest::addColumn<QList<Words>>("after");
        QTest::addColumn<QList<int>>("still");
        const QList<Words> list{kCard, kLease, kPhoto};
        QTest::newRow("nothing is ticked") << list << QList<int>{} << list << QList<int>{};
        QTest::newRow("the list stays") << list << QList<int>{0, 2} << list << QList<int>{0, 2};
        QTest::newRow("one comes before") << list << QList<int>{0} << QList{kForm, kCard, kLease} << QList<int>{1};
        QTest::newRow("the ticked one goes") << list << QList<int>{1} << QList{kCard, kPhoto} << QList<int>{};
        QTest::newRow("they change places") << list << QList<int>{0} << QList{kLease, kCard} << QList<int>{1};
        QTest::newRow("a translation comes")
            << QList{kLease} << QList<int>{0} << QList{Words{{u"de"_s, u"Mietvertrag"_s}, {u"en"_s, u"Lease"_s}}}
            << QList<int>{0};
        QTest::newRow("an entry of two lines") << QList{kForm} << QList<int>{0} << QList{kForm} << QList<int>{0};
    }
    void ticksStayWithTheirEntries()
    {
        QFETCH(QList<Words>, before);
        QFETCH(QList<int>, ticked);
        QFETCH(QList<Words>, after);
        QFETCH(QList<int>, still);
        const auto entries = town::entriesAt(ticked, before);
        QVERIFY(entries);
        QCOMPARE(town::placesOf(*entries, after), still);
        QVERIFY2(!entries->join(QString()).contains(u'\n'), "they are kept one a line");
    }

    void aPlaceThatIsNotThereIsNoTick_data()
    {
        QTest::addColumn<int>("place");
        QTest::newRow("behind the last") << 2;
        QTest::newRow("before the first") << -1;
    }
    void aPlaceThatIsNotThereIsNoTick()
    {
        QFETCH(int, place);
        QVERIFY(!town::entriesAt({0, place}, {kCard, kLease}));
    }
};

QTEST_GUILESS_MAIN(ChecklistTest)
#include "ChecklistTest.moc"
