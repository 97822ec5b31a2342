// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/LettersOfDay.h"

#include <QTest>

using namespace sprechtag;
using namespace Qt::StringLiterals;

namespace {

const OfficeId kFirst = OfficeId::fromBits({6, 1});
const OfficeId kSecond = OfficeId::fromBits({6, 2});
const OfficeId kGone = OfficeId::fromBits({6, 3});

Instant at(int day, int hour)
{
    return std::chrono::sys_days{std::chrono::year{2026} / 3 / day} + std::chrono::hours{hour};
}

broker::LoggedChange letterChange(OfficeId office, Instant when, const QString &before, const QString &after)
{
    return {.seq = 1,
            .at = when,
            .clerk = {},
            .clerkName = {},
            .kind = town::Kind::Office,
            .id = QString::fromStdString(office.text()),
            .fields = {{u"letter"_s, before, after}}};
}

// The first was A until the third at noon and is C now; then the second, which was B, became A. The one that is gone
// had the X until the fifth.
const QList<broker::LoggedChange> kLog{letterChange(kGone, at(5, 9), u"X"_s, {}),
                                       letterChange(kSecond, at(3, 13), u"B"_s, u"A"_s),
                                       letterChange(kFirst, at(3, 12), u"A"_s, u"C"_s)};

} // namespace

//! Which offices gave numbers with a letter on a day that is over.
class LettersOfDayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhoHadTheLetter_data();
    void findsWhoHadTheLetter();
};

void LettersOfDayTest::findsWhoHadTheLetter_data()
{
    using Offices = std::set<OfficeId>;
    QTest::addColumn<QString>("letter");
    QTest::addColumn<int>("day");
    QTest::addColumn<Offices>("offices");
    QTest::newRow("as it is now") << u"A"_s << 4 << Offices{kSecond};
    QTest::newRow("before the change") << u"A"_s << 2 << Offices{kFirst};
    QTest::newRow("both, on the day of the change") << u"A"_s << 3 << Offices{kFirst, kSecond};
    QTest::newRow("a letter that nobody has any more") << u"B"_s << 2 << Offices{kSecond};
    QTest::newRow("and that nobody had any more") << u"B"_s << 4 << Offices{};
    QTest::newRow("before the first had it") << u"C"_s << 2 << Offices{};
    QTest::newRow("an office that is gone") << u"X"_s << 4 << Offices{kGone};
    QTest::newRow("on its last day") << u"X"_s << 5 << Offices{kGone};
    QTest::newRow("and afterwards") << u"X"_s << 6 << Offices{};
}

void LettersOfDayTest::findsWhoHadTheLetter()
{
    QFETCH(QString, letter);
    QFETCH(int, day);
    QFETCH(std::set<OfficeId>, offices);
    town::Town town;
    town.authority.calendar.zone = QTimeZone::utc();
    town.offices = {{.id = kFirst, .name = u"Meldeamt"_s, .letter = u"C"_s},
                    {.id = kSecond, .name = u"Zulassung"_s, .letter = u"A"_s}};
    QVERIFY(app::officesWithLetter(letter, QDate(2026, 3, day), town, kLog) == offices);
}

QTEST_GUILESS_MAIN(LettersOfDayTest)
#include "LettersOfDayTest.moc"
