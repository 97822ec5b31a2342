// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Office.h"

#include <QString>

//! An office told in short lines, so that a test's data row is the story and its end.
namespace sprechtag::office::script {

//! Clerks are capital letters, tickets numbers: "open A; draw 1; next A; wait 60; tick". Settings are set by their
//! names
//! ("limit 2", "max-calls 1", …), the day by "day 20260303". Times are seconds from now: "window -60 3600", "draw 1 at
//! 600" (an appointment). An epoch may follow the ticket, else it is the current one. A line that is unknown, or a
//! command that is refused on the way, is in error().
class Story
{
public:
    explicit Story(const QString &lines);

    //! What comes of the last command, in words: the facts, "nothing", or "refused …".
    [[nodiscard]] QString outcomeOf(const QString &line);

    [[nodiscard]] const OfficeState &state() const { return m_state; }
    //! All that has happened, in its order.
    [[nodiscard]] const Facts &facts() const { return m_facts; }
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] const QString &error() const { return m_error; }

private:
    [[nodiscard]] QString tell(const QString &line);
    [[nodiscard]] bool set(const QStringList &words);
    [[nodiscard]] std::optional<Command> command(const QStringList &words) const;
    [[nodiscard]] std::optional<Command> ofClerk(const QStringList &words) const;
    [[nodiscard]] std::optional<Command> ofVisit(const QStringList &words) const;
    [[nodiscard]] std::optional<Command> ofTicket(const QStringList &words) const;
    [[nodiscard]] Command arrival(const QStringList &words) const;
    [[nodiscard]] Instant inSeconds(const QString &word) const { return m_now + seconds(word.toInt()); }
    [[nodiscard]] Epoch epoch(const QStringList &words, qsizetype at) const;

    OfficeState m_state;
    Facts m_facts;
    Instant m_now;
    ServiceDay m_day{20260302};
    QString m_error;
};

[[nodiscard]] TicketId ticket(int number);
[[nodiscard]] ClerkId clerk(char letter);
[[nodiscard]] OfficeId officeNamed(const QString &word);
[[nodiscard]] ConcernId concern(int number);

//! When every story begins.
inline constexpr Instant kStoryBegins{std::chrono::hours{480'000}};

} // namespace sprechtag::office::script
