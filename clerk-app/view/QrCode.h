// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QImage>

namespace sprechtag::clerk::view {

//! The text as a QR code with its quiet zone, dark on light whatever the colours of the screen: phones read no other.
//! `module` is the edge of one of its squares in pixels. A null image when the text is too long for one.
[[nodiscard]] QImage qrCode(const QByteArray &text, int module);

} // namespace sprechtag::clerk::view
