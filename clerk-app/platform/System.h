// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/platform/Idleness.h"

#include <QString>
#include <QtGui/qwindowdefs.h>

//! What differs from system to system; one file each, chosen by CMake.
namespace sprechtag::clerk::platform {

//! A crash must not leave a file with people's names and words in it.
void disableCoreDumps();

[[nodiscard]] QString userName();

//! Whether somebody is at this computer, as far as the desktop knows. Fast, but not free: not more than every few
//! seconds.
[[nodiscard]] Presence presence();

//! Whether a picture of the screen, taken by this program or another, shows a window of ours.
enum class InCaptures { Shown, LeftOut };

//! Windows 10 2004 and later can leave a window out; elsewhere nothing happens.
void setInCaptures(WId window, InCaptures how);

} // namespace sprechtag::clerk::platform
