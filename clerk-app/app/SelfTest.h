// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace sprechtag::clerk::app {

//! Looks whether this installation is whole; prints what is wrong. 0: nothing. For installers and administrators.
[[nodiscard]] int selfTest();

} // namespace sprechtag::clerk::app
