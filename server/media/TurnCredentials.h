// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"
#include "shared/base/Time.h"

#include <QString>

namespace sprechtag::media {

//! A name and a password that coturn believes until they expire (its use-auth-secret, draft-uberti-behave-turn-rest).
struct TurnCredentials
{
    QString username; //!< second of expiry, colon, something random
    Secret password;
};

//! `salt` tells users apart in coturn's quotas and names nobody.
[[nodiscard]] TurnCredentials turnCredentials(const Secret &sharedSecret, Instant expires, const QByteArray &salt);

} // namespace sprechtag::media
