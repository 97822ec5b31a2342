// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/RangesText.h"

#include <QLocale>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::clerk::model;
using namespace Qt::StringLiterals;
using Ranges = std::optional<QList<hours::Range>>;

//! Hours and days as people type them.
class RangesTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void readsHours_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Ranges>("ranges");
        QTest::newRow("nothing") << u"  "_s << Ranges(QList<hours::Range>());
        QTest::newRow("a morning") << u"08:00–12:00"_s << Ranges({{3, 480, 720}});
        QTest::newRow("short") << u"8-12"_s << Ranges({{3, 480, 720}});
        QTest::newRow("with a word") << u"8.30 bis 12"_s << Ranges({{3, 510, 720}});
        QTest::newRow("two, in the wrong order") << u"13:30-18, 8-12"_s << Ranges({{3, 480, 720}, {3, 810, 1080}});
        QTest::newRow("until midnight") << u"22:00-24:00"_s << Ranges({{3, 1320, 1440}});
        QTest::newRow("of a weekday") << u"Mo 8-12; Freitag 8-10"_s << Ranges({{1, 480, 720}, {5, 480, 600}});
        QTest::newRow("backwards") << u"12-8"_s << Ranges();
        QTest::newRow("no end") << u"8"_s << Ranges();
        QTest::newRow("too late") << u"8-25"_s << Ranges();
        QTest::newRow("61 minutes") << u"8:61-9"_s << Ranges();
        QTest::newRow("no hours at all") << u"immer"_s << Ranges();
        QTest::newRow("an unknown day") << u"Xy 8-12"_s << Ranges();
    }
    void readsHours()
    {
        QFETCH(QString, text);
        QFETCH(Ranges, ranges);
        QCOMPARE(parseRanges(text, 3), ranges);
    }

    void whatIsWrittenIsReadAgain()
    {
        const QList<hours::Range> ranges{{0, 480, 720}, {1, 810, 1440}};
        QCOMPARE(rangesText(ranges, Weekdays::Named), u"08:00–12:00, Mo 13:30–24:00"_s);
        QCOMPARE(parseRanges(rangesText(ranges, Weekdays::Named), 0), Ranges(ranges));
    }

    void readsDays()
    {
        QCOMPARE(parseDay(u"24.12.2026"_s), std::optional(QDate(2026, 12, 24)));
        QCOMPARE(parseDay(u"1.2.2026"_s), std::optional(QDate(2026, 2, 1)));
        QCOMPARE(parseDay(u"2026-02-01"_s), std::optional(QDate(2026, 2, 1)));
        QCOMPARE(parseDay({}), std::optional(QDate()));
        QCOMPARE(parseDay(u"31.2.2026"_s), std::optional<QDate>());
        QCOMPARE(parseDay(u"bald"_s), std::optional<QDate>());
        QCOMPARE(dayText(QDate(2026, 2, 1)), u"01.02.2026"_s);
        QCOMPARE(dayText({}), QString());
    }
};

QTEST_GUILESS_MAIN(RangesTextTest)
#include "RangesTextTest.moc"
