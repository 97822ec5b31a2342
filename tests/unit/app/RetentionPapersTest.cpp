// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/RetentionPapers.h"
#include "server/app/RetentionWords.h"
#include "server/store/Resources.h"

#include <QMap>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace sprechtag;
using namespace sprechtag::app;
using namespace Qt::StringLiterals;
using broker::retention::kRules;
using broker::retention::Place;
using broker::retention::Record;
using broker::retention::Rule;

namespace {

const QDate kDay(2026, 11, 22);
constexpr std::chrono::days kFactsKept{90};

town::Town townNamed(const QString &office)
{
    town::Town town;
    town.authority.name = u"Stadt & Land"_s;
    town::Office one{.id = OfficeId::fromBits({1, 1}), .name = office, .letter = u"B"_s};
    one.settings.missedListed = minutes{45};
    one.settings.unreachableUntil = minutes{7};
    town.offices.append(one);
    return town;
}

//! All texts of a page, or nothing when it is no page that can be read.
QStringList textsOf(const QString &page)
{
    QStringList texts;
    QXmlStreamReader reader(page);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters && !reader.isWhitespace())
            texts.append(reader.text().toString());
    }
    return reader.hasError() ? QStringList() : texts;
}

//! Whom each table is about; nothing: the town, its offices and their hours, and no person.
const QMap<QString, std::optional<Record>> kTables{
    {u"authority"_s, std::nullopt},
    {u"offices"_s, std::nullopt},
    {u"forms"_s, std::nullopt},
    {u"form_files"_s, std::nullopt},
    {u"departments"_s, std::nullopt},
    {u"concerns"_s, std::nullopt},
    {u"words"_s, std::nullopt},
    {u"closed_days"_s, std::nullopt},
    {u"office_periods"_s, std::nullopt},
    {u"office_ranges"_s, std::nullopt},
    {u"office_exceptions"_s, std::nullopt},
    {u"office_exception_ranges"_s, std::nullopt},
    {u"office_settings"_s, std::nullopt},
    {u"office_concerns"_s, std::nullopt},
    {u"office_clerks"_s, Record::Account},
    {u"office_shifts"_s, Record::Account},
    {u"clerks"_s, Record::Account},
    {u"interpreters"_s, Record::Interpreter},
    {u"interpreter_hours"_s, Record::Interpreter},
    {u"second_factors"_s, Record::SecondFactor},
    {u"recovery_codes"_s, Record::SecondFactor},
    {u"sessions"_s, Record::Session},
    {u"setup_tokens"_s, Record::SetupToken},
    {u"change_log"_s, Record::ChangeLog},
    {u"changed_fields"_s, Record::ChangeLog},
    {u"visits"_s, Record::Visit},
    {u"answers"_s, Record::Answer},
    {u"facts"_s, Record::Facts},
    {u"facts_aside"_s, Record::Facts},
    {u"office_states"_s, Record::Facts},
    {u"day_totals"_s, Record::DayTotals},
    {u"day_lengths"_s, Record::DayTotals},
};

QStringList tablesOfTheDatabase()
{
    static const QRegularExpression kStatement(u"^(CREATE|DROP|ALTER) TABLE (\\w+)(?: RENAME TO (\\w+))?"_s,
                                               QRegularExpression::MultilineOption);
    QStringList tables;
    const auto scripts = store::migrationScripts();
    for (const QByteArray &script : scripts) {
        auto found = kStatement.globalMatch(QString::fromUtf8(script));
        while (found.hasNext()) {
            const auto match = found.next();
            if (match.captured(1) == u"CREATE"_s)
                tables.append(match.captured(2));
            else if (match.captured(1) == u"ALTER"_s)
                std::ranges::replace(tables, match.captured(2),
                                     match.captured(3).isEmpty() ? match.captured(2) : match.captured(3));
            else
                tables.removeAll(match.captured(2));
        }
    }
    return tables;
}

} // namespace

//! What the data protection officer reads is what the program does.
class RetentionPapersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothPapersNameEverythingThatIsKept_data();
    void bothPapersNameEverythingThatIsKept();
    void everyTableOfTheDatabaseIsInThePlan();
    void theOfficesOwnPeriodsAreThere();
    void namesAreTextAndNoMarkup();
    void aTownMayKeepFactsForAnotherTime();
    void periodsAreSaidInWords_data();
    void periodsAreSaidInWords();
};

