// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/Notice.h"

#include "clerk-app/view/DeskPage.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QLabel>
#include <QToolButton>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::view;
namespace wire = sprechtag::protocol::clerk;

namespace {

//! A scene where a conversation waits to be taken up again.
struct Interrupted : Scene
{
    Counter held{2, u"Kfz-Zulassung"_s, u"K"_s, clock};

    Interrupted()
    {
        held.after(office::Open{kMe});
        held.afterDraw(7, u"Kim"_s);
        held.after(office::CallNext{kMe});
        held.after(office::LoseClerk{kMe});
        window.show();
        workplace.take(held.snapshot());
    }
    [[nodiscard]] QToolButton &resume() { return *find<QToolButton>(u"noticeActionButton"_s); }
    [[nodiscard]] Notice &notice() { return window.desk().notice(); }
};

} // namespace

class NoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAgainAfterItHasToldSomethingElse()
    {
        Interrupted scene;
        const QString question = scene.notice().text();
        QVERIFY(question.contains(u"K 001"_s));
        scene.notice().tell(NoticeKind::Warning, u"Please try again in a moment."_s);
        QCOMPARE(scene.notice().text(), u"Please try again in a moment."_s);
        QVERIFY(!scene.resume().isVisible());
        scene.find<QToolButton>(u"noticeCloseButton"_s)->click();
        QCOMPARE(scene.notice().text(), question);
        QVERIFY(scene.resume().isVisible());
        scene.resume().click();
        scene.port.take<wire::Arrive>();
        QVERIFY(!scene.notice().isVisible());
    }

    void doesNotAskAboutAVisitThatIsOver()
    {
        Interrupted scene;
        scene.notice().tell(NoticeKind::Info, u"B 001 has left."_s);
        scene.workplace.take(scene.held.after(office::Leave{ticketId(7)}));
        QCOMPARE(scene.notice().text(), u"B 001 has left."_s);
        scene.find<QToolButton>(u"noticeCloseButton"_s)->click();
        QVERIFY(!scene.notice().isVisible());
        QVERIFY(scene.notice().text().isEmpty());
    }

    void saysThatSomebodyIsShownAsAwayUntilTheBreakEnds()
    {
        Scene scene;
        scene.window.show();
        Notice &notice = scene.window.desk().notice();
        auto *end = scene.find<QToolButton>(u"noticeActionButton"_s);
        scene.workplace.take(scene.counter.after(office::Pause{kMe, office::PauseReason::Idle, {}}));
        scene.window.desk().tellOfBreak(u"You are shown as away."_s);
        QVERIFY(end->isVisible());
        notice.clear(); // as time does with what is only told
        QCOMPARE(notice.text(), u"You are shown as away."_s);
        end->click();
        scene.port.take<wire::Resume>();
        QVERIFY2(notice.isVisible(), "the server has not agreed yet");
        scene.workplace.take(scene.counter.after(office::Resume{kMe}));
        QVERIFY(!notice.isVisible());
    }

    void saysNothingOfABreakThatIsOver()
    {
        Scene scene;
        scene.window.show();
        scene.window.desk().tellOfBreak(u"You are shown as away."_s);
        QVERIFY(!scene.window.desk().notice().isVisible());
    }

    void countsTheReadersOfTheNewestMessageAlone()
    {
        Scene scene;
        scene.window.show();
        Notice &notice = scene.window.desk().notice();
        notice.tellOfProgress(scene.counter.id(), u"Message sent."_s);
        scene.workplace.take(wire::MessageStatus{OfficeId::fromBits({3, 9}), 5, 5});
        QCOMPARE(notice.text(), u"Message sent."_s);
        scene.workplace.take(wire::MessageStatus{scene.counter.id(), 2, 1});
        QCOMPARE(notice.text(), u"Message sent, shown to 1 of 2."_s);
    }

    void isGoneWhenNothingIsAsked()
    {
        Scene scene;
        scene.window.show();
        Notice &notice = scene.window.desk().notice();
        notice.tell(NoticeKind::Info, u"B 001 has left."_s);
        QVERIFY(notice.isVisible());
        notice.clear();
        QVERIFY(!notice.isVisible());
    }
};

QTEST_MAIN(NoticeTest)
#include "NoticeTest.moc"
