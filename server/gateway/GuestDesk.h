// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/CallDesk.h"
#include "server/gateway/GuestSeat.h"
#include "shared/base/Result.h"

#include <functional>

namespace sprechtag::gateway {

//! Brings further people into a conversation: invited by a code, shown to everybody by name, admitted by the clerk.
//! Whoever is not admitted hears and sees nothing and is not heard or seen. Kept in memory, like what they write, until
//! the two people of the visit part: a server that was started anew knows no guests, and the clerk invites again.
class GuestDesk
{
public:
    GuestDesk(World &world, const ClerkLines &clerks, const CallDesk &calls);

    void citizenBound(TicketId ticket, ConnectionKey connection);
    void citizenGone(TicketId ticket);
    void clerkBound(TicketId ticket, ConnectionKey connection);

    //! Those who are in the room now, each with a line, but for whoever is on hold.
    [[nodiscard]] std::vector<GuestSeat> seats(TicketId ticket) const;
    [[nodiscard]] std::optional<GuestSeat> seatOf(ConnectionKey connection) const;
    [[nodiscard]] std::optional<GuestSeat> seatOf(TicketId ticket, int peer) const;
    [[nodiscard]] std::optional<GuestSeat> seatOf(const QByteArray &tokenHash) const;

    // What the clerk who serves the visit does. Done twice it is the same; a code is then another one, in place of the
    // first.
    [[nodiscard]] Result<protocol::clerk::GuestCode, CallProblem> invite(ClerkId clerk, ConnectionKey connection,
                                                                         const protocol::clerk::InviteGuest &message);
    [[nodiscard]] std::optional<CallProblem> fetch(ClerkId clerk, ConnectionKey connection,
                                                   const protocol::clerk::FetchGuest &message);
    [[nodiscard]] std::optional<CallProblem> admit(ClerkId clerk, const protocol::clerk::AdmitGuest &message);
    [[nodiscard]] std::optional<CallProblem> remove(ClerkId clerk, const protocol::clerk::RemoveGuest &message);
    [[nodiscard]] std::optional<CallProblem> control(ClerkId clerk, const protocol::clerk::ControlGuest &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::RoomSignal &message);

    //! Somebody who waits stays there.
    void decline(TicketId waiting);
    //! Whose wait the code ends, where it is that of an offer.
    [[nodiscard]] std::optional<TicketId> offeredTo(const QString &code) const;
    [[nodiscard]] bool isFull(const QString &code) const;

    [[nodiscard]] std::optional<CallProblem> fromCitizen(TicketId ticket, const protocol::citizen::RoomSignal &message);

    //! Whether the token names a guest already.
    [[nodiscard]] bool knows(const QByteArray &tokenHash) const { return m_tokens.contains(tokenHash); }
    [[nodiscard]] std::optional<ConnectionKey> lineOf(const QByteArray &tokenHash) const;
    //! None: nobody, or a colleague, whose app is no citizen's page.
    [[nodiscard]] std::optional<ConnectionKey> lineOf(TicketId ticket, int peer);
    //! By a code that opens, once, or by a token that has. False: neither does.
    [[nodiscard]] bool knock(ConnectionKey connection, const QByteArray &tokenHash,
                             const protocol::citizen::Knock &message);
    [[nodiscard]] bool isGuest(ConnectionKey connection) const { return m_lines.contains(connection); }
    //! The guest's state, and who is there, to a guest who has just been answered.
    void greet(ConnectionKey connection);
    void leave(ConnectionKey connection);
    //! Also somebody whose line is lost.
    void leave(const QByteArray &tokenHash);
    void guestGone(ConnectionKey connection);
    [[nodiscard]] std::optional<CallProblem> fromGuest(ConnectionKey connection,
                                                       const protocol::citizen::RoomSignal &message);
    //! Once admitted: whoever waits at the door relays nothing over the town's server.
    [[nodiscard]] protocol::citizen::ToClient iceFor(ConnectionKey guest, const QString &re) const;

    //! Of the clerk's own people: whoever has accepted to be rung (ColleagueDesk).
    struct Colleague
    {
        ClerkId clerk;
        QString ring;
        Personal<QString> name;
        QString office;
    };
    //! Before others hear and see them, or at once with everybody.
    enum class Entry { Alone, WithAll };
    [[nodiscard]] bool hasRoom(TicketId ticket) const;
    //! Among those who belong to one visit, codes that are open included.
    [[nodiscard]] bool hasPlace(TicketId ticket) const;
    void seat(TicketId ticket, const Colleague &colleague, ConnectionKey line, Entry entry);
    //! In whose conversation a clerk is as a colleague.
    [[nodiscard]] std::optional<TicketId> seatOf(ClerkId clerk) const;
    //! Who is in the conversation of somebody else.
    [[nodiscard]] std::vector<ClerkId> seatedClerks() const;
    [[nodiscard]] bool isConsulting(TicketId ticket) const;
    // False: the clerk talks to nobody alone.
    [[nodiscard]] bool admitColleague(TicketId ticket);
    [[nodiscard]] bool endConsultation(TicketId ticket);
    void leaveSeat(ClerkId clerk);
    //! A new line of a clerk: the place of a colleague goes on there, or its end is told.
    void colleagueBack(ClerkId clerk, ConnectionKey connection);
    [[nodiscard]] std::optional<CallProblem> fromColleague(ClerkId clerk, const protocol::clerk::RoomSignal &message);

