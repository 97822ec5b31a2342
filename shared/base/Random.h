// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Id.h"

#include <QByteArray>

#include <cstddef>

namespace sprechtag {

//! Bytes from the operating system's cryptographic source.
[[nodiscard]] QByteArray randomBytes(std::size_t count);

//! A new id that nobody can guess.
template <typename Tag>
[[nodiscard]] Id<Tag> randomId();

[[nodiscard]] std::array<std::uint64_t, 2> randomIdBits();

template <typename Tag>
Id<Tag> randomId()
{
    return Id<Tag>::fromBits(randomIdBits());
}

} // namespace sprechtag
