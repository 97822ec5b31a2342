// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QAction>
#include <QObject>

class QAbstractButton;

namespace sprechtag::clerk::view {

//! Everything that a clerk can do, as actions: one name, one shortcut, one place to switch it off.
class Actions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Actions)
public:
    explicit Actions(QObject *parent = nullptr);

    QAction *callNext{};
    QAction *callSelected{};
    QAction *onBreak{};
    QAction *away{};
    QAction *microphone{};
    QAction *camera{};
    QAction *share{};
    QAction *sharePause{};
    QAction *writing{};
    QAction *muteVisitor{};
    QAction *visitorCamera{};
    QAction *visitorShare{};
    QAction *hold{};
    QAction *sight{};
    QAction *documents{};
    QAction *guests{};
    QAction *colleague{};
    QAction *acceptRing{};
    QAction *declineRing{};
    QAction *leaveTalk{};
    QAction *readmit{};
    QAction *unpark{};
    QAction *prioritise{};
    QAction *message{};
    QAction *appeared{};
    QAction *nextPlease{};
    QAction *noShow{};
    QAction *park{};
    QAction *transfer{};
    QAction *withdrawTransfer{};
    QAction *backKeep{};
    QAction *backFront{};
    QAction *backEnd{};
    QAction *finishDone{};
    QAction *finishNotDone{};
    QAction *finishUnstated{};
    QAction *takeUp{};
    QAction *showOffices{};
    QAction *administration{};
    QAction *notify{};
    QAction *sound{};
    QAction *warm{};
    QAction *signOut{};
    QAction *quit{};
    QAction *about{};

private:
    QAction *make(const QString &name, const QString &icon, const QString &text);
    void makeLobbyActions();
    void makeCallActions();
    void makeControlActions();
    void makeColleagueActions();
    void makeAppActions();
};

//! Why the action is off, where one would look for what it does; empty: that it is off says enough.
void explain(QAction *action, const QString &whyNot);

//! The button does the action and follows it: text, tooltip, whether it can be pressed, whether it is on.
void wearAction(QAbstractButton *button, QAction *action);

} // namespace sprechtag::clerk::view
