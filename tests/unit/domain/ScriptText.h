// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Office.h"

#include <QString>

namespace sprechtag::office::script {

//! Facts in words: "arrived A, opened A"; "nothing" when there are none.
[[nodiscard]] QString textOf(const Facts &facts);
//! "refused busy with 1".
[[nodiscard]] QString textOf(const Refusal &refusal);

} // namespace sprechtag::office::script
