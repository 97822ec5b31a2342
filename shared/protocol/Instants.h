// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <QString>

#include <optional>

//! Points in time as the wire writes them: RFC 3339, UTC, milliseconds, `2026-03-02T08:00:00.000Z`.
namespace sprechtag::protocol {

//! Years 1970 to 9999; what is earlier or later is written as the nearest instant that fits.
[[nodiscard]] QString instantText(Instant instant);

//! Exactly the form above and nothing else: no other offset, no leap second, no missing digit.
[[nodiscard]] std::optional<Instant> parseInstant(QStringView text);

} // namespace sprechtag::protocol
