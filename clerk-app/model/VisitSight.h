// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/CurrentVisit.h"

#include <QTimer>

namespace sprechtag::clerk::model {

//! What my visitor is asked to hold to the camera: known by the server, which tells visitor and clerk.
class VisitSight final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitSight)
public:
    explicit VisitSight(CurrentVisit &visit, QObject *parent = nullptr);

    void take(const protocol::clerk::SightState &message);
    //! A new line: the server tells what is asked, where it still knows.
    void expectNews();

    //! None: nothing is asked.
    [[nodiscard]] std::optional<protocol::SightStep> step() const { return m_step; }
    //! Begins with the front; where something is asked already, no more is.
    void toggle();
    void ask(protocol::SightStep step);
    void end();
    //! I have looked.
    void see();

Q_SIGNALS:
    void stepChanged();
    void declined();
    void recordWanted();
    void askToSend(const sprechtag::protocol::clerk::AskSight &message);
    void endToSend(const sprechtag::protocol::clerk::EndSight &message);

private:
    void follow();
    void setStep(std::optional<protocol::SightStep> step);

    CurrentVisit &m_visit;
    std::optional<TicketId> m_ticket; //!< who is asked
    std::optional<protocol::SightStep> m_step;
    QTimer m_untold; //!< a new line has not said yet what is asked
};

} // namespace sprechtag::clerk::model
