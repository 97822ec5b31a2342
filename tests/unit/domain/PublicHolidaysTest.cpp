// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/PublicHolidays.h"

#include <QFile>
#include <QHash>
#include <QTest>

#include <set>

using namespace sprechtag::hours;
using namespace Qt::StringLiterals;

//! The holidays of every Land against the dates that are published, and what each of them is called.
class PublicHolidaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areThePublishedOnes_data();
    void areThePublishedOnes();
    void theListIsWhole();
    void haveTheirNames_data();
    void haveTheirNames();
    void followEasterThroughTheCenturies_data();
    void followEasterThroughTheCenturies();
    void holdOnlyWhereTheLawSays_data();
    void holdOnlyWhereTheLawSays();
    void aDayWithTwoHolidaysIsListedTwiceAndNamedOnce();
    void withoutALandThereAreTheNineOfAll();
    void everyLandHasItsCode();
};

namespace {

//! A line of PublicHolidays.txt.
struct Published
{
    QString where; //!< Land, or Land/rules
    int year;
    QStringList days; //!< 04-03
};

QList<Published> published()
{
    QFile file(QStringLiteral(SPRECHTAG_SOURCE_DIR "/tests/unit/domain/PublicHolidays.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the published holidays are not there");
    QList<Published> list;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        if (words.size() > 2 && words.first() != "#"_L1)
            list.append({words[0], words[1].toInt(), words.sliced(2)});
    }
    return list;
}

Land land(const QString &where)
{
    const auto found = landOf(where.section(u'/', 0, 0));
    if (!found)
        qFatal("no such Land");
    return *found;
}

TownRules rules(const QString &where)
{
    const QStringList names = where.section(u'/', 1).split(u',');
    return {names.contains(u"corpus_christi"_s), names.contains(u"assumption"_s), names.contains(u"peace_festival"_s)};
}

constexpr TownRules kNoRules{};
constexpr TownRules kAllRules{true, true, true};

} // namespace

void PublicHolidaysTest::areThePublishedOnes_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<int>("year");
    QTest::addColumn<QStringList>("days");
    const auto lines = published();
    for (const Published &line : lines)
        QTest::addRow("%s %d", qPrintable(line.where), line.year) << line.where << line.year << line.days;
}

void PublicHolidaysTest::areThePublishedOnes()
{
    QFETCH(const QString, where);
    QFETCH(const int, year);
    QFETCH(const QStringList, days);
    QStringList listed;
    const auto holidays = holidaysOf(land(where), rules(where), year);
    for (const PublicHoliday &holiday : holidays)
        listed.append(holiday.day.toString(u"MM-dd"_s));
    QCOMPARE(listed, days);

    // A day is a holiday if and only if the list of its year says so, and it is the same one.
    for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1)) {
        const auto found = holidayOn(day, land(where), rules(where));
        QVERIFY2(found.has_value() == days.contains(day.toString(u"MM-dd"_s)), qPrintable(day.toString(Qt::ISODate)));
        QVERIFY(!found || holidays.contains(PublicHoliday{day, *found}));
    }
}

void PublicHolidaysTest::theListIsWhole()
{
    std::set<QString> laender;
    std::set<std::pair<QString, int>> lines;
    const auto list = published();
    for (const Published &line : list) {
        lines.emplace(line.where, line.year);
        QVERIFY(line.year >= 2020 && line.year <= 2029);
        if (!line.where.contains(u'/'))
            laender.insert(line.where);
    }
    QCOMPARE(laender.size(), std::size_t{16});
    // Sixteen Länder and four kinds of towns, ten years each.
    QCOMPARE(lines.size(), std::size_t{200});
}

