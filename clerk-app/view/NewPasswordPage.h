// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sprechtag::clerk::view {

//! A password of one's own in the place of the start password; its rules are told before anything is typed.
class NewPasswordPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewPasswordPage)
public:
    explicit NewPasswordPage(QWidget *parent = nullptr);

    //! Begins anew.
    void ask();
    void setBusy(bool busy);
    //! Why the password was not taken; ready for another one.
    void refuse(const QString &why);
    //! What was typed is of no more use, nor for whoever comes to this screen next.
    void forget();

Q_SIGNALS:
    void chosen(const sprechtag::Secret &password);
    void cancelled();

private:
    void build();
    void tell(const QString &text);
    void submit();

    QLabel *m_rules;
    QLabel *m_message;
    QLineEdit *m_password;
    QLineEdit *m_again;
    QPushButton *m_go;
    QPushButton *m_back;
};

} // namespace sprechtag::clerk::view
