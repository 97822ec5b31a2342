// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/Actions.h"

#include "clerk-app/view/Icons.h"
#include "clerk-app/view/TalkKey.h"

#include <QAbstractButton>
#include <QCoreApplication>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

namespace {

void setKeys(QAction *action, const QList<QKeySequence> &keys)
{
    action->setShortcuts(keys);
    explain(action, {});
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    makeLobbyActions();
    makeCallActions();
    makeControlActions();
    makeColleagueActions();
    makeAppActions();
}

QAction *Actions::make(const QString &name, const QString &icon, const QString &text)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setAutoRepeat(false); // a key that is held a little too long is pressed once
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    return action;
}

void Actions::makeLobbyActions()
{
    callNext = make(u"callNextAction"_s, u"next"_s, tr("&Next person"));
    setKeys(callNext, {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_N)});
    //: calls the selected person in
    callSelected = make(u"callSelectedAction"_s, u"call"_s, tr("&Call in"));
    setKeys(callSelected, {QKeySequence(Qt::CTRL | Qt::Key_R)});
    //: takes a missed person in again
    readmit = make(u"readmitAction"_s, u"back"_s, tr("Take in &again"));
    setKeys(readmit, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)});
    //: brings a parked person back into the line
    unpark = make(u"unparkAction"_s, u"waiting"_s, tr("Back into the &line"));
    setKeys(unpark, {QKeySequence(Qt::CTRL | Qt::Key_U)});
    prioritise = make(u"prioritiseAction"_s, {}, tr("&Priority…"));
    setKeys(prioritise, {QKeySequence(Qt::CTRL | Qt::Key_P)});
    message = make(u"messageAction"_s, {}, tr("&Message…"));
    setKeys(message, {QKeySequence(Qt::CTRL | Qt::Key_G)});
    onBreak = make(u"breakAction"_s, u"pause"_s, tr("&Break"));
    onBreak->setCheckable(true);
    setKeys(onBreak, {QKeySequence(Qt::Key_F8)});
    //: a break with a time of return
    away = make(u"awayAction"_s, {}, tr("Away &for a moment…"));
    setKeys(away, {QKeySequence(Qt::SHIFT | Qt::Key_F8)});
    takeUp = make(u"resumeVisitAction"_s, u"talking"_s, tr("&Resume the conversation"));
    setKeys(takeUp, {QKeySequence(Qt::Key_F6)});
}

void Actions::makeCallActions()
{
    microphone = make(u"microphoneAction"_s, u"microphone"_s, tr("&Microphone"));
    camera = make(u"cameraAction"_s, u"camera"_s, tr("C&amera"));
    for (QAction *action : {microphone, camera}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    setKeys(microphone, {QKeySequence(Qt::CTRL | Qt::Key_M)});
    //: %1 is a key that switches the microphone on or off, %2 one that is held
    microphone->setToolTip(tr("Microphone (%1). While %2 is held, it is the other way round: on or mute.")
                               .arg(microphone->shortcut().toString(QKeySequence::NativeText),
                                    QKeySequence(TalkKey::kKey).toString(QKeySequence::NativeText)));
    setKeys(camera, {QKeySequence(Qt::CTRL | Qt::Key_K)});
    share = make(u"shareAction"_s, u"share"_s, tr("&Share the screen"));
    share->setCheckable(true);
    setKeys(share, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)});
    // Its words say what it does, pause or go on: it is not on or off.
    //: the shared screen stands still
    sharePause = make(u"sharePauseAction"_s, u"pause"_s, tr("Pa&use the sharing"));
    sharePause->setEnabled(false);
    setKeys(sharePause, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)});
    //: opens what the visitor and the clerk write to each other
    writing = make(u"textAction"_s, u"text"_s, tr("Te&xt"));
    writing->setCheckable(true);
    writing->setEnabled(false);
    setKeys(writing, {QKeySequence(Qt::Key_F7)});
    //: opens what the visitor and the clerk hand to each other
    documents = make(u"documentsAction"_s, u"document"_s, tr("F&iles"));
    documents->setCheckable(true);
    documents->setEnabled(false);
    setKeys(documents, {QKeySequence(Qt::SHIFT | Qt::Key_F7)});
    //: opens who else is in the conversation
    guests = make(u"guestsAction"_s, u"people"_s, tr("&Guests"));
    guests->setCheckable(true);
    guests->setEnabled(false);
    setKeys(guests, {QKeySequence(Qt::SHIFT | Qt::Key_F6)});
    //: the person who was called is there
    appeared = make(u"appearedAction"_s, u"check"_s, tr("&Appeared"));
    setKeys(appeared, {QKeySequence(Qt::CTRL | Qt::Key_J)});
    //: who was called goes back to the same place, and the next is called
    nextPlease = make(u"nextPleaseAction"_s, u"next"_s, tr("Ne&xt person, please"));
    setKeys(nextPlease, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)});
    //: who was called is taken out of the line
    noShow = make(u"noShowAction"_s, u"missed"_s, tr("Did not a&ppear"));
    setKeys(noShow, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)});
    park = make(u"parkAction"_s, u"pause"_s, tr("&Park…"));
    setKeys(park, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)});
    transfer = make(u"transferAction"_s, u"transfer"_s, tr("&Transfer…"));
    setKeys(transfer, {QKeySequence(Qt::CTRL | Qt::Key_T)});
    //: takes a proposed transfer back
    withdrawTransfer = make(u"withdrawTransferAction"_s, {}, tr("&Withdraw"));
    backKeep = make(u"backKeepAction"_s, u"back"_s, tr("Back to the lobby, &keeping the place"));
    setKeys(backKeep, {QKeySequence(Qt::CTRL | Qt::Key_B)});
    backFront = make(u"backFrontAction"_s, {}, tr("Back to the &front of the lobby"));
    backEnd = make(u"backEndAction"_s, {}, tr("Back to the &end of the lobby"));
    finishDone = make(u"finishDoneAction"_s, u"check"_s, tr("End: &settled"));
    setKeys(finishDone, {QKeySequence(Qt::CTRL | Qt::Key_E)});
    finishNotDone = make(u"finishNotDoneAction"_s, {}, tr("End: &not settled"));
    setKeys(finishNotDone, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)});
    finishUnstated = make(u"finishUnstatedAction"_s, {}, tr("End: &without a statement"));
}

