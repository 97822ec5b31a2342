// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Intents.h"
#include "clerk-app/view/Actions.h"

#include <QMainWindow>

class QLabel;
class QStackedWidget;

namespace sprechtag::clerk::view {

class DeskPage;
class NewPasswordPage;
class SecondFactorPage;
class SetupPage;
class SignInPage;

//! The one window: signing in, then the desk; the menus; how the line to the server is.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    MainWindow(model::Workplace &workplace, model::Intents &intents);

    [[nodiscard]] Actions &actions() { return m_actions; }
    [[nodiscard]] SignInPage &signInPage() { return *m_signIn; }
    [[nodiscard]] SetupPage &setupPage() { return *m_setup; }
    [[nodiscard]] SecondFactorPage &secondFactorPage() { return *m_secondFactor; }
    [[nodiscard]] NewPasswordPage &newPasswordPage() { return *m_newPassword; }
    [[nodiscard]] DeskPage &desk() { return *m_desk; }
    void showSignIn();
    void showSetup();
    void showSecondFactor();
    void showNewPassword();
    void showDesk();
    void bringToFront();

Q_SIGNALS:
    //! The clerk closed the window; what that means is decided outside.
    void closeWanted();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildMenus();
    void buildStatusBar();
    void showEntry(QWidget *page);
    void refreshLine();
    void announceLine();
    void showAbout();
    [[nodiscard]] QString lineText() const;

    model::Workplace &m_workplace;
    Actions m_actions;
    QStackedWidget *m_pages;
    SignInPage *m_signIn;
    SetupPage *m_setup;
    SecondFactorPage *m_secondFactor;
    NewPasswordPage *m_newPassword;
    DeskPage *m_desk;
    QLabel *m_lineIcon;
    QLabel *m_lineText;
    QLabel *m_who;
    QString m_announced;
};

} // namespace sprechtag::clerk::view
