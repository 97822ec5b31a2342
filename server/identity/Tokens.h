// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Retention.h"
#include "shared/base/Secret.h"
#include "shared/base/Time.h"

#include <QByteArray>

namespace sprechtag::identity {

//! A token that nobody can guess, 256 bits as 43 characters of base64url; the store knows its SHA-256 alone.
[[nodiscard]] Secret makeToken();
[[nodiscard]] QByteArray hashOfToken(const Secret &token);

//! The way in for the first administrator of a town; worthless once there is one.
struct SetupToken
{
    Secret token;
    QByteArray hash;
    Instant expires;
};
inline constexpr minutes kSetupTokenLife =
    std::chrono::duration_cast<minutes>(broker::retention::periodOf(broker::retention::Record::SetupToken));
[[nodiscard]] SetupToken makeSetupToken(Instant now);

} // namespace sprechtag::identity
