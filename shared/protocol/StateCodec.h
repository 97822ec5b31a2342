// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Codec.h"

namespace sprechtag::protocol {

//! An office as the store keeps it behind the facts that are erased, in the form of PROTOCOL.md §5 `office.snapshot`.
[[nodiscard]] QByteArray encodeOfficeState(const office::OfficeState &state);
[[nodiscard]] Decoded<office::OfficeState> decodeOfficeState(const QByteArray &text);

} // namespace sprechtag::protocol
