// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"
#include "shared/base/Time.h"

#include <QString>

#include <string_view>

namespace sprechtag::media {

//! A name and a password that coturn believes until they expire (its use-auth-secret, draft-uberti-behave-turn-rest).
struct TurnCredentials
{
    QString username; //!< second of expiry, colon, pseudonym
    Secret password;
};

//! What coturn may know of somebody: always the same, so that its quota for each user (of the part behind the colon)
//! counts all credentials of a person together, and nobody without the secret can tell whom it stands for.
[[nodiscard]] QByteArray pseudonymOf(const Secret &sharedSecret, std::string_view subject);

[[nodiscard]] TurnCredentials turnCredentials(const Secret &sharedSecret, Instant expires, const QByteArray &pseudonym);

} // namespace sprechtag::media
