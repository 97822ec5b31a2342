// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/base/Secret.h"
#include "shared/protocol/Codec.h"

//! PROTOCOL.md §2: the bodies of POST /api/v1/sessions.
namespace sprechtag::protocol {

struct SignInRequest
{
    QString login;
    Secret password;
};

//! A clerk's session: the token opens /ws/clerk until it expires.
struct SignedIn
{
    Secret token;
    Instant expiresAt{};
    ClerkCard clerk;
    QList<clerk::Role> roles;
};

//! The body of every REST refusal.
struct RestError
{
    ErrorCode code{ErrorCode::BadRequest};
    std::optional<int> afterSeconds;
    friend bool operator==(const RestError &, const RestError &) = default;
};

[[nodiscard]] QByteArray encode(const SignInRequest &request);
[[nodiscard]] QByteArray encode(const SignedIn &answer);
[[nodiscard]] QByteArray encode(const RestError &error);
[[nodiscard]] Decoded<SignInRequest> decodeSignInRequest(const QByteArray &body);
[[nodiscard]] Decoded<SignedIn> decodeSignedIn(const QByteArray &body);
[[nodiscard]] Decoded<RestError> decodeRestError(const QByteArray &body);

} // namespace sprechtag::protocol
