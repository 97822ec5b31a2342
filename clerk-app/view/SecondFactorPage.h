// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sprechtag::clerk::view {

//! What the server shares with the clerk's phone when it is set up.
struct PhoneEnrolment
{
    Secret secret; //!< to be typed
    Secret uri;    //!< to be scanned
};

enum class CodeKind { Phone, Recovery };

//! What the clerk typed as the second step.
struct SecondFactorForm
{
    CodeKind kind{};
    Secret code;
};

//! The second step of signing in: the code of the phone or one from paper, or setting up the phone first.
class SecondFactorPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecondFactorPage)
public:
    explicit SecondFactorPage(QWidget *parent = nullptr);

    //! Begins anew; with `enrolment` for a clerk who has no phone yet.
    void ask(const std::optional<PhoneEnrolment> &enrolment);
    void setBusy(bool busy);
    //! Why the code opened nothing; ready for the next one.
    void refuse(const QString &why);
    //! What is on the page is of no more use, nor for whoever comes to this screen next.
    void forget();

Q_SIGNALS:
    void answered(const sprechtag::clerk::view::SecondFactorForm &form);
    void cancelled();

private:
    void build();
    void tell(const QString &text);
    void setKind(CodeKind kind);
    void showEnrolment(const PhoneEnrolment &enrolment);
    void submit();
    [[nodiscard]] QString typedCode() const;

    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_picture;
    QLabel *m_secretLabel;
    QLineEdit *m_secret;
    QLabel *m_message;
    QLabel *m_codeLabel;
    QLineEdit *m_code;
    QPushButton *m_go;
    QPushButton *m_other;
    QPushButton *m_back;
    CodeKind m_kind{CodeKind::Phone};
};

} // namespace sprechtag::clerk::view
