// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

//! What differs from system to system; one file each, chosen by CMake.
namespace sprechtag::clerk::platform {

//! A crash must not leave a file with people's names and words in it.
void disableCoreDumps();

[[nodiscard]] QString userName();

} // namespace sprechtag::clerk::platform
