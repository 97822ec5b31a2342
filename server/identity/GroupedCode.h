// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"

#include <QLatin1String>

namespace sprechtag::identity {

//! Crockford's: nothing that looks like something else on paper.
inline constexpr QLatin1String kCodeDigits("0123456789abcdefghjkmnpqrstvwxyz");
inline constexpr int kCodeCharacters = 16;

//! 80 random bits to be read, copied or typed by people: four groups of four characters, hyphens between them.
[[nodiscard]] Secret makeGroupedCode();

} // namespace sprechtag::identity
