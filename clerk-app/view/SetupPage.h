// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sprechtag::clerk::view {

//! What the first administrator types.
struct SetupForm
{
    QString server;
    Secret oneTimeToken;
    QString name;
    QString login;
    Secret password;
};

//! A server that nobody has an account at: its first administrator comes in with the token of its first start.
class SetupPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupPage)
public:
    explicit SetupPage(QWidget *parent = nullptr);

    //! Begins anew, with the server that was typed already.
    void ask(const QString &server);
    void setBusy(bool busy);
    //! Why nothing was set up; what is typed stays, but for the passwords.
    void refuse(const QString &why);
    //! What was typed is of no more use.
    void forget();

Q_SIGNALS:
    void setupWanted(const sprechtag::clerk::view::SetupForm &form);
    void cancelled();

private:
    void build();
    void tell(const QString &text);
    void submit();

    QLineEdit *m_server;
    QLineEdit *m_token;
    QLineEdit *m_name;
    QLineEdit *m_login;
    QLineEdit *m_password;
    QLineEdit *m_again;
    QLabel *m_message;
    QPushButton *m_go;
    QPushButton *m_back;
};

} // namespace sprechtag::clerk::view
