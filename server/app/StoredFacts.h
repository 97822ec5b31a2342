// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "shared/protocol/StateCodec.h"

namespace sprechtag::app {

//! Facts and offices as they are stored: in the form in which they go over the wire.
[[nodiscard]] inline broker::FactCodec storedFacts()
{
    const auto orNothing = [](auto decoded) {
        return decoded ? std::optional(std::move(decoded).value()) : std::nullopt;
    };
    return {
        .encode = protocol::encodeFact,
        .decode = [orNothing](const QByteArray &text) { return orNothing(protocol::decodeFact(text)); },
        .encodeState = protocol::encodeOfficeState,
        .decodeState = [orNothing](const QByteArray &text) { return orNothing(protocol::decodeOfficeState(text)); }};
}

} // namespace sprechtag::app
