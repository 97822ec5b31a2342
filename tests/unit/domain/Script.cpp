// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/Script.h"

#include "tests/unit/domain/ScriptText.h"

#include <QStringList>

#include <functional>
#include <map>

namespace sprechtag::office::script {

using namespace Qt::StringLiterals;

namespace {

ClerkId clerkNamed(const QString &word)
{
    return clerk(word.isEmpty() ? '?' : word.at(0).toLatin1());
}

// Settings that are whole numbers, by the name that a story gives them.
bool setNumber(Settings &settings, const QString &name, int value)
{
    const auto count = static_cast<std::uint32_t>(value);
    const std::map<QString, std::function<void()>> known{
        {u"limit"_s, [&] { settings.queueLimit = count; }},
        {u"last-number"_s, [&] { settings.lastNumber = count; }},
        {u"max-calls"_s, [&] { settings.maxCalls = count; }},
        {u"missed-listed"_s, [&] { settings.missedListed = minutes(value); }},
        {u"overtaken"_s, [&] { settings.overtakenAtMost = count; }},
        {u"hard-end"_s, [&] { settings.hardEndAfter = minutes(value); }},
        {u"by-hours"_s, [&] { settings.opensByHours = value != 0; }},
        {u"service"_s, [&] { settings.defaultService = seconds(value); }},
    };
    const auto found = known.find(name);
    if (found == known.end())
        return false;
    found->second();
    return true;
}

CloseMode closeMode(const QString &word)
{
    if (word == "now"_L1)
        return CloseMode::Now;
    return word == "offer"_L1 ? CloseMode::OfferAppointments : CloseMode::ServeWaiting;
}

Place place(const QString &word)
{
    if (word == "front"_L1)
        return Place::Front;
    return word == "end"_L1 ? Place::End : Place::Keep;
}

// "mc" mutes and turns the camera off, "s" lets share, "h" holds, "-" takes all of it back.
CallControl control(const QString &word)
{
    return {.muted = word.contains(u'm'),
            .cameraOff = word.contains(u'c'),
            .mayShare = word.contains(u's'),
            .onHold = word.contains(u'h')};
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

OfficeId officeNamed(const QString &word)
{
    return OfficeId::fromBits({1, word.isEmpty() ? 0U : word.at(0).unicode()});
}

ConcernId concern(int number)
{
    return ConcernId::fromBits({0, static_cast<std::uint64_t>(number)});
}

Story::Story(const QString &lines)
    : m_now(kStoryBegins)
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
    for (const Fact &fact : *decision) {
        evolve(m_state, fact);
        m_facts.push_back(fact);
    }
    return textOf(*decision);
}

bool Story::set(const QStringList &words)
{
    const QString &word = words.value(0);
    const auto value = words.value(1).toInt();
    if (word == "wait"_L1)
        m_now += seconds(value);
    else if (word == "day"_L1)
        m_day = static_cast<ServiceDay>(value);
    else
        return setNumber(m_state.settings, word, value);
    return true;
}

std::optional<Command> Story::command(const QStringList &words) const
{
    const QString &verb = words.value(0);
    if (verb == "tick"_L1)
        return Tick{};
    if (verb == "restart"_L1)
        return Restart{};
    if (verb == "window"_L1 && words.value(1) == "none"_L1)
        return SetWindow{};
    if (verb == "window"_L1)
        return SetWindow{Window{inSeconds(words.value(1)), inSeconds(words.value(2))}};
    if (verb == "draw"_L1 || verb == "receive"_L1)
        return arrival(words);
    if (const auto found = ofClerk(words))
        return found;
    const auto found = ofVisit(words);
    return found ? found : ofTicket(words);
}

std::optional<Command> Story::ofClerk(const QStringList &words) const
{
    const QString &verb = words.value(0);
    const ClerkId who = clerkNamed(words.value(1));
    if (verb == "open"_L1)
        return Open{who};
    if (verb == "close"_L1)
        return Close{who, closeMode(words.value(2))};
    if (verb == "suspend"_L1)
        return SuspendIntake{who};
    if (verb == "resume-intake"_L1)
        return ResumeIntake{who};
    if (verb == "arrive"_L1)
        return Arrive{who};
    if (verb == "depart"_L1)
        return Depart{who};
    if (verb == "pause"_L1) {
        const auto back = words.size() > 3 ? std::optional(inSeconds(words.value(3))) : std::nullopt;
        return Pause{who, words.value(2) == "idle"_L1 ? PauseReason::Idle : PauseReason::Break, back};
    }
    if (verb == "resume"_L1)
        return Resume{who};
    if (verb == "lose"_L1)
        return LoseClerk{who};
    if (verb == "dismiss"_L1)
        return Dismiss{who};
    return std::nullopt;
}

std::optional<Command> Story::ofVisit(const QStringList &words) const
{
    const QString &verb = words.value(0);
    const ClerkId who = clerkNamed(words.value(1));
    const TicketId whom = ticket(words.value(2).toInt());
    const QString &more = words.value(3);
    if (verb == "next"_L1)
        return CallNext{who};
    if (verb == "name"_L1)
        return CallNamed{who, whom};
    if (verb == "admit"_L1)
        return Admit{who, whom, epoch(words, 3)};
    if (verb == "no-show"_L1)
        return NoShow{who, whom, epoch(words, 3)};
    if (verb == "readmit"_L1)
        return Readmit{who, whom};
    if (verb == "return"_L1)
        return ReturnToLobby{who, whom, epoch(words, 4), place(more), words.contains("unless-entered"_L1)};
    if (verb == "prioritise"_L1)
        return Prioritise{who, whom, static_cast<Priority>(more.toInt()), PriorityReason::Deadline};
    if (verb == "park"_L1) {
        const auto after = more.isEmpty() ? std::nullopt : std::optional(minutes(more.toInt()));
        return Park{who, whom, epoch(words, 4), ParkReason::FillsInForm, after};
    }
    if (verb == "unpark"_L1)
        return Unpark{who, whom};
    if (verb == "propose"_L1) {
        const auto colleague = words.size() > 4 ? std::optional(clerkNamed(words.value(4))) : std::nullopt;
        return ProposeTransfer{who, whom, epoch(words, 5), officeNamed(more), colleague};
    }
    if (verb == "control"_L1)
        return ControlCall{who, whom, epoch(words, 4), control(more)};
    if (verb == "sight"_L1)
        return Sight{who, whom, epoch(words, 3)};
    if (verb == "withdraw"_L1)
        return WithdrawTransfer{who, whom, epoch(words, 3)};
    if (verb == "finish"_L1)
        return Finish{who, whom, epoch(words, 3), Outcome::Done};
    return std::nullopt;
}

// "draw 1", "draw 1 at 600", "draw 1 about 7"; "receive 5 17 -600 A": number 17, drawn ten minutes ago, kept for A.
Command Story::arrival(const QStringList &words) const
{
    const TicketId which = ticket(words.value(1).toInt());
    if (words.value(0) == "receive"_L1) {
        const auto reserved = words.size() > 4 ? std::optional(clerkNamed(words.value(4))) : std::nullopt;
        return Receive{.ticket = which,
                       .number = words.value(2).toUInt(),
                       .day = m_day,
                       .drawnAt = inSeconds(words.value(3)),
                       .epoch = 4,
                       .origin = officeNamed(u"K"_s),
                       .reservedFor = reserved};
    }
    Draw draw{.ticket = which, .day = m_day};
    if (words.value(2) == "at"_L1)
        draw.appointment = inSeconds(words.value(3));
    if (words.value(2) == "about"_L1)
        draw.concern = concern(words.value(3).toInt());
    return draw;
}

std::optional<Command> Story::ofTicket(const QStringList &words) const
{
    const QString &verb = words.value(0);
    const TicketId which = ticket(words.value(1).toInt());
    const Epoch newest = epoch({words.value(0), {}, words.value(1), words.value(2)}, 3);
    if (verb == "connect"_L1)
        return Connect{which};
    if (verb == "disconnect"_L1)
        return Disconnect{which};
    if (verb == "away"_L1)
        return StepAway{which};
    if (verb == "back"_L1)
        return ComeBack{which};
    if (verb == "leave"_L1)
        return Leave{which};
    if (verb == "join"_L1)
        return JoinVisit{which};
    if (verb == "ready"_L1)
        return Ready{which};
    if (verb == "enter"_L1)
        return Enter{which, newest};
    if (verb == "not-yet"_L1)
        return NotYet{which, newest};
    if (verb == "agree"_L1)
        return Transfer{which, newest};
    if (verb == "decline"_L1)
        return DeclineTransfer{which, newest};
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
