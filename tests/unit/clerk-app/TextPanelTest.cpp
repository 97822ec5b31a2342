// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/TextPanel.h"

#include "clerk-app/view/Announce.h"
#include "clerk-app/view/DeskPage.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextEdit>
#include <QToolButton>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::view;
using protocol::LineStage;
using protocol::Speaker;
namespace wire = sprechtag::protocol::clerk;

namespace {

QStringList said; // words, since it was last asked for
QStringList heard()
{
    return std::exchange(said, {});
}

} // namespace

//! In the place of the one that speaks, which is left out of this program: writes down.
void sprechtag::clerk::view::announce(QLabel *) {}
void sprechtag::clerk::view::announce(QWidget *at, const QString &words)
{
    said.append(at->objectName() + u": "_s + words);
}

namespace {

//! Kim is there.
struct Visit : Scene
{
    std::vector<wire::TextLine> sent;
    QTextEdit *log{find<QTextEdit>(u"textLog"_s)};
    QPlainTextEdit *field{find<QPlainTextEdit>(u"textField"_s)};
    QToolButton *button{find<QToolButton>(u"textButton"_s)};
    QWidget *panel{find<QWidget>(u"textPanel"_s)};

    Visit()
    {
        QObject::connect(&workplace.text(), &clerk::model::VisitText::lineToSend, &window,
                         [this](const wire::TextLine &line) { sent.push_back(line); });
        draw(1, u"Kim"_s);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
        call();
        enter(1);
        (void)heard();
    }
    void hear(qint64 line, LineStage stage, const QString &words)
    {
        workplace.text().take({ticketId(1), {{Speaker::Citizen, {line, stage, words}, clock.now()}}});
    }
    void leave() { workplace.take(counter.after(office::Leave{ticketId(1)})); }
    //! As "who · when words", a line each.
    [[nodiscard]] QStringList lines() const { return log->toPlainText().split(u'\n', Qt::SkipEmptyParts); }
    [[nodiscard]] QString growing() { return find<QLabel>(u"textGrowing"_s)->text(); }
    [[nodiscard]] QStringList written() const
    {
        QStringList all;
        for (const wire::TextLine &line : sent)
            all.append(line.written.text.reveal());
        return all;
    }
};

} // namespace

