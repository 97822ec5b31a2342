// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>

namespace sprechtag::simulation {

//! Chance out of a seed: the same seed throws the same dice on every machine (splitmix64).
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed)
    {
    }

    [[nodiscard]] std::uint64_t next() { return mix(m_state += 0x9e3779b97f4a7c15ULL); }

    //! 0 to sides - 1.
    [[nodiscard]] std::uint32_t below(std::uint32_t sides)
    {
        return static_cast<std::uint32_t>(((next() >> 32U) * sides) >> 32U);
    }
    [[nodiscard]] bool chance(std::uint32_t perThousand) { return below(1000) < perThousand; }

    template <typename T, std::size_t N>
    [[nodiscard]] T pick(const std::array<T, N> &choices)
    {
        return choices[below(static_cast<std::uint32_t>(N))];
    }

    [[nodiscard]] static constexpr std::uint64_t mix(std::uint64_t x)
    {
        x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
        return x ^ (x >> 31U);
    }

private:
    std::uint64_t m_state;
};

} // namespace sprechtag::simulation
