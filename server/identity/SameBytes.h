// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>

namespace sprechtag::identity {

//! Whether both are the same, in a time that does not tell where they differ. Their length is no secret.
[[nodiscard]] bool sameBytes(const QByteArray &a, const QByteArray &b);

} // namespace sprechtag::identity
