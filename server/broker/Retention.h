// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Settings.h"

#include <array>

//! What Sprechtag keeps, where and for how long: whatever erases takes its period from here, and so does the deletion
//! plan that the authority prints. Why, and on which legal ground, stands in server/app/RetentionWords.h.
namespace sprechtag::broker::retention {

enum class Record {
    Visit,            //!< name, concern, language, consent, ticked papers of a citizen
    MissedVisit,      //!< the same of somebody who was called in vain
    UnreachableVisit, //!< the same of somebody whose line is lost
    TicketToken,      //!< on the citizen's device
    CallSetup,        //!< network addresses and media descriptions of both sides
    Conversation,     //!< picture, sound and shared screen
    Document,         //!< what the two hand to each other
    ClerkMessage,     //!< what a clerk writes to people who wait
    Guest,            //!< name of somebody who was invited into a conversation, and the hash of the invitation
    Answer,           //!< to a command, in case that it is repeated
    DrawCredit,       //!< network addresses that have drawn numbers
    SignInAttempts,   //!< networks and logins of failed sign-ins
    Account,
    Interpreter, //!< whom clerks may ask into a conversation
    SecondFactor,
    Session,
    SessionToken, //!< on the clerk's machine
    SetupToken,
    Challenge, //!< between password and second factor
    ChangeLog,
    Facts,
    DayTotals, //!< what stays of the facts
    ServerLog
};

//! What a record is kept for; one entry each in the record of processing activities (Art. 30 GDPR).
enum class Activity { Consultation, Accounts, Protection, CourseOfTheDay };

enum class Place { Database, DataFolder, Memory, CitizenDevice, ClerkMachine, BetweenBoth, SystemLog };

//! Erased `after` its end, or at once when that is zero; none: as long as whoever it is about has to do with the
//! office.
struct Rule
{
    Record record{};
    Activity activity{};
    Place place{};
    std::optional<seconds> after{};
    seconds unused{}; //!< and so long after its last use, if that is earlier; zero: that does not matter
};

inline constexpr std::array kRules{
    Rule{Record::Visit, Activity::Consultation, Place::Database, seconds{0}},
    Rule{Record::MissedVisit, Activity::Consultation, Place::Database, office::Settings().missedListed},
    Rule{Record::UnreachableVisit, Activity::Consultation, Place::Database, office::Settings().unreachableUntil},
    Rule{Record::TicketToken, Activity::Consultation, Place::CitizenDevice, seconds{0}},
    Rule{Record::CallSetup, Activity::Consultation, Place::Memory, seconds{0}},
    Rule{Record::Conversation, Activity::Consultation, Place::BetweenBoth, seconds{0}},
    Rule{Record::Document, Activity::Consultation, Place::DataFolder, seconds{0}},
    Rule{Record::ClerkMessage, Activity::Consultation, Place::Memory, seconds{0}},
    Rule{Record::Guest, Activity::Consultation, Place::Memory, seconds{0}},
    Rule{Record::Answer, Activity::Protection, Place::Database, minutes{60}},
    Rule{Record::DrawCredit, Activity::Protection, Place::Memory, seconds{60}},
    Rule{Record::SignInAttempts, Activity::Protection, Place::Memory, minutes{15}},
    Rule{Record::Account, Activity::Accounts, Place::Database, std::nullopt},
    Rule{Record::Interpreter, Activity::Accounts, Place::Database, std::nullopt},
    Rule{Record::SecondFactor, Activity::Accounts, Place::Database, std::nullopt},
    Rule{Record::Session, Activity::Accounts, Place::Database, std::chrono::hours{12}, std::chrono::hours{2}},
    Rule{Record::SessionToken, Activity::Accounts, Place::ClerkMachine, std::nullopt},
    Rule{Record::SetupToken, Activity::Accounts, Place::Database, minutes{15}},
    Rule{Record::Challenge, Activity::Accounts, Place::Memory, minutes{10}},
    Rule{Record::ChangeLog, Activity::Accounts, Place::Database, std::nullopt},
    Rule{Record::Facts, Activity::CourseOfTheDay, Place::Database, std::chrono::days{90}},
    Rule{Record::DayTotals, Activity::CourseOfTheDay, Place::Database, std::nullopt},
    Rule{Record::ServerLog, Activity::Protection, Place::SystemLog, std::nullopt},
};

[[nodiscard]] constexpr const Rule &ruleOf(Record record)
{
    return kRules[static_cast<std::size_t>(record)];
}

[[nodiscard]] constexpr seconds periodOf(Record record)
{
    return ruleOf(record).after.value();
}

//! The rules of a town that keeps facts for so long.
[[nodiscard]] constexpr auto rulesWith(std::chrono::days factsKept)
{
    auto rules = kRules;
    rules[static_cast<std::size_t>(Record::Facts)].after = factsKept;
    return rules;
}

[[nodiscard]] constexpr bool everyRecordHasItsRule()
{
    for (std::size_t i = 0; i < kRules.size(); ++i) {
        if (static_cast<std::size_t>(kRules[i].record) != i)
            return false;
    }
    return kRules.size() == static_cast<std::size_t>(Record::ServerLog) + 1;
}
static_assert(everyRecordHasItsRule(), "one rule for each record, in their order");

} // namespace sprechtag::broker::retention
