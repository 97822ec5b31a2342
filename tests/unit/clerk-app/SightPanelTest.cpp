// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/Notice.h"
#include "tests/unit/clerk-app/CallKit.h"

#include <QApplication>
#include <QSignalSpy>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
namespace wire = sprechtag::protocol::clerk;

//! An identity document in the window: whose may be looked at, where the keys are, and the one sentence that stays.
class SightPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoHasLookedAndThatNothingWasAssessed()
    {
        Call scene;
        scene.call();
        scene.enter(1);
        auto *record = scene.find<QLabel>(u"visitSighted"_s);
        QVERIFY(!record->isVisible());
        scene.workplace.take(scene.counter.after(office::Sight{kMe, ticketId(1), 1}));
        QCOMPARE(record->text(), u"Checked by eye by Frau Schmidt, level of assurance: not assessed"_s);
        QVERIFY(record->isVisible());
        scene.workplace.take(scene.counter.after(office::Leave{ticketId(1)}));
        QVERIFY(record->text().isEmpty());
    }

    void looksAtADocumentOfSomebodyWhoCanShowOne()
    {
        using protocol::SightStep;
        Call scene;
        clerk::model::VisitSight &sight = scene.workplace.sight();
        QSignalSpy asked(&sight, &clerk::model::VisitSight::askToSend);
        QAction *action = scene.window.actions().sight;
        scene.call();
        QVERIFY(!action->isEnabled());
        scene.enter(1);
        QVERIFY(action->isEnabled());
        action->trigger();
        QCOMPARE(asked.size(), 1);
        QVERIFY2(!action->isChecked(), "the server has not agreed yet");
        sight.take({.ticket = ticketId(1), .step = SightStep::Front});
        QVERIFY(action->isChecked());
        Q_EMIT sight.recordWanted();
        const auto sent = scene.port.take<wire::SightTicket>();
        QCOMPARE(std::get<wire::SightTicket>(sent.command).epoch, office::Epoch(1));
        sight.take({.ticket = ticketId(1), .step = {}, .declined = true});
        QVERIFY(!action->isChecked());
        QVERIFY(scene.window.desk().notice().text().contains(u"rather not"_s));
        scene.control({.cameraOff = true});
        QVERIFY2(!action->isEnabled(), "nothing is seen of somebody whose camera is locked");
        scene.control({});
        QVERIFY(action->isEnabled());
        scene.control({.onHold = true});
        QVERIFY(!action->isEnabled());
    }

    void theKeysGoToThePictureAndComeBack()
    {
        Call scene;
        scene.call();
        scene.enter(1);
        QWidget *picture = scene.surface.widget();
        picture->setFocusPolicy(Qt::StrongFocus);
        scene.panel.followSight(protocol::SightStep::Front);
        QCOMPARE(QApplication::focusWidget(), picture);
        scene.panel.followSight(protocol::SightStep::Back);
        QCOMPARE(QApplication::focusWidget(), picture);
        scene.panel.followSight(std::nullopt);
        QCOMPARE(QApplication::focusWidget(), scene.find<QWidget>(u"visitorButton"_s));
    }
};

QTEST_MAIN(SightPanelTest)
#include "SightPanelTest.moc"