    //! Ends what was between people who have parted, and tells of who is there now.
    void published(const broker::OfficeChange &change);

    //! When a code is void, or a guest without a line is given up.
    [[nodiscard]] std::optional<MonotonicInstant> nextDue() const;
    void tick();

private:
    //! A guest, by visit and number.
    struct Place
    {
        TicketId ticket;
        int peer{};
    };
    struct Guest
    {
        int peer{};
        QByteArray tokenHash;
        Personal<QString> name;
        QString language{}; //!< of an interpreter
        bool isAdmitted{};
        Instant since{}; //!< of the admission, or of the end of the newest hold
        office::CallControl control{};
        std::optional<ConnectionKey> line{};
        MonotonicInstant lostAt{};
        std::optional<Colleague> colleague{};
        bool isConsulting{}; //!< with the clerk alone
    };
    struct Room
    {
        std::optional<ConnectionKey> citizen;
        std::optional<ConnectionKey> clerk;
        int lastPeer{protocol::kCitizenPeer};
        std::vector<Guest> guests;
        std::map<std::pair<int, int>, CandidateCount> candidates; //!< from whom and to whom
    };
    //! To somebody who waits, and is shown to the clerk in the room already.
    struct Offer
    {
        TicketId to;
        int peer{};
        Personal<QString> name; //!< or the number, where there is none
        Personal<QString> code;
        Instant expiresAt{};
    };
    struct Code
    {
        TicketId ticket;
        QString askedBy; //!< the command
        MonotonicInstant until{};
        QString language{}; //!< of an interpreter
        std::optional<Offer> offer{};
    };

    [[nodiscard]] std::optional<CallProblem> mayRule(ClerkId clerk, OfficeId office, TicketId ticket,
                                                     office::Epoch epoch) const;
    [[nodiscard]] Guest *find(TicketId ticket, int peer);
    [[nodiscard]] std::optional<CallProblem> pass(TicketId ticket, int from, int to, const protocol::Signal &signal);
    [[nodiscard]] bool isThere(TicketId ticket, int peer);
    [[nodiscard]] bool areApart(TicketId ticket, int one, int other);
    [[nodiscard]] Guest *consulting(TicketId ticket);
    [[nodiscard]] const Guest &at(const Place &place) const;
    template <typename F>
    void forEachPlace(F visit) const
    {
        for (const auto &[hash, place] : m_tokens)
            visit(place);
        for (const auto &[clerk, place] : m_seats)
            visit(place);
    }
    void bid(const Guest &guest, protocol::citizen::GuestEnd reason);
    void noteEnd(const Guest &guest, protocol::citizen::GuestEnd reason);
    [[nodiscard]] protocol::MediaState maySend(TicketId ticket, const office::CallControl &ofCitizen, int from, int to);
    void enter(const QByteArray &tokenHash, const QString &name, const Code &code);
    void dropOldestPlainCode(TicketId ticket);
    [[nodiscard]] std::optional<GuestSeat> seat(TicketId ticket, const Guest &guest) const;
    [[nodiscard]] std::optional<QString> languageOf(const std::optional<protocol::clerk::InterpreterWish> &wish) const;
    [[nodiscard]] seconds codeLives(TicketId ticket) const;
    void tellOffer(const Code &code) const;
    void endOffers(const std::function<bool(const Code &)> &which);
    void end(TicketId ticket, int peer, protocol::citizen::GuestEnd reason);
    void endAll(TicketId ticket);
    void tell(TicketId ticket) const;
    void tellClerk(TicketId ticket) const;
    void tellGuest(TicketId ticket, const Guest &guest) const;
    void tellColleague(TicketId ticket, const Guest &guest) const;
    [[nodiscard]] QList<protocol::Person> people(TicketId ticket, bool withWaiting) const;
    [[nodiscard]] const office::Ticket *talking(TicketId ticket) const;

    World &m_world;
    const ClerkLines &m_clerks;
    const CallDesk &m_calls;
    std::map<TicketId, Room> m_rooms;
    std::map<QByteArray, Code> m_codes; //!< by their hash
    std::map<QByteArray, Place> m_tokens;
    std::map<ConnectionKey, Place> m_lines;
    std::map<ClerkId, Place> m_seats;                           //!< of colleagues
    std::map<ClerkId, protocol::clerk::ColleagueOver> m_untold; //!< of seats that ended while nobody was on the line
};

} // namespace sprechtag::gateway
