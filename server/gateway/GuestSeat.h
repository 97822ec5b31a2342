// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/Outbox.h"
#include "shared/base/Id.h"
#include "shared/base/Secret.h"
#include "shared/base/Time.h"

#include <QString>

namespace sprechtag::gateway {

//! A guest who is in the room by a citizen's page, hears and is heard: by visit and number.
struct GuestSeat
{
    TicketId ticket;
    int peer{};
    Personal<QString> name;
    Instant since{}; //!< what was said before is not for this guest
    ConnectionKey line{};
};

} // namespace sprechtag::gateway
