// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/clerk-app/SingleClickStyle.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QtPlugin>

using namespace sprechtag;
namespace model = sprechtag::clerk::model;
using namespace sprechtag::clerk::test;
namespace wire = sprechtag::protocol::clerk;

Q_IMPORT_PLUGIN(SingleClickStyles)

namespace {

//! Three people wait, and the window has the keyboard.
struct Lobby : Scene
{
    QTableView *table = find<QTableView>(u"lobbyTable"_s);

    Lobby()
    {
        for (std::uint64_t n = 1; n <= 3; ++n)
            draw(n, u"Kim"_s);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
    }
    void right(bool byName)
    {
        counter.mayCallNamed = byName;
        workplace.take(counter.snapshot());
    }
    void leave(std::uint64_t n) { workplace.take(counter.after(office::Leave{ticketId(n)})); }
    [[nodiscard]] bool selected() const { return table->selectionModel()->hasSelection(); }
};

} // namespace

class LobbyPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectsByOneClickAndCallsByTwoOnEveryDesktop()
    {
        QVERIFY(QApplication::setStyle(u"singleclick"_s));
        QCOMPARE(QApplication::style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick), 1);
        Lobby lobby;
        const QPoint second = lobby.table->visualRect(lobby.table->model()->index(1, 0)).center();
        QTest::mouseClick(lobby.table->viewport(), Qt::LeftButton, {}, second);
        QVERIFY(lobby.selected());
        QVERIFY2(lobby.port.sent.empty(), "to look at somebody is not to call them");
        QTest::mouseDClick(lobby.table->viewport(), Qt::LeftButton, {}, second);
        QVERIFY(std::get<wire::CallNamed>(lobby.port.take<wire::CallNamed>().command).ticket == ticketId(2));
    }

    void offersToCallByNameOnlyToWhoMay()
    {
        Lobby lobby;
        auto *button = lobby.find<QPushButton>(u"callSelectedButton"_s);
        lobby.table->selectRow(1);
        QVERIFY(button->isVisible() && button->isEnabled());
        lobby.right(false);
        QVERIFY2(!button->isVisible(), "the right was taken away, and it was the only office");
        QTest::keyClick(&lobby.window, Qt::Key_R, Qt::ControlModifier);
        QTest::keyClick(lobby.table, Qt::Key_Return);
        QVERIFY(lobby.port.sent.empty());
        QVERIFY(lobby.find<QLabel>(u"noticeText"_s)->text().startsWith(u"In this office you call the next person."_s));
        lobby.right(true);
        QVERIFY(button->isVisible() && button->isEnabled());
    }

    void saysWhyAnotherOfficeOffersIt()
    {
        Lobby lobby;
        Counter cars(2, u"Kfz-Zulassung"_s, u"K"_s, lobby.clock);
        lobby.workplace.take(cars.snapshot());
        lobby.table->selectRow(1);
        auto *button = lobby.find<QPushButton>(u"callSelectedButton"_s);
        QCOMPARE(button->toolTip(), u"Call in (Ctrl+R)"_s);
        lobby.right(false);
        QVERIFY(button->isVisible() && !button->isEnabled());
        QVERIFY(button->toolTip().startsWith(u"In this office you call the next person."_s));
    }

    void tellsWhatTheSelectedPersonHasAtHand()
    {
        Lobby lobby;
        auto *panel = lobby.find<QWidget>(u"personPanel"_s);
        lobby.table->selectRow(0);
        QVERIFY2(!panel->isVisible(), "the table says everything");
        QVERIFY(lobby.table->isColumnHidden(model::Lobby::PapersColumn));
        lobby.workplace.take(lobby.counter.afterTicks(1, {u"Ausweis"_s, u"Mietvertrag"_s}, {false, true}));
        QVERIFY(panel->isVisible());
        QCOMPARE(lobby.find<QLabel>(u"personWho"_s)->text(), u"B 001 · Kim · Wohnsitz ummelden · German"_s);
        QCOMPARE(lobby.find<QLabel>(u"personPapers"_s)->text(), u"Papers: 1 of 2. Not ticked: Ausweis"_s);
        lobby.table->selectRow(1);
        QVERIFY(!panel->isVisible());
        lobby.table->selectRow(0);
        lobby.leave(1);
        QVERIFY(!panel->isVisible());
    }

    void hasAColumnForPapersWhileSomebodyHasAny()
    {
        Lobby lobby;
        lobby.window.resize(1900, 740);
        QVERIFY(!lobby.table->isColumnHidden(model::Lobby::ConcernColumn));
        QVERIFY(lobby.table->isColumnHidden(model::Lobby::PapersColumn));
        lobby.workplace.take(lobby.counter.afterTicks(2, {u"Ausweis"_s}, {true}));
        lobby.draw(4, u"Robin"_s);
        QVERIFY(!lobby.table->isColumnHidden(model::Lobby::PapersColumn));
        lobby.leave(2);
        QVERIFY(lobby.table->isColumnHidden(model::Lobby::PapersColumn));
    }

    void callsNobodyElseWhenTheSelectedPersonHasLeft_data()
    {
        QTest::addColumn<int>("selected");
        QTest::newRow("the first") << 0;
        QTest::newRow("in the middle") << 1;
        QTest::newRow("the last") << 2;
    }
    void callsNobodyElseWhenTheSelectedPersonHasLeft()
    {
        QFETCH(int, selected);
        Lobby lobby;
        lobby.table->setFocus();
        lobby.table->selectRow(selected);
        lobby.leave(static_cast<std::uint64_t>(selected) + 1);
        QVERIFY(!lobby.selected());
        QTest::keyClick(&lobby.window, Qt::Key_R, Qt::ControlModifier);
        QTest::keyClick(lobby.table, Qt::Key_Return);
        QVERIFY(lobby.port.sent.empty());
    }

    void staysWithTheSelectedPersonWhenOthersLeave()
    {
        Lobby lobby;
        lobby.table->selectRow(1);
        lobby.leave(1);
        lobby.leave(3);
        QTest::keyClick(&lobby.window, Qt::Key_R, Qt::ControlModifier);
        QVERIFY(std::get<wire::CallNamed>(lobby.port.take<wire::CallNamed>().command).ticket == ticketId(2));
    }

    void beginsNoBreakWithASecondPressOfSpace()
    {
        Lobby lobby;
        lobby.workplace.take(lobby.counter.after(office::CallNext{kMe}));
        lobby.workplace.take(lobby.counter.after(office::NoShow{kMe, ticketId(1), lobby.counter.epoch(ticketId(1))}));
        lobby.table->selectRow(2);
        auto *readmit = lobby.find<QPushButton>(u"readmitButton"_s);
        QVERIFY(readmit->isVisible());
        readmit->setFocus();
        QTest::keyClick(readmit, Qt::Key_Space);
        answer(lobby.port.take<wire::ReadmitTicket>(), clerk::connection::Answer{});
        lobby.workplace.take(lobby.counter.after(office::Readmit{kMe, ticketId(1)}));
        QVERIFY(!readmit->isVisible());
        QCOMPARE(QApplication::focusWidget(), lobby.table);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(lobby.port.sent.empty());
    }

    void choosesSomebodyForTheKeyboardAlone_data()
    {
        QTest::addColumn<Qt::FocusReason>("reason");
        QTest::addColumn<bool>("chosen");
        QTest::newRow("the clerk came by Tab") << Qt::TabFocusReason << true;
        QTest::newRow("the clerk came back by Tab") << Qt::BacktabFocusReason << true;
        QTest::newRow("the window came to the front") << Qt::ActiveWindowFocusReason << false;
        QTest::newRow("a menu was closed") << Qt::PopupFocusReason << false;
    }
    void choosesSomebodyForTheKeyboardAlone()
    {
        QFETCH(Qt::FocusReason, reason);
        QFETCH(bool, chosen);
        Lobby lobby;
        lobby.window.setFocus();
        lobby.table->setFocus(reason);
        QCOMPARE(lobby.selected(), chosen);
    }
};

QTEST_MAIN(LobbyPanelTest)
#include "LobbyPanelTest.moc"
