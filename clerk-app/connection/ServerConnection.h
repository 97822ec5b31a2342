// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/BackOff.h"
#include "clerk-app/connection/CommandPort.h"
#include "clerk-app/connection/Heartbeat.h"
#include "clerk-app/connection/LineStatus.h"
#include "clerk-app/connection/PendingCommands.h"
#include "clerk-app/connection/ServerAddress.h"
#include "shared/base/Secret.h"
#include "shared/base/SystemClock.h"

#include <QHash>
#include <QTimer>
#include <QWebSocket>

#include <memory>

namespace sprechtag::clerk::connection {

//! How patient the line is; tests are less so.
struct Tempo
{
    milliseconds ping{5'000};      //!< two unanswered pings end the line: dead Wi-Fi is noticed within 15 s
    milliseconds greeting{10'000}; //!< from dialling to the server's welcome
    milliseconds firstRetry{500};
    milliseconds longestRetry{20'000};
    milliseconds moment{60'000}; //!< what was asked longer ago is not said again over a new line
    milliseconds doubt{1'000};   //!< between pings while somebody has doubts about the line
};

//! The one line to the server: greets, resumes, reconnects by itself, repeats commands of the moment until they are
//! answered.
class ServerConnection final : public QObject, public CommandPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerConnection)
public:
    explicit ServerConnection(Tempo tempo = {}, QObject *parent = nullptr);
    ~ServerConnection() override;

    void open(const ServerAddress &server, const Secret &token, const QString &language);
    //! Unanswered commands are answered `session_ended`.
    void close();

    //! The call has lost its line: this one may be dead too, and is given up quickly if it is.
    void suspect() { m_heart.doubt(); }

    [[nodiscard]] const LineStatus &status() const { return m_status; }

    void send(protocol::clerk::ToServer command, QObject *guard, Continuation then) override;
    //! Signals are of the moment: without a line they are dropped, negotiation starts anew anyway.
    void signal(const protocol::clerk::CallSignal &signal);
    void signal(const protocol::clerk::RoomSignal &signal);
    //! Of the moment too: on a new line it has to be said again.
    void expect(const protocol::clerk::ExpectCall &person);
    //! Where it leads, and whose it is; none while it is not open.
    [[nodiscard]] const std::optional<ServerAddress> &server() const { return m_server; }
    [[nodiscard]] const Secret &token() const { return m_token; }
    //! Whoever writes says it again until it has a receipt: without a line it is dropped.
    void say(const protocol::clerk::TextLine &line);
    //! Of the moment: on a new line the server tells what is shown.
    void say(const protocol::clerk::ShowDocument &message);
    void say(const protocol::clerk::CloseView &message);
    void say(const protocol::clerk::ChangeView &message);
    //! Of a form: what the server does not have is entered again when it says what it has.
    void fillIn(const protocol::clerk::ToServer &message);
    //! The same of what the visitor is asked to show.
    void say(const protocol::clerk::AskSight &message);
    void say(const protocol::clerk::EndSight &message);

Q_SIGNALS:
    void statusChanged(const sprechtag::clerk::connection::LineStatus &status);
    //! Emitted before unanswered commands are repeated: what is sent from here goes first.
    void welcomed(const sprechtag::protocol::clerk::Welcome &welcome);
    void snapshotReceived(const sprechtag::protocol::clerk::OfficeSnapshot &snapshot);
    void administrationChanged(const sprechtag::protocol::clerk::AdminChanged &changed);
    void officeRemoved(const sprechtag::protocol::clerk::OfficeRemoved &removed);
    //! Without gaps and repetitions: every fact once, in order.
    void factsReceived(const sprechtag::protocol::clerk::OfficeFacts &facts);
    void visitsReceived(const sprechtag::protocol::clerk::OfficeVisits &visits);
    void messageStatusReceived(const sprechtag::protocol::clerk::MessageStatus &status);
    void callOffered(const sprechtag::protocol::clerk::CallOffer &offer);
    void callExpected(const sprechtag::protocol::clerk::ExpectedOffer &offer);
    void callSignalled(const sprechtag::protocol::clerk::CallSignal &signal);
    void textReceived(const sprechtag::protocol::clerk::TextLines &text);
    void documentsReceived(const sprechtag::protocol::clerk::DocumentList &list);
    void viewReceived(const sprechtag::protocol::clerk::ViewState &state);
    void viewChanged(const sprechtag::protocol::clerk::ViewChanged &change);
    void formTold(sprechtag::TicketId ticket, const sprechtag::protocol::FormNews &news);
    void roomChanged(const sprechtag::protocol::clerk::RoomState &room);
    void roomSignalled(const sprechtag::protocol::clerk::RoomSignal &signal);
    void sightReceived(const sprechtag::protocol::clerk::SightState &state);
    void ringReported(const sprechtag::protocol::clerk::RingNews &news);
    void rung(const sprechtag::protocol::clerk::RingCall &call);
    void placed(const sprechtag::protocol::clerk::ColleaguePlace &place);
    void colleagueEnded(const sprechtag::protocol::clerk::ColleagueOver &over);

private:
    void dial();
    void hangUp();
    void greet();
    void loseLine(LineTrouble trouble);
    void stop(StopReason reason);
    void waitFor(milliseconds delay, LineTrouble trouble);
    void setStatus(const LineStatus &status);
    void readFrame(const QString &text);
    void write(const protocol::clerk::ToServer &message);
    //! Nothing when it was answered meanwhile.
    void ask(const QString &id);
    void refusePast();

    void take(const protocol::clerk::Welcome &message);
    void take(const protocol::clerk::OfficeSnapshot &message);
    void take(const protocol::clerk::OfficeResumed &message);
    void take(const protocol::clerk::OfficeFacts &message);
    void take(const protocol::clerk::OfficeVisits &message);
    void take(const protocol::clerk::TownOffices &message);
    void take(const protocol::clerk::MessageStatus &message);
    void take(const protocol::clerk::OfficeRemoved &message);
    void take(const protocol::clerk::CallOffer &message);
    void take(const protocol::clerk::ExpectedOffer &message);
    void take(const protocol::clerk::CallSignal &message);
    void take(const protocol::clerk::TextLines &message);
    void take(const protocol::clerk::DocumentList &message);
    void take(const protocol::clerk::ViewState &message);
    void take(const protocol::clerk::ViewChanged &message);
    void take(const protocol::clerk::FormState &message);
    void take(const protocol::clerk::FormUpdated &message);
    void take(const protocol::clerk::FormClaimed &message);
    void take(const protocol::clerk::GuestCode &message);
    void take(const protocol::clerk::TownInterpreters &message);
    void take(const protocol::clerk::RoomState &message);
    void take(const protocol::clerk::RoomSignal &message);
    void take(const protocol::clerk::SightState &message);
    void take(const protocol::clerk::ColleagueList &message);
    void take(const protocol::clerk::RingNews &message);
    void take(const protocol::clerk::RingCall &message);
    void take(const protocol::clerk::ColleaguePlace &message);
    void take(const protocol::clerk::ColleagueOver &message);
    void take(const protocol::clerk::StockForms &message);
    void take(const protocol::clerk::FormTaken &message);
    void take(const protocol::CallIce &message);
    void take(const protocol::DoneMessage &message);
    void take(const protocol::ErrorMessage &message);
    void take(const protocol::Goodbye &message);
    void take(const protocol::clerk::AdminChanged &message);
    template <typename Message>
    void take(const Message &adminAnswer);

    Tempo m_tempo;
    BackOff m_backOff;
    LineStatus m_status;
    std::optional<ServerAddress> m_server;
    Secret m_token;
    QString m_language;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_retry;
    Heartbeat m_heart;
    QTimer m_greeting;
    bool m_certificateRefused{};
    QString m_run; // of the server that told the numbers
    QMap<QString, office::Sequence> m_seen;
    SystemClock m_clock;
    PendingCommands m_pending;
    QTimer m_past; //!< runs while something waits for a line
};

} // namespace sprechtag::clerk::connection
