// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Instants.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::protocol;
using namespace Qt::StringLiterals;

class InstantsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesAndReadsAnInstant_data()
    {
        QTest::addColumn<qint64>("millisecond");
        QTest::addColumn<QString>("text");
        QTest::newRow("the epoch") << qint64{0} << u"1970-01-01T00:00:00.000Z"_s;
        QTest::newRow("a morning in March") << qint64{1'772'438'400'000} << u"2026-03-02T08:00:00.000Z"_s;
        QTest::newRow("its last millisecond") << qint64{1'772'495'999'999} << u"2026-03-02T23:59:59.999Z"_s;
        QTest::newRow("the leap day of 2028") << qint64{1'835'481'599'007} << u"2028-02-29T23:59:59.007Z"_s;
        QTest::newRow("the last instant of all") << qint64{253'402'300'799'999} << u"9999-12-31T23:59:59.999Z"_s;
    }
    void writesAndReadsAnInstant()
    {
        QFETCH(qint64, millisecond);
        QFETCH(QString, text);
        const Instant instant{milliseconds{millisecond}};
        QCOMPARE(instantText(instant), text);
        QVERIFY(parseInstant(text) == instant);
    }

    void writesTheNearestInstantThatFits()
    {
        QCOMPARE(instantText(Instant{milliseconds{-1}}), u"1970-01-01T00:00:00.000Z"_s);
        QCOMPARE(instantText(Instant::max()), u"9999-12-31T23:59:59.999Z"_s);
    }

    void refusesEveryOtherForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no milliseconds") << u"2026-03-02T08:00:00Z"_s;
        QTest::newRow("too many digits") << u"2026-03-02T08:00:00.0000Z"_s;
        QTest::newRow("another offset") << u"2026-03-02T08:00:00.000+01:00"_s;
        QTest::newRow("no offset") << u"2026-03-02T08:00:00.000"_s;
        QTest::newRow("a blank for the T") << u"2026-03-02 08:00:00.000Z"_s;
        QTest::newRow("a small z") << u"2026-03-02T08:00:00.000z"_s;
        QTest::newRow("a comma for the point") << u"2026-03-02T08:00:00,000Z"_s;
        QTest::newRow("the thirtieth of February") << u"2026-02-30T08:00:00.000Z"_s;
        QTest::newRow("a leap day without a leap year") << u"2026-02-29T08:00:00.000Z"_s;
        QTest::newRow("month 13") << u"2026-13-02T08:00:00.000Z"_s;
        QTest::newRow("hour 24") << u"2026-03-02T24:00:00.000Z"_s;
        QTest::newRow("minute 60") << u"2026-03-02T08:60:00.000Z"_s;
        QTest::newRow("a leap second") << u"2026-06-30T23:59:60.000Z"_s;
        QTest::newRow("before the epoch") << u"1969-12-31T23:59:59.999Z"_s;
        QTest::newRow("a sign") << u"+026-03-02T08:00:00.000Z"_s;
        QTest::newRow("digits of another script") << u"٢٠٢٦-03-02T08:00:00.000Z"_s;
    }
    void refusesEveryOtherForm()
    {
        QFETCH(QString, text);
        QVERIFY(!parseInstant(text));
    }
};

QTEST_GUILESS_MAIN(InstantsTest)
#include "InstantsTest.moc"
