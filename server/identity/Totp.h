// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"
#include "shared/base/Time.h"

#include <QString>

#include <cstdint>
#include <optional>

//! Codes of a clerk's phone as in RFC 6238: HMAC-SHA-1, six digits, a new one every 30 seconds.
namespace sprechtag::identity {

//! Counts the spans of 30 seconds since 1970.
using TotpStep = std::int64_t;

inline constexpr seconds kTotpPeriod{30};
inline constexpr int kTotpDigits = 6;
inline constexpr TotpStep kTotpSkew = 1; //!< steps that a phone's clock may be wrong, and its owner slow

[[nodiscard]] TotpStep totpStepAt(Instant now);

//! 160 bits, as long as the hash: RFC 4226 asks for no less.
[[nodiscard]] Secret makeTotpSecret();

[[nodiscard]] QByteArray totpCode(const Secret &secret, TotpStep step);

//! The step whose code this is, when it is near `now` and after `lastUsed`: nobody who looks over a shoulder can use a
//! code again. Blanks in the code do not count.
[[nodiscard]] std::optional<TotpStep> totpMatch(const Secret &secret, const QString &code, Instant now,
                                                std::optional<TotpStep> lastUsed);

//! The secret as it is typed into a phone that has no camera.
[[nodiscard]] Secret base32(const Secret &secret);

//! What a phone reads from the picture: otpauth://totp/<authority>:<login>?…
[[nodiscard]] Secret totpUri(const Secret &secret, const QString &authority, const QString &login);

} // namespace sprechtag::identity
