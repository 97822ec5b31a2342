// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Wire.h"

//! Reading and writing of an office: its facts and its state.
namespace sprechtag::protocol::wire {

[[nodiscard]] office::Fact readFact(const Value &value);
[[nodiscard]] QJsonObject factJson(const office::Fact &fact);

//! State.h field by field; maps are lists whose entries carry their key.
[[nodiscard]] office::OfficeState readOfficeState(const Value &value);
[[nodiscard]] QJsonObject officeStateJson(const office::OfficeState &state);

} // namespace sprechtag::protocol::wire
