// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/ClerkApp.h"

#include "clerk-app/app/BackgroundPolicy.h"
#include "clerk-app/call/CallSurfaceFactory.h"
#include "clerk-app/model/Words.h"
#include "clerk-app/platform/System.h"
#include "clerk-app/view/CallPanel.h"
#include "clerk-app/view/DeskPage.h"
#include "clerk-app/view/DevicesMenu.h"
#include "clerk-app/view/Icons.h"
#include "clerk-app/view/NewPasswordPage.h"
#include "clerk-app/view/Notice.h"
#include "clerk-app/view/RecoveryCodesDialog.h"
#include "clerk-app/view/SetupPage.h"
#include "shared/base/Log.h"

#include <QCoreApplication>
#include <QScreen>

#include <algorithm>
#include <array>

namespace sprechtag::clerk::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kGoodbyeWithin{2};
constexpr QSize kFirstSize(1180, 740);
constexpr int kAwayAfterAtLeast = 3; // there are two warnings before

struct DevicePreference
{
    call::DeviceKind kind;
    Preference preference;
};
constexpr std::array kDevicePreferences{DevicePreference{call::DeviceKind::Microphone, Preference::Microphone},
                                        DevicePreference{call::DeviceKind::Camera, Preference::Camera},
                                        DevicePreference{call::DeviceKind::Speaker, Preference::Speaker}};

minutes awayAfter(const Preferences &preferences)
{
    return minutes(std::max(kAwayAfterAtLeast, preferences.number(Preference::AwayAfter)));
}

} // namespace

ClerkApp::ClerkApp(Options options, Preferences &preferences, platform::CredentialStore &store,
                   CallDirector::Factory calls, const QString &language)
    : m_options(std::move(options))
    , m_preferences(preferences)
    , m_serverClock(m_clock)
    , m_documentLine([this]() -> std::optional<connection::DocumentLine::Desk> {
        if (!m_line.server())
            return std::nullopt;
        return connection::DocumentLine::Desk{*m_line.server(), m_line.token()};
    })
    , m_workplace(m_line, m_serverClock)
    , m_intents(m_line, m_workplace)
    , m_administration(m_line, m_workplace)
    , m_formBringer(m_administration, m_documentLine)
    , m_farewell(m_workplace, m_intents, kGoodbyeWithin)
    , m_session(preferences, store, m_line, language)
    , m_window(m_workplace, m_intents)
    , m_adminWindow(m_administration, m_serverClock)
    , m_director(m_line, m_workplace, m_intents, std::move(calls), language)
    , m_documentDirector(m_line, m_workplace, m_documentLine)
    , m_idle(m_clock, platform::presence, awayAfter(preferences))
    , m_idleBreak(m_idle, m_workplace, m_intents)
    , m_tray(view::appIcon(), &m_trayMenu)
{
    wireLine();
    wireSession();
    wireCalls();
    wireSight();
    wireDevices();
    wireBackground();
    wireAdministration();
    wirePreferences();
    wireTray();
    wireIdleness();
    connect(&m_window, &view::MainWindow::closeWanted, this, &ClerkApp::closeWindow);
    connect(m_window.actions().quit, &QAction::triggered, this, &ClerkApp::quit);
    connect(m_window.actions().signOut, &QAction::triggered, this, &ClerkApp::signOut);
}

ClerkApp::~ClerkApp()
{
    m_preferences.set(Preference::Window, m_window.saveGeometry());
    m_line.disconnect();
}

void ClerkApp::start()
{
    call::prepareWindowForCalls(m_window);
    if (!m_window.restoreGeometry(m_preferences.bytes(Preference::Window)))
        m_window.resize(kFirstSize.boundedTo(m_window.screen()->availableSize() * 95 / 100));
    const QString server = m_options.server.isEmpty() ? m_preferences.text(Preference::Server) : m_options.server;
    const QString login = m_options.login.isEmpty() ? m_preferences.text(Preference::Login) : m_options.login;
    m_window.signInPage().fill(server, login, m_preferences.isOn(Preference::StaySignedIn));
    if (!m_options.password.isEmpty() && !server.isEmpty() && !login.isEmpty())
        m_session.signIn({server, login, std::exchange(m_options.password, {}), false});
    else
        m_session.resume(server, login);
    m_window.show();
}

void ClerkApp::showWindow()
{
    m_window.bringToFront();
}

