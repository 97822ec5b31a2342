// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Intents.h"
#include "clerk-app/view/MessageDialog.h"

class QWidget;

namespace sprechtag::clerk::view {

class Actions;
class Notice;

//! What is done with one person, in the lobby or in the call: from the action over what has to be asked to the intent.
class Orders final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Orders)
public:
    Orders(model::Workplace &workplace, model::Intents &intents, const Actions &actions, Notice &notice);

    //! Whom the actions of the lobby are about.
    void choose(const std::optional<model::LobbyRow> &person);
    //! What can be done now; called whenever that may have changed.
    void refresh();
    //! Somebody was chosen to be called in, and cannot be.
    void tellWhyNot();

private:
    void wireLobby();
    void wireCall();
    void wireControl();
    void wireSight();
    void refreshSight(bool talking);
    void refreshControl(bool talking);
    void callSelected();
    void offerToCall(bool free);
    [[nodiscard]] const model::OfficeRow *officeOfPerson() const;
    void nextPlease();
    void prioritise();
    void park();
    void transfer();
    void message();
    [[nodiscard]] std::optional<OfficeId> messageOffice() const;
    [[nodiscard]] std::optional<MessageReceivers> receivers() const;

    model::Workplace &m_workplace;
    model::Intents &m_intents;
    const Actions &m_actions;
    Notice &m_notice;
    QWidget *m_window;
    std::optional<model::LobbyRow> m_person;
};

} // namespace sprechtag::clerk::view
