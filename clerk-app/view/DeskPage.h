// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Intents.h"

#include <QTimer>
#include <QWidget>

class QSplitter;

namespace sprechtag::clerk::view {

class Actions;
class CallPanel;
class LobbyPanel;
class Notice;
class OfficePanel;
class Orders;

//! A clerk at work: offices on the left, the lobby, and the call between them when there is one.
class DeskPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeskPage)
public:
    DeskPage(model::Workplace &workplace, model::Intents &intents, const Actions &actions, QWidget *parent = nullptr);

    [[nodiscard]] CallPanel &callPanel() { return *m_call; }
    [[nodiscard]] Notice &notice() { return *m_notice; }
    //! The call stands: what the press has changed is laid out and painted now.
    void settle();
    //! The break has begun without the clerk.
    void tellOfBreak(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void wireOffices();
    void wireActions();
    void wireVisit();
    void followCalling(bool calling);
    void holdStill();
    void followVisit();
    void showVisit();
    void callNext();
    void toggleBreak(bool on);
    void closeOffice(OfficeId office);
    void closeNow(OfficeId office);
    void askToTakeUp();
    void tellOfTransfer();
    void wireTalk();
    void followTalk();
    void showEnd(const model::Visit &visit, model::VisitEnd end);
    void tellEnd(const model::Visit &visit, model::VisitEnd end);
    void remindOfParked(OfficeId office, TicketId ticket);
    void arrange();
    void refreshActions();
    void tick();

    model::Workplace &m_workplace;
    model::Intents &m_intents;
    const Actions &m_actions;
    Notice *m_notice;
    OfficePanel *m_offices;
    CallPanel *m_call;
    LobbyPanel *m_lobby;
    Orders *m_orders;
    QSplitter *m_splitter;
    QTimer m_second;
    QTimer m_still;
    bool m_held{};
    std::optional<OfficeId> m_transferTo; //!< told of
};

} // namespace sprechtag::clerk::view
