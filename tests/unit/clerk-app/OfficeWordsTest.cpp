// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Words.h"

#include "tests/unit/clerk-app/OfficeKit.h"

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using clerk::model::OfficeRow;
using clerk::model::Words;

//! What the clerk reads of an office, in a few words.
class OfficeWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { Words::setZone({}); }

    void tellsTheTimeOfTheTown()
    {
        const Instant at = StillClock().now(); // 2026-03-02 08:00 UTC
        Words::setZone(QTimeZone("Europe/Berlin"));
        QCOMPARE(Words::clock(at), u"09:00"_s);
        Words::setZone(QTimeZone("Pacific/Auckland"));
        QCOMPARE(Words::localTime(at + std::chrono::hours(12)).date(), QDate(2026, 3, 3));
        Words::setZone({});
        QCOMPARE(Words::localTime(at).timeSpec(), Qt::LocalTime);
    }

    void saysHowLongAnOfficeIsOpen_data()
    {
        using std::chrono::hours;
        QTest::addColumn<bool>("open");
        QTest::addColumn<hours>("opensIn");
        QTest::addColumn<std::optional<hours>>("intakeEndsIn");
        QTest::addColumn<std::optional<hours>>("hardEndIn");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, bool open, int opensIn, std::optional<int> intakeEndsIn,
                            const QString &words, std::optional<int> hardEndIn = {}) {
            const auto in = [](std::optional<int> n) { return n ? std::optional(hours(*n)) : std::nullopt; };
            QTest::newRow(name) << open << hours(opensIn) << in(intakeEndsIn) << in(hardEndIn) << words;
        };
        row("open in its hours", true, -1, {}, u"Open until 11:00"_s);
        row("as many wait as there is time for", true, -1, 2, u"Numbers until about 10:00"_s);
        row("numbers until the end of the hours", true, -1, 3, u"Open until 11:00"_s);
        row("open on the eve of its hours", true, 24, {}, u"Hours: 03.03. 08:00–12:00"_s);
        row("numbers on the eve of its hours", true, 24, 26, u"Hours: 03.03. 08:00–12:00"_s);
        row("closed before its hours", false, 24, {}, u"Hours: 03.03. 08:00–12:00"_s);
        row("after closing time", true, -4, {}, u"Closing time is over, end at 09:00"_s, 1);
    }
    void saysHowLongAnOfficeIsOpen()
    {
        using std::chrono::hours;
        QFETCH(bool, open);
        QFETCH(hours, opensIn);
        QFETCH(std::optional<hours>, intakeEndsIn);
        QFETCH(std::optional<hours>, hardEndIn);
        const Instant now = StillClock().now(); // 2026-03-02 08:00
        OfficeRow office{.id = OfficeId::fromBits({3, 1}), .name = {}, .department = {}, .colleagues = {}};
        office.open = open;
        office.hours = office::Window{now + opensIn, now + opensIn + hours(4)};
        if (intakeEndsIn)
            office.intakeEndsAt = now + *intakeEndsIn;
        if (hardEndIn)
            office.hardEnd = now + *hardEndIn;
        QTEST(Words::hours(office, now), "words");
    }

    void saysHowLongNumbersAreGivenWithoutHours()
    {
        const Instant now = StillClock().now();
        OfficeRow office{.id = OfficeId::fromBits({3, 1}), .name = {}, .department = {}, .colleagues = {}};
        office.open = true;
        QCOMPARE(Words::hours(office, now), QString());
        office.intakeEndsAt = now + std::chrono::minutes(90);
        QCOMPARE(Words::hours(office, now), u"Numbers until about 09:30"_s);
    }
};

QTEST_GUILESS_MAIN(OfficeWordsTest)
#include "OfficeWordsTest.moc"
