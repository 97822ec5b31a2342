// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/Desks.h"
#include "server/gateway/DrawPace.h"
#include "server/gateway/FeedBoard.h"

#include <QHash>

#include <deque>
#include <map>

namespace sprechtag::gateway {

//! The connections of citizens: those who look at the overview, and those who hold a ticket.
class CitizenRoom
{
public:
    CitizenRoom(World &world, FeedBoard &feeds, const Desks &desks, DrawPace draws);

    void greet(ConnectionKey connection, const std::string &network, const protocol::citizen::Hello &hello);
    void take(ConnectionKey connection, const protocol::citizen::ToServer &message);
    //! The connection is gone; the place in line is kept for its grace.
    void gone(ConnectionKey connection);

    //! Forgets networks that draw no more.
    void tick() { m_draws.forget(m_world.clock.monotonicNow()); }

    //! Tells each person of the own ticket; the feed of the same change follows it.
    void published(const broker::OfficeChange &change);

    //! The authority or its consent is another one: whoever has no visit comes back and is told; the others when theirs
    //! is over.
    void welcomeChanged();

private:
    struct Session
    {
        ConnectionKey connection{};
        std::string network{};            //!< whose draws are counted together
        QByteArray tokenHash{};           //!< empty: only looks
        std::optional<TicketId> ticket{}; //!< told to this connection
        office::Sequence toldSeq{};       //!< of the newest ticket.state
        bool prepared{};                  //!< got ICE servers, so that an offer may follow
        bool watchedBeforeDraw{};
        bool drawing{};      //!< a draw has no answer yet
        bool isBehindTime{}; //!< was welcomed in other words than whoever comes now
    };

    void on(Session &session, const protocol::citizen::Hello &message);
    void on(Session &session, const protocol::citizen::WatchOverview &message);
    void on(Session &session, const protocol::citizen::Draw &message);
    void on(Session &session, const protocol::citizen::Enter &message);
    void on(Session &session, const protocol::citizen::Leave &message);
    void on(Session &session, const protocol::citizen::StepAway &message);
    void on(Session &session, const protocol::citizen::ComeBack &message);
    void on(Session &session, const protocol::citizen::NotYet &message);
    void on(Session &session, const protocol::citizen::Ready &message);
    void on(Session &session, const protocol::citizen::AgreeTransfer &message);
    void on(Session &session, const protocol::citizen::DeclineTransfer &message);
    void on(Session &session, const protocol::citizen::TickChecklist &message);
    void on(Session &session, const protocol::citizen::MessageShown &message);
    void on(Session &session, const protocol::citizen::MessageRead &message);
    void on(Session &session, const protocol::citizen::PrepareCall &message);
    void on(Session &session, const protocol::citizen::StandingOffer &message);
    void on(Session &session, const protocol::citizen::WithdrawOffer &message);
    void on(Session &session, const protocol::citizen::CallSignal &message);
    void on(Session &session, const protocol::citizen::TextLine &message);
    void on(Session &session, const protocol::citizen::ChangeView &message);
    void on(Session &session, const protocol::citizen::UpdateForm &message);
    void on(Session &session, const protocol::citizen::ClaimForm &message);
    void on(Session &session, const protocol::citizen::ConfirmForm &message);
    void on(Session &session, const protocol::citizen::Knock &message);
    void on(Session &session, const protocol::citizen::LeaveRoom &message);
    void on(Session &session, const protocol::citizen::RoomSignal &message);
    void on(Session &session, const protocol::citizen::DeclineOffer &message);
    //! A guest's line shows what is read and seen in the room.
    void seat(ConnectionKey guest);
    //! Whoever has come into a conversation waits no more.
    void endWait(TicketId waiting, ConnectionKey guest, const protocol::citizen::Knock &message);

    template <typename Message>
    void fillIn(Session &session, const Message &message);
    void on(Session &session, const protocol::citizen::DeclineSight &message);

    void claim(Session &session, const QByteArray &tokenHash);
    void letGo(ConnectionKey connection, const QByteArray &tokenHash);
    //! To be welcomed anew, after a while; `place` among those who go at once, who must not come at once.
    void sendRound(ConnectionKey connection, const QByteArray &tokenHash, int place);
    void takeUpAgain(ConnectionKey connection, const QByteArray &tokenHash);
    void draw(Session &session, const broker::DrawRequest &request, const broker::CommandKey &key, const QString &re);
    //! A command about the one ticket that the session's token names.
    void runForTicket(const Session &session, const protocol::citizen::ToServer &message, const QString &id,
                      const std::function<office::Command(TicketId)> &command);
    void answerDraw(ConnectionKey connection, const QString &re, const broker::Outcome &outcome);
    void answer(ConnectionKey connection, const QString &re, const broker::Outcome &outcome);
    [[nodiscard]] broker::Reply replyTo(ConnectionKey connection, const QString &re);

    //! Binds the ticket of the session's token, and tells its state unless that is known. False: there is none.
    bool tellState(Session &session);
    void tellEnd(Session &session, const broker::EndedTicket &ended);
    void unbind(Session &session);
    void rememberEnd(const broker::EndedTicket &ended);

    //! The visit of the session's live ticket; nullptr: none that was told.
    [[nodiscard]] const broker::Visit *visitOf(const Session &session) const;
    [[nodiscard]] bool mayPrepare(const broker::Visit &visit) const;
    void report(ConnectionKey connection, const CallProblem &problem);
    //! Runs when all before is durable, if the connection still stands.
    template <typename F>
    void later(ConnectionKey connection, F action);
    [[nodiscard]] Session *find(ConnectionKey connection);
    [[nodiscard]] Session *holder(const QByteArray &tokenHash);

    World &m_world;
    FeedBoard &m_feeds;
    CallDesk &m_calls;
    MessageBoard &m_messages;
    TextDesk &m_texts;
    DocumentDesk &m_documents;
    ViewDesk &m_views;
    FormDesk &m_forms;
    GuestDesk &m_guests;
    SightDesk &m_sights;
    DrawPace m_draws;
    std::map<ConnectionKey, Session> m_sessions;
    QHash<QByteArray, ConnectionKey> m_holders; //!< the newest connection of each token
    QHash<QByteArray, broker::EndedTicket> m_ended;
    std::deque<QByteArray> m_endedOrder;
};

//! How many ended visits can still be told about to somebody who comes back.
inline constexpr std::size_t kEndsRemembered = 1000;

template <typename F>
void CitizenRoom::later(ConnectionKey connection, F action)
{
    const Session *const asking = find(connection);
    m_world.broker.whenShowable(asking ? asking->tokenHash : QByteArray(),
                                [this, connection, action = std::move(action)] {
                                    if (Session *session = find(connection))
                                        action(*session);
                                });
}

} // namespace sprechtag::gateway
