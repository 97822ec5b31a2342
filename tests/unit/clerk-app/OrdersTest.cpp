// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Words.h"
#include "clerk-app/view/DeskPage.h"
#include "clerk-app/view/Notice.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
namespace wire = sprechtag::protocol::clerk;

namespace {

struct LobbyDesk : Desk
{
    void select(std::uint64_t n)
    {
        auto *table = find<QTableView>(u"lobbyTable"_s);
        table->setFocus();
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const auto id = table->model()->index(row, 0).data(clerk::model::Lobby::TicketRole).toString();
            if (id == QString::fromStdString(ticketId(n).text()))
                return table->selectRow(row);
        }
        qFatal("not in the lobby");
    }
    void noShow(std::uint64_t n)
    {
        workplace.take(counter.after(office::NoShow{kMe, ticketId(n), counter.epoch(ticketId(n))}));
    }
    void park(std::uint64_t n)
    {
        workplace.take(
            counter.after(office::Park{kMe, ticketId(n), counter.epoch(ticketId(n)), office::ParkReason::FillsInForm}));
    }
    void pass(minutes span)
    {
        clock.passed += span;
        workplace.take(counter.after(office::Tick{}));
        workplace.lobby().refreshWaits();
    }
    [[nodiscard]] bool shows(const QString &button) { return find<QWidget>(button)->isVisible(); }
    [[nodiscard]] QString notice() { return find<QLabel>(u"noticeText"_s)->text(); }
    [[nodiscard]] QString state(int row)
    {
        return workplace.lobby().index(row, clerk::model::Lobby::StateColumn).data().toString();
    }
};

} // namespace