void RetentionPapersTest::bothPapersNameEverythingThatIsKept_data()
{
    QTest::addColumn<QString>("page");
    const town::Town town = townNamed(u"Bürgerservice"_s);
    QTest::newRow("deletion plan") << deletionPlan(town, kDay, kFactsKept);
    QTest::newRow("record of processing activities") << processingRecord(town, kDay, kFactsKept);
}

void RetentionPapersTest::bothPapersNameEverythingThatIsKept()
{
    QFETCH(QString, page);
    const QStringList texts = textsOf(page);
    for (const Rule &rule : kRules) {
        const RecordWords words = wordsOf(rule.record);
        const auto row = texts.indexOf(words.what);
        QVERIFY2(row >= 0, qPrintable(words.what));
        QCOMPARE(texts.mid(row, 4), (QStringList{words.what, wordsOf(rule.place), periodWords(rule), words.erased}));
        QVERIFY2(texts.contains(wordsOf(rule.activity).title), qPrintable(words.what));
    }
    QVERIFY(page.contains(u"November 22, 2026"_s));
}

void RetentionPapersTest::everyTableOfTheDatabaseIsInThePlan()
{
    const QStringList tables = tablesOfTheDatabase();
    QVERIFY(tables.size() > 20);
    for (const QString &table : tables)
        QVERIFY2(kTables.contains(table), qPrintable(u"what is kept in %1, and for how long?"_s.arg(table)));
    for (const auto &[table, record] : kTables.asKeyValueRange()) {
        QVERIFY2(tables.contains(table), qPrintable(table));
        if (record)
            QCOMPARE(broker::retention::ruleOf(*record).place, Place::Database);
    }
    for (const Rule &rule : kRules) {
        const bool kept = rule.place != Place::Database || kTables.values().contains(std::optional(rule.record));
        // The rows of a visit have an earlier end when nobody answers or the line is lost.
        QVERIFY(kept || rule.record == Record::MissedVisit || rule.record == Record::UnreachableVisit);
    }
}

void RetentionPapersTest::theOfficesOwnPeriodsAreThere()
{
    const QStringList texts = textsOf(deletionPlan(townNamed(u"Bürgerservice"_s), kDay, kFactsKept));
    const auto row = texts.indexOf(u"Bürgerservice"_s);
    QVERIFY(row >= 0);
    QCOMPARE(texts.mid(row, 3), (QStringList{u"Bürgerservice"_s, u"45 minutes"_s, u"7 minutes"_s}));
}

void RetentionPapersTest::namesAreTextAndNoMarkup()
{
    const QString page = processingRecord(townNamed(u"<script>alert(1)</script>"_s), kDay, kFactsKept);
    QVERIFY(!page.contains(u"<script"_s));
    const QStringList texts = textsOf(page);
    QVERIFY(texts.contains(u"<script>alert(1)</script>"_s) && texts.contains(u"Stadt & Land"_s));
}

void RetentionPapersTest::aTownMayKeepFactsForAnotherTime()
{
    const town::Town town = townNamed(u"Bürgerservice"_s);
    const QString what = wordsOf(Record::Facts).what;
    for (const QString &page :
         {deletionPlan(town, kDay, std::chrono::days{30}), processingRecord(town, kDay, std::chrono::days{30})}) {
        const QStringList texts = textsOf(page);
        QCOMPARE(texts.value(texts.indexOf(what) + 2), u"30 days"_s);
    }
}

void RetentionPapersTest::periodsAreSaidInWords_data()
{
    QTest::addColumn<int>("record");
    QTest::addColumn<QString>("words");
    QTest::newRow("at once") << static_cast<int>(Record::Visit) << u"at once"_s;
    QTest::newRow("minutes") << static_cast<int>(Record::Answer) << u"60 minutes"_s;
    QTest::newRow("seconds") << static_cast<int>(Record::DrawCredit) << u"60 seconds"_s;
    QTest::newRow("by the last use too") << static_cast<int>(Record::Session) << u"12 hours, or 2 hours without use"_s;
    QTest::newRow("in days") << static_cast<int>(Record::Facts) << u"90 days"_s;
    QTest::newRow("none") << static_cast<int>(Record::Account) << u"no fixed period"_s;
}

void RetentionPapersTest::periodsAreSaidInWords()
{
    QFETCH(int, record);
    QFETCH(QString, words);
    QCOMPARE(periodWords(broker::retention::ruleOf(static_cast<Record>(record))), words);
}

QTEST_GUILESS_MAIN(RetentionPapersTest)
#include "RetentionPapersTest.moc"