void Actions::makeColleagueActions()
{
    //: rings a colleague of any office for the conversation that runs
    colleague = make(u"colleagueAction"_s, u"call"_s, tr("Ring a &colleague…"));
    setKeys(colleague, {QKeySequence(Qt::CTRL | Qt::Key_L)});
    //: answers a colleague who rings
    acceptRing = make(u"acceptRingAction"_s, u"call"_s, tr("&Accept"));
    setKeys(acceptRing, {QKeySequence(Qt::Key_F11)});
    //: answers a colleague who rings
    declineRing = make(u"declineRingAction"_s, u"missed"_s, tr("&Decline"));
    setKeys(declineRing, {QKeySequence(Qt::SHIFT | Qt::Key_F11)});
    //: the conversation of a colleague
    leaveTalk = make(u"leaveTalkAction"_s, u"end"_s, tr("&Leave the conversation"));
    setKeys(leaveTalk, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)});
    for (QAction *action : {colleague, acceptRing, declineRing, leaveTalk})
        action->setEnabled(false);
}

void Actions::makeControlActions()
{
    //: turns the visitor's microphone off, so that the visitor cannot turn it on
    muteVisitor = make(u"muteVisitorAction"_s, {}, tr("Lock the visitor's &microphone"));
    setKeys(muteVisitor, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)});
    //: the same with the camera
    visitorCamera = make(u"visitorCameraAction"_s, {}, tr("Lock the visitor's &camera"));
    setKeys(visitorCamera, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)});
    //: allows the visitor to share the own screen
    visitorShare = make(u"visitorShareAction"_s, {}, tr("Let the visitor &share the screen"));
    setKeys(visitorShare, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)});
    //: nobody hears or sees the other until the clerk goes on
    hold = make(u"holdAction"_s, u"pause"_s, tr("Put on &hold"));
    setKeys(hold, {QKeySequence(Qt::CTRL | Qt::Key_H)});
    //: asks the visitor to hold an identity document to the camera, and shows what helps to read it
    sight = make(u"sightAction"_s, {}, tr("Look at an &identity document"));
    setKeys(sight, {QKeySequence(Qt::CTRL | Qt::Key_I)});
    for (QAction *action : {muteVisitor, visitorCamera, visitorShare, hold, sight})
        action->setCheckable(true);
}

void Actions::makeAppActions()
{
    showOffices = make(u"showOfficesAction"_s, u"offices"_s, tr("Show my &offices"));
    showOffices->setCheckable(true);
    showOffices->setChecked(true);
    setKeys(showOffices, {QKeySequence(Qt::Key_F9)});
    administration = make(u"administrationAction"_s, {}, tr("&Administration …"));
    administration->setMenuRole(QAction::NoRole);
    setKeys(administration, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)});
    administration->setVisible(false);
    notify = make(u"notifyAction"_s, {}, tr("&Notice when somebody arrives"));
    sound = make(u"soundAction"_s, {}, tr("&Sound when somebody arrives"));
    warm = make(u"warmAction"_s, {}, tr("Keep camera and microphone &ready while people wait"));
    for (QAction *action : {notify, sound, warm})
        action->setCheckable(true);
    signOut = make(u"signOutAction"_s, {}, tr("Sign &out"));
    signOut->setMenuRole(QAction::NoRole);
    quit = make(u"quitAction"_s, {}, tr("&Quit"));
    quit->setMenuRole(QAction::QuitRole);
    setKeys(quit, {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    about = make(u"aboutAction"_s, {}, tr("&About Sprechtag"));
    about->setMenuRole(QAction::AboutRole);
}

void explain(QAction *action, const QString &whyNot)
{
    //: the tooltip of a button: %1 is what it does, %2 its key
    const QString usual = QCoreApplication::translate("sprechtag::clerk::view::Actions", "%1 (%2)")
                              .arg(action->text().remove(u'&'), action->shortcut().toString(QKeySequence::NativeText));
    action->setToolTip(whyNot.isEmpty() ? usual : whyNot);
}

void wearAction(QAbstractButton *button, QAction *action)
{
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->text().remove(u'&'));
        button->setEnabled(action->isEnabled());
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
}

} // namespace sprechtag::clerk::view
