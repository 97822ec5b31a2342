// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <optional>

//! Passwords and logins: what is acceptable, and how a password is kept.
namespace sprechtag::identity {

//! What one hash costs whoever makes it; the default is the product's, less is for tests alone.
struct HashCost
{
    unsigned long long passes{3};
    std::size_t bytes{std::size_t{64} * 1024 * 1024};
};

//! More is refused before it is hashed: nobody types it, and hashing it is work for the server.
inline constexpr qsizetype kMostPasswordBytes = 1024;
inline constexpr qsizetype kLeastPasswordCharacters = 8;
inline constexpr qsizetype kMostPasswordCharacters = 128;

enum class PasswordFault { TooShort, TooLong, NotText, TooSimple, TooCommon };

//! What speaks against a new password. TooSimple: one character over and over, or it contains the login. TooCommon:
//! whoever guesses tries it first, with or without the figures at its end.
[[nodiscard]] std::optional<PasswordFault> faultOf(const Secret &password, const QString &login);

//! Argon2id in its text form; nothing when there is no memory for it. Takes a fifth of a second: not on the main
//! thread of a server.
[[nodiscard]] std::optional<QByteArray> hashOf(const Secret &password, HashCost cost = {});

//! Takes as long whether it matches or not. The same password typed on another keyboard matches (NFC).
[[nodiscard]] bool matches(const QByteArray &hash, const Secret &password);

[[nodiscard]] bool needsRehash(const QByteArray &hash, HashCost cost = {});

//! A hash that no password matches, as costly as a real one: for logins that do not exist.
[[nodiscard]] QByteArray dummyHash(HashCost cost = {});

} // namespace sprechtag::identity
