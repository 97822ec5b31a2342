// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/GuestsPanel.h"

#include "clerk-app/view/ColleagueDialog.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTreeWidget>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::view;
using protocol::Person;
using protocol::PersonRole;
namespace wire = sprechtag::protocol::clerk;
using There = protocol::PersonState;

namespace {

//! Kim is there.
struct Visit : Scene
{
    QListView *list{find<QListView>(u"guestList"_s)};
    QPushButton *admit{find<QPushButton>(u"guestAdmitButton"_s)};
    QPushButton *remove{find<QPushButton>(u"guestRemoveButton"_s)};
    QLabel *news{find<QLabel>(u"guestNews"_s)};
    QWidget *panel{find<QWidget>(u"guestsPanel"_s)};

    Visit()
    {
        draw(1, u"Kim"_s);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
        call();
        enter(1);
        port.sent.clear();
    }
    void show(const QList<Person> &others)
    {
        QList<Person> all{{.peer = 0, .role = PersonRole::Clerk, .name = u"Frau Schmidt"_s},
                          {.peer = 1, .role = PersonRole::Citizen, .name = u"Kim"_s}};
        all.append(others);
        workplace.guests().take({ticketId(1), 1, all});
    }
    void show(There state, PersonRole role = PersonRole::Guest)
    {
        show({Person{.peer = 2, .role = role, .state = state, .name = u"Deniz"_s}});
        list->setCurrentIndex(list->model()->index(0, 0));
    }
};

} // namespace

