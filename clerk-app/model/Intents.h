// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Workplace.h"

namespace sprechtag::clerk::model {

//! What the clerk wants done. Each is answered once, to `then`, as long as `guard` lives.
class Intents final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Intents)
public:
    Intents(connection::CommandPort &port, Workplace &workplace, QObject *parent = nullptr);

    void open(OfficeId office, QObject *guard, Continuation then);
    void close(OfficeId office, office::CloseMode mode, QObject *guard, Continuation then);
    void suspendIntake(OfficeId office, QObject *guard, Continuation then);
    void resumeIntake(OfficeId office, QObject *guard, Continuation then);
    void depart(OfficeId office, QObject *guard, Continuation then);
    //! Gives back whoever is with me, in front of all others, and leaves every desk. Answered when the last is
    //! answered; at once when there is nothing to leave.
    void leaveEverything(QObject *guard, const std::function<void()> &then);
    //! In every office that I staff. `backAt`: shown to everybody who waits.
    void pause(office::PauseReason reason, std::optional<Instant> backAt, QObject *guard, const Continuation &then);
    void resume(QObject *guard, const Continuation &then);

    //! One call at a time: a second click while the first is unanswered is the same click.
    void callNext(OfficeId office, QObject *guard, Continuation then);
    void call(OfficeId office, TicketId ticket, QObject *guard, Continuation then);
    [[nodiscard]] bool calling() const { return m_calling; }

    //! Of the visit that runs; nothing without one.
    void sendBack(office::Place place, QObject *guard, Continuation then);
    //! Sets, or takes back, one part of what the visitor is allowed; the others stay as they were last asked for.
    void toggleControl(bool office::CallControl::*part, QObject *guard, Continuation then);
    void finish(office::Outcome outcome, QObject *guard, Continuation then);
    //! Records that I have looked at an identity document.
    void sight(QObject *guard, Continuation then);
    void appeared(QObject *guard, Continuation then);
    void noShow(QObject *guard, Continuation then);
    void park(office::ParkReason reason, minutes remindAfter, QObject *guard, Continuation then);
    void takeUp(QObject *guard, Continuation then);

    void transfer(OfficeId to, std::optional<ClerkId> clerk, const QString &note, QObject *guard, Continuation then);
    void withdrawTransfer(QObject *guard, Continuation then);
    //! The other offices, as the visitor would find them.
    void listTown(QObject *guard, Continuation then);

    //! Of somebody in the lobby.
    void readmit(OfficeId office, TicketId ticket, QObject *guard, Continuation then);
    void unpark(OfficeId office, TicketId ticket, QObject *guard, Continuation then);
    void prioritise(OfficeId office, TicketId ticket, office::Priority priority, office::PriorityReason reason,
                    QObject *guard, Continuation then);

    //! To one person, or to everybody who waits.
    void message(OfficeId office, std::optional<TicketId> to, const protocol::MessageContent &content, QObject *guard,
                 Continuation then);

    //! Asks for the relay's credentials.
    void prepareCall(QObject *guard, Continuation then);

Q_SIGNALS:
    void callingChanged(bool calling);

private:
    void sendCall(const protocol::clerk::ToServer &command, QObject *guard, Continuation then);
    [[nodiscard]] std::vector<OfficeId> desks() const;
    [[nodiscard]] protocol::clerk::ToServer giveBack(const Visit &visit) const;

    connection::CommandPort &m_port;
    Workplace &m_workplace;
    bool m_calling{};
    int m_controlsAsked{};           //!< without an answer yet
    office::CallControl m_control{}; //!< as last asked for
};

} // namespace sprechtag::clerk::model
