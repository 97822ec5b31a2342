// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/clerk-app/SingleClickStyle.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QTableView>
#include <QtPlugin>

using namespace sprechtag;
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
