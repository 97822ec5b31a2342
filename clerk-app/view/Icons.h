// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QIcon>
#include <QPalette>

namespace sprechtag::clerk::view {

//! One of resources/icons, drawn in the colour that text has on the surface where it stands: light, dark and high
//! contrast need no second set.
[[nodiscard]] QIcon themedIcon(const QString &name, QPalette::ColorRole role = QPalette::ButtonText);

//! The app's own sign, in its own colours.
[[nodiscard]] QIcon appIcon();

} // namespace sprechtag::clerk::view