//! What a clerk can do with one person, and what is asked on the way.
class OrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersThreeAnswersToACallAndNoOthers()
    {
        LobbyDesk desk;
        desk.call();
        QVERIFY(desk.shows(u"callAnswers"_s));
        QVERIFY(!desk.shows(u"finishButton"_s));
        QVERIFY(!desk.window.actions().finishDone->isEnabled());
        desk.find<QToolButton>(u"appearedButton"_s)->click();
        QCOMPARE(std::get<wire::Appeared>(desk.port.take<wire::Appeared>().command).epoch, 1U);
        desk.find<QToolButton>(u"noShowButton"_s)->click();
        QVERIFY(std::get<wire::NoShow>(desk.port.take<wire::NoShow>().command).ticket == ticketId(1));
        desk.enter(1);
        QVERIFY(!desk.shows(u"callAnswers"_s));
        QVERIFY(desk.shows(u"finishButton"_s));
        QVERIFY(!desk.window.actions().noShow->isEnabled());
    }

    void callsTheNextPersonWhenTheFirstGoesBack()
    {
        LobbyDesk desk;
        desk.call();
        desk.find<QToolButton>(u"nextPleaseButton"_s)->click();
        const auto sent = desk.port.take<wire::ReturnTicket>();
        QVERIFY(std::get<wire::ReturnTicket>(sent.command).place == office::Place::Keep);
        QVERIFY2(desk.port.sent.empty(), "not before the first is back");
        desk.workplace.take(desk.counter.after(office::ReturnToLobby{kMe, ticketId(1), 1, office::Place::Keep}));
        answer(sent, clerk::connection::Answer{});
        desk.port.take<wire::CallNext>();
    }

    void callsNobodyWhenTheFirstCouldNotGoBack()
    {
        LobbyDesk desk;
        desk.call();
        desk.window.actions().nextPlease->trigger();
        answer(desk.port.take<wire::ReturnTicket>(), refused(protocol::ErrorCode::OfficeClosed));
        QVERIFY(desk.port.sent.empty());
        QCOMPARE(desk.notice(), u"The office is closed."_s);
    }

    void takesAMissedPersonInAgain()
    {
        LobbyDesk desk;
        desk.call();
        desk.noShow(1);
        QVERIFY(desk.notice().startsWith(u"B 001 is out of the line"_s));
        QVERIFY(desk.state(1).startsWith(u"Missed, listed until"_s));
        QVERIFY(desk.find<QLabel>(u"lobbyCount"_s)->text().contains(u"1 missed"_s));
        desk.select(1);
        QVERIFY(desk.shows(u"readmitButton"_s));
        QVERIFY(!desk.shows(u"callSelectedButton"_s));
        QTest::keyClick(desk.find<QTableView>(u"lobbyTable"_s), Qt::Key_Return);
        QVERIFY(std::get<wire::ReadmitTicket>(desk.port.take<wire::ReadmitTicket>().command).ticket == ticketId(1));
        desk.select(2);
        QVERIFY(desk.shows(u"callSelectedButton"_s));
    }

    void asksWhyAndHowLongBeforeItParks()
    {
        LobbyDesk desk;
        desk.call();
        desk.enter(1);
        inDialog(u"parkDialog"_s, [](QDialog &dialog) {
            auto *after = dialog.findChild<QSpinBox *>(u"parkMinutes"_s);
            QCOMPARE(after->value(), 15);
            after->setValue(25);
            dialog.findChildren<QRadioButton *>().at(1)->click();
            dialog.findChild<QPushButton *>(u"parkButton"_s)->click();
        });
        QTest::keyClick(&desk.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        const auto park = std::get<wire::ParkTicket>(desk.port.take<wire::ParkTicket>().command);
        QVERIFY(park.reason == office::ParkReason::FetchesPapers);
        QCOMPARE(park.remindAfter, std::optional(seconds(25 * 60)));
        inDialog(u"parkDialog"_s, [](QDialog &dialog) { dialog.reject(); });
        desk.window.actions().park->trigger();
        QVERIFY(desk.port.sent.empty());
    }

    void showsTheParkedAndCallsOrReturnsThem()
    {
        LobbyDesk desk;
        desk.call();
        desk.enter(1);
        desk.park(1);
        QVERIFY(desk.notice().isEmpty());
        QVERIFY(desk.state(1).startsWith(u"Parked (form), reminder"_s));
        desk.clock.passed += minutes(3);
        QCOMPARE(desk.workplace.lobby().index(1, clerk::model::Lobby::SinceColumn).data().toString(), u"3 min"_s);
        desk.select(1);
        desk.window.actions().unpark->trigger();
        desk.port.take<wire::UnparkTicket>();
        desk.window.actions().callSelected->trigger();
        desk.port.take<wire::CallNamed>();
    }

    void remindsCalmlyAndNotInAConversation()
    {
        LobbyDesk desk;
        desk.call();
        desk.enter(1);
        desk.park(1);
        desk.pass(minutes(15));
        QCOMPARE(desk.notice(), u"B 001 is still parked."_s);
        QVERIFY(desk.state(1).startsWith(u"Parked for long"_s));
        desk.workplace.take(desk.counter.after(office::CallNext{kMe}));
        desk.enter(2);
        QVERIFY(desk.notice().isEmpty());
        desk.pass(minutes(15));
        QVERIFY(desk.notice().isEmpty());
    }

    void givesPriorityWithAReason()
    {
        LobbyDesk desk;
        desk.select(2);
        inDialog(u"priorityDialog"_s, [](QDialog &dialog) {
            dialog.findChild<QComboBox *>(u"priorityChoice"_s)->setCurrentIndex(0);
            dialog.findChild<QComboBox *>(u"priorityReason"_s)->setCurrentIndex(1);
            dialog.accept();
        });
        QTest::keyClick(&desk.window, Qt::Key_P, Qt::ControlModifier);
        const auto sent = std::get<wire::PrioritiseTicket>(desk.port.take<wire::PrioritiseTicket>().command);
        QVERIFY(sent.ticket == ticketId(2));
        QVERIFY(sent.priority == office::Priority::First);
        QVERIFY(sent.reason == office::PriorityReason::Deadline);
        desk.workplace.take(desk.counter.after(
            office::Prioritise{kMe, ticketId(2), office::Priority::First, office::PriorityReason::Deadline}));
        QCOMPARE(desk.state(0), u"Waiting, priority 1"_s);
    }

    void givesNoPriorityToWhoeverIsBeforeAllAlready()
    {
        LobbyDesk desk;
        desk.call();
        desk.workplace.take(desk.counter.after(office::ReturnToLobby{kMe, ticketId(1), 1, office::Place::Front}));
        desk.select(1);
        QVERIFY(!desk.window.actions().prioritise->isEnabled());
        QCOMPARE(desk.state(0), u"Waiting, at the front"_s);
    }

    void opensAMenuOfWhatCanBeDone()
    {
        LobbyDesk desk;
        desk.select(2);
        QStringList offered;
        QTimer::singleShot(0, qApp, [&offered] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                qFatal("no menu");
            for (const QAction *action : menu->actions())
                offered.append(action->objectName());
            menu->close();
        });
        auto *table = desk.find<QTableView>(u"lobbyTable"_s);
        Q_EMIT table->customContextMenuRequested(table->viewport()->rect().center());
        QCOMPARE(offered, (QStringList{u"callSelectedAction"_s, u"messageAction"_s, u"prioritiseAction"_s}));
    }

    void showsWhoIsAwayAndCannotBeCalled()
    {
        LobbyDesk desk;
        desk.workplace.take(desk.counter.after(office::StepAway{ticketId(2)}));
        QVERIFY(desk.state(1).startsWith(u"Stepped away, back by"_s));
        desk.select(2);
        QVERIFY(!desk.window.actions().callSelected->isEnabled());
    }

    void showsForWhomATransferredPersonWaits()
    {
        LobbyDesk desk;
        auto facts = desk.counter.after(office::Receive{.ticket = ticketId(7),
                                                        .number = 4,
                                                        .day = 20260302,
                                                        .drawnAt = desk.clock.now() - minutes(10),
                                                        .epoch = 1,
                                                        .origin = OfficeId::fromBits({3, 9}),
                                                        .reservedFor = kMe});
        facts.visits = {{ticketId(7), u"Alex"_s, {}, u"de"_s, u"K"_s}};
        desk.workplace.take(facts);
        const auto &row = desk.workplace.lobby().rows().front();
        QCOMPARE(row.number, u"K 004"_s);
        QVERIFY(desk.state(0).startsWith(u"Waiting for you, until"_s));
    }

    void asksTheCitizenBeforeATransfer()
    {
        LobbyDesk desk;
        desk.call();
        QVERIFY2(!desk.window.actions().transfer->isEnabled(), "nobody is there yet");
        desk.enter(1);
        const auto cars = carsOffice(true);
        protocol::clerk::Neighbour closed{OfficeId::fromBits({3, 8}), u"Standesamt"_s, {}, u"S"_s, {}, 0, {}};
        inDialog(u"transferDialog"_s, [&](QDialog &dialog) {
            auto *ask = dialog.findChild<QPushButton *>(u"transferAskButton"_s);
            clerk::connection::Answer town;
            town.town = {closed, cars};
            answer(desk.port.take<wire::ListTown>(), town);
            auto *list = dialog.findChild<QTreeWidget *>(u"transferOffices"_s);
            QVERIFY(list->topLevelItem(0)->isDisabled());
            QVERIFY(!ask->isEnabled());
            list->setCurrentItem(list->topLevelItem(1));
            QVERIFY(ask->isEnabled());
            dialog.findChild<QComboBox *>(u"transferColleague"_s)->setCurrentIndex(2);
            dialog.findChild<QPlainTextEdit *>(u"transferNote"_s)->setPlainText(u"  hat den\nBrief dabei "_s);
            ask->click();
            const auto sent = desk.port.take<wire::TransferTicket>();
            const auto transfer = std::get<wire::TransferTicket>(sent.command);
            QVERIFY(transfer.to == cars.id);
            QVERIFY(transfer.clerk == kColleague);
            QCOMPARE(transfer.note, u"hat den Brief dabei"_s);
            answer(sent, clerk::connection::Answer{});
        });
        QTest::keyClick(&desk.window, Qt::Key_T, Qt::ControlModifier);
        desk.workplace.take(desk.counter.after(office::ProposeTransfer{kMe, ticketId(1), 1, cars.id, {}}));
        QCOMPARE(desk.notice(), u"B 001 is asked about a transfer to Kfz-Zulassung."_s);
        desk.find<QToolButton>(u"noticeActionButton"_s)->click();
        desk.port.take<wire::WithdrawTransfer>();
        desk.workplace.take(desk.counter.after(office::DeclineTransfer{ticketId(1), 1}));
        QCOMPARE(desk.notice(), u"B 001 does not want to be transferred."_s);
    }

    void endsTheVisitHereWhenTheCitizenAgrees()
    {
        LobbyDesk desk;
        desk.call();
        desk.enter(1);
        desk.workplace.take(
            desk.counter.after(office::ProposeTransfer{kMe, ticketId(1), 1, OfficeId::fromBits({3, 9}), {}}));
        QCOMPARE(desk.notice(), u"B 001 is asked about a transfer to another office."_s);
        desk.workplace.take(desk.counter.after(office::Transfer{ticketId(1), 1}));
        QVERIFY(!desk.shows(u"callPanel"_s));
        QCOMPARE(desk.notice(), u"B 001 has gone on to the other office."_s);
    }

    void asksNothingMoreWhenTheVisitorIsGone()
    {
        LobbyDesk desk;
        desk.call();
        desk.enter(1);
        inDialog(u"transferDialog"_s,
                 [&desk](QDialog &) { desk.workplace.take(desk.counter.after(office::Leave{ticketId(1)})); });
        desk.window.actions().transfer->trigger();
        desk.port.take<wire::ListTown>();
        QVERIFY(desk.port.sent.empty());
    }

    void showsTheNoteOfTheColleague()
    {
        LobbyDesk desk;
        auto facts = desk.counter.after(office::Receive{.ticket = ticketId(7),
                                                        .number = 4,
                                                        .day = 20260302,
                                                        .drawnAt = desk.clock.now() - minutes(10),
                                                        .epoch = 1,
                                                        .origin = OfficeId::fromBits({3, 9})});
        facts.visits = {{ticketId(7), u"Alex"_s, {}, u"de"_s, u"K"_s, u"hat den Brief dabei"_s}};
        desk.workplace.take(facts);
        desk.call();
        QVERIFY(desk.shows(u"visitNote"_s));
        QCOMPARE(desk.find<QLabel>(u"visitNote"_s)->text(), u"Note of the colleague: hat den Brief dabei"_s);
    }

    void sendsAPreparedSentenceToEverybodyOrOwnWordsToOne()
    {
        LobbyDesk desk;
        inDialog(u"messageDialog"_s, [&desk](QDialog &dialog) {
            auto *to = dialog.findChild<QComboBox *>(u"messageTo"_s);
            QCOMPARE(to->count(), 1);
            dialog.findChild<QPushButton *>(u"messageSendButton"_s)->click();
            const auto sent = desk.port.take<wire::LobbyMessage>();
            const auto all = std::get<wire::LobbyMessage>(sent.command);
            QVERIFY(!all.to);
            QVERIFY(all.content == protocol::MessageContent(protocol::Sentence::TakesLonger));
            answer(sent, clerk::connection::Answer{});
        });
        QTest::keyClick(&desk.window, Qt::Key_G, Qt::ControlModifier);
        desk.select(2);
        inDialog(u"messageDialog"_s, [&desk](QDialog &dialog) {
            auto *send = dialog.findChild<QPushButton *>(u"messageSendButton"_s);
            auto *sentence = dialog.findChild<QComboBox *>(u"messageSentence"_s);
            sentence->setCurrentIndex(sentence->count() - 1);
            QVERIFY2(!send->isEnabled(), "nothing is said yet");
            dialog.findChild<QPlainTextEdit *>(u"messageText"_s)->setPlainText(u"Bitte kurz warten."_s);
            send->click();
            const auto sent = desk.port.take<wire::LobbyMessage>();
            const auto one = std::get<wire::LobbyMessage>(sent.command);
            QVERIFY(one.to == ticketId(2));
            QVERIFY(one.content == protocol::MessageContent(u"Bitte kurz warten."_s));
            answer(sent, clerk::connection::Answer{});
        });
        desk.window.actions().message->trigger();
        QCOMPARE(desk.notice(), u"Message sent."_s);
        desk.workplace.take(wire::MessageStatus{desk.counter.id(), 2, 1});
        QCOMPARE(desk.notice(), u"Message sent, shown to 1 of 2."_s);
        desk.window.desk().notice().tell(clerk::view::NoticeKind::Warning, u"The office is closed."_s);
        desk.workplace.take(wire::MessageStatus{desk.counter.id(), 2, 2});
        QCOMPARE(desk.notice(), u"The office is closed."_s);
    }

    void asksWhenTheClerkIsBack()
    {
        LobbyDesk desk;
        inDialog(u"awayDialog"_s, [](QDialog &dialog) {
            dialog.findChild<QSpinBox *>(u"awayMinutes"_s)->setValue(20);
            dialog.findChild<QPushButton *>(u"awayGoButton"_s)->click();
        });
        QTest::keyClick(&desk.window, Qt::Key_F8, Qt::ShiftModifier);
        const auto pause = std::get<wire::Pause>(desk.port.take<wire::Pause>().command);
        QVERIFY(pause.reason == office::PauseReason::Break);
        QCOMPARE(pause.backAt, std::optional(desk.clock.now() + minutes(20)));
        desk.workplace.take(desk.counter.after(office::Pause{kMe, office::PauseReason::Break, pause.backAt}));
        const auto &row = desk.workplace.offices().rows().front();
        QVERIFY(clerk::model::Words::office(row).startsWith(u"Open, you are away until"_s));
    }

    void saysItsLastWordsBeforeItCloses()
    {
        LobbyDesk desk;
        inDialog(u"closeDialog"_s, [&desk](QDialog &dialog) {
            inDialog(u"lastWordsDialog"_s, [&desk](QDialog &shown) {
                shown.findChild<QPushButton *>(u"lastWordsCloseButton"_s)->click();
                const auto words = desk.port.take<wire::LobbyMessage>();
                QVERIFY(std::get<wire::LobbyMessage>(words.command).content ==
                        protocol::MessageContent(protocol::Sentence::ClosesNow));
                QVERIFY2(desk.port.sent.empty(), "the words come first");
                answer(words, clerk::connection::Answer{});
            });
            dialog.findChild<QPushButton *>(u"closeNowButton"_s)->click();
        });
        desk.find<QAbstractButton>(u"officeSwitch"_s)->click();
        QVERIFY(std::get<wire::CloseOffice>(desk.port.take<wire::CloseOffice>().command).mode ==
                office::CloseMode::Now);
    }

    void offersAppointmentsBeforeItCloses()
    {
        LobbyDesk desk;
        inDialog(u"closeDialog"_s, [](QDialog &dialog) { dialog.findChild<QPushButton *>(u"offerButton"_s)->click(); });
        desk.find<QAbstractButton>(u"officeSwitch"_s)->click();
        QVERIFY(std::get<wire::CloseOffice>(desk.port.take<wire::CloseOffice>().command).mode ==
                office::CloseMode::OfferAppointments);
    }
};

QTEST_MAIN(OrdersTest)
#include "OrdersTest.moc"
