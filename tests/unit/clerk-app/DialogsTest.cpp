// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Words.h"
#include "clerk-app/view/TransferDialog.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
namespace view = sprechtag::clerk::view;
namespace wire = sprechtag::protocol::clerk;

namespace {

struct LineDesk : Desk
{
    void loseLine() { workplace.setLine({clerk::model::LineState::Waiting, {}, {}, {}}); }
    void closeOffice() { find<QAbstractButton>(u"officeSwitch"_s)->click(); }
};

} // namespace

//! What is asked of the clerk, and what becomes of it while the line, the colleagues and the clock go on.
class DialogsTest : public QObject
{
    Q_OBJECT

    //! The line is lost while the dialog is open: its button waits and the dialog says why.
    static void waitsForTheLine(LineDesk &desk, const QString &dialog, const QString &button,
                                const std::function<void()> &open)
    {
        inDialog(dialog, [&desk, button](QDialog &shown) {
            auto *order = shown.findChild<QPushButton *>(button);
            auto *why = shown.findChild<QLabel *>(u"noLine"_s);
            QVERIFY(order && order->isEnabled());
            QVERIFY(why && !why->isVisible());
            desk.loseLine();
            QVERIFY(!order->isEnabled());
            QVERIFY(why->isVisible());
            QVERIFY(why->text().startsWith(u"There is no connection"_s));
            desk.online();
            QVERIFY(order->isEnabled());
            QVERIFY(!why->isVisible());
            shown.reject();
        });
        open();
    }

private Q_SLOTS:
    void ordersNothingWithoutALine()
    {
        LineDesk desk;
        const auto &actions = desk.window.actions();
        waitsForTheLine(desk, u"awayDialog"_s, u"awayGoButton"_s, [&] { actions.away->trigger(); });
        waitsForTheLine(desk, u"messageDialog"_s, u"messageSendButton"_s, [&] { actions.message->trigger(); });
        desk.call();
        desk.enter(1);
        waitsForTheLine(desk, u"parkDialog"_s, u"parkButton"_s, [&] { actions.park->trigger(); });
        inDialog(u"transferDialog"_s, [&desk](QDialog &dialog) {
            clerk::connection::Answer town;
            town.town = {carsOffice(true)};
            answer(desk.port.take<wire::ListTown>(), town);
            auto *list = dialog.findChild<QTreeWidget *>(u"transferOffices"_s);
            list->setCurrentItem(list->topLevelItem(0));
            QVERIFY(dialog.findChild<QPushButton *>(u"transferAskButton"_s)->isEnabled());
            desk.loseLine();
            QVERIFY(!dialog.findChild<QPushButton *>(u"transferAskButton"_s)->isEnabled());
            dialog.reject();
        });
        desk.port.sent.clear(); // back on the line, the desk is taken again
        actions.transfer->trigger();
    }

    void closesNothingWithoutALine()
    {
        LineDesk desk;
        inDialog(u"closeDialog"_s, [&desk](QDialog &dialog) {
            const auto *box = qobject_cast<QMessageBox *>(&dialog);
            const auto *now = dialog.findChild<QPushButton *>(u"closeNowButton"_s);
            desk.loseLine();
            QVERIFY(!now->isEnabled());
            QVERIFY(box->informativeText().startsWith(u"There is no connection"_s));
            desk.online();
            QVERIFY(now->isEnabled());
            QCOMPARE(box->informativeText(), u"What shall happen to them?"_s);
            dialog.reject();
        });
        desk.closeOffice();
        QVERIFY(std::ranges::none_of(
            desk.port.sent, [](const auto &sent) { return std::holds_alternative<wire::CloseOffice>(sent.command); }));
    }

    void countsTheAbsenceFromItsBeginning()
    {
        LineDesk desk;
        inDialog(u"awayDialog"_s, [&desk](QDialog &dialog) {
            dialog.findChild<QSpinBox *>(u"awayMinutes"_s)->setValue(20);
            desk.clock.passed += minutes(7);
            dialog.findChild<QPushButton *>(u"awayGoButton"_s)->click();
        });
        desk.window.actions().away->trigger();
        QCOMPARE(std::get<wire::Pause>(desk.port.take<wire::Pause>().command).backAt,
                 std::optional(desk.clock.now() + minutes(20)));
    }

    void asksForTheOfficesOneAtATimeAndOnTheLineAlone()
    {
        LineDesk desk;
        desk.call();
        desk.enter(1);
        inDialog(u"transferDialog"_s, [&desk](QDialog &dialog) {
            auto &transfer = *qobject_cast<view::TransferDialog *>(&dialog);
            Q_EMIT transfer.listWanted();
            const auto first = desk.port.take<wire::ListTown>();
            QVERIFY2(desk.port.sent.empty(), "the first is not answered yet");
            desk.loseLine();
            answer(first, refused(protocol::ErrorCode::WrongState));
            Q_EMIT transfer.listWanted();
            QVERIFY2(desk.port.sent.empty(), "there is no line");
            desk.online();
            desk.port.sent.clear();
            Q_EMIT transfer.listWanted();
            desk.port.take<wire::ListTown>();
            dialog.reject();
        });
        desk.window.actions().transfer->trigger();
    }

