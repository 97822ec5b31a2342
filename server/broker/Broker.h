// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Record.h"
#include "shared/base/SteadyClock.h"

namespace sprechtag::broker {

//! Under which name the answer to a command is remembered, and what it was about.
struct CommandKey
{
    QByteArray key; //!< sender and the sender's id of the command
    std::uint64_t digest{};
};

enum class Verdict {
    Answered,
    Conflict,      //!< the key has named another command before
    NotAuthorised, //!< the clerk does not belong to the office, or there is no such office
    UnknownOffice,
    Sealed,   //!< the office is being changed at this moment
    NoTicket, //!< the token has no live ticket
    NoRoom    //!< the disk is full: nothing was decided
};

//! What became of a command. The answer counts with Answered alone.
struct Outcome
{
    Verdict verdict{Verdict::Answered};
    office::Answer answer{};
    friend bool operator==(const Outcome &, const Outcome &) = default;
};
//! Called exactly once, when the outcome and all that it rests on is durable; never before the call has returned.
using Reply = std::function<void(const Outcome &)>;

//! Somebody wants a place in the lobby. The token hash names the person, now and later.
struct DrawRequest
{
    OfficeId office;
    QByteArray tokenHash;
    Personal<QString> name;
    Personal<QString> concern;
    QString lang;
    QString consentVersion;
    std::optional<ConcernId> concernId{};
    std::optional<Instant> appointment{};
};

//! Runs the offices: one command after the other on one thread, every answer after its commit.
//!
//! The owner calls flush() at the end of every pass of its event loop, start() once before the first command, and
//! tick() when nextDue() has come.
class Broker
{
public:
    Broker(Loaded loaded, OfficeStore &store, const Clock &clock, std::function<TicketId()> newTicket);

    //! Who hears of changes; nullptr: nobody any more, replies that are still due included.
    void publishTo(Observer *observer);
    //! Tells every office that the server has started anew.
    void start();

    //! A clerk's command.
    void run(OfficeId office, const office::Command &command, const CommandKey &key, Reply reply);
    //! Where the clerk would like to send a visitor, with a note for whoever calls the person next; empty: none.
    void propose(OfficeId office, const office::ProposeTransfer &proposal, const QString &note, const CommandKey &key,
                 Reply reply);
    void draw(const DrawRequest &request, const CommandKey &key, Reply reply);
    //! Whether draw() would decide: the command is no repetition, and the token has no place yet.
    [[nodiscard]] bool isNewDraw(const DrawRequest &request, const CommandKey &key) const;
    //! A command of the person whom the token names, about the one ticket that the token has. Transfer concerns two
    //! offices: what one gives up the other takes in, durable together or not at all.
    void runForTicket(const QByteArray &tokenHash, const std::function<office::Command(TicketId)> &command,
                      const CommandKey &key, Reply reply);

    //! What this person has at hand, in place of what was said before.
    void tick(const QByteArray &tokenHash, const QStringList &ticked, const CommandKey &key, Reply reply);

    void citizenConnected(const QByteArray &tokenHash);
    void citizenDisconnected(const QByteArray &tokenHash);
    //! The clerk's last line is gone: every desk of the clerk is in its grace now.
    void clerkLost(ClerkId clerk);

    //! The time of the offices, to which all their deadlines belong. Nobody who sets the clock moves it.
    [[nodiscard]] Instant now() const { return m_time.now(); }
    [[nodiscard]] std::optional<Instant> nextDue();
    void tick();
    void flush();
    //! Runs `effect` when all that was decided until now is durable; never before this call has returned.
    void whenDurable(std::function<void()> effect);
    //! Runs `effect` with the next flush: for what rests on nothing that waits to be written.
    void soon(std::function<void()> effect);
    //! The same for what shows the ticket of this token. While the disk is full it runs soon, unless something of the
    //! ticket waits to be written: what is shown is durable at any time.
    void whenShowable(const QByteArray &tokenHash, std::function<void()> effect);
    //! While true, new commands are refused; what goes on needs no writing.
    [[nodiscard]] bool isFull() const { return m_store.isFull(); }

    //! Nobody gets into the office any more, so that it can be taken away. False: somebody is waiting or being served.
    [[nodiscard]] bool seal(OfficeId office);
    void unseal(OfficeId office);
    //! What administrators have stored counts from now on: as soon as all that was decided by the old rules is durable.
    void reconfigure(TownConfig config);

    [[nodiscard]] const Record &record() const { return m_record; }

private:
    //! An office as it has been decided; the record follows when that is durable.
    struct Desk
    {
        office::OfficeState state;
        std::optional<Instant> due;
        bool dueIsKnown{};
        bool sealed{};
    };
    struct Place
    {
        OfficeId office;
        TicketId ticket;
    };

    [[nodiscard]] std::optional<Outcome> known(const CommandKey &key) const;
    [[nodiscard]] std::optional<TicketId> visitorElsewhere(OfficeId office, ClerkId clerk) const;
    [[nodiscard]] office::Elsewhere engagedElsewhere(OfficeId office) const;
    office::Answer decideIn(OfficeId office, Desk &desk, const office::Command &command);
    void collect(OfficeId office, Desk &desk, const office::Facts &facts);
    void keepNote(TicketId ticket, const Personal<QString> &note);
    void dropNotes(const Desk &desk);
    [[nodiscard]] Personal<QString> takeNote(TicketId ticket);
    void collectEnd(OfficeId office, TicketId ticket, std::optional<office::LeaveReason> left);
    void remember(const CommandKey &key, const office::Answer &answer, bool durably);
    Outcome decideKeyed(OfficeId office, Desk &desk, const office::Command &command, const CommandKey &key);
    [[nodiscard]] std::optional<office::Refusal> whyNotAcross(OfficeId office, ClerkId clerk,
                                                              const office::Command &command) const;
    [[nodiscard]] std::optional<office::Refusal> whyNotTo(const office::ProposeTransfer &proposal, OfficeId from) const;
    office::Answer transfer(const Place &from, const office::Transfer &agreed);
    [[nodiscard]] office::Receive otherHalf(const Place &from, OfficeId to) const;
    office::Answer withdraw(const Place &from, office::Epoch epoch, office::RefusalCode why);
    void moveVisit(const Place &from, OfficeId to, const Personal<QString> &note);
    void runOwn(OfficeId office, const office::Command &command);
    void readHours(OfficeId office);
    [[nodiscard]] bool isNeededElsewhere(OfficeId office) const;
    void workBy(TownConfig config);
    void fitDesk(OfficeId office);
    [[nodiscard]] Desk *openDesk(OfficeId office);
    void replyLater(Reply reply, Outcome outcome);
    //! With what was answered before, or for want of room.
    [[nodiscard]] bool answeredAtOnce(const CommandKey &key, const Reply &reply);
    void eraseStrayVisits();
    [[nodiscard]] office::ServiceDay serviceDay() const;

    OfficeStore &m_store;
    office::AnswerBook m_answers;
    Record m_record;
    const Clock &m_clock; //!< for the service day and the opening hours
    SteadyClock m_time;
    std::function<TicketId()> m_newTicket;
    Observer *m_observer{};
    bool m_silent{};
    std::map<OfficeId, Desk> m_desks;
    //! For whoever is asked whether to be transferred.
    std::map<TicketId, Personal<QString>> m_proposedNotes;
    QHash<QByteArray, Place> m_places;       //!< live tickets as decided, by token
    std::map<TicketId, QByteArray> m_tokens; //!< the other way round
    CommitQueue m_queue;
};

} // namespace sprechtag::broker
