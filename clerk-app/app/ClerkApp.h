// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/app/CallDirector.h"
#include "clerk-app/app/ColleagueDirector.h"
#include "clerk-app/app/DocumentDirector.h"
#include "clerk-app/app/IdleBreak.h"
#include "clerk-app/app/Options.h"
#include "clerk-app/app/Preferences.h"
#include "clerk-app/app/SessionKeeper.h"
#include "clerk-app/connection/DocumentLine.h"
#include "clerk-app/connection/ServerClock.h"
#include "clerk-app/model/Administration.h"
#include "clerk-app/model/Farewell.h"
#include "clerk-app/platform/ArrivalAlerts.h"
#include "clerk-app/platform/Chime.h"
#include "clerk-app/platform/CredentialStore.h"
#include "clerk-app/platform/Tray.h"
#include "clerk-app/view/AdminWindow.h"
#include "clerk-app/view/LeaveDialog.h"
#include "clerk-app/view/MainWindow.h"
#include "shared/base/SystemClock.h"

#include <QMenu>

namespace sprechtag::clerk::app {

//! The whole app, put together: everything lives here, on the stack of main(); secrets and pictures come from outside.
class ClerkApp final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClerkApp)
public:
    ClerkApp(Options options, Preferences &preferences, platform::CredentialStore &store, CallDirector::Factory calls,
             const QString &language);
    ~ClerkApp() override;

    void start();
    void showWindow();

private:
    void wireLine();
    void wireSession();
    void wireSecondFactor();
    void wireNewPassword();
    void forgetEntries();
    void wireSetup();
    void wireCalls();
    void wireSight();
    void wireDevices();
    void wireBackground();
    void wireAdministration();
    void wirePreferences();
    void wireTray();
    void wireIdleness();
    void announce(OfficeId office, TicketId ticket);
    void remind(OfficeId office, TicketId ticket);
    void alert(const QString &text, bool withSound);
    void refreshCount();
    void closeWindow();
    void quit();
    void signOut();
    [[nodiscard]] bool mayLeave(view::Leaving how);

    Options m_options;
    Preferences &m_preferences;
    SystemClock m_clock;
    connection::ServerClock m_serverClock;
    connection::ServerConnection m_line;
    connection::DocumentLine m_documentLine;
    model::Workplace m_workplace;
    model::Intents m_intents;
    model::Administration m_administration;
    model::FormBringer m_formBringer;
    model::Farewell m_farewell;
    SessionKeeper m_session;
    view::MainWindow m_window;
    view::AdminWindow m_adminWindow;
    CallDirector m_director;
    DocumentDirector m_documentDirector;
    ColleagueDirector m_colleagueDirector{m_line, m_workplace};
    platform::ArrivalAlerts m_alerts;
    platform::Chime m_chime;
    platform::IdleWatch m_idle;
    IdleBreak m_idleBreak;
    QMenu m_trayMenu;
    platform::Tray m_tray;
    bool m_toldOfTray{};
};

} // namespace sprechtag::clerk::app
