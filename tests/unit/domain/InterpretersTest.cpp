// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Interpreters.h"

#include "shared/domain/town/Validate.h"

#include <QDateTime>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::town;
using namespace Qt::StringLiterals;

//! Who can be reached when, who knows which language, and who comes first.
class InterpretersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReachable_data();
    void isReachable();
    void tellsLanguagesOfSigns_data();
    void tellsLanguagesOfSigns();
    void findsALanguageUnderItsTags();
    void ranksWhoeverIsThereFirst();
    void listsEachLanguageOnce();
    void refusesWhatNobodyCanUse_data();
    void refusesWhatNobodyCanUse();
};

namespace {

constexpr int kHour = 60;

QTimeZone zone()
{
    return QTimeZone("Europe/Berlin");
}

Instant at(const QString &text)
{
    const QDateTime time(QDate::fromString(text.left(10), Qt::ISODate), QTime::fromString(text.mid(11), u"HH:mm"_s),
                         zone());
    return Instant(milliseconds(time.toMSecsSinceEpoch()));
}

QString text(const Reachable &reachable)
{
    const QString when = reachable.when == Reachable::When::Now     ? u"now"_s
                         : reachable.when == Reachable::When::Later ? u"later"_s
                                                                    : u"by arrangement"_s;
    if (!reachable.at)
        return when;
    const auto time = QDateTime::fromMSecsSinceEpoch(reachable.at->time_since_epoch().count(), zone());
    return when + time.toString(u" ddHH:mm"_s);
}

Interpreter named(const QString &name, const QStringList &languages, const QList<hours::Range> &hours = {},
                  std::uint64_t id = 1)
{
    return {.id = InterpreterId::fromBits({9, id}),
            .name = name,
            .languages = languages,
            .phone = u"0941 1234"_s,
            .hours = hours};
}

QStringList namesOf(const QList<Interpreter> &list)
{
    QStringList names;
    for (const Interpreter &one : list)
        names.append(one.name);
    return names;
}

} // namespace

// 2 March 2026 is a Monday; in the night to 29 March the clocks go forward.
void InterpretersTest::isReachable_data()
{
    QTest::addColumn<QList<hours::Range>>("hours");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("expected");
    const QList<hours::Range> morning{{1, 8 * kHour, 12 * kHour}};
    QTest::newRow("without hours") << QList<hours::Range>{} << u"2026-03-02 09:00"_s << u"by arrangement"_s;
    QTest::newRow("the first minute") << morning << u"2026-03-02 08:00"_s << u"now 0212:00"_s;
    QTest::newRow("the minute before") << morning << u"2026-03-02 07:59"_s << u"later 0208:00"_s;
    QTest::newRow("the last minute") << morning << u"2026-03-02 11:59"_s << u"now 0212:00"_s;
    QTest::newRow("the end is out") << morning << u"2026-03-02 12:00"_s << u"later 0908:00"_s;
    QTest::newRow("another day") << morning << u"2026-03-04 09:00"_s << u"later 0908:00"_s;
    QTest::newRow("hours that meet are one")
        << QList<hours::Range>{{1, 8 * kHour, 12 * kHour}, {1, 12 * kHour, 18 * kHour}} << u"2026-03-02 09:00"_s
        << u"now 0218:00"_s;
    QTest::newRow("over midnight") << QList<hours::Range>{{1, 22 * kHour, 24 * kHour}, {2, 0, 6 * kHour}}
                                   << u"2026-03-02 23:00"_s << u"now 0306:00"_s;
    QTest::newRow("between two ranges") << QList<hours::Range>{{1, 8 * kHour, 12 * kHour}, {1, 14 * kHour, 18 * kHour}}
                                        << u"2026-03-02 13:00"_s << u"later 0214:00"_s;
    QTest::newRow("in the night of the missing hour")
        << QList<hours::Range>{{7, 0, 6 * kHour}} << u"2026-03-29 03:30"_s << u"now 2906:00"_s;
    QList<hours::Range> always;
    for (int day = 1; day <= 7; ++day)
        always.append({day, 0, 24 * kHour});
    QTest::newRow("day and night") << always << u"2026-03-02 09:00"_s << u"now"_s;
}

void InterpretersTest::isReachable()
{
    QFETCH(const QList<hours::Range>, hours);
    QFETCH(const QString, now);
    QTEST(text(reachable(named(u"Demir"_s, {u"tr"_s}, hours), zone(), at(now))), "expected");
}

void InterpretersTest::tellsLanguagesOfSigns_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<bool>("signs");
    QTest::newRow("German sign language") << u"gsg"_s << true;
    QTest::newRow("with a country") << u"gsg-DE"_s << true;
    QTest::newRow("the older way") << u"sgn-DE"_s << true;
    QTest::newRow("American sign language") << u"ase"_s << true;
    QTest::newRow("German") << u"de"_s << false;
    QTest::newRow("Dari") << u"prs"_s << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a part of a tag") << u"gs"_s << false;
}

