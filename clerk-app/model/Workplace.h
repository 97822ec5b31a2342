// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/CommandPort.h"
#include "clerk-app/connection/LineStatus.h"
#include "clerk-app/model/ColleagueCall.h"
#include "clerk-app/model/CurrentVisit.h"
#include "clerk-app/model/Lobby.h"
#include "clerk-app/model/Offices.h"
#include "clerk-app/model/Town.h"
#include "clerk-app/model/VisitDocuments.h"
#include "clerk-app/model/VisitGuests.h"
#include "clerk-app/model/VisitSight.h"
#include "clerk-app/model/VisitText.h"

#include <set>

namespace sprechtag::clerk::model {

using connection::CommandResult;
using connection::Continuation;
using connection::LineState;
using connection::LineStatus;
using connection::LineTrouble;
using connection::StopReason;

//! Who is signed in.
struct Me
{
    ClerkId id;
    QString name;
    QString authority;
    QList<protocol::clerk::Role> roles;
    friend bool operator==(const Me &, const Me &) = default;
};

//! Somebody who waits and would be called next.
struct NextPerson
{
    OfficeId office;
    TicketId ticket;
    friend bool operator==(const NextPerson &, const NextPerson &) = default;
};

//! Everything that the window shows, fed by the line to the server, and what the clerk can ask for.
class Workplace final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workplace)
public:
    Workplace(connection::CommandPort &port, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] Town &town() { return m_town; }
    [[nodiscard]] Offices &offices() { return m_offices; }
    [[nodiscard]] Lobby &lobby() { return m_lobby; }
    [[nodiscard]] CurrentVisit &visit() { return m_visit; }
    [[nodiscard]] VisitText &text() { return m_text; }
    [[nodiscard]] VisitDocuments &documents() { return m_documents; }
    [[nodiscard]] VisitGuests &guests() { return m_guests; }
    [[nodiscard]] VisitSight &sight() { return m_sight; }
    //! Whom I ring, and who rings me.
    [[nodiscard]] VisitColleagues &colleagues() { return m_guests.colleagues(); }
    [[nodiscard]] ColleagueCall &colleagueCall() { return m_colleagueCall; }
    //! With a visitor, or in the conversation of a colleague.
    [[nodiscard]] bool inConversation() const { return m_visit.running() || m_colleagueCall.talk(); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const std::optional<Me> &me() const { return m_me; }
    [[nodiscard]] const LineStatus &line() const { return m_line; }
    //! Commands are answered.
    [[nodiscard]] bool online() const { return m_line.state == LineState::Online; }

    //! What the line brings.
    void setLine(const LineStatus &status);
    void welcome(const protocol::clerk::Welcome &welcome);
    void take(const protocol::clerk::OfficeSnapshot &snapshot);
    void take(const protocol::clerk::OfficeFacts &facts);
    void take(const protocol::clerk::OfficeVisits &visits);
    void take(const protocol::clerk::MessageStatus &status);
    void take(const protocol::clerk::OfficeRemoved &removed);
    void signOut();

    //! Whom *call next* would take now: among the offices that I staff, the head that has waited longest. None: nobody
    //! may be called. With `only`, of that office alone.
    [[nodiscard]] std::optional<NextPerson> nextPerson(std::optional<OfficeId> only) const;
    [[nodiscard]] bool atAnyDesk() const;
    [[nodiscard]] bool onBreak() const;
    //! Somebody waits in an office that I staff, and I am not on a break: a call may come any moment.
    [[nodiscard]] bool callMayCome() const;

Q_SIGNALS:
    void meChanged();
    void lineChanged();
    //! Anything of the offices: what can be done may have changed.
    void changed();
    //! Somebody drew a number in an office that I staff.
    void personArrived(sprechtag::OfficeId office, sprechtag::TicketId ticket);
    //! Of my newest message in the office: to how many people it went, and how many of their pages have shown it.
    void messageStatus(sprechtag::OfficeId office, int sent, int shown);
    //! My visitor does not go to another office.
    void transferFailed(sprechtag::office::WithdrawReason why);
    //! Somebody is still parked in an office that I staff, for longer than was thought.
    void parkedForLong(sprechtag::OfficeId office, sprechtag::TicketId ticket);

private:
    void follow(int index);
    void tell(int index, const office::Fact &fact);
    [[nodiscard]] bool mustBeAsked(const office::Clerk &clerk) const;
    void keepDesk(const OfficeBook &book);
    void arriveAt(OfficeId office);

    connection::CommandPort &m_port;
    const Clock &m_clock;
    Town m_town;
    Offices m_offices;
    Lobby m_lobby;
    CurrentVisit m_visit;
    VisitText m_text;
    VisitDocuments m_documents;
    VisitGuests m_guests;
    VisitSight m_sight;
    ColleagueCall m_colleagueCall;
    std::optional<Me> m_me;
    LineStatus m_line;
    std::set<OfficeId> m_arriving;
};

} // namespace sprechtag::clerk::model
