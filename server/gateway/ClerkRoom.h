// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/gateway/AdminRoom.h"
#include "server/gateway/Audience.h"
#include "server/gateway/Desks.h"

#include <map>

namespace sprechtag::gateway {

//! The connections of clerks, each of whom sees the offices that he or she may staff and no other.
class ClerkRoom
{
public:
    ClerkRoom(World &world, ClerkLines &lines, const Desks &desks, AdminRoom &admin);

    void greet(ConnectionKey connection, const broker::SignedIn &who, const protocol::clerk::Hello &hello);
    void take(ConnectionKey connection, const protocol::clerk::ToServer &message);
    //! The connection is gone; desks are in their grace when it was the clerk's last one.
    void gone(ConnectionKey connection);

    //! The facts, as one frame for all clerks of the office.
    void published(const broker::OfficeChange &change);
    //! Every clerk sees the own offices as they are now, and no other.
    void reconfigured(const broker::Reconfigured &change);

private:
    struct Session
    {
        ConnectionKey connection{};
        broker::ClerkName clerk;
    };

    void reshow(const Session &session, OfficeId office);
    void show(const Session &session, OfficeId office, const protocol::clerk::Hello &hello);
    void on(const Session &session, const protocol::clerk::Hello &message);
    void tellWhatIsGone(const Session &session, const protocol::clerk::Hello &hello);
    void on(const Session &session, const protocol::clerk::PrepareCall &message);
    void on(const Session &session, const protocol::clerk::ExpectCall &message);
    void on(const Session &session, const protocol::clerk::CallSignal &message);
    void on(const Session &session, const protocol::clerk::TextLine &message);
    void on(const Session &session, const protocol::clerk::ShowDocument &message);
    void on(const Session &session, const protocol::clerk::CloseView &message);
    void on(const Session &session, const protocol::clerk::ChangeView &message);
    void on(const Session &session, const protocol::clerk::OpenForm &message);
    void on(const Session &session, const protocol::clerk::CloseForm &message);
    void on(const Session &session, const protocol::clerk::UpdateForm &message);
    void on(const Session &session, const protocol::clerk::ClaimForm &message);
    void on(const Session &session, const protocol::clerk::AskSight &message);
    void on(const Session &session, const protocol::clerk::EndSight &message);
    void on(const Session &session, const protocol::clerk::ListStock &message);
    void on(const Session &session, const protocol::clerk::TakeForm &message);
    //! Whoever is on this connection, as long as it is there.
    [[nodiscard]] StockDesk::Tell tellOn(ConnectionKey connection);
    void on(const Session &session, const protocol::clerk::JudgeDocument &message);
    void on(const Session &session, const protocol::clerk::InviteGuest &message);
    void on(const Session &session, const protocol::clerk::AdmitGuest &message);
    void on(const Session &session, const protocol::clerk::RemoveGuest &message);
    void on(const Session &session, const protocol::clerk::ControlGuest &message);
    void on(const Session &session, const protocol::clerk::RoomSignal &message);
    void on(const Session &session, const protocol::clerk::FetchGuest &message);
    void on(const Session &session, const protocol::clerk::ListInterpreters &message);
    void seat(TicketId ticket, int peer);
    void on(const Session &session, const protocol::clerk::ListColleagues &message);
    void on(const Session &session, const protocol::clerk::RingColleague &message);
    void on(const Session &session, const protocol::clerk::EndColleague &message);
    void on(const Session &session, const protocol::clerk::AdmitColleague &message);
    void on(const Session &session, const protocol::clerk::AnswerRing &message);
    void on(const Session &session, const protocol::clerk::LeaveConversation &message);
    void answer(const Session &session, const QString &re, const std::optional<CallProblem> &problem);
    void on(const Session &session, const protocol::clerk::TransferTicket &message);
    void on(const Session &session, const protocol::clerk::ListTown &message);
    void on(const Session &session, const protocol::clerk::LobbyMessage &message);
    void report(const Session &session, const std::optional<CallProblem> &problem);
    template <typename Message>
    requires requires(const Message &message) { message.office; }
    void on(const Session &session, const Message &message);
    template <typename Message>
    void on(const Session &session, const Message &message);
    //! True: the command is done.
    bool answer(ConnectionKey connection, const QString &re, const broker::Outcome &outcome);
    void bindVisitor(ConnectionKey connection, OfficeId office);
    //! Nothing: the clerk staffs no office, and so has nobody to call.
    [[nodiscard]] std::optional<protocol::IcePolicy> policyFor(ClerkId clerk) const;

    World &m_world;
    QString m_run; //!< under which numbers of facts can be taken up again
    ClerkLines &m_lines;
    CallDesk &m_calls;
    MessageBoard &m_messages;
    TextDesk &m_texts;
    DocumentDesk &m_documents;
    ViewDesk &m_views;
    FormDesk &m_forms;
    GuestDesk &m_guests;
    SightDesk &m_sights;
    ColleagueDesk &m_colleagues;
    StockDesk &m_stock;
    AdminRoom &m_admin;
    std::map<ConnectionKey, Session> m_sessions;
    std::map<OfficeId, Audience> m_audiences;
};

//! What a clerk's message asks of the office. One for each message that is a command.
[[nodiscard]] office::Command commandOf(const protocol::clerk::OpenOffice &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::CloseOffice &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::SuspendIntake &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::ResumeIntake &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::Arrive &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::Depart &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::Pause &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::Resume &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::CallNext &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::CallNamed &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::ReturnTicket &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::FinishTicket &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::ControlCall &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::SightTicket &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::Appeared &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::NoShow &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::ReadmitTicket &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::PrioritiseTicket &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::ParkTicket &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::UnparkTicket &message, ClerkId clerk);
[[nodiscard]] office::Command commandOf(const protocol::clerk::WithdrawTransfer &message, ClerkId clerk);

} // namespace sprechtag::gateway