void PublicHolidaysTest::haveTheirNames_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<Land>("where");
    QTest::addColumn<Holiday>("holiday");
    const auto row = [](const char *name, QDate day, Land where, Holiday holiday) {
        QTest::newRow(name) << day << where << holiday;
    };
    row("Neujahr", QDate(2026, 1, 1), Land::HH, Holiday::NewYear);
    row("Heilige Drei Könige", QDate(2026, 1, 6), Land::BW, Holiday::Epiphany);
    row("Frauentag", QDate(2026, 3, 8), Land::BE, Holiday::WomensDay);
    row("Karfreitag", QDate(2026, 4, 3), Land::NI, Holiday::GoodFriday);
    row("Ostersonntag", QDate(2026, 4, 5), Land::BB, Holiday::EasterSunday);
    row("Ostermontag", QDate(2026, 4, 6), Land::SH, Holiday::EasterMonday);
    row("Tag der Arbeit", QDate(2026, 5, 1), Land::HB, Holiday::LabourDay);
    row("Tag der Befreiung", QDate(2025, 5, 8), Land::BE, Holiday::LiberationDay);
    row("Christi Himmelfahrt", QDate(2026, 5, 14), Land::RP, Holiday::AscensionDay);
    row("Pfingstsonntag", QDate(2026, 5, 24), Land::BB, Holiday::WhitSunday);
    row("Pfingstmontag", QDate(2026, 5, 25), Land::HE, Holiday::WhitMonday);
    row("Fronleichnam", QDate(2026, 6, 4), Land::NW, Holiday::CorpusChristi);
    row("75 Jahre Volksaufstand", QDate(2028, 6, 17), Land::BE, Holiday::UprisingDay);
    row("Augsburger Friedensfest", QDate(2026, 8, 8), Land::BY, Holiday::PeaceFestival);
    row("Mariä Himmelfahrt", QDate(2026, 8, 15), Land::SL, Holiday::AssumptionDay);
    row("Weltkindertag", QDate(2026, 9, 20), Land::TH, Holiday::ChildrensDay);
    row("Tag der Deutschen Einheit", QDate(2026, 10, 3), Land::ST, Holiday::UnityDay);
    row("Reformationstag", QDate(2026, 10, 31), Land::MV, Holiday::ReformationDay);
    row("Allerheiligen", QDate(2026, 11, 1), Land::BY, Holiday::AllSaints);
    row("Buß- und Bettag", QDate(2026, 11, 18), Land::SN, Holiday::RepentanceDay);
    row("1. Weihnachtstag", QDate(2026, 12, 25), Land::TH, Holiday::ChristmasDay);
    row("2. Weihnachtstag", QDate(2026, 12, 26), Land::TH, Holiday::SecondChristmasDay);
}

void PublicHolidaysTest::haveTheirNames()
{
    QFETCH(const QDate, day);
    QFETCH(const Land, where);
    QFETCH(const Holiday, holiday);
    QCOMPARE(holidayOn(day, where, kAllRules), std::optional(holiday));
}

// The tables of the church; the last four are the cases in which the plain cycle of the moon would be wrong.
void PublicHolidaysTest::followEasterThroughTheCenturies_data()
{
    QTest::addColumn<QDate>("easterSunday");
    for (const QDate day :
         {QDate(1818, 3, 22), QDate(1943, 4, 25), QDate(1999, 4, 4), QDate(2000, 4, 23), QDate(2008, 3, 23),
          QDate(2011, 4, 24), QDate(2019, 4, 21), QDate(2030, 4, 21), QDate(2038, 4, 25), QDate(2285, 3, 22),
          QDate(1954, 4, 18), QDate(1981, 4, 19), QDate(2049, 4, 18), QDate(2076, 4, 19)})
        QTest::newRow(qPrintable(day.toString(Qt::ISODate))) << day;
}

void PublicHolidaysTest::followEasterThroughTheCenturies()
{
    QFETCH(const QDate, easterSunday);
    QCOMPARE(holidayOn(easterSunday, Land::BB, kNoRules), std::optional(Holiday::EasterSunday));
}

