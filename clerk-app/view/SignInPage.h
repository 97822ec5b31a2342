// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sprechtag::clerk::view {

//! What the clerk typed to sign in.
struct SignInForm
{
    QString server;
    QString login;
    Secret password;
    bool remember{};
};

//! Server, name, password, and why it did not work.
class SignInPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInPage)
public:
    explicit SignInPage(QWidget *parent = nullptr);

    void fill(const QString &server, const QString &login, bool remember);
    void setBusy(bool busy);
    //! Why the clerk is here, or why signing in failed; empty for nothing.
    void tell(const QString &text);
    void forgetPassword();
    //! To where the clerk has to type: what is empty, else the server.
    void focusFirstEmpty();

Q_SIGNALS:
    //! There is no account yet: a new server is to be set up.
    void setupWanted(const QString &server);
    void signInWanted(const sprechtag::clerk::view::SignInForm &form);

private:
    void build();
    void submit();

    QLineEdit *m_server;
    QLineEdit *m_login;
    QLineEdit *m_password;
    QCheckBox *m_remember;
    QLabel *m_message;
    QPushButton *m_signIn;
    QPushButton *m_setup;
};

} // namespace sprechtag::clerk::view