void ClerkApp::wireLine()
{
    using Line = connection::ServerConnection;
    namespace wire = protocol::clerk;
    connect(&m_line, &Line::statusChanged, &m_workplace, &model::Workplace::setLine);
    connect(&m_line, &Line::welcomed, &m_workplace, [this](const wire::Welcome &welcome) {
        m_serverClock.setServerTime(welcome.serverTime);
        if (m_line.server())
            m_workplace.guests().setPage(m_line.server()->text());
        m_workplace.welcome(welcome);
    });
    connect(&m_line, &Line::snapshotReceived, &m_workplace,
            [this](const wire::OfficeSnapshot &snapshot) { m_workplace.take(snapshot); });
    connect(&m_line, &Line::visitsReceived, &m_workplace,
            [this](const wire::OfficeVisits &visits) { m_workplace.take(visits); });
    connect(&m_line, &Line::messageStatusReceived, &m_workplace,
            [this](const wire::MessageStatus &status) { m_workplace.take(status); });
    connect(&m_line, &Line::textReceived, &m_workplace.text(),
            [this](const wire::TextLines &text) { m_workplace.text().take(text); });
    connect(&m_line, &Line::documentsReceived, &m_workplace.documents(),
            [this](const wire::DocumentList &list) { m_workplace.documents().take(list); });
    m_workplace.documents().serveBy(m_documentLine);
    connect(&m_line, &Line::roomChanged, &m_workplace.guests(),
            [this](const wire::RoomState &room) { m_workplace.guests().take(room); });
    connect(&m_workplace.text(), &model::VisitText::lineToSend, &m_line,
            [this](const wire::TextLine &line) { m_line.say(line); });
    connect(&m_line, &Line::officeRemoved, &m_workplace,
            [this](const wire::OfficeRemoved &removed) { m_workplace.take(removed); });
    connect(&m_line, &Line::factsReceived, &m_workplace,
            [this](const wire::OfficeFacts &facts) { m_workplace.take(facts); });
}

void ClerkApp::wireSession()
{
    connect(&m_window.signInPage(), &view::SignInPage::signInWanted, &m_session, &SessionKeeper::signIn);
    connect(&m_session, &SessionKeeper::signingIn, this, [this] { m_window.signInPage().setBusy(true); });
    connect(&m_session, &SessionKeeper::passwordSpent, &m_window.signInPage(), &view::SignInPage::forgetPassword);
    wireSecondFactor();
    wireNewPassword();
    wireSetup();
    connect(&m_session, &SessionKeeper::signedIn, this, [this] {
        forgetEntries();
        m_window.showDesk();
        m_director.prepareSoon();
    });
    connect(&m_session, &SessionKeeper::signedOut, this, [this](const QString &why) {
        m_workplace.signOut();
        forgetEntries();
        m_window.signInPage().tell(why);
        m_window.showSignIn();
        if (!why.isEmpty())
            showWindow(); // the clerk has not asked for this, and may have closed the window
    });
    connect(&m_session, &SessionKeeper::remarked, this,
            [this](const QString &text) { m_window.desk().notice().tell(view::NoticeKind::Info, text); });
}

// The password on the first page is kept until somebody has looked at it.
void ClerkApp::forgetEntries()
{
    m_window.signInPage().setBusy(false);
    m_window.secondFactorPage().forget();
    m_window.newPasswordPage().forget();
    m_window.setupPage().forget();
}

void ClerkApp::wireSetup()
{
    view::SetupPage &setup = m_window.setupPage();
    connect(&m_window.signInPage(), &view::SignInPage::setupWanted, &setup, [this, &setup](const QString &server) {
        m_window.showSetup();
        setup.ask(server);
    });
    connect(&setup, &view::SetupPage::setupWanted, &m_session, &SessionKeeper::setUp);
    connect(&setup, &view::SetupPage::cancelled, &m_session, &SessionKeeper::cancelAttempt);
    connect(&m_session, &SessionKeeper::settingUp, &setup, [&setup] { setup.setBusy(true); });
    connect(&m_session, &SessionKeeper::setupRefused, &setup, &view::SetupPage::refuse);
}

