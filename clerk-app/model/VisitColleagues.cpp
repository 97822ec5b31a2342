// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/VisitColleagues.h"

#include "clerk-app/model/Words.h"

namespace sprechtag::clerk::model {

namespace wire = protocol::clerk;

VisitColleagues::VisitColleagues(CurrentVisit &visit, connection::CommandPort &commands, QObject *parent)
    : QObject(parent)
    , m_visit(visit)
    , m_commands(commands)
{
    connect(&visit, &CurrentVisit::started, this, &VisitColleagues::stateChanged);
    connect(&visit, &CurrentVisit::changed, this, &VisitColleagues::stateChanged);
    connect(&visit, &CurrentVisit::ended, this, [this] { setRinging({}); });
}

bool VisitColleagues::canRing() const
{
    const auto &visit = m_visit.running();
    return visit && visit->state == office::TicketState::InCall && m_ringing.isEmpty();
}

void VisitColleagues::ask()
{
    const auto &visit = m_visit.running();
    if (!visit)
        return;
    m_commands.send(wire::ListColleagues{{}, visit->office, visit->ticket, visit->epoch}, this,
                    [this](const connection::CommandResult &result) {
                        if (result.ok())
                            Q_EMIT listed(result.value().colleagues);
                        else
                            Q_EMIT told(Words::refusal(result.error()));
                    });
}

void VisitColleagues::ring(ClerkId colleague, How how)
{
    const auto &visit = m_visit.running();
    if (!visit)
        return;
    m_commands.send(
        wire::RingColleague{{}, visit->office, visit->ticket, visit->epoch, colleague, how == How::Directly}, this,
        [this](const connection::CommandResult &result) {
            if (result.ok())
                return;
            const bool busy = result.error().code == protocol::ErrorCode::Busy;
            Q_EMIT told(busy ? tr("The colleague cannot be rung now: in a conversation or on a break.")
                             : Words::refusal(result.error()));
        });
}

void VisitColleagues::cancel()
{
    if (const auto &visit = m_visit.running())
        send(wire::EndColleague{{}, visit->office, visit->ticket, visit->epoch});
}

void VisitColleagues::take(const wire::RingNews &news)
{
    const auto &visit = m_visit.running();
    if (!visit || visit->ticket != news.ticket)
        return;
    const QString name = news.name.reveal();
    setRinging(news.state == wire::RingState::Ringing ? name : QString());
    Q_EMIT told(words(name, news.state));
}

void VisitColleagues::forget()
{
    setRinging({});
}

void VisitColleagues::setRinging(const QString &name)
{
    m_ringing = name;
    Q_EMIT stateChanged();
}

void VisitColleagues::send(const wire::ToServer &command)
{
    m_commands.send(command, this, [this](const connection::CommandResult &result) {
        if (!result.ok())
            Q_EMIT told(Words::refusal(result.error()));
    });
}

QString VisitColleagues::words(const QString &name, wire::RingState state)
{
    switch (state) {
    case wire::RingState::Ringing:
        //: %1 is the name of a colleague
        return tr("%1 is being rung …").arg(name);
    case wire::RingState::Accepted:
        //: %1 is the name of a colleague
        return tr("%1 has accepted.").arg(name);
    case wire::RingState::Declined:
        //: %1 is the name of a colleague
        return tr("%1 cannot come now.").arg(name);
    case wire::RingState::Unanswered:
        //: %1 is the name of a colleague
        return tr("%1 does not answer.").arg(name);
    case wire::RingState::Busy:
        //: %1 is the name of a colleague
        return tr("%1 is in a conversation or on a break.").arg(name);
    case wire::RingState::Unreachable:
        //: %1 is the name of a colleague
        return tr("The line to %1 is lost.").arg(name);
    case wire::RingState::Ended:
        break;
    }
    return tr("The ringing has ended.");
}

} // namespace sprechtag::clerk::model
