// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/Language.h"
#include "clerk-app/view/AdminWindow.h"
#include "clerk-app/view/ClearStyle.h"
#include "tests/unit/clerk-app/AdminKit.h"
#include "tests/unit/clerk-app/ScreenKit.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QTranslator>
#include <QTreeWidget>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using clerk::view::AdminWindow;

//! Paints the administration, light, dark and in high contrast, and with letters of twice the size.
class AdminScreensTest : public QObject
{
    Q_OBJECT

    QTranslator m_words;

    static town::Town fullTown()
    {
        town::Town town = adminTown();
        town::Office &office = town.offices.first();
        office.hours.exceptions = {{.from = QDate(2026, 3, 5),
                                    .until = QDate(2026, 3, 5),
                                    .meeting = hours::Meeting::Virtual,
                                    .ranges = {{0, 540, 660}},
                                    .note = u"Personalversammlung"_s}};
        office.roster = {{kBurger, kMe, {}, {1, 480, 600}}, {kBurger, kColleague, QDate(2026, 3, 9), {}}};
        for (int i = 2; i <= 8; ++i) {
            town::Office other{
                .id = OfficeId::fromBits({3, std::uint64_t(i)}), .name = u"Büro %1"_s.arg(i), .letter = {}};
            other.letter = QChar(u'A' + i);
            other.version = 1;
            town.offices.append(other);
        }
        return town;
    }
    static wire::AdminOfficeFigures forecasts()
    {
        const auto other = [](std::uint64_t n) { return OfficeId::fromBits({3, n}); };
        return {{},
                {{kBurger, {.today = 84, .week = 91, .month = 88}},
                 {other(2), {.today = {}, .week = 71, .month = 79}},
                 {other(3), {.today = {}, .week = {}, .month = 95}},
                 {other(4), {}}}};
    }
    static QString hoursText(const hours::OpeningHours &hours)
    {
        town::Office before{.id = kBurger, .name = {}, .letter = {}};
        town::Office after = before;
        after.hours = hours;
        return protocol::differences(town::Value(before), town::Value(after)).first().after;
    }
    static QString hoursBefore() { return hoursText(hours::everyWeek({{1, 480, 720}})); }
    static QString hoursAfter() { return hoursText(hours::everyWeek({{1, 480, 720}, {4, 810, 1080}})); }
    static void shoot(AdminWindow &window, const QString &name, int scroll = 0)
    {
        window.show();
        QCoreApplication::processEvents();
        if (auto *form = window.findChild<QScrollArea *>(u"townForm"_s))
            form->verticalScrollBar()->setValue(form->verticalScrollBar()->maximum() * scroll / 100);
        QCoreApplication::processEvents();
        keep(window.grab().toImage(), name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(clerk::app::loadWords(m_words, u"de"_s));
        QCoreApplication::installTranslator(&m_words);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QApplication::setStyle(new clerk::view::ClearStyle);
    }

    void paintsTheAdministration_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<int>("percent");
        QTest::newRow("light") << QApplication::style()->standardPalette() << 100;
        QTest::newRow("dark") << dark() << 100;
        QTest::newRow("contrast") << highContrast() << 100;
        QTest::newRow("large") << QApplication::style()->standardPalette() << 200;
    }
    void paintsTheAdministration()
    {
        QFETCH(QPalette, palette);
        QFETCH(int, percent);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QApplication::setPalette(palette);
        const QFont before = QApplication::font();
        QFont font = before;
        font.setPointSizeF(font.pointSizeF() * percent / 100);
        QApplication::setFont(font);
        {
            AdminDesk desk(fullTown());
            AdminWindow window(desk.administration, desk.clock);
            window.resize(percent > 100 ? QSize(1500, 900) : QSize(1080, 720));
            shoot(window, u"admin-authority-"_s + name);
            window.select(kBurger);
            shoot(window, u"admin-office-"_s + name);
            shoot(window, u"admin-hours-"_s + name, 22);
            shoot(window, u"admin-roster-"_s + name, 45);
            shoot(window, u"admin-thresholds-"_s + name, 75);
            desk.rename({});
            desk.administration.save(kBurger);
            shoot(window, u"admin-fault-"_s + name);
            desk.rename(u"Bürgerbüro"_s);
            desk.administration.save(kBurger);
            desk.conflict(u"Bürgeramt"_s);
            shoot(window, u"admin-conflict-"_s + name);
            window.select(kMove);
            shoot(window, u"admin-concern-"_s + name);
            window.select(kColleague);
            shoot(window, u"admin-account-"_s + name);
            auto *tree = window.findChild<QTreeWidget *>(u"adminTree"_s);
            tree->setCurrentItem(tree->topLevelItem(3));
            shoot(window, u"admin-offices-"_s + name);
            tree->setCurrentItem(tree->topLevelItem(tree->topLevelItemCount() - 2));
            desk.bring<wire::AdminFigures>(forecasts());
            shoot(window, u"admin-forecasts-"_s + name);
            tree->setCurrentItem(tree->topLevelItem(tree->topLevelItemCount() - 1));
            desk.bring<wire::AdminLog>(wire::AdminLogPage{
                {},
                {{7,
                  desk.clock.now(),
                  u"Frau Weber"_s,
                  town::Kind::Office,
                  town::textOf(kBurger),
                  3,
                  u"changed"_s,
                  {{u"hours"_s, hoursBefore(), hoursAfter()}, {u"name"_s, u"Bürgeramt"_s, u"Bürgerservice"_s}}}},
                {}});
            shoot(window, u"admin-log-"_s + name);
        }
        {
            town::Town town = fullTown();
            town.accounts.first().roles = {town::Role::HeadOfOffice};
            AdminDesk desk(town);
            AdminWindow window(desk.administration, desk.clock);
            window.resize(percent > 100 ? QSize(1500, 900) : QSize(1080, 720));
            window.select(kBurger);
            shoot(window, u"admin-head-"_s + name);
        }
        QApplication::setFont(before);
    }
};

QTEST_MAIN(AdminScreensTest)
#include "AdminScreensTest.moc"
