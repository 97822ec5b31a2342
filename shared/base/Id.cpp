// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/base/Id.h"

namespace sprechtag::detail {
namespace {

constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kTextLength = 26;
constexpr unsigned kBitsPerDigit = 5;

} // namespace

std::string idText(std::string_view prefix, std::array<std::uint64_t, 2> bits)
{
    std::string text(prefix.size() + kTextLength, '0');
    prefix.copy(text.data(), prefix.size());
    for (std::size_t i = text.size(); i-- > prefix.size();) {
        text[i] = kDigits[bits[1] & 31U];
        bits[1] = (bits[1] >> kBitsPerDigit) | (bits[0] << (64 - kBitsPerDigit));
        bits[0] >>= kBitsPerDigit;
    }
    return text;
}

std::optional<std::array<std::uint64_t, 2>> idBits(std::string_view prefix, std::string_view text)
{
    if (!text.starts_with(prefix) || text.size() != prefix.size() + kTextLength)
        return std::nullopt;
    std::array<std::uint64_t, 2> bits{};
    for (const char c : text.substr(prefix.size())) {
        const auto digit = kDigits.find(c);
        if (digit == std::string_view::npos || (bits[0] >> (64 - kBitsPerDigit)) != 0)
            return std::nullopt;
        bits[0] = (bits[0] << kBitsPerDigit) | (bits[1] >> (64 - kBitsPerDigit));
        bits[1] = (bits[1] << kBitsPerDigit) | digit;
    }
    return bits;
}

} // namespace sprechtag::detail
