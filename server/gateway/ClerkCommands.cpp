// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/ClerkRoom.h"

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

office::Command commandOf(const wire::Pause &, ClerkId clerk)
{
    return office::Pause{.clerk = clerk};
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
    return office::ReturnToLobby{
        .clerk = clerk, .ticket = message.ticket, .epoch = message.epoch, .place = message.place};
}

office::Command commandOf(const wire::FinishTicket &message, ClerkId clerk)
{
    return office::Finish{.clerk = clerk, .ticket = message.ticket, .epoch = message.epoch, .outcome = message.outcome};
}

} // namespace sprechtag::gateway
