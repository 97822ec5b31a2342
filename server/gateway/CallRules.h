// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Values.h"

//! What the clerk has set counts, whatever a page says: no description that passes speaks of sound or pictures that its
//! author may not send. Pure functions.
namespace sprechtag::gateway {

//! What each of the two may send.
[[nodiscard]] protocol::MediaState citizenMaySend(const office::CallControl &control);
[[nodiscard]] protocol::MediaState clerkMaySend(const office::CallControl &control);

//! Not refused but corrected: a page that obeys has said it before it heard of the change, and negotiates on.
[[nodiscard]] QString permittedDescription(const QString &sdp, const protocol::MediaState &may);
[[nodiscard]] protocol::Signal permitted(const protocol::Signal &signal, const protocol::MediaState &may);

} // namespace sprechtag::gateway
