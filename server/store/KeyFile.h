// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/StoreError.h"
#include "shared/base/Result.h"
#include "shared/base/Secret.h"

namespace sprechtag::store {

//! The key of a database: 256 bits as 64 hexadecimal digits in a file that only its owner may read.
[[nodiscard]] Result<Secret, StoreError> makeKeyFile(const QString &path);
[[nodiscard]] Result<Secret, StoreError> readKeyFile(const QString &path);

} // namespace sprechtag::store