    void keepsTheChosenColleague()
    {
        LineDesk desk;
        view::TransferDialog dialog(u"B 001"_s, desk.workplace, &desk.window);
        dialog.show({carsOffice(true)});
        auto *list = dialog.findChild<QTreeWidget *>(u"transferOffices"_s);
        auto *colleague = dialog.findChild<QComboBox *>(u"transferColleague"_s);
        auto *ask = dialog.findChild<QPushButton *>(u"transferAskButton"_s);
        list->setCurrentItem(list->topLevelItem(0));
        colleague->setCurrentIndex(2);
        QCOMPARE(colleague->currentText(), u"Herr Meier"_s);
        QSignalSpy changes(colleague, &QComboBox::currentIndexChanged);
        dialog.findChild<QPlainTextEdit *>(u"transferNote"_s)->setPlainText(u"hat den Brief"_s);
        dialog.show({carsOffice(true)});
        QCOMPARE(changes.size(), 0);
        dialog.show({carsOffice(false)});
        QCOMPARE(colleague->currentText(), u"Herr Meier (absent)"_s);
        QVERIFY(!ask->isEnabled());
        QVERIFY(!dialog.choice());
        colleague->setCurrentIndex(0);
        QVERIFY(ask->isEnabled());
        QVERIFY(!dialog.choice()->clerk);
        colleague->setCurrentIndex(2);
        dialog.show({carsOffice(true)});
        QCOMPARE(colleague->currentText(), u"Herr Meier"_s);
        QVERIFY(dialog.choice()->clerk == kColleague);
    }

    void asksForWhoeverIsFreeInAnotherOffice()
    {
        LineDesk desk;
        view::TransferDialog dialog(u"B 001"_s, desk.workplace, &desk.window);
        wire::Neighbour other = carsOffice(true);
        other.id = OfficeId::fromBits({3, 8});
        dialog.show({carsOffice(true), other});
        auto *list = dialog.findChild<QTreeWidget *>(u"transferOffices"_s);
        list->setCurrentItem(list->topLevelItem(0));
        dialog.findChild<QComboBox *>(u"transferColleague"_s)->setCurrentIndex(2);
        list->setCurrentItem(list->topLevelItem(1));
        QVERIFY(dialog.choice()->to == other.id);
        QVERIFY(!dialog.choice()->clerk);
    }

    void staysOpenWhenItsLastWordsAreRefused_data()
    {
        QTest::addColumn<protocol::ErrorCode>("code");
        QTest::addColumn<bool>("closes");
        QTest::newRow("too many messages in a row") << protocol::ErrorCode::TryLater << false;
        QTest::newRow("nobody is left to read them") << protocol::ErrorCode::NobodyWaiting << true;
    }
    void staysOpenWhenItsLastWordsAreRefused()
    {
        QFETCH(protocol::ErrorCode, code);
        QFETCH(bool, closes);
        LineDesk desk;
        inDialog(u"closeDialog"_s, [&](QDialog &dialog) {
            inDialog(u"lastWordsDialog"_s, [&](QDialog &words) {
                auto *close = words.findChild<QPushButton *>(u"lastWordsCloseButton"_s);
                auto *text = words.findChild<QPlainTextEdit *>(u"lastWords"_s);
                text->setPlainText(u"Rohrbruch im Haus."_s);
                close->click();
                QVERIFY2(!close->isEnabled(), "once is enough");
                answer(desk.port.take<wire::LobbyMessage>(), refused(code));
                QCOMPARE(words.isVisible(), !closes);
                if (closes)
                    return;
                QCOMPARE(text->toPlainText(), u"Rohrbruch im Haus."_s);
                QVERIFY(words.findChild<QLabel *>(u"orderRefusal"_s)->text().contains(u"try again"_s));
                QVERIFY(desk.port.sent.empty());
                close->click();
                answer(desk.port.take<wire::LobbyMessage>(), clerk::connection::Answer{});
            });
            dialog.findChild<QPushButton *>(u"closeNowButton"_s)->click();
        });
        desk.closeOffice();
        QVERIFY(std::get<wire::CloseOffice>(desk.port.take<wire::CloseOffice>().command).mode ==
                office::CloseMode::Now);
    }

    void saysThatTheOtherOfficeIsFull()
    {
        protocol::ErrorMessage full;
        full.code = protocol::ErrorCode::OfficeFull;
        QCOMPARE(clerk::model::Words::refusal(full), u"The other office is full."_s);
        clerk::connection::CommandError unanswered(full);
        unanswered.unanswered = clerk::connection::Unanswered::NotSent;
        QVERIFY(clerk::model::Words::refusal(unanswered).startsWith(u"Not done: there was no connection"_s));
        unanswered.unanswered = clerk::connection::Unanswered::NoAnswer;
        QVERIFY(clerk::model::Words::refusal(unanswered).startsWith(u"The connection broke before"_s));
    }
};

QTEST_MAIN(DialogsTest)
#include "DialogsTest.moc"
