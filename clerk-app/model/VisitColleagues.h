// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/CommandPort.h"
#include "clerk-app/model/CurrentVisit.h"

namespace sprechtag::clerk::model {

//! Whom of the town I can ring in my visit, and the ringing that runs. Whoever has accepted is one of VisitGuests.
class VisitColleagues final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitColleagues)
public:
    using Colleague = protocol::clerk::ReachableColleague;
    //! Talk to the colleague alone first, or with everybody at once.
    enum class How { Consult, Directly };

    VisitColleagues(CurrentVisit &visit, connection::CommandPort &commands, QObject *parent = nullptr);

    [[nodiscard]] bool canRing() const;
    //! Who rings now; empty: nobody.
    [[nodiscard]] const QString &ringing() const { return m_ringing; }
    void ask();
    void ring(ClerkId colleague, How how);
    void cancel();
    void take(const protocol::clerk::RingNews &news);
    //! The line is new: what rang does not ring any more.
    void forget();

Q_SIGNALS:
    void stateChanged();
    void listed(const QList<sprechtag::protocol::clerk::ReachableColleague> &colleagues);
    //! How it stands with the ringing, to be told.
    void told(const QString &text);

private:
    void send(const protocol::clerk::ToServer &command);
    void setRinging(const QString &name);
    [[nodiscard]] static QString words(const QString &name, protocol::clerk::RingState state);

    CurrentVisit &m_visit;
    connection::CommandPort &m_commands;
    QString m_ringing;
};

} // namespace sprechtag::clerk::model
