// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/VisitSight.h"

namespace sprechtag::clerk::model {

namespace wire = protocol::clerk;

namespace {

// The desk is taken up by then, and the server has told what is asked there; where it has not, nothing is.
constexpr std::chrono::seconds kToldWithin{5};

} // namespace

VisitSight::VisitSight(CurrentVisit &visit, QObject *parent)
    : QObject(parent)
    , m_visit(visit)
{
    m_untold.setSingleShot(true);
    connect(&m_untold, &QTimer::timeout, this, [this] { setStep(std::nullopt); });
    connect(&m_visit, &CurrentVisit::started, this, &VisitSight::follow);
    connect(&m_visit, &CurrentVisit::changed, this, &VisitSight::follow);
    connect(&m_visit, &CurrentVisit::ended, this, &VisitSight::follow);
}

// May be told before the visit is taken up again.
void VisitSight::take(const wire::SightState &message)
{
    const auto &visit = m_visit.running();
    if (visit && visit->ticket != message.ticket)
        return;
    m_ticket = message.ticket;
    setStep(message.step);
    if (message.declined)
        Q_EMIT declined();
}

void VisitSight::expectNews()
{
    if (m_step)
        m_untold.start(kToldWithin);
}

void VisitSight::toggle()
{
    if (m_step)
        end();
    else
        ask(protocol::SightStep::Front);
}

void VisitSight::ask(protocol::SightStep step)
{
    if (const auto &visit = m_visit.running())
        Q_EMIT askToSend({.office = visit->office, .ticket = visit->ticket, .epoch = visit->epoch, .step = step});
}

void VisitSight::end()
{
    if (const auto &visit = m_visit.running())
        Q_EMIT endToSend({.office = visit->office, .ticket = visit->ticket, .epoch = visit->epoch});
}

void VisitSight::see()
{
    if (m_step)
        Q_EMIT recordWanted();
}

// On hold nobody is seen: not for the moment until the server has said so either.
void VisitSight::follow()
{
    const auto &visit = m_visit.running();
    if (!visit || visit->ticket != m_ticket || visit->control.onHold)
        setStep(std::nullopt);
}

void VisitSight::setStep(std::optional<protocol::SightStep> step)
{
    m_untold.stop();
    if (std::exchange(m_step, step) != step)
        Q_EMIT stepChanged();
}

} // namespace sprechtag::clerk::model
