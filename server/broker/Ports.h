// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/base/Secret.h"
#include "shared/domain/hours/OpeningHours.h"
#include "shared/domain/office/AnswerBook.h"
#include "shared/domain/office/Forecasts.h"
#include "shared/domain/office/State.h"
#include "shared/domain/town/Values.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

//! What the broker needs of the world. Implementations: server/store (SQLCipher), tests/support (in memory).
namespace sprechtag::broker {

//! An office as an administrator has set it up.
struct OfficeConfig
{
    OfficeId id;
    QString name;
    QString department;
    QString letter;
    hours::OpeningHours hours;
    office::Settings settings;
    bool relayOnly{};
    QList<ClerkId> clerks;           //!< who may staff it
    QList<ClerkId> namedCallers{};   //!< those of them who may call somebody else than the next
    QList<town::Concern> concerns{}; //!< what it deals with
    bool hidePosition{};             //!< the waiting do not see how many are before them
    bool askName{true};
    town::Texts texts{}; //!< its own, else those of the authority
    friend bool operator==(const OfficeConfig &, const OfficeConfig &) = default;
};

inline constexpr std::size_t kFileKeyBytes = 32;

//! A person's rows of one visit; erased for good when the visit ends.
struct Visit
{
    TicketId ticket;
    OfficeId office;
    QByteArray tokenHash; //!< SHA-256 of the capability
    Personal<QString> name;
    Personal<QString> concern;
    QString lang;
    QString consentVersion;
    Personal<QString> note{};         //!< from the clerk who transferred the visitor, for the one who calls next
    Personal<QString> proposedNote{}; //!< becomes the note when the visitor agrees to the transfer
    Personal<QStringList> ticked{};   //!< what of the checklist is at hand, see shared/domain/town/Checklist.h
    Personal<QByteArray> fileKey{};   //!< seals the files of the visit: without this row nobody reads them
    friend bool operator==(const Visit &, const Visit &) = default;
};

//! A visit that goes on in another office.
struct MovedVisit
{
    TicketId ticket;
    OfficeId office;
    Personal<QString> note{}; //!< in place of an earlier one
    friend bool operator==(const MovedVisit &, const MovedVisit &) = default;
};

//! What a clerk writes about a visitor whose transfer is proposed. Personal data: goes with the visit.
struct VisitNote
{
    TicketId ticket;
    Personal<QString> text; //!< empty: none any more
    friend bool operator==(const VisitNote &, const VisitNote &) = default;
};

//! What a visitor says to have at hand. Personal data: goes with the visit.
struct VisitTicks
{
    TicketId ticket;
    Personal<QStringList> ticked; //!< all of it, in place of what was ticked before
    friend bool operator==(const VisitTicks &, const VisitTicks &) = default;
};

//! The answer that a command got, under its idempotency key (sender and command id). Holds no personal data.
struct KeyedAnswer
{
    QByteArray key;
    std::uint64_t digest{};
    office::Answer answer;
    Instant at;
};

//! Who may be named to others.
struct ClerkName
{
    ClerkId id;
    QString login;
    QString name;
    friend bool operator==(const ClerkName &, const ClerkName &) = default;
};

//! The text of a fact in the store, and of the office behind the facts that are erased; given by the composition root,
//! so that the store knows no JSON.
struct FactCodec
{
    std::function<QByteArray(const office::Fact &)> encode;
    std::function<std::optional<office::Fact>(const QByteArray &)> decode;
    std::function<QByteArray(const office::OfficeState &)> encodeState{};
    std::function<std::optional<office::OfficeState>(const QByteArray &)> decodeState{};
};

//! All that one pass of the event loop has decided: durable together or not at all.
struct Batch
{
    struct OfficeFacts
    {
        OfficeId office;
        office::Facts facts;
    };
    std::vector<OfficeFacts> facts;
    std::vector<Visit> visits;           //!< new rows
    std::vector<MovedVisit> movedVisits; //!< rows that go on in another office
    std::vector<VisitNote> notes;        //!< of rows that are there, or new in this batch
    std::vector<VisitTicks> ticks;       //!< the same; the last of several of one row counts
    std::vector<TicketId> erasedVisits;  //!< rows to erase, before the new ones: a token may draw anew at once
    std::vector<KeyedAnswer> answers;
    [[nodiscard]] bool empty() const
    {
        return facts.empty() && visits.empty() && movedVisits.empty() && notes.empty() && ticks.empty() &&
               erasedVisits.empty() && answers.empty();
    }
};

struct LoadedOffice
{
    OfficeConfig config;
    office::Facts facts;
    office::OfficeState before{};     //!< the office behind its erased facts: those that are left go on from here
    office::ForecastDays forecasts{}; //!< of the erased facts
};

//! What is said of the town as a whole.
struct Town
{
    QString authority;
    hours::Calendar calendar;
    QString consentVersion;
    QList<town::Interpreter> interpreters{}; //!< whom clerks may ask to help
    friend bool operator==(const Town &, const Town &) = default;
};

//! All that administrators have decided and the broker works by.
struct TownConfig
{
    Town town;
    std::vector<OfficeConfig> offices;
    std::vector<ClerkName> clerks;
};

struct Loaded
{
    QString authority;
    hours::Calendar calendar;
    QString consentVersion;
    std::vector<LoadedOffice> offices;
    std::vector<Visit> visits;
    std::vector<KeyedAnswer> answers;
    std::vector<ClerkName> clerks;
    QList<town::Interpreter> interpreters{};
};

//! Where facts become durable. commit() returns at once; `done` is called on the caller's thread after the commit is
//! durable, in the order of the calls. A commit that fails is never reported: its outcome is unknown, so the
//! implementation ends the process (exit code 75) and lets the supervisor start it again. A full disk is no such
//! failure: nothing was written, so the implementation keeps what it was given until there is room.
class OfficeStore
{
public:
    virtual ~OfficeStore() = default;
    virtual void commit(Batch batch, std::function<void()> done) = 0;
    //! While true, what was given waits for room on the disk and nothing new should be begun.
    [[nodiscard]] virtual bool isFull() const = 0;
};

} // namespace sprechtag::broker
