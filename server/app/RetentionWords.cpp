// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/RetentionWords.h"

#include <QCoreApplication>

namespace sprechtag::app {

using broker::retention::Activity;
using broker::retention::Place;
using broker::retention::Record;
using broker::retention::Rule;

namespace {

struct RetentionWords
{
    Q_DECLARE_TR_FUNCTIONS(RetentionWords)
};

struct RecordText
{
    Record record;
    const char *what;
    const char *erased;
};

constexpr std::array kRecordTexts{
    RecordText{Record::Visit,
               QT_TRANSLATE_NOOP("RetentionWords",
                                 "Of a citizen who waits or speaks: name or alias (optional), concern "
                                 "(optional), language, version of the consent, hash of the ticket's "
                                 "token; what of the checklist is at hand; what a clerk notes for the "
                                 "colleague who goes on with it"),
               QT_TRANSLATE_NOOP("RetentionWords", "When the visit ends, by whomever; overwritten in the database and "
                                                   "in its journal")},
    RecordText{Record::MissedVisit,
               QT_TRANSLATE_NOOP("RetentionWords", "The same of a citizen who was called in vain and may still be "
                                                   "taken in"),
               QT_TRANSLATE_NOOP("RetentionWords", "When the list of missed calls drops the ticket; each office sets "
                                                   "how long")},
    RecordText{Record::UnreachableVisit,
               QT_TRANSLATE_NOOP("RetentionWords", "The same of a citizen whose connection is lost"),
               QT_TRANSLATE_NOOP("RetentionWords", "When the ticket counts as left; each office sets how long")},
    RecordText{Record::TicketToken,
               QT_TRANSLATE_NOOP("RetentionWords", "Token of the ticket, so that a reload keeps the place (storage of "
                                                   "the browser's session, no cookie)"),
               QT_TRANSLATE_NOOP("RetentionWords", "When the visit ends or the page is closed; by the browser")},
    RecordText{Record::CallSetup,
               QT_TRANSLATE_NOOP("RetentionWords", "Network addresses and media descriptions with which the two sides "
                                                   "find each other"),
               QT_TRANSLATE_NOOP("RetentionWords", "When the call ends; never written to a disk")},
    RecordText{Record::Conversation, QT_TRANSLATE_NOOP("RetentionWords", "Picture, sound and shared screens"),
               QT_TRANSLATE_NOOP("RetentionWords", "Not stored at all: encrypted from person to person, there is no "
                                                   "recording; a relay passes on what it cannot read")},
    RecordText{Record::Document,
               QT_TRANSLATE_NOOP("RetentionWords", "Files that the citizen and the staff hand to each other: PDF, "
                                                   "pictures without their metadata, and their names"),
               QT_TRANSLATE_NOOP("RetentionWords", "When the visit ends: their key in the database, and the files "
                                                   "themselves. One that is refused or taken back goes at once. What "
                                                   "staff has saved follows the rules of the matter")},
    RecordText{Record::ClerkMessage, QT_TRANSLATE_NOOP("RetentionWords", "What a clerk writes to people who wait"),
               QT_TRANSLATE_NOOP("RetentionWords",
                                 "When it was read, and with the end of the visit at the latest; never "
                                 "written to a disk")},
    RecordText{Record::Guest,
               QT_TRANSLATE_NOOP("RetentionWords", "Name of a guest in a conversation, and a mark of the invitation"),
               QT_TRANSLATE_NOOP("RetentionWords", "When the guest leaves or the visit ends; never written to a disk")},
    RecordText{Record::Answer,
               QT_TRANSLATE_NOOP("RetentionWords", "Answer to a command, under a mark of its sender, for the case that "
                                                   "it is repeated after a lost connection"),
               QT_TRANSLATE_NOOP("RetentionWords", "With the next command after that time")},
    RecordText{Record::DrawCredit,
               QT_TRANSLATE_NOOP("RetentionWords", "Network addresses that have drawn numbers, and how many"),
               QT_TRANSLATE_NOOP("RetentionWords", "When the address may draw in full again; with more numbers at "
                                                   "once than the default (draws_per_address), later")},
    RecordText{Record::SignInAttempts,
               QT_TRANSLATE_NOOP("RetentionWords", "Network addresses and logins of sign-ins that failed"),
               QT_TRANSLATE_NOOP("RetentionWords", "So long after the last failure; never written to a disk")},
    RecordText{Record::Account,
               QT_TRANSLATE_NOOP("RetentionWords", "Login, name, roles and offices of a member of staff; hash of the "
                                                   "password (Argon2id)"),
               QT_TRANSLATE_NOOP("RetentionWords", "When an administrator removes the account. A disabled account "
                                                   "keeps its name, so that its work can still be attributed")},
    RecordText{Record::Interpreter,
               QT_TRANSLATE_NOOP("RetentionWords", "Name, languages, phone number, e-mail address and hours of an "
                                                   "interpreter or a service"),
               QT_TRANSLATE_NOOP("RetentionWords", "When an administrator removes the entry")},
    RecordText{Record::SecondFactor,
               QT_TRANSLATE_NOOP("RetentionWords", "Secret shared with the member's authenticator app; hashes of the "
                                                   "recovery codes"),
               QT_TRANSLATE_NOOP("RetentionWords", "When the second factor is reset or the account is removed")},
    RecordText{Record::Session,
               QT_TRANSLATE_NOOP("RetentionWords", "Session of a member of staff: hash of its token, begin, last use"),
               QT_TRANSLATE_NOOP("RetentionWords", "At sign-out, or when the account is disabled; else after that "
                                                   "time")},
    RecordText{Record::SessionToken,
               QT_TRANSLATE_NOOP("RetentionWords", "Token of the session in the credential store of the operating "
                                                   "system"),
               QT_TRANSLATE_NOOP("RetentionWords", "At sign-out; worthless when the session is over")},
    RecordText{Record::SetupToken,
               QT_TRANSLATE_NOOP("RetentionWords", "Hash of the one-time token for the first administrator; names "
                                                   "nobody"),
               QT_TRANSLATE_NOOP("RetentionWords", "When it is used; worthless after that time")},
    RecordText{Record::Challenge,
               QT_TRANSLATE_NOOP("RetentionWords", "That somebody has given the right password and is asked for the "
                                                   "second factor, or for another password than the start password"),
               QT_TRANSLATE_NOOP("RetentionWords", "When the code or the password is given; else after that time")},
    RecordText{Record::ChangeLog,
               QT_TRANSLATE_NOOP("RetentionWords", "Which administrator changed what in the town, when, from what to "
                                                   "what (names and logins of staff and names of interpreters among "
                                                   "it; never how interpreters are reached)"),
               QT_TRANSLATE_NOOP("RetentionWords", "With the database: a log from which lines could be taken would "
                                                   "prove nothing")},
    RecordText{Record::Facts,
               QT_TRANSLATE_NOOP("RetentionWords", "Numbered facts of each office: random ids of tickets and staff, "
                                                   "numbers, times, outcomes. Nothing that a citizen has said; whose "
                                                   "ticket it was cannot be told after the visit"),
               QT_TRANSLATE_NOOP("RetentionWords",
                                 "In the night after that time: totals of the day take their place, and "
                                 "they are overwritten in the database. Until then ids of staff "
                                 "lead to the names of accounts that exist")},
    RecordText{Record::DayTotals,
               QT_TRANSLATE_NOOP("RetentionWords", "Totals of each day, office and concern: how many numbers, how they "
                                                   "ended, how long people waited and were served. Of nobody in "
                                                   "particular"),
               QT_TRANSLATE_NOOP("RetentionWords", "With the database. Where they are printed, fewer than five cases "
                                                   "of a kind are not shown")},
    RecordText{Record::ServerLog,
               QT_TRANSLATE_NOOP("RetentionWords", "What the server did and what failed; ids of staff at sign-in. No "
                                                   "names, no network addresses, nothing that a citizen has said"),
               QT_TRANSLATE_NOOP("RetentionWords", "As the authority sets it for the system's log (journald)")},
};

constexpr bool everyRecordHasItsWords()
{
    for (std::size_t i = 0; i < kRecordTexts.size(); ++i) {
        if (kRecordTexts[i].record != broker::retention::kRules.at(i).record)
            return false;
    }
    return kRecordTexts.size() == broker::retention::kRules.size();
}
static_assert(everyRecordHasItsWords(), "words for each record, in the order of the rules");

} // namespace

ActivityWords wordsOf(Activity activity)
{
    switch (activity) {
    case Activity::Consultation:
        return {RetentionWords::tr("Consultation of citizens by video"),
                RetentionWords::tr("Citizens draw a number, wait and speak with the office by video, instead of coming "
                                   "to the town hall."),
                RetentionWords::tr("Citizens who use the virtual office"),
                RetentionWords::tr("Art. 6 (1) (a) GDPR: consent when the number is drawn, withdrawn by leaving; for "
                                   "the matter itself Art. 6 (1) (e) and (3) GDPR with the law of the matter and the "
                                   "data protection act of the Land."),
                RetentionWords::tr("Staff of the office that the citizen has chosen, and of the office to which the "
                                   "citizen agrees to be passed on. Nobody else.")};
    case Activity::Accounts:
        return {RetentionWords::tr("Accounts of staff"),
                RetentionWords::tr("Staff signs in; who has called a citizen or changed the town can be told."),
                RetentionWords::tr("Staff of the authority"),
                RetentionWords::tr("Art. 6 (1) (e), Art. 32 and Art. 88 GDPR with the law on employees' data of the "
                                   "Land; where there is one, an agreement with the staff council."),
                RetentionWords::tr("Administrators, heads of office, colleagues of the same office; citizens read the "
                                   "name of whoever calls them.")};
    case Activity::Protection:
        return {RetentionWords::tr("Protection against abuse and failure"),
                RetentionWords::tr("Nobody guesses passwords or fills a lobby; a command that is repeated after a "
                                   "lost connection is not done twice; failures are found."),
                RetentionWords::tr("Whoever connects to the server"),
                RetentionWords::tr("Art. 6 (1) (e) with Art. 32 (1) GDPR."),
                RetentionWords::tr("IT staff of the authority, for the system's log; nobody for the rest.")};
    case Activity::CourseOfTheDay:
        return {RetentionWords::tr("Course of the day in the offices"),
                RetentionWords::tr("The order of the line is right and survives a restart; what happened can be "
                                   "checked afterwards."),
                RetentionWords::tr("Staff of the authority; citizens cannot be told after their visit"),
                RetentionWords::tr("Art. 6 (1) (e) and Art. 88 GDPR with the law on employees' data of the Land."),
                RetentionWords::tr("Staff of the office; IT staff of the authority.")};
    }
    Q_UNREACHABLE();
}

RecordWords wordsOf(Record record)
{
    const RecordText &text = kRecordTexts.at(static_cast<std::size_t>(record));
    return {RetentionWords::tr(text.what), RetentionWords::tr(text.erased)};
}

QString wordsOf(Place place)
{
    switch (place) {
    case Place::Database:
        return RetentionWords::tr("encrypted database");
    case Place::DataFolder:
        return RetentionWords::tr("encrypted files of the server, their key in the database");
    case Place::Memory:
        return RetentionWords::tr("memory of the server");
    case Place::CitizenDevice:
        return RetentionWords::tr("device of the citizen");
    case Place::ClerkMachine:
        return RetentionWords::tr("machine of the member of staff");
    case Place::BetweenBoth:
        return RetentionWords::tr("on the way between both");
    case Place::SystemLog:
        return RetentionWords::tr("log of the system");
    }
    Q_UNREACHABLE();
}

QString durationWords(seconds duration)
{
    constexpr seconds::rep kMinute = 60;
    constexpr seconds::rep kHour = 60 * kMinute;
    constexpr seconds::rep kDay = 24 * kHour;
    if (duration.count() % kDay == 0 && duration.count() >= 2 * kDay)
        return RetentionWords::tr("%1 days").arg(duration.count() / kDay);
    // Up to two hours people speak of minutes.
    if (duration.count() % kHour == 0 && duration.count() >= 2 * kHour)
        return RetentionWords::tr("%1 hours").arg(duration.count() / kHour);
    if (duration.count() % kMinute == 0 && duration.count() >= 2 * kMinute)
        return RetentionWords::tr("%1 minutes").arg(duration.count() / kMinute);
    return RetentionWords::tr("%1 seconds").arg(duration.count());
}

QString periodWords(const Rule &rule)
{
    if (!rule.after)
        return RetentionWords::tr("no fixed period");
    if (*rule.after == seconds{0})
        return RetentionWords::tr("at once");
    if (rule.unused > seconds{0})
        return RetentionWords::tr("%1, or %2 without use").arg(durationWords(*rule.after), durationWords(rule.unused));
    return durationWords(*rule.after);
}

} // namespace sprechtag::app
