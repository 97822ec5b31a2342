// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/ChangeWords.h"

#include "tests/unit/clerk-app/AdminKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using clerk::model::ChangeWords;

//! The log of changes and conflicts, in words instead of in the form in which they are kept.
class ChangeWordsTest : public QObject
{
    Q_OBJECT

    using Edit = std::function<void(town::Office &)>;

    static QStringList sentences(const town::Value &before, const town::Value &after)
    {
        QStringList list;
        for (const auto &one : protocol::differences(before, after))
            list.append(
                ChangeWords::sentence(ChangeWords::of(town::kindOf(town::keyOf(after)), one, adminTown()), false));
        return list;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void tellsWhatChangedInAnOffice_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const Edit &edit, const QString &sentence) {
            QTest::newRow(name) << edit << sentence;
        };
        row(
            "a name", [](town::Office &one) { one.name = u"Rathaus"_s; }, u"Name: Bürgerservice → Rathaus"_s);
        row(
            "a name that looks like a number", [](town::Office &one) { one.name = u"115"_s; },
            u"Name: Bürgerservice → 115"_s);
        row(
            "other hours of a day",
            [](town::Office &one) {
                one.hours = hours::everyWeek({{1, 540, 660}, {4, 810, 1080}});
            },
            u"Opening hours: Mon 08:00–12:00 (virtual) → Mon 09:00–11:00 (virtual)"_s);
        row(
            "a day more",
            [](town::Office &one) {
                one.hours = hours::everyWeek({{1, 480, 720}, {2, 480, 600}, {4, 810, 1080}});
            },
            u"Opening hours: new Tue 08:00–10:00 (virtual)"_s);
        row(
            "a day less",
            [](town::Office &one) {
                one.hours = hours::everyWeek({{1, 480, 720}});
            },
            u"Opening hours: no longer Thu 13:30–18:00 (virtual)"_s);
        row(
            "an exception",
            [](town::Office &one) {
                one.hours.exceptions = {{.from = QDate(2026, 12, 24),
                                         .until = QDate(2026, 12, 24),
                                         .meeting = hours::Meeting::Virtual,
                                         .ranges = {},
                                         .note = u"Heiligabend"_s}};
            },
            u"Opening hours: new 24.12.2026 (virtual): closed, Heiligabend"_s);
        row(
            "the staff", [](town::Office &one) { one.staff[1].isHead = true; },
            u"Staff: Herr Meier → Herr Meier (heads this office)"_s);
        row(
            "the roster",
            [](town::Office &one) {
                one.roster = {{kBurger, kMe, {}, {1, 480, 600}}};
            },
            u"Roster: new Frau Schmidt: Mon 08:00–10:00"_s);
        row(
            "a threshold", [](town::Office &one) { one.settings.queueLimit = 30; },
            u"Thresholds: Most people waiting: no limit → Most people waiting: 30"_s);
        row(
            "the department", [](town::Office &one) { one.department.reset(); },
            u"Department: no longer Einwohnermeldeamt"_s);
        row(
            "what is asked", [](town::Office &one) { one.askName = false; }, u"Ask for the name: yes → no"_s);
        row(
            "texts",
            [](town::Office &one) {
                one.texts.closed = {{u"de"_s, u"Heute zu"_s}};
            },
            u"Texts: new while closed, German: Heute zu"_s);
    }
    void tellsWhatChangedInAnOffice()
    {
        QFETCH(Edit, edit);
        QFETCH(QString, sentence);
        town::Office office = adminTown().offices.first();
        edit(office);
        QCOMPARE(sentences(adminTown().offices.first(), office), QStringList(sentence));
    }

    void tellsWhatChangedElsewhere()
    {
        town::Authority authority = adminTown().authority;
        authority.calendar.land = hours::Land::BE;
        authority.calendar.closedDays = {{.first = QDate(2026, 12, 31),
                                          .last = QDate(2026, 12, 31),
                                          .everyYear = true,
                                          .fromMinute = 720,
                                          .note = {}}};
        QCOMPARE(
            sentences(adminTown().authority, authority),
            (QStringList{u"Closed days: new 31.12.2026 of every year from 12:00 on"_s, u"State: Bayern → Berlin"_s}));
        town::Account account = adminTown().accounts.last();
        account.disabled = true;
        QCOMPARE(sentences(adminTown().accounts.last(), account), QStringList(u"Disabled: no → yes"_s));
        town::Concern concern = adminTown().concerns.first();
        concern.length = minutes(20);
        concern.checklist = {{{u"de"_s, u"Personalausweis"_s}}};
        QCOMPARE(sentences(adminTown().concerns.first(), concern),
                 (QStringList{u"Checklist: new German: Personalausweis"_s, u"Length: new 20 minute(s)"_s}));
    }

    void anotherOrderAloneIsTold()
    {
        town::Authority authority = adminTown().authority;
        authority.languages = {u"en"_s, u"de"_s};
        QCOMPARE(sentences(adminTown().authority, authority),
                 QStringList(u"Languages: German; English → English; German"_s));
    }

    void aPasswordIsNamedAndNotTold()
    {
        const auto words = ChangeWords::of(town::Kind::Account, {u"password"_s, {}, {}}, adminTown());
        QCOMPARE(ChangeWords::sentence(words, false), u"Password"_s);
    }

    void whatCannotBeReadIsShownAsItIs()
    {
        const protocol::FieldDifference cut{u"hours"_s, {}, u"{\"periods\":[{\"fr"_s};
        QCOMPARE(ChangeWords::of(town::Kind::Office, cut, adminTown()).after, QStringList(cut.after));
    }
};

QTEST_GUILESS_MAIN(ChangeWordsTest)
#include "ChangeWordsTest.moc"
