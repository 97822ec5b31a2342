// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Office.h"

#include <QString>

//! An office told in short lines, so that a test's data row is the story and its end.
namespace sprechtag::office::script {

//! Clerks are capital letters, tickets numbers: "open A; draw 1; next A; wait 60; tick". Also "limit 2", "last-number
//! 3", "max-calls 1" for settings and "day 20260303". An epoch may follow the ticket, else it is the current one. A
//! line that is unknown, or a command that is refused on the way, is in error().
class Story
{
public:
    explicit Story(const QString &lines);

    //! What comes of the last command, in words: the facts, "nothing", or "refused …".
    [[nodiscard]] QString outcomeOf(const QString &line);

    [[nodiscard]] const OfficeState &state() const { return m_state; }
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] const QString &error() const { return m_error; }

private:
    [[nodiscard]] QString tell(const QString &line);
    [[nodiscard]] bool set(const QStringList &words);
    [[nodiscard]] std::optional<Command> command(const QStringList &words) const;
    [[nodiscard]] std::optional<Command> ofClerk(const QStringList &words) const;
    [[nodiscard]] std::optional<Command> ofTicket(const QStringList &words) const;
    [[nodiscard]] Epoch epoch(const QStringList &words, qsizetype at) const;

    OfficeState m_state;
    Instant m_now;
    ServiceDay m_day{20260302};
    QString m_error;
};

[[nodiscard]] TicketId ticket(int number);
[[nodiscard]] ClerkId clerk(char letter);

} // namespace sprechtag::office::script
