// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/TownHours.h"

#include "server/app/TownFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::app;
using namespace Qt::StringLiterals;

//! When a town is open, as people write it into its file.
class TownHoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCalendar();
    void aTownNeedNotNameItsLand();
    void readsHoursPeriodsAndExceptions();
    void readsWeeks_data();
    void readsWeeks();
    void refusesWeeks_data();
    void refusesWeeks();
    void namesTheMistake_data();
    void namesTheMistake();

private:
    Result<town::Town, TomlError> read(const QString &text);

    QTemporaryDir m_dir;
};

namespace {

// [authority] is the first section: what is written before a section of its own belongs to it.
const QString kHead = u"[authority]\nname = \"A\"\nconsent_version = \"1\"\n"_s;
const QString kOffice = u"[[offices]]\nkey = \"a\"\nname = \"A\"\nletter = \"A\"\n"_s;

} // namespace

Result<town::Town, TomlError> TownHoursTest::read(const QString &text)
{
    QFile file(m_dir.filePath(u"town.toml"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no place for a town");
    file.write((kHead + text).toUtf8());
    file.close();
    const auto read = readTownFile(file.fileName());
    if (!read)
        return Failure(read.error());
    return read->town;
}

void TownHoursTest::readsTheCalendar()
{
    const auto town = read(uR"(time_zone = "Europe/Busingen"
land = "BY"
holidays = ["assumption", "peace_festival"]
[[closed_days]]
day = "12-24"
note = "Heiligabend"
[[closed_days]]
day = "12-31"
from = "12:00"
[[closed_days]]
day = "2026-05-15"
until = "2026-05-16"
[[closed_days]]
day = "12-27"
until = "01-05"
[[closed_days]]
day = "02-29"
)"_s);
    QVERIFY2(town.ok(), town.ok() ? "" : qPrintable(town.error().text()));
    const hours::Calendar expected{.zone = QTimeZone("Europe/Busingen"),
                                   .land = hours::Land::BY,
                                   .rules = {.corpusChristi = false, .assumption = true, .peaceFestival = true},
                                   .closedDays = {{{2000, 12, 24}, {2000, 12, 24}, true, 0, u"Heiligabend"_s},
                                                  {{2000, 12, 31}, {2000, 12, 31}, true, 720, {}},
                                                  {{2026, 5, 15}, {2026, 5, 16}, false, 0, {}},
                                                  {{2000, 12, 27}, {2000, 1, 5}, true, 0, {}},
                                                  {{2000, 2, 29}, {2000, 2, 29}, true, 0, {}}}};
    QVERIFY(town->authority.calendar == expected);
}

void TownHoursTest::aTownNeedNotNameItsLand()
{
    const auto town = read({});
    QVERIFY(town.ok());
    QVERIFY(town->authority.calendar == (hours::Calendar{QTimeZone("Europe/Berlin"), {}, {}, {}}));
}

void TownHoursTest::readsHoursPeriodsAndExceptions()
{
    const auto town = read(kOffice + uR"(hours = ["do 14:00-18:00", "mo 08:00-12:00"]
in_person = ["di 09:00-11:00"]
open_on_holidays = true
[[offices.periods]]
from = "2026-07-01"
until = "2026-08-31"
hours = ["mo 07:00-11:00"]
in_person = ["mo 11:00-12:00"]
[[offices.periods]]
from = "2027-01-01"
[[offices.exceptions]]
day = "2026-12-23"
only = "virtual"
hours = ["08:00-10:00 11:00-12:00"]
note = "Weihnachten"
[[offices.exceptions]]
day = "2026-05-04"
until = "2026-05-08"
only = "in_person"
[[offices.exceptions]]
day = "2026-05-09"
until = "2026-05-22"
extra = true
hours = ["sa 09:00-13:00"]
)"_s);
    QVERIFY2(town.ok(), town.ok() ? "" : qPrintable(town.error().text()));
    using Effect = hours::Exception::Effect;
    using hours::Meeting;
    const hours::OpeningHours expected{
        .periods = {{{}, {}, {{1, 480, 720}, {4, 840, 1080}}, {{2, 540, 660}}},
                    {{2026, 7, 1}, {2026, 8, 31}, {{1, 420, 660}}, {{1, 660, 720}}},
                    {{2027, 1, 1}, {}, {}, {}}},
        .exceptions = {{{2026, 12, 23},
                        {2026, 12, 23},
                        Meeting::Virtual,
                        Effect::Instead,
                        {{0, 480, 600}, {0, 660, 720}},
                        u"Weihnachten"_s},
                       {{2026, 5, 4}, {2026, 5, 8}, Meeting::InPerson, Effect::Instead, {}, {}},
                       {{2026, 5, 9}, {2026, 5, 22}, std::nullopt, Effect::Extra, {{6, 540, 780}}, {}}},
        .openOnHolidays = true};
    QVERIFY(town->offices.front().hours == expected);
}

void TownHoursTest::readsWeeks_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QList<hours::Range>>("ranges");
    QTest::newRow("one morning") << u"do 14:00-18:00"_s << QList<hours::Range>{{4, 840, 1080}};
    QTest::newRow("two days, two ranges")
        << u"mo-di 08:00-12:00 13:00-16:00"_s
        << QList<hours::Range>{{1, 480, 720}, {1, 780, 960}, {2, 480, 720}, {2, 780, 960}};
    QTest::newRow("until midnight") << u"so 00:00-24:00"_s << QList<hours::Range>{{7, 0, 1440}};
}

void TownHoursTest::readsWeeks()
{
    QFETCH(const QString, line);
    QFETCH(const QList<hours::Range>, ranges);
    QCOMPARE(parseHours(line), std::optional(ranges));
}

void TownHoursTest::refusesWeeks_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"", "mo", "xx 08:00-12:00", "mo 8:00-12:00", "mo 12:00-08:00", "mo 08:00-08:00", "mo 08:60-12:00",
          "mo 08:00-24:01", "fr-mo 08:00-12:00", "mo 08:00", "mo-fri 08:00-12:00", "08:00-12:00"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TownHoursTest::refusesWeeks()
{
    QFETCH(const QString, line);
    QVERIFY(!parseHours(line));
}

void TownHoursTest::namesTheMistake_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *sentence, const QString &text, const QString &key) {
        QTest::newRow(sentence) << text << key;
    };
    const QString closed = u"[[closed_days]]\n"_s;
    const QString exception = kOffice + u"[[offices.exceptions]]\nday = \"2026-05-15\"\n"_s;
    const QString period = kOffice + u"[[offices.periods]]\nfrom = \"2026-07-01\"\n"_s;
    row("time zone that there is not", u"time_zone = \"Europe/Atlantis\"\n"_s, u"authority.time_zone"_s);
    row("Land that there is not", u"land = \"BX\"\n"_s, u"authority.land"_s);
    row("holiday that there is not", u"land = \"BY\"\nholidays = [\"king\"]\n"_s, u"authority.holidays"_s);
    row("holiday of no town of the Land", u"land = \"NW\"\nholidays = [\"peace_festival\"]\n"_s,
        u"authority.holidays"_s);
    row("holiday of a town without Land", u"holidays = [\"assumption\"]\n"_s, u"authority.holidays"_s);
    row("closed without a day", closed, u"closed_days[1].day"_s);
    row("closed on no day", closed + u"day = \"2026-02-29\"\n"_s, u"closed_days[1].day"_s);
    row("closed on no day of any year", closed + u"day = \"02-30\"\n"_s, u"closed_days[1].day"_s);
    row("closed until a year from a day of every year", closed + u"day = \"12-24\"\nuntil = \"2027-01-01\"\n"_s,
        u"closed_days[1].until"_s);
    row("closed until before", closed + u"day = \"2026-05-15\"\nuntil = \"2026-05-14\"\n"_s, u"closed_days[1].until"_s);
    row("closed from no time on", closed + u"day = \"12-24\"\nfrom = \"noon\"\n"_s, u"closed_days[1].from"_s);
    row("closed from midnight to midnight", closed + u"day = \"12-24\"\nfrom = \"24:00\"\n"_s,
        u"closed_days[1].from"_s);
    row("closed with a key too many", closed + u"day = \"12-24\"\nname = \"x\"\n"_s, u"closed_days[1].name"_s);
    row("hours at the counter that are none", kOffice + u"in_person = [\"always\"]\n"_s, u"offices[1].in_person"_s);
    row("period until before", period + u"until = \"2026-06-30\"\n"_s, u"offices[1].periods[1].until"_s);
    row("period from no day", kOffice + u"[[offices.periods]]\nfrom = \"July\"\n"_s, u"offices[1].periods[1].from"_s);
    row("period with a key too many", period + u"note = \"x\"\n"_s, u"offices[1].periods[1].note"_s);
    row("exception without a day", kOffice + u"[[offices.exceptions]]\n"_s, u"offices[1].exceptions[1].day"_s);
    row("exception until before", exception + u"until = \"2026-05-14\"\n"_s, u"offices[1].exceptions[1].until"_s);
    row("exception for nobody", exception + u"only = \"by_post\"\n"_s, u"offices[1].exceptions[1].only"_s);
    row("exception at no time", exception + u"hours = [\"early\"]\n"_s, u"offices[1].exceptions[1].hours"_s);
    row("exception on a day and an hour", kOffice + u"[[offices.exceptions]]\nday = \"2026-05-15T08:00\"\n"_s,
        u"offices[1].exceptions[1].day"_s);
    row("extra without times", exception + u"extra = true\n"_s, u"offices[1].exceptions[1].hours"_s);
    row("exception with a key too many", exception + u"closed = true\n"_s, u"offices[1].exceptions[1].closed"_s);
}

void TownHoursTest::namesTheMistake()
{
    QFETCH(const QString, text);
    const auto town = read(text);
    QVERIFY(!town.ok());
    QTEST(town.error().key, "key");
}

QTEST_GUILESS_MAIN(TownHoursTest)
#include "TownHoursTest.moc"
