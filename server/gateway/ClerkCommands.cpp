// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/ClerkRoom.h"

#include "server/gateway/CommandKeys.h"
#include "server/gateway/Words.h"

namespace sprechtag::gateway {

namespace wire = protocol::clerk;

office::Command commandOf(const wire::OpenOffice &, ClerkId clerk)
{
    return office::Open{.clerk = clerk};
}

office::Command commandOf(const wire::CloseOffice &message, ClerkId clerk)
{
    return office::Close{.clerk = clerk, .mode = message.mode};
}

office::Command commandOf(const wire::SuspendIntake &, ClerkId clerk)
{
    return office::SuspendIntake{.clerk = clerk};
}

office::Command commandOf(const wire::ResumeIntake &, ClerkId clerk)
{
    return office::ResumeIntake{.clerk = clerk};
}

office::Command commandOf(const wire::Arrive &, ClerkId clerk)
{
    return office::Arrive{.clerk = clerk};
}

office::Command commandOf(const wire::Depart &, ClerkId clerk)
{
    return office::Depart{.clerk = clerk};
}

office::Command commandOf(const wire::Pause &message, ClerkId clerk)
{
    return office::Pause{.clerk = clerk, .reason = message.reason, .backAt = message.backAt};
}

office::Command commandOf(const wire::Resume &, ClerkId clerk)
{
    return office::Resume{.clerk = clerk};
}

office::Command commandOf(const wire::CallNext &, ClerkId clerk)
{
    return office::CallNext{.clerk = clerk};
}

office::Command commandOf(const wire::CallNamed &message, ClerkId clerk)
{
    return office::CallNamed{.clerk = clerk, .ticket = message.ticket};
}

office::Command commandOf(const wire::ReturnTicket &message, ClerkId clerk)
{
    return office::ReturnToLobby{.clerk = clerk,
                                 .ticket = message.ticket,
                                 .epoch = message.epoch,
                                 .place = message.place,
                                 .unlessEntered = message.unlessEntered};
}

office::Command commandOf(const wire::FinishTicket &message, ClerkId clerk)
{
    return office::Finish{.clerk = clerk, .ticket = message.ticket, .epoch = message.epoch, .outcome = message.outcome};
}

office::Command commandOf(const wire::ControlCall &message, ClerkId clerk)
{
    return office::ControlCall{
        .clerk = clerk, .ticket = message.ticket, .epoch = message.epoch, .control = message.control};
}

office::Command commandOf(const wire::SightTicket &message, ClerkId clerk)
{
    return office::Sight{.clerk = clerk, .ticket = message.ticket, .epoch = message.epoch};
}

office::Command commandOf(const wire::Appeared &message, ClerkId clerk)
{
    return office::Admit{.clerk = clerk, .ticket = message.ticket, .epoch = message.epoch};
}

office::Command commandOf(const wire::NoShow &message, ClerkId clerk)
{
    return office::NoShow{.clerk = clerk, .ticket = message.ticket, .epoch = message.epoch};
}

office::Command commandOf(const wire::ReadmitTicket &message, ClerkId clerk)
{
    return office::Readmit{.clerk = clerk, .ticket = message.ticket};
}

office::Command commandOf(const wire::PrioritiseTicket &message, ClerkId clerk)
{
    return office::Prioritise{
        .clerk = clerk, .ticket = message.ticket, .priority = message.priority, .reason = message.reason};
}

// Rounded up: a reminder never comes before it was asked for.
office::Command commandOf(const wire::ParkTicket &message, ClerkId clerk)
{
    const auto after =
        message.remindAfter ? std::optional(std::chrono::ceil<minutes>(*message.remindAfter)) : std::nullopt;
    return office::Park{.clerk = clerk,
                        .ticket = message.ticket,
                        .epoch = message.epoch,
                        .reason = message.reason,
                        .remindAfter = after};
}

office::Command commandOf(const wire::UnparkTicket &message, ClerkId clerk)
{
    return office::Unpark{.clerk = clerk, .ticket = message.ticket};
}

office::Command commandOf(const wire::WithdrawTransfer &message, ClerkId clerk)
{
    return office::WithdrawTransfer{.clerk = clerk, .ticket = message.ticket, .epoch = message.epoch};
}

// The note is no part of the command: facts hold no personal data.
void ClerkRoom::on(const Session &session, const wire::TransferTicket &message)
{
    const ClerkId clerk = session.clerk.id;
    m_world.broker.propose(
        message.office,
        {.clerk = clerk, .ticket = message.ticket, .epoch = message.epoch, .to = message.to, .toClerk = message.clerk},
        message.note, clerkKey(clerk, message.id, protocol::encode(wire::ToServer{message})),
        [this, connection = session.connection, re = message.id](const auto &outcome) {
            answer(connection, re, outcome);
        });
}

void ClerkRoom::on(const Session &session, const wire::ListTown &message)
{
    const broker::Record &record = m_world.record();
    if (!record.mayStaff(message.office, session.clerk.id))
        return m_world.toClerk(session.connection, plainError(message.id, protocol::ErrorCode::NotAuthorised));
    const auto &tickets = record.office(message.office)->state.tickets;
    const auto ticket = tickets.find(message.ticket);
    if (ticket == tickets.end())
        return m_world.toClerk(session.connection, plainError(message.id, protocol::ErrorCode::Gone));
    m_world.toClerk(
        session.connection,
        wire::TownOffices{.re = message.id, .offices = neighbours(record, message.office, ticket->second.drawnAt)});
}

// After all that was decided before: a message to everybody goes to those who are told of in the same breath. On a full
// disk nothing becomes durable for a while; those who are there can be written to all the same.
void ClerkRoom::on(const Session &session, const wire::LobbyMessage &message)
{
    const auto post = [this, connection = session.connection, clerk = session.clerk.id, message] {
        const auto error = m_messages.post(clerk, message);
        if (!m_sessions.contains(connection))
            return;
        if (error)
            m_world.toClerk(connection, *error);
        else
            m_world.toClerk(connection, protocol::DoneMessage{.re = message.id, .ticket = {}, .epoch = {}});
    };
    if (m_world.broker.isFull())
        m_world.broker.soon(post);
    else
        m_world.broker.whenDurable(post);
}

} // namespace sprechtag::gateway