void PublicHolidaysTest::holdOnlyWhereTheLawSays_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("where");
    QTest::addColumn<bool>("holiday");
    const auto row = [](const char *sentence, QDate day, const QString &where, bool holiday) {
        QTest::newRow(sentence) << day << where << holiday;
    };
    row("Reformationstag 2016: in Sachsen", QDate(2016, 10, 31), u"SN"_s, true);
    row("Reformationstag 2016: not yet in Hamburg", QDate(2016, 10, 31), u"HH"_s, false);
    row("Reformationstag 2017: once in Bayern", QDate(2017, 10, 31), u"BY"_s, true);
    row("Reformationstag 2017: once in Berlin", QDate(2017, 10, 31), u"BE"_s, true);
    row("Reformationstag 2017: in Sachsen as ever", QDate(2017, 10, 31), u"SN"_s, true);
    row("Reformationstag 2018: from now on in Hamburg", QDate(2018, 10, 31), u"HH"_s, true);
    row("Reformationstag 2018: in Bremen", QDate(2018, 10, 31), u"HB"_s, true);
    row("Reformationstag 2018: in Niedersachsen", QDate(2018, 10, 31), u"NI"_s, true);
    row("Reformationstag 2018: in Schleswig-Holstein", QDate(2018, 10, 31), u"SH"_s, true);
    row("Reformationstag 2018: no longer in Bayern", QDate(2018, 10, 31), u"BY"_s, false);
    row("Frauentag 2018: not yet in Berlin", QDate(2018, 3, 8), u"BE"_s, false);
    row("Frauentag 2019: in Berlin", QDate(2019, 3, 8), u"BE"_s, true);
    row("Frauentag 2022: not yet in Mecklenburg-Vorpommern", QDate(2022, 3, 8), u"MV"_s, false);
    row("Frauentag 2023: in Mecklenburg-Vorpommern", QDate(2023, 3, 8), u"MV"_s, true);
    row("Weltkindertag 2018: not yet in Thüringen", QDate(2018, 9, 20), u"TH"_s, false);
    row("Weltkindertag 2019: in Thüringen", QDate(2019, 9, 20), u"TH"_s, true);
    row("8 May 2020: in Berlin", QDate(2020, 5, 8), u"BE"_s, true);
    row("8 May 2021: a working day in Berlin", QDate(2021, 5, 8), u"BE"_s, false);
    row("8 May 2025: not in Brandenburg", QDate(2025, 5, 8), u"BB"_s, false);
    row("Ostersonntag is a Sunday in Hessen", QDate(2026, 4, 5), u"HE"_s, false);
    row("Friedensfest: in Augsburg", QDate(2026, 8, 8), u"BY/peace_festival"_s, true);
    row("Friedensfest: not in Munich", QDate(2026, 8, 8), u"BY/assumption"_s, false);
    row("Friedensfest: in no town of Sachsen, whatever its rules", QDate(2026, 8, 8), u"SN/peace_festival"_s, false);
    row("Mariä Himmelfahrt: not in Nürnberg", QDate(2026, 8, 15), u"BY"_s, false);
    row("Fronleichnam: not in Dresden", QDate(2026, 6, 4), u"SN"_s, false);
    row("Fronleichnam: in Crostwitz", QDate(2026, 6, 4), u"SN/corpus_christi"_s, true);
    row("Fronleichnam: in Heilbad Heiligenstadt", QDate(2026, 6, 4), u"TH/corpus_christi"_s, true);
    row("Fronleichnam: in Köln without a rule", QDate(2026, 6, 4), u"NW"_s, true);
}

void PublicHolidaysTest::holdOnlyWhereTheLawSays()
{
    QFETCH(const QDate, day);
    QFETCH(const QString, where);
    QFETCH(const bool, holiday);
    QCOMPARE(holidayOn(day, land(where), rules(where)).has_value(), holiday);
}

void PublicHolidaysTest::aDayWithTwoHolidaysIsListedTwiceAndNamedOnce()
{
    const QDate both(2008, 5, 1);
    const auto year = holidaysOf(Land::HB, kNoRules, 2008);
    QVERIFY(year.contains(PublicHoliday{both, Holiday::AscensionDay}));
    QVERIFY(year.contains(PublicHoliday{both, Holiday::LabourDay}));
    QCOMPARE(holidayOn(both, Land::HB, kNoRules), std::optional(Holiday::AscensionDay));
}

void PublicHolidaysTest::withoutALandThereAreTheNineOfAll()
{
    QCOMPARE(holidaysOf(std::nullopt, kAllRules, 2026).size(), 9);
    QVERIFY(!allows(std::nullopt, kAllRules));
    QVERIFY(allows(std::nullopt, kNoRules));
    QVERIFY(allows(Land::BY, {.corpusChristi = false, .assumption = true, .peaceFestival = true}));
    QVERIFY(!allows(Land::BY, kAllRules));
    QVERIFY(allows(Land::TH, {.corpusChristi = true, .assumption = false, .peaceFestival = false}));
    QVERIFY(!allows(Land::SL, {.corpusChristi = false, .assumption = true, .peaceFestival = false}));
}

void PublicHolidaysTest::everyLandHasItsCode()
{
    QCOMPARE(codeOf(Land::BW), u"BW"_s);
    QCOMPARE(codeOf(Land::TH), u"TH"_s);
    QCOMPARE(landOf(u"SH"), std::optional(Land::SH));
    QVERIFY(!landOf(u"XX") && !landOf(u"by") && !landOf(u""));
    for (int i = 0; i < 16; ++i)
        QCOMPARE(landOf(codeOf(static_cast<Land>(i))), std::optional(static_cast<Land>(i)));
}

QTEST_GUILESS_MAIN(PublicHolidaysTest)
#include "PublicHolidaysTest.moc"
