// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Workplace.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QAction;
class QLabel;
class QToolButton;

namespace sprechtag::clerk::view {

enum class NoticeKind { Info, Warning };

//! One line at the top that says what has happened, perhaps with one thing to do about it. Read out by screen readers.
class Notice final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notice)
public:
    explicit Notice(QWidget *parent = nullptr);

    //! Goes by itself after a while; then what was asked is asked again.
    void tell(NoticeKind kind, const QString &text);
    //! Told once of an office; `amend` then says how it goes on there, without a voice of its own, as long as it is in
    //! sight.
    void tellOfProgress(OfficeId office, const QString &text);
    void amend(OfficeId office, const QString &text);
    //! Tells why a command was refused; silent when it was done.
    [[nodiscard]] model::Continuation complaint();
    //! Stays until it is withdrawn, or something else is asked.
    void ask(NoticeKind kind, const QString &text, QAction *action);
    void withdraw(const QAction *action);
    //! Ends what is told.
    void clear();
    [[nodiscard]] QString text() const;

private:
    struct Question
    {
        NoticeKind kind{};
        QString text;
        QAction *action{};
    };

    void showQuestion();
    void showText(NoticeKind kind, const QString &text);

    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_action;
    QToolButton *m_close;
    QTimer m_away;                      //!< runs while something is told
    std::optional<OfficeId> m_progress; //!< is what is told, of this office
    std::optional<Question> m_question;
};

} // namespace sprechtag::clerk::view
