// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/CommandPort.h"
#include "clerk-app/model/CurrentVisit.h"
#include "clerk-app/model/Interpreters.h"
#include "clerk-app/model/VisitColleagues.h"

#include <QAbstractListModel>
#include <QTimer>

#include <set>

namespace sprechtag::clerk::model {

//! The guests of my visit as rows of a list: who waits to be let in, who is in, and the invitation that is open.
class VisitGuests final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitGuests)
public:
    //! What a guest comes in with, as the clerk reads it aloud, copies it or shows it.
    struct Invitation
    {
        QString spoken; //!< two groups of letters
        QString link;
        Instant expiresAt{};
    };

    //! Somebody who waits and could be asked to come in.
    struct Waiting
    {
        OfficeId office;
        TicketId ticket;
        QString text;
    };

    VisitGuests(CurrentVisit &visit, Town &town, connection::CommandPort &commands, const Clock &clock,
                QObject *parent = nullptr);

    [[nodiscard]] Interpreters &interpreters() { return m_interpreters; }
    //! In the order in which they would be called, office by office.
    [[nodiscard]] QList<Waiting> waitingPeople() const;
    //! Of the citizen; empty: not known.
    [[nodiscard]] QString visitorLanguage() const;

    //! Whom I can ring; whoever has accepted is a row here.
    [[nodiscard]] VisitColleagues &colleagues() { return m_colleagues; }
    //! Where citizens find the town's page.
    void setPage(const QString &address) { m_page = address; }
    void take(const protocol::clerk::RoomState &room);
    //! The line is new: whoever is still there is told of in a moment, or has gone.
    void awaitNews();

    [[nodiscard]] bool canInvite() const;
    [[nodiscard]] const protocol::Person *guest(const QModelIndex &index) const;
    [[nodiscard]] const QList<protocol::Person> &people() const { return m_guests; }
    [[nodiscard]] int waiting() const; //!< for my word
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] const std::optional<Invitation> &invitation() const { return m_invitation; }

    void invite(const std::optional<protocol::clerk::InterpreterWish> &interpreter = {});
    //! Asks somebody who waits; that person says yes or no.
    void fetch(OfficeId office, TicketId ticket);
    void admit(const QModelIndex &index);
    void remove(const QModelIndex &index);
    //! Sets, or takes back, one part of what the guest is allowed.
    void toggle(const QModelIndex &index, bool office::CallControl::*part);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    //! Of who is there, what may be done, or the invitation.
    void stateChanged();
    void roomChanged(const sprechtag::protocol::clerk::RoomState &room);
    //! Somebody has come with an invitation and waits.
    void arrived(const QString &name);
    //! Somebody who was asked stays in the line.
    void stayedAway(const QString &name);
    void troubled(const QString &text);

private:
    void follow();
    void show(const QList<protocol::Person> &guests);
    void send(const protocol::clerk::ToServer &command);
    [[nodiscard]] static QString stateText(const protocol::Person &guest);

    CurrentVisit &m_visit;
    Town &m_town;
    connection::CommandPort &m_commands;
    Interpreters m_interpreters;
    VisitColleagues m_colleagues;
    QString m_page;
    std::optional<TicketId> m_ticket; //!< whose guests these are
    QList<protocol::Person> m_guests;
    std::set<int> m_takenBack; //!< offers that I have taken back myself
    std::optional<Invitation> m_invitation;
    QTimer m_news;
};

} // namespace sprechtag::clerk::model
