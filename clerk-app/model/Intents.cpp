// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Intents.h"

#include <QPointer>

#include <memory>

namespace sprechtag::clerk::model {

namespace wire = protocol::clerk;

Intents::Intents(connection::CommandPort &port, Workplace &workplace, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_workplace(workplace)
{
}

void Intents::open(OfficeId office, QObject *guard, Continuation then)
{
    const OfficeRow *row = m_workplace.offices().find(office);
    if (row && row->open)
        m_port.send(wire::Arrive{{}, office}, guard, std::move(then));
    else
        m_port.send(wire::OpenOffice{{}, office}, guard, std::move(then));
}

void Intents::close(OfficeId office, office::CloseMode mode, QObject *guard, Continuation then)
{
    m_port.send(wire::CloseOffice{{}, office, mode}, guard, std::move(then));
}

void Intents::suspendIntake(OfficeId office, QObject *guard, Continuation then)
{
    m_port.send(wire::SuspendIntake{{}, office}, guard, std::move(then));
}

void Intents::resumeIntake(OfficeId office, QObject *guard, Continuation then)
{
    m_port.send(wire::ResumeIntake{{}, office}, guard, std::move(then));
}

void Intents::depart(OfficeId office, QObject *guard, Continuation then)
{
    m_port.send(wire::Depart{{}, office}, guard, std::move(then));
}

void Intents::leaveEverything(QObject *guard, const std::function<void()> &then)
{
    std::vector<wire::ToServer> farewells;
    const CurrentVisit &visit = m_workplace.visit();
    // First: a desk with somebody at it cannot be left.
    if (const auto &person = visit.running() ? visit.running() : visit.waiting())
        farewells.push_back(giveBack(*person));
    for (const OfficeId office : desks())
        farewells.emplace_back(wire::Depart{{}, office});
    if (farewells.empty()) {
        then();
        return;
    }
    // shared: every answer holds the count, the last one tells.
    const auto open = std::make_shared<std::size_t>(farewells.size());
    for (wire::ToServer &farewell : farewells) {
        m_port.send(std::move(farewell), guard, [open, then](const CommandResult &) {
            if (--*open == 0)
                then();
        });
    }
}

// Behind a door that is closed already there is no lobby to go back to.
wire::ToServer Intents::giveBack(const Visit &visit) const
{
    const OfficeRow *office = m_workplace.offices().find(visit.office);
    if (office && office->open)
        return wire::ReturnTicket{{}, visit.office, visit.ticket, visit.epoch, office::Place::Front};
    return wire::FinishTicket{{}, visit.office, visit.ticket, visit.epoch, office::Outcome::Unstated};
}

void Intents::pause(office::PauseReason reason, std::optional<Instant> backAt, QObject *guard, const Continuation &then)
{
    for (const OfficeId office : desks())
        m_port.send(wire::Pause{{}, office, reason, backAt}, guard, then);
}

void Intents::resume(QObject *guard, const Continuation &then)
{
    for (const OfficeId office : desks())
        m_port.send(wire::Resume{{}, office}, guard, then);
}

void Intents::callNext(OfficeId office, QObject *guard, Continuation then)
{
    sendCall(wire::CallNext{{}, office}, guard, std::move(then));
}

void Intents::call(OfficeId office, TicketId ticket, QObject *guard, Continuation then)
{
    sendCall(wire::CallNamed{{}, office, ticket}, guard, std::move(then));
}

void Intents::sendCall(const wire::ToServer &command, QObject *guard, Continuation then)
{
    if (m_calling)
        return;
    m_calling = true;
    m_port.send(command, this, [this, held = QPointer(guard), then = std::move(then)](const CommandResult &result) {
        m_calling = false;
        Q_EMIT callingChanged(false);
        if (held)
            then(result);
    });
    Q_EMIT callingChanged(true);
}

void Intents::sendBack(office::Place place, QObject *guard, Continuation then)
{
    if (const auto &visit = m_workplace.visit().running())
        m_port.send(
            wire::ReturnTicket{
                {}, visit->office, visit->ticket, visit->epoch, place, visit->state == office::TicketState::Called},
            guard, std::move(then));
}

// Of two clicks in one moment the second must not take back the first, which the server has not told of yet.
void Intents::toggleControl(bool office::CallControl::*part, QObject *guard, Continuation then)
{
    const auto &visit = m_workplace.visit().running();
    if (!visit)
        return;
    if (m_controlsAsked == 0)
        m_control = visit->control;
    m_control.*part = !(m_control.*part);
    ++m_controlsAsked;
    m_port.send(wire::ControlCall{{}, visit->office, visit->ticket, visit->epoch, m_control}, this,
                [this, held = QPointer(guard), then = std::move(then)](const CommandResult &result) {
                    --m_controlsAsked;
                    if (held)
                        then(result);
                });
}

void Intents::finish(office::Outcome outcome, QObject *guard, Continuation then)
{
    if (const auto &visit = m_workplace.visit().running())
        m_port.send(wire::FinishTicket{{}, visit->office, visit->ticket, visit->epoch, outcome}, guard,
                    std::move(then));
}

void Intents::sight(QObject *guard, Continuation then)
{
    if (const auto &visit = m_workplace.visit().running())
        m_port.send(wire::SightTicket{{}, visit->office, visit->ticket, visit->epoch}, guard, std::move(then));
}

void Intents::appeared(QObject *guard, Continuation then)
{
    if (const auto &visit = m_workplace.visit().running())
        m_port.send(wire::Appeared{{}, visit->office, visit->ticket, visit->epoch}, guard, std::move(then));
}

void Intents::noShow(QObject *guard, Continuation then)
{
    if (const auto &visit = m_workplace.visit().running())
        m_port.send(wire::NoShow{{}, visit->office, visit->ticket, visit->epoch}, guard, std::move(then));
}

void Intents::park(office::ParkReason reason, minutes remindAfter, QObject *guard, Continuation then)
{
    if (const auto &visit = m_workplace.visit().running())
        m_port.send(wire::ParkTicket{{}, visit->office, visit->ticket, visit->epoch, reason, remindAfter}, guard,
                    std::move(then));
}

void Intents::transfer(OfficeId to, std::optional<ClerkId> clerk, const QString &note, QObject *guard,
                       Continuation then)
{
    if (const auto &visit = m_workplace.visit().running())
        m_port.send(wire::TransferTicket{{}, visit->office, visit->ticket, visit->epoch, to, clerk, note}, guard,
                    std::move(then));
}

void Intents::withdrawTransfer(QObject *guard, Continuation then)
{
    if (const auto &visit = m_workplace.visit().running())
        m_port.send(wire::WithdrawTransfer{{}, visit->office, visit->ticket, visit->epoch}, guard, std::move(then));
}

void Intents::listTown(QObject *guard, Continuation then)
{
    if (const auto &visit = m_workplace.visit().running())
        m_port.send(wire::ListTown{{}, visit->office, visit->ticket}, guard, std::move(then));
}

void Intents::readmit(OfficeId office, TicketId ticket, QObject *guard, Continuation then)
{
    m_port.send(wire::ReadmitTicket{{}, office, ticket}, guard, std::move(then));
}

void Intents::unpark(OfficeId office, TicketId ticket, QObject *guard, Continuation then)
{
    m_port.send(wire::UnparkTicket{{}, office, ticket}, guard, std::move(then));
}

void Intents::prioritise(OfficeId office, TicketId ticket, office::Priority priority, office::PriorityReason reason,
                         QObject *guard, Continuation then)
{
    m_port.send(wire::PrioritiseTicket{{}, office, ticket, priority, reason}, guard, std::move(then));
}

void Intents::message(OfficeId office, std::optional<TicketId> to, const protocol::MessageContent &content,
                      QObject *guard, Continuation then)
{
    m_port.send(wire::LobbyMessage{{}, office, to, content}, guard, std::move(then));
}

void Intents::takeUp(QObject *guard, Continuation then)
{
    const auto &visit = m_workplace.visit().waiting();
    if (!visit)
        return;
    const OfficeId office = visit->office;
    m_workplace.visit().takeUp();
    m_port.send(wire::Arrive{{}, office}, guard, std::move(then));
}

void Intents::prepareCall(QObject *guard, Continuation then)
{
    m_port.send(wire::PrepareCall{{}}, guard, std::move(then));
}

std::vector<OfficeId> Intents::desks() const
{
    std::vector<OfficeId> offices;
    for (const OfficeRow &row : m_workplace.offices().rows()) {
        if (row.atDesk)
            offices.push_back(row.id);
    }
    return offices;
}

} // namespace sprechtag::clerk::model
