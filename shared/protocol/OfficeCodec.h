// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Wire.h"

//! Reading and writing of an office: its facts and its state.
namespace sprechtag::protocol::wire {

[[nodiscard]] inline std::int64_t readRank(const Value &value)
{
    return value.integer(-limits::kSafeInteger, limits::kSafeInteger);
}

[[nodiscard]] inline office::Window readWindow(const Value &value)
{
    return {.opensAt = value["opens_at"_L1].instant(), .closesAt = value["closes_at"_L1].instant()};
}
[[nodiscard]] inline QJsonObject windowJson(const office::Window &window)
{
    return Fields().add("opens_at"_L1, window.opensAt).add("closes_at"_L1, window.closesAt).object();
}

[[nodiscard]] office::Fact readFact(const Value &value);
[[nodiscard]] QJsonObject factJson(const office::Fact &fact);

//! State.h field by field; maps are lists whose entries carry their key.
[[nodiscard]] office::OfficeState readOfficeState(const Value &value);
[[nodiscard]] QJsonObject officeStateJson(const office::OfficeState &state);

} // namespace sprechtag::protocol::wire
