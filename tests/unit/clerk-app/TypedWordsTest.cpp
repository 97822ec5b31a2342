// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/TransferDialog.h"
#include "shared/protocol/Limits.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTreeWidget>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
namespace view = sprechtag::clerk::view;
namespace wire = sprechtag::protocol::clerk;

namespace {

constexpr qsizetype kMost = protocol::limits::kMessageChars;

void answerAll(Desk &desk, const QList<wire::Neighbour> &offices)
{
    clerk::connection::Answer town;
    town.town = offices;
    answer(desk.port.take<wire::ListTown>(), town);
}

} // namespace

//! What a clerk types for others to read, and what becomes of it when it cannot be delivered.
class TypedWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageThatIsRefusedStays()
    {
        Desk desk;
        inDialog(u"messageDialog"_s, [&desk](QDialog &dialog) {
            auto *send = dialog.findChild<QPushButton *>(u"messageSendButton"_s);
            auto *sentence = dialog.findChild<QComboBox *>(u"messageSentence"_s);
            auto *text = dialog.findChild<QPlainTextEdit *>(u"messageText"_s);
            auto *refusal = dialog.findChild<QLabel *>(u"orderRefusal"_s);
            sentence->setCurrentIndex(sentence->count() - 1);
            text->setPlainText(u"Rohrbruch im Haus."_s);
            send->click();
            QVERIFY2(!send->isEnabled(), "once is enough");
            answer(desk.port.take<wire::LobbyMessage>(), refused(protocol::ErrorCode::TryLater));
            QVERIFY(dialog.isVisible());
            QVERIFY(refusal->isVisible());
            QVERIFY(refusal->text().contains(u"try again"_s));
            QCOMPARE(text->toPlainText(), u"Rohrbruch im Haus."_s);
            send->click();
            QVERIFY(!refusal->isVisible());
            answer(desk.port.take<wire::LobbyMessage>(), clerk::connection::Answer{});
            QVERIFY(!dialog.isVisible());
        });
        desk.window.actions().message->trigger();
        QCOMPARE(desk.find<QLabel>(u"noticeText"_s)->text(), u"Message sent."_s);
    }

    void theArrowKeysPassTheOwnWordsByOnTheirWay()
    {
        Desk desk;
        inDialog(u"messageDialog"_s, [](QDialog &dialog) {
            auto *sentence = dialog.findChild<QComboBox *>(u"messageSentence"_s);
            QWidget *text = dialog.findChild<QPlainTextEdit *>(u"messageText"_s);
            sentence->setFocus();
            while (sentence->currentIndex() < sentence->count() - 1)
                QTest::keyClick(sentence, Qt::Key_Down);
            QCOMPARE(dialog.focusWidget(), static_cast<QWidget *>(sentence));
            QVERIFY(text->isEnabled());
            QTest::keyClick(sentence, Qt::Key_Up);
            sentence->showPopup();
            QTest::keyClick(sentence->view(), Qt::Key_Down);
            QTest::keyClick(sentence->view(), Qt::Key_Return);
            QCOMPARE(dialog.focusWidget(), text);
            dialog.reject();
        });
        desk.window.actions().message->trigger();
    }

    void theNoteOfARefusedTransferStays()
    {
        Desk desk;
        desk.call();
        desk.enter(1);
        inDialog(u"transferDialog"_s, [&desk](QDialog &dialog) {
            answerAll(desk, {carsOffice(true)});
            auto *ask = dialog.findChild<QPushButton *>(u"transferAskButton"_s);
            auto *list = dialog.findChild<QTreeWidget *>(u"transferOffices"_s);
            auto *note = dialog.findChild<QPlainTextEdit *>(u"transferNote"_s);
            list->setCurrentItem(list->topLevelItem(0));
            note->setPlainText(u"hat den Brief dabei"_s);
            ask->click();
            answer(desk.port.take<wire::TransferTicket>(), refused(protocol::ErrorCode::OfficeFull));
            QVERIFY(dialog.isVisible());
            QCOMPARE(note->toPlainText(), u"hat den Brief dabei"_s);
            QCOMPARE(dialog.findChild<QLabel *>(u"orderRefusal"_s)->text(), u"The other office is full."_s);
            ask->click();
            answer(desk.port.take<wire::TransferTicket>(), clerk::connection::Answer{});
            QVERIFY(!dialog.isVisible());
        });
        desk.window.actions().transfer->trigger();
    }

    void whyTheOfficesCannotBeListedIsSaid()
    {
        Desk desk;
        desk.call();
        desk.enter(1);
        inDialog(u"transferDialog"_s, [&desk](QDialog &dialog) {
            const auto *hint = dialog.findChild<QLabel *>(u"transferHint"_s);
            QCOMPARE(hint->text(), u"The offices are being asked …"_s);
            answer(desk.port.take<wire::ListTown>(), refused(protocol::ErrorCode::TryLater));
            QVERIFY(hint->text().contains(u"try again"_s));
            Q_EMIT qobject_cast<view::TransferDialog *>(&dialog)->listWanted();
            answerAll(desk, {carsOffice(true)});
            QVERIFY(hint->text().startsWith(u"The note goes"_s));
            dialog.reject();
        });
        desk.window.actions().transfer->trigger();
    }

    void nobodyWritesIntoTheConversationOfAColleague()
    {
        Desk desk;
        desk.workplace.take(desk.counter.after(office::Arrive{kColleague}));
        desk.workplace.take(desk.counter.after(office::CallNext{kColleague}));
        auto *table = desk.find<QTableView>(u"lobbyTable"_s);
        const auto *model = table->model();
        QCOMPARE(model->index(1, 0).data(clerk::model::Lobby::TicketRole).toString(),
                 QString::fromStdString(ticketId(1).text()));
        table->selectRow(1);
        inDialog(u"messageDialog"_s, [](QDialog &dialog) {
            auto *to = dialog.findChild<QComboBox *>(u"messageTo"_s);
            QCOMPARE(to->count(), 1);
            QVERIFY(to->itemText(0).startsWith(u"Everybody"_s));
            dialog.reject();
        });
        desk.window.actions().message->trigger();
        desk.workplace.take(desk.counter.after(office::Leave{ticketId(2)}));
        QVERIFY2(!desk.window.actions().message->isEnabled(), "nobody is left who could read it");
        desk.workplace.take(desk.counter.after(office::ReturnToLobby{kColleague, ticketId(1), 1, office::Place::Keep}));
        QVERIFY(desk.window.actions().message->isEnabled());
    }

    void lastWordsThatAreTooLongAreNotCut()
    {
        Desk desk;
        inDialog(u"closeDialog"_s, [&desk](QDialog &dialog) {
            inDialog(u"lastWordsDialog"_s, [&desk](QDialog &words) {
                auto *close = words.findChild<QPushButton *>(u"lastWordsCloseButton"_s);
                auto *text = words.findChild<QPlainTextEdit *>(u"lastWords"_s);
                const auto *hint = words.findChild<QLabel *>(u"lastWordsHint"_s);
                text->setPlainText(QString(kMost + 1, u'x'));
                QVERIFY(!close->isEnabled());
                QCOMPARE(hint->text(), u"The text is too long."_s);
                QVERIFY(hint->isVisible());
                text->setPlainText(QString(kMost, u'x'));
                QVERIFY(!hint->isVisible());
                close->click();
                const auto sent = desk.port.take<wire::LobbyMessage>();
                QVERIFY(std::get<wire::LobbyMessage>(sent.command).content ==
                        protocol::MessageContent(QString(kMost, u'x')));
                answer(sent, clerk::connection::Answer{});
            });
            dialog.findChild<QPushButton *>(u"closeNowButton"_s)->click();
        });
        desk.find<QAbstractButton>(u"officeSwitch"_s)->click();
        desk.port.take<wire::CloseOffice>();
    }
};

QTEST_MAIN(TypedWordsTest)
#include "TypedWordsTest.moc"
