// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Broker.h"

namespace sprechtag::gateway {

//! How the server knows a capability without keeping it: its SHA-256.
[[nodiscard]] QByteArray tokenHash(const QString &token);

//! The key of a citizen's command: from token and command id, but nobody can tell which token from it.
[[nodiscard]] broker::CommandKey citizenKey(const QByteArray &tokenHash, const QString &id, const QByteArray &message);
[[nodiscard]] broker::CommandKey clerkKey(ClerkId clerk, const QString &id, const QByteArray &message);

} // namespace sprechtag::gateway
