// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

//! Codes on paper for the day on which the phone is lost: each opens the door once.
namespace sprechtag::identity {

inline constexpr std::size_t kRecoveryCodes = 10;

//! Ten codes such as 7k2m-0xqd-h4wn-c9ts. 80 bits each, so that a plain hash of them is as good as a slow one.
[[nodiscard]] std::vector<Secret> makeRecoveryCodes();

//! What is stored of a code, however it was typed: case, blanks and hyphens do not count, nor O for 0 and I or L for 1.
//! Nothing when it cannot be one.
[[nodiscard]] std::optional<QByteArray> hashOfRecoveryCode(const QString &typed);

} // namespace sprechtag::identity