void InterpretersTest::tellsLanguagesOfSigns()
{
    QFETCH(const QString, tag);
    QTEST(isSignLanguage(tag), "signs");
}

void InterpretersTest::findsALanguageUnderItsTags()
{
    const Interpreter one = named(u"Demir"_s, {u"pt-BR"_s, u"sgn-DE"_s});
    QCOMPARE(knownAs(one, u"pt"_s), u"pt-BR"_s);
    QCOMPARE(knownAs(one, u"PT-pt"_s), u"pt-BR"_s);
    QCOMPARE(knownAs(one, u"sgn-DE"_s), u"sgn-DE"_s);
    QCOMPARE(knownAs(one, u"sgn-CH"_s), QString());
    QCOMPARE(knownAs(one, u"tr"_s), QString());
    QCOMPARE(knownAs(one, {}), QString());
}

void InterpretersTest::ranksWhoeverIsThereFirst()
{
    const QList<Interpreter> all{
        named(u"by arrangement"_s, {u"tr"_s}), named(u"tomorrow"_s, {u"tr"_s}, {{2, 480, 720}}),
        named(u"other language"_s, {u"uk"_s}, {{1, 480, 720}}), named(u"later today"_s, {u"tr"_s}, {{1, 840, 900}}),
        named(u"now"_s, {u"ku"_s, u"tr"_s}, {{1, 480, 720}})};
    const Instant now = at(u"2026-03-02 09:00"_s);
    QCOMPARE(namesOf(rankedFor(all, u"tr"_s, zone(), now)),
             (QStringList{u"now"_s, u"later today"_s, u"tomorrow"_s, u"by arrangement"_s}));
    QCOMPARE(namesOf(rankedFor(all, {}, zone(), now)),
             (QStringList{u"other language"_s, u"now"_s, u"later today"_s, u"tomorrow"_s, u"by arrangement"_s}));
    QCOMPARE(namesOf(rankedFor(all, u"fi"_s, zone(), now)), QStringList());
}

void InterpretersTest::listsEachLanguageOnce()
{
    QCOMPARE(languagesOf({named(u"a"_s, {u"tr"_s, u"gsg"_s}), named(u"b"_s, {u"ar"_s, u"tr"_s})}),
             (QStringList{u"ar"_s, u"gsg"_s, u"tr"_s}));
}

void InterpretersTest::refusesWhatNobodyCanUse_data()
{
    QTest::addColumn<Interpreter>("interpreter");
    QTest::addColumn<QString>("field");
    const Interpreter good = named(u"Demir"_s, {u"tr"_s}, {{1, 480, 720}});
    const auto row = [&good](const char *name, const QString &field, const auto &change) {
        Interpreter one = good;
        change(one);
        QTest::newRow(name) << one << field;
    };
    row("as it should be", {}, [](Interpreter &) {});
    row("an address instead of a phone", {}, [](Interpreter &one) {
        one.phone.clear();
        one.email = u"demir@dienst.example"_s;
    });
    row("no name", u"name"_s, [](Interpreter &one) { one.name.clear(); });
    row("no language", u"languages"_s, [](Interpreter &one) { one.languages.clear(); });
    row("no tag", u"languages[0]"_s, [](Interpreter &one) { one.languages = {u"Türkisch"_s}; });
    row("twice the same", u"languages[1]"_s, [](Interpreter &one) { one.languages = {u"tr"_s, u"tr"_s}; });
    row("no way to reach them", u"phone"_s, [](Interpreter &one) { one.phone.clear(); });
    row("a phone of letters", u"phone"_s, [](Interpreter &one) { one.phone = u"call me"_s; });
    row("half an address", u"email"_s, [](Interpreter &one) { one.email = u"demir@"_s; });
    row("an address with a blank", u"email"_s, [](Interpreter &one) { one.email = u"de mir@a.example"_s; });
    row("hours on no day", u"hours[0]"_s, [](Interpreter &one) { one.hours = {{0, 480, 720}}; });
    row("an end before the beginning", u"hours[0]"_s, [](Interpreter &one) { one.hours = {{1, 720, 480}}; });
    row("a note of two lines", u"note"_s, [](Interpreter &one) { one.note = u"a\nb"_s; });
}

void InterpretersTest::refusesWhatNobodyCanUse()
{
    QFETCH(const Interpreter, interpreter);
    QFETCH(const QString, field);
    Town town;
    put(town, interpreter);
    const QList<Fault> faults = validate(interpreter, town);
    QCOMPARE(faults.isEmpty(), field.isEmpty());
    if (!faults.isEmpty())
        QCOMPARE(faults.first().field, field);
}

QTEST_GUILESS_MAIN(InterpretersTest)
#include "InterpretersTest.moc"