//! Guests and colleagues beside the conversation, from the keyboard.
class GuestsPanelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isOpenedAndClosedByItsKey()
    {
        Visit visit;
        QVERIFY(!visit.panel->isVisible());
        QTest::keyClick(&visit.window, Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(visit.panel->isVisible());
        QVERIFY(visit.panel->isAncestorOf(visit.window.focusWidget()));
        QTest::keyClick(&visit.window, Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(!visit.panel->isVisible());
    }

    void opensWhenSomebodyComesAndLetsThemIn()
    {
        Visit visit;
        visit.show(There::Waiting);
        QVERIFY(visit.panel->isVisible());
        QVERIFY(visit.news->text().contains(u"Deniz"_s));
        QVERIFY(visit.admit->isEnabled());
        visit.admit->click();
        static_cast<void>(visit.port.take<wire::AdmitGuest>());
        // At the door is nobody any more.
        visit.show(There::InRoom);
        QCOMPARE(visit.news->text(), QString());
    }

    void theOnlyOneNeedNotBeChosen()
    {
        Visit visit;
        visit.show(
            {Person{.peer = 2, .role = PersonRole::Colleague, .state = There::Consulting, .name = u"Herr Meier"_s}});
        QVERIFY(visit.admit->isEnabled());
        visit.remove->click();
        static_cast<void>(visit.port.take<wire::EndColleague>());
    }

    void whoeverIsInCanBeRemovedAndNotLetInAgain()
    {
        Visit visit;
        visit.show(There::InRoom);
        QVERIFY(!visit.admit->isEnabled());
        visit.remove->click();
        static_cast<void>(visit.port.take<wire::RemoveGuest>());
    }

    void aConsultedColleagueIsBroughtInOrHungUp()
    {
        Visit visit;
        visit.show(There::Consulting, PersonRole::Colleague);
        QCOMPARE(visit.admit->text(), u"&Bring in"_s);
        QCOMPARE(visit.remove->text(), u"&Hang up"_s);
        visit.admit->click();
        static_cast<void>(visit.port.take<wire::AdmitColleague>());
        visit.remove->click();
        static_cast<void>(visit.port.take<wire::EndColleague>());
    }

    void aColleagueIsFoundByNameAndRung()
    {
        Visit visit;
        visit.window.actions().guests->setChecked(true);
        QVERIFY(visit.window.actions().colleague->isEnabled());
        visit.window.actions().colleague->trigger();
        auto *dialog = visit.window.findChild<ColleagueDialog *>();
        QVERIFY(dialog != nullptr);
        clerk::connection::Answer brought;
        brought.colleagues = {{kColleague, u"Herr Meier"_s, {u"Wohngeld"_s}, office::Reach::Free},
                              {ClerkId::fromBits({1, 3}), u"Frau Yilmaz"_s, {u"Kfz"_s}, office::Reach::InCall}};
        answer(visit.port.take<wire::ListColleagues>(), brought);
        auto *consult = dialog->findChild<QPushButton *>(u"colleagueConsultButton"_s);
        QVERIFY(!consult->isEnabled());
        auto *search = dialog->findChild<QLineEdit *>(u"colleagueSearch"_s);
        QTest::keyClicks(search, u"yil"_s);
        QVERIFY(!consult->isEnabled());
        search->clear();
        QTest::keyClicks(search, u"wohn"_s);
        QVERIFY(consult->isEnabled());
        QTest::keyClick(search, Qt::Key_Return);
        const auto rung = visit.port.take<wire::RingColleague>();
        QCOMPARE(std::get<wire::RingColleague>(rung.command).clerk, kColleague);
    }

    void theRingingIsStoppedAtTheSamePlace()
    {
        Visit visit;
        visit.window.actions().guests->setChecked(true);
        visit.workplace.colleagues().take({ticketId(1), 1, u"Herr Meier"_s, wire::RingState::Ringing});
        auto *stop = visit.find<QPushButton>(u"colleagueStopButton"_s);
        QVERIFY(stop->isVisible());
        QVERIFY(!visit.window.actions().colleague->isEnabled());
        stop->click();
        static_cast<void>(visit.port.take<wire::EndColleague>());
        visit.workplace.colleagues().take({ticketId(1), 1, u"Herr Meier"_s, wire::RingState::Ended});
        QVERIFY(!stop->isVisible());
    }

    void thatAColleagueHasAcceptedIsNoNewsOnceTheTalkIsOver()
    {
        Visit visit;
        visit.workplace.colleagues().take({ticketId(1), 1, u"Herr Meier"_s, wire::RingState::Accepted});
        visit.show(There::Consulting, PersonRole::Colleague);
        QCOMPARE(visit.news->text(), u"Herr Meier has accepted."_s);
        visit.show(There::InRoom, PersonRole::Colleague);
        QCOMPARE(visit.news->text(), QString());
    }

    void whoeverIsRungAnswersByKey()
    {
        Scene scene;
        scene.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&scene.window));
        auto *bar = scene.find<QWidget>(u"ringBar"_s);
        QVERIFY(!bar->isVisible());
        const wire::RingCall ring{.ring = u"r1"_s,
                                  .from = u"Frau Yilmaz"_s,
                                  .office = u"Kfz"_s,
                                  .number = u"K 001"_s,
                                  .concern = {},
                                  .directly = false,
                                  .until = Instant{}};
        scene.workplace.colleagueCall().take(ring);
        QVERIFY(bar->isVisible());
        QTest::keyClick(&scene.window, Qt::Key_F11, Qt::ShiftModifier);
        QVERIFY(!std::get<wire::AnswerRing>(scene.port.take<wire::AnswerRing>().command).accepted);
        QVERIFY(!bar->isVisible());
        scene.workplace.colleagueCall().take(ring);
        QTest::keyClick(&scene.window, Qt::Key_F11);
        QVERIFY(std::get<wire::AnswerRing>(scene.port.take<wire::AnswerRing>().command).accepted);
    }

    void theTalkOfAColleagueIsShownAndLeft()
    {
        Scene scene;
        scene.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&scene.window));
        scene.workplace.colleagueCall().take(wire::ColleaguePlace{.ring = u"r1"_s,
                                                                  .office = OfficeId::fromBits({3, 9}),
                                                                  .ticket = ticketId(9),
                                                                  .epoch = 1,
                                                                  .peer = 2,
                                                                  .number = u"K 001"_s,
                                                                  .officeName = u"Kfz"_s,
                                                                  .from = u"Frau Yilmaz"_s,
                                                                  .state = There::Consulting});
        QVERIFY(scene.find<QWidget>(u"callPanel"_s)->isVisible());
        QCOMPARE(scene.find<QLabel>(u"visitWho"_s)->text(), u"Frau Yilmaz · K 001"_s);
        QVERIFY(!scene.find<QWidget>(u"finishButton"_s)->isVisible());
        QVERIFY(!scene.window.actions().callNext->isEnabled());
        QVERIFY(scene.find<QWidget>(u"leaveTalkButton"_s)->isVisible());
        QVERIFY(scene.find<QWidget>(u"notice"_s)->isVisible());
        scene.window.actions().leaveTalk->trigger();
        static_cast<void>(scene.port.take<wire::LeaveConversation>());
        QVERIFY(!scene.find<QWidget>(u"callPanel"_s)->isVisible());
        QVERIFY(!scene.find<QWidget>(u"notice"_s)->isVisible());
    }
};

QTEST_MAIN(GuestsPanelTest)
#include "GuestsPanelTest.moc"
