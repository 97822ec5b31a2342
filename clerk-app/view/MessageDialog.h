// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Rows.h"
#include "shared/protocol/Values.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace sprechtag::clerk::view {

//! To whom a message may go: one person, or everybody who waits in the office.
struct MessageReceivers
{
    QString office;
    int everybody{};                         //!< how many that would be
    std::optional<model::LobbyRow> person{}; //!< none: nobody is selected
};

//! What is said to people who wait: a prepared sentence, which everybody reads in the own language, or words of one's
//! own.
class MessageDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageDialog)
public:
    MessageDialog(const MessageReceivers &receivers, QWidget *parent);

    //! False: to the one person.
    [[nodiscard]] bool toEverybody() const;
    [[nodiscard]] protocol::MessageContent content() const;

private:
    void build();
    void fillReceivers(const MessageReceivers &receivers);
    void refresh();
    [[nodiscard]] bool isOwn() const;

    QComboBox *m_to;
    QComboBox *m_sentence;
    QPlainTextEdit *m_text;
    QLabel *m_hint;
    QPushButton *m_send{};
};

//! What the people who wait read when an office closes at once; none: it does not close after all.
[[nodiscard]] std::optional<protocol::MessageContent> askForLastWords(const QString &office, QWidget *parent);

} // namespace sprechtag::clerk::view