void ClerkApp::wireSecondFactor()
{
    view::SecondFactorPage &page = m_window.secondFactorPage();
    connect(&page, &view::SecondFactorPage::answered, &m_session, &SessionKeeper::answer);
    connect(&page, &view::SecondFactorPage::cancelled, &m_session, &SessionKeeper::cancelAttempt);
    connect(&m_session, &SessionKeeper::secondFactorWanted, this,
            [this, &page](const std::optional<view::PhoneEnrolment> &enrolment) {
                m_window.signInPage().setBusy(false);
                m_window.showSecondFactor();
                page.ask(enrolment);
            });
    connect(&m_session, &SessionKeeper::answering, &page, [&page] { page.setBusy(true); });
    connect(&m_session, &SessionKeeper::secondFactorRefused, &page, &view::SecondFactorPage::refuse);
    connect(&m_session, &SessionKeeper::recoveryCodesIssued, this, [this](const QList<Secret> &codes) {
        auto *dialog = new view::RecoveryCodesDialog(codes, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void ClerkApp::wireNewPassword()
{
    view::NewPasswordPage &page = m_window.newPasswordPage();
    connect(&page, &view::NewPasswordPage::chosen, &m_session, &SessionKeeper::choosePassword);
    connect(&page, &view::NewPasswordPage::cancelled, &m_session, &SessionKeeper::cancelAttempt);
    connect(&m_session, &SessionKeeper::newPasswordWanted, this, [this, &page] {
        m_window.signInPage().setBusy(false);
        m_window.secondFactorPage().forget();
        m_window.showNewPassword();
        page.ask();
    });
    connect(&m_session, &SessionKeeper::choosingPassword, &page, [&page] { page.setBusy(true); });
    connect(&m_session, &SessionKeeper::newPasswordRefused, &page, &view::NewPasswordPage::refuse);
}

void ClerkApp::wireSight()
{
    using Line = connection::ServerConnection;
    namespace wire = protocol::clerk;
    model::VisitSight &sight = m_workplace.sight();
    connect(&m_line, &Line::sightReceived, &sight, [&sight](const wire::SightState &state) { sight.take(state); });
    connect(&m_line, &Line::welcomed, &sight, &model::VisitSight::expectNews);
    connect(&sight, &model::VisitSight::askToSend, &m_line,
            [this](const wire::AskSight &message) { m_line.say(message); });
    connect(&sight, &model::VisitSight::endToSend, &m_line,
            [this](const wire::EndSight &message) { m_line.say(message); });
    connect(&m_director, &CallDirector::surfaceCreated, &sight, [this, &sight](call::CallSurface &surface) {
        connect(&surface, &call::CallSurface::sightAsked, &sight, &model::VisitSight::ask);
        connect(&surface, &call::CallSurface::sightSeen, &sight, &model::VisitSight::see);
        connect(&surface, &call::CallSurface::sightEndWanted, &sight, &model::VisitSight::end);
        connect(&sight, &model::VisitSight::stepChanged, &surface, [this, &sight, &surface] {
            surface.showSight(sight.step());
            m_window.desk().callPanel().followSight(sight.step());
        });
        surface.showSight(sight.step());
    });
}

void ClerkApp::wireCalls()
{
    connect(&m_director, &CallDirector::surfaceCreated, this, [this](call::CallSurface &surface) {
        view::DeskPage &desk = m_window.desk();
        desk.callPanel().attach(surface);
        m_documentDirector.attach(surface);
        connect(&surface, &call::CallSurface::lineChanged, &desk, [&desk](call::LineState state) {
            if (state == call::LineState::Connected)
                desk.settle();
        });
    });
}

// By name: ids end with the app.
void ClerkApp::wireDevices()
{
    for (const DevicePreference &row : kDevicePreferences)
        m_director.keepDevice(row.kind, m_preferences.text(row.preference));
    connect(&m_window.desk().callPanel(), &view::CallPanel::deviceChosen, this, [this](const call::Device &device) {
        m_director.keepDevice(device.kind, device.id);
        for (const DevicePreference &row : kDevicePreferences) {
            if (row.kind == device.kind)
                m_preferences.set(row.preference, device.name);
        }
    });
}

void ClerkApp::wireBackground()
{
    const BackgroundPolicy policy = BackgroundPolicy::read();
    const auto chosen = [this, policy] { return policy.allowed(m_preferences.text(Preference::Background)); };
    view::DevicesMenu &menu = m_window.desk().callPanel().devices();
    menu.offerBackgrounds(policy.offered, chosen());
    connect(&menu, &view::DevicesMenu::backgroundChosen, this,
            [this](call::Background background) { m_preferences.set(Preference::Background, nameOf(background)); });
    connect(&m_director, &CallDirector::surfaceCreated, this, [policy, chosen](call::CallSurface &surface) {
        surface.setBackgroundPicture(policy.picture);
        surface.chooseBackground(chosen());
    });
}

void ClerkApp::wireAdministration()
{
    using Line = connection::ServerConnection;
    connect(&m_line, &Line::administrationChanged, &m_administration,
            [this](const protocol::clerk::AdminChanged &changed) { m_administration.take(changed); });
    m_adminWindow.bringBy(m_formBringer);
    connect(&m_workplace, &model::Workplace::meChanged, &m_adminWindow, [this] {
        m_window.actions().administration->setVisible(m_administration.offered());
        if (!m_administration.offered())
            m_adminWindow.hide();
    });
    connect(m_window.actions().administration, &QAction::triggered, &m_adminWindow, &view::AdminWindow::open);
}

void ClerkApp::wirePreferences()
{
    view::Actions &actions = m_window.actions();
    for (const auto &[action, preference] :
         {std::pair(actions.notify, Preference::NotifyArrivals), std::pair(actions.sound, Preference::SoundArrivals),
          std::pair(actions.warm, Preference::WarmCalls)}) {
        action->setChecked(m_preferences.isOn(preference));
        connect(action, &QAction::toggled, this, [this, key = preference](bool on) { m_preferences.set(key, on); });
    }
    model::VisitText &text = m_workplace.text();
    text.setLetters(m_preferences.isOn(Preference::LetterByLetter));
    connect(&text, &model::VisitText::lettersChanged, this,
            [this](bool on) { m_preferences.set(Preference::LetterByLetter, on); });
    m_director.setWarm(actions.warm->isChecked());
    connect(actions.warm, &QAction::toggled, &m_director, &CallDirector::setWarm);
}

void ClerkApp::wireTray()
{
    m_trayMenu.addAction(tr("&Show Sprechtag"), this, &ClerkApp::showWindow);
    m_trayMenu.addAction(m_window.actions().callNext);
    m_trayMenu.addAction(m_window.actions().onBreak);
    m_trayMenu.addSeparator();
    m_trayMenu.addAction(m_window.actions().quit);
    connect(&m_tray, &platform::Tray::activated, this, &ClerkApp::showWindow);
    connect(&m_workplace, &model::Workplace::changed, this, &ClerkApp::refreshCount);
    connect(&m_workplace, &model::Workplace::personArrived, this, &ClerkApp::announce);
    connect(&m_workplace, &model::Workplace::parkedForLong, this, &ClerkApp::remind);
    connect(&m_colleagueDirector, &ColleagueDirector::alerted, this, &ClerkApp::alert);
    // Called from the tray: somebody is about to see the clerk.
    connect(&m_workplace.visit(), &model::CurrentVisit::started, this, [this] {
        if (!m_window.isActiveWindow())
            showWindow();
    });
}

void ClerkApp::wireIdleness()
{
    connect(&m_idleBreak, &IdleBreak::wentAway, &m_window.desk(), &view::DeskPage::tellOfBreak);
    connect(&m_idleBreak, &IdleBreak::warned, this, [this](const QString &text) {
        m_window.desk().notice().tell(view::NoticeKind::Warning, text);
        m_tray.notify(u"Sprechtag"_s, text);
        m_chime.ring();
    });
}

void ClerkApp::closeWindow()
{
    if (!m_farewell.mayHide() || !platform::Tray::available()) {
        quit();
        return;
    }
    m_window.hide();
    if (!std::exchange(m_toldOfTray, true))
        m_tray.notify(u"Sprechtag"_s, tr("Your offices stay open. Sprechtag goes on here; quit it in this menu."));
}

void ClerkApp::quit()
{
    if (mayLeave(view::Leaving::Quit))
        m_farewell.go([] { QCoreApplication::exit(); }); // quit() would ask the window, which asks here
}

void ClerkApp::signOut()
{
    if (!mayLeave(view::Leaving::SignOut))
        return;
    m_farewell.go([this] {
        m_session.signOut();
        m_administration.forget();
    });
}

bool ClerkApp::mayLeave(view::Leaving how)
{
    const view::Left left{m_farewell.mustAsk(), m_farewell.person(), m_administration.hasDrafts()};
    return !left.anything() || view::askToLeave(how, left, &m_window);
}

} // namespace sprechtag::clerk::app
