// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Workplace.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace sprechtag::clerk::view {

class OrderButtons;

//! To whom a message may go: one person, or everybody who waits in the office.
struct MessageReceivers
{
    OfficeId office;
    QString officeName;
    int everybody{};                         //!< how many that would be
    std::optional<model::LobbyRow> person{}; //!< none: nobody is selected
};

//! What is said to people who wait: a prepared sentence, which everybody reads in the own language, or words of one's
//! own. Stays until they are on their way.
class MessageDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageDialog)
public:
    MessageDialog(const MessageReceivers &receivers, model::Workplace &workplace, QWidget *parent);

    //! None: everybody.
    [[nodiscard]] std::optional<TicketId> to() const;
    [[nodiscard]] protocol::MessageContent content() const;
    //! What became of it.
    void take(const model::CommandResult &result);

Q_SIGNALS:
    void ordered();

protected:
    void accept() override;

private:
    void build();
    void fillReceivers();
    void refresh();
    [[nodiscard]] bool isOwn() const;

    MessageReceivers m_receivers;
    QComboBox *m_to;
    QComboBox *m_sentence;
    QPlainTextEdit *m_text;
    QLabel *m_hint;
    OrderButtons *m_buttons;
};

//! What the people who wait read when an office closes at once. Stays until the words have arrived, or the clerk lets
//! the office open after all.
class LastWordsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LastWordsDialog)
public:
    LastWordsDialog(const QString &office, model::Workplace &workplace, QWidget *parent);

    //! What became of the words.
    void take(const model::CommandResult &result);

Q_SIGNALS:
    void spoken(const sprechtag::protocol::MessageContent &words);

protected:
    void accept() override;

private:
    void refresh();

    QPlainTextEdit *m_text;
    QLabel *m_hint;
    OrderButtons *m_buttons;
};

} // namespace sprechtag::clerk::view
