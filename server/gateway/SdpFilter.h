// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

#include <optional>

//! Where *relay only* is set, no description and no candidate may tell anybody's address. Pure functions.
namespace sprechtag::gateway {

//! A candidate as the other side may see it: a relayed one without the address behind it; nullopt: not at all.
//! The empty candidate, which says that there are no more, stays.
[[nodiscard]] std::optional<QString> relayedCandidate(const QString &candidate);

//! A description without any address: relayed candidates stay as relayedCandidate() has them, every other one goes.
[[nodiscard]] QString relayedDescription(const QString &sdp);

} // namespace sprechtag::gateway
