// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/Script.h"

#include "tests/unit/domain/ScriptText.h"

#include <QStringList>

namespace sprechtag::office::script {

using namespace Qt::StringLiterals;

namespace {

ClerkId clerkNamed(const QString &word)
{
    return clerk(word.isEmpty() ? '?' : word.at(0).toLatin1());
}

Place place(const QString &word)
{
    if (word == "front"_L1)
        return Place::Front;
    return word == "end"_L1 ? Place::End : Place::Keep;
}

} // namespace

TicketId ticket(int number)
{
    return TicketId::fromBits({0, static_cast<std::uint64_t>(number)});
}

ClerkId clerk(char letter)
{
    return ClerkId::fromBits({0, static_cast<std::uint64_t>(letter)});
}

Story::Story(const QString &lines)
    : m_now(std::chrono::hours{480'000})
{
    const auto parts = lines.split(u';', Qt::SkipEmptyParts);
    for (const QString &line : parts) {
        if (line.trimmed().isEmpty())
            continue;
        const QString outcome = tell(line.trimmed());
        if (outcome.startsWith("refused"_L1))
            m_error = line + u" was "_s + outcome;
    }
}

QString Story::outcomeOf(const QString &line)
{
    return tell(line.trimmed());
}

QString Story::tell(const QString &line)
{
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    if (set(words))
        return {};
    const auto parsed = command(words);
    if (!parsed) {
        m_error = u"not a line of a story: "_s + line;
        return m_error;
    }
    const auto decision = decide(m_state, *parsed, m_now);
    if (!decision)
        return textOf(decision.error());
    for (const Fact &fact : *decision)
        evolve(m_state, fact);
    return textOf(*decision);
}

bool Story::set(const QStringList &words)
{
    const QString &word = words.value(0);
    const auto value = words.value(1).toInt();
    const auto count = static_cast<std::uint32_t>(value);
    if (word == "wait"_L1)
        m_now += seconds(value);
    else if (word == "day"_L1)
        m_day = count;
    else if (word == "limit"_L1)
        m_state.settings.queueLimit = count;
    else if (word == "last-number"_L1)
        m_state.settings.lastNumber = count;
    else if (word == "max-calls"_L1)
        m_state.settings.maxCalls = count;
    else
        return false;
    return true;
}

std::optional<Command> Story::command(const QStringList &words) const
{
    const QString &verb = words.value(0);
    if (verb == "tick"_L1)
        return Tick{};
    if (verb == "restart"_L1)
        return Restart{};
    const auto found = ofClerk(words);
    return found ? found : ofTicket(words);
}

std::optional<Command> Story::ofClerk(const QStringList &words) const
{
    const QString &verb = words.value(0);
    const ClerkId who = clerkNamed(words.value(1));
    const TicketId whom = ticket(words.value(2).toInt());
    if (verb == "open"_L1)
        return Open{who};
    if (verb == "close"_L1)
        return Close{who, words.value(2) == "now"_L1 ? CloseMode::Now : CloseMode::ServeWaiting};
    if (verb == "suspend"_L1)
        return SuspendIntake{who};
    if (verb == "resume-intake"_L1)
        return ResumeIntake{who};
    if (verb == "arrive"_L1)
        return Arrive{who};
    if (verb == "depart"_L1)
        return Depart{who};
    if (verb == "pause"_L1)
        return Pause{who};
    if (verb == "resume"_L1)
        return Resume{who};
    if (verb == "lose"_L1)
        return LoseClerk{who};
    if (verb == "next"_L1)
        return CallNext{who};
    if (verb == "name"_L1)
        return CallNamed{who, whom};
    if (verb == "return"_L1)
        return ReturnToLobby{who, whom, epoch(words, 4), place(words.value(3))};
    if (verb == "finish"_L1)
        return Finish{who, whom, epoch(words, 3), Outcome::Done};
    return std::nullopt;
}

std::optional<Command> Story::ofTicket(const QStringList &words) const
{
    const QString &verb = words.value(0);
    const TicketId which = ticket(words.value(1).toInt());
    if (verb == "draw"_L1)
        return Draw{which, m_day};
    if (verb == "connect"_L1)
        return Connect{which};
    if (verb == "disconnect"_L1)
        return Disconnect{which};
    if (verb == "leave"_L1)
        return Leave{which};
    if (verb == "enter"_L1)
        return Enter{which, epoch({words.value(0), {}, words.value(1), words.value(2)}, 3)};
    return std::nullopt;
}

Epoch Story::epoch(const QStringList &words, qsizetype at) const
{
    if (!words.value(at).isEmpty())
        return words.value(at).toUInt();
    const auto found = m_state.tickets.find(ticket(words.value(2).toInt()));
    return found == m_state.tickets.end() ? 0 : found->second.epoch;
}

} // namespace sprechtag::office::script