//! Writing with the visitor, as the clerk has it in the window.
class TextPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThereWhenTheVisitorIs()
    {
        Scene scene;
        scene.draw(1, u"Kim"_s);
        scene.window.show();
        scene.call();
        QVERIFY(!scene.window.actions().writing->isEnabled());
        QVERIFY(!scene.find<QToolButton>(u"textButton"_s)->isVisible());
        scene.enter(1);
        QVERIFY(scene.window.actions().writing->isEnabled());
        QVERIFY(scene.find<QToolButton>(u"textButton"_s)->isVisible());
    }

    void sendsLettersAsTheyAreTypedAndTheLineWithEnter()
    {
        Visit visit;
        visit.window.actions().writing->trigger();
        QCOMPARE(QApplication::focusWidget(), visit.field);
        QTest::keyClicks(visit.field, u"G"_s);
        QCOMPARE(visit.written(), QStringList{u"G"_s});
        QTest::keyClicks(visit.field, u"ut"_s);
        QTest::keyClick(visit.field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(visit.field, u"ja"_s);
        visit.sent.clear();
        QTest::keyClick(visit.field, Qt::Key_Return);
        QCOMPARE(visit.written(), QStringList{u"Gut\nja"_s});
        QCOMPARE(visit.sent.back().written.stage, LineStage::Done);
        QVERIFY(visit.field->toPlainText().isEmpty());
        QCOMPARE(visit.lines().size(), 3);
        QVERIFY(visit.lines().front().startsWith(u"You · "_s));
        QCOMPARE(heard(), QStringList());
    }

    void sendsNothingEmpty()
    {
        Visit visit;
        visit.window.actions().writing->trigger();
        auto *send = visit.find<QPushButton>(u"textSendButton"_s);
        QVERIFY(!send->isEnabled());
        QTest::keyClick(visit.field, Qt::Key_Return);
        QVERIFY(visit.lines().isEmpty());
        QTest::keyClicks(visit.field, u"x"_s);
        QVERIFY(send->isEnabled());
        send->click();
        QCOMPARE(visit.lines().back(), u"x"_s);
        QCOMPARE(QApplication::focusWidget(), visit.field);
    }

    void opensByItselfWithoutTakingTheKeyboard()
    {
        Visit visit;
        QWidget *const before = QApplication::focusWidget();
        visit.hear(5, LineStage::Writing, u"Hal"_s);
        QVERIFY(visit.panel->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);
        QCOMPARE(visit.growing(), u"Kim is writing …\nHal"_s);
        visit.hear(5, LineStage::Unseen, QString());
        QCOMPARE(visit.growing(), u"Kim is writing …"_s);
        QCOMPARE(heard(), QStringList());
        visit.hear(5, LineStage::Done, u"Hallo"_s);
        QVERIFY(visit.growing().isEmpty());
        QCOMPARE(heard(), QStringList{u"textLog: Kim: Hallo"_s});
        QVERIFY(visit.lines().front().startsWith(u"Kim · "_s));
        QCOMPARE(visit.lines().back(), u"Hallo"_s);
    }

    void closedByHandItStaysClosedAndCounts()
    {
        Visit visit;
        visit.window.actions().writing->trigger();
        QTest::keyClick(visit.field, Qt::Key_Escape);
        QVERIFY(!visit.panel->isVisible());
        QCOMPARE(QApplication::focusWidget(), visit.button);
        visit.hear(5, LineStage::Writing, u"Hal"_s);
        visit.hear(5, LineStage::Done, u"Hallo"_s);
        QVERIFY(!visit.panel->isVisible());
        QCOMPARE(visit.button->text(), u"Text (1)"_s);
        QCOMPARE(heard(), QStringList{u"textButton: Kim: Hallo"_s});
        visit.window.actions().writing->trigger();
        QCOMPARE(visit.button->text(), u"Text"_s);
        QCOMPARE(visit.lines().back(), u"Hallo"_s);
    }

    void showsWordsAndNothingElse()
    {
        Visit visit;
        const QString markup = u"<img src=x onerror=alert(1)> <b>fett</b> &amp; https://boese.example"_s;
        visit.hear(5, LineStage::Writing, markup);
        QCOMPARE(visit.find<QLabel>(u"textGrowing"_s)->textFormat(), Qt::PlainText);
        visit.hear(5, LineStage::Done, markup);
        QCOMPARE(visit.lines().back(), markup);
        QVERIFY(!visit.log->textInteractionFlags().testFlag(Qt::LinksAccessibleByMouse));
    }

    void whoeverReadsFurtherUpStaysThere()
    {
        Visit visit;
        for (qint64 line = 1; line <= 40; ++line)
            visit.hear(line, LineStage::Done, u"Zeile"_s);
        QScrollBar *bar = visit.log->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        visit.hear(41, LineStage::Done, u"am Ende"_s);
        QCOMPARE(bar->value(), bar->maximum());
        bar->setValue(0);
        visit.hear(42, LineStage::Done, u"neu"_s);
        QCOMPARE(bar->value(), 0);
    }

    void saysWhenALineHasToWait()
    {
        Visit visit;
        visit.window.actions().writing->trigger();
        auto *waits = visit.find<QLabel>(u"textUnsent"_s);
        QVERIFY(!waits->isVisible());
        visit.workplace.setLine({clerk::model::LineState::Waiting, {}, {}, {}});
        QTest::keyClicks(visit.field, u"x"_s);
        QTest::keyClick(visit.field, Qt::Key_Return);
        QVERIFY(waits->isVisible());
        visit.online();
        QVERIFY(!waits->isVisible());
        QCOMPARE(visit.sent.back().written.text.reveal(), u"x"_s);
    }

    void doesNotOutgrowASmallScreen()
    {
        Visit visit;
        visit.window.resize(690, 500);
        QCoreApplication::processEvents();
        const QSize size = visit.window.size();
        visit.window.actions().writing->trigger();
        QCoreApplication::processEvents();
        QCOMPARE(visit.window.size(), size);
        QVERIFY(visit.find<QWidget>(u"callStage"_s)->isVisible());
    }

    void whatWasWrittenBeforeARestartIsThereAndNotSpoken()
    {
        Scene scene;
        scene.draw(1, u"Kim"_s);
        scene.workplace.visit().setMe(std::nullopt);
        (void)scene.counter.after(office::CallNext{kMe});
        (void)scene.counter.after(office::Enter{ticketId(1), 1});
        scene.workplace.take(scene.counter.snapshot());
        scene.workplace.visit().setMe(kMe);
        scene.window.show();
        (void)heard();
        scene.workplace.text().take(
            {ticketId(1), {{Speaker::Citizen, {5, LineStage::Done, u"Hallo"_s}, scene.clock.now()}}});
        QVERIFY(!scene.find<QWidget>(u"textPanel"_s)->isVisible());
        scene.workplace.visit().takeUp();
        QVERIFY(scene.find<QWidget>(u"textPanel"_s)->isVisible());
        QVERIFY(scene.find<QTextEdit>(u"textLog"_s)->toPlainText().contains(u"Hallo"_s));
        QCOMPARE(heard(), QStringList());
    }

    void theSwitchHidesWhatIsBeingWritten()
    {
        Visit visit;
        visit.window.actions().writing->trigger();
        visit.find<QCheckBox>(u"textLetters"_s)->setChecked(false);
        QTest::keyClicks(visit.field, u"Geheim"_s);
        QCOMPARE(visit.sent.back().written.stage, LineStage::Unseen);
        QVERIFY(!visit.workplace.text().letters());
    }

    void nothingIsLeftForTheNextVisitor()
    {
        Visit visit;
        visit.hear(5, LineStage::Done, u"Hallo"_s);
        visit.hear(6, LineStage::Writing, u"noch"_s);
        QTest::keyClicks(visit.field, u"Entwurf"_s);
        visit.draw(2, u"Sascha"_s);
        visit.leave();
        visit.call();
        visit.enter(2);
        QVERIFY(!visit.panel->isVisible());
        visit.window.actions().writing->trigger();
        QVERIFY(visit.lines().isEmpty());
        QVERIFY(visit.growing().isEmpty());
        QVERIFY(visit.field->toPlainText().isEmpty());
        QVERIFY(!visit.field->document()->isUndoAvailable());
        QCOMPARE(visit.field->accessibleName(), u"Message to Sascha"_s);
    }
};

QTEST_MAIN(TextPanelTest)
#include "TextPanelTest.moc"
