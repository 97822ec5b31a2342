// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sprechtag {

//! The name of one thing, unguessable and of one kind: an office id never passes as a ticket id.
//!
//! 128 bits; written as prefix and 26 characters of Crockford base 32 in lower case, such as
//! `tkt_01h455vb4pex5vsknk084sn02q`. Standard library only, because the office core uses it.
template <typename Tag>
class Id
{
public:
    using Bits = std::array<std::uint64_t, 2>;

    Id() = delete; // there is no id of nothing

    //! Bits come from a cryptographic source (see Random.h) or, in a simulation, from its seed.
    [[nodiscard]] static constexpr Id fromBits(Bits bits) { return Id(bits); }
    [[nodiscard]] static std::optional<Id> parse(std::string_view text);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] constexpr Bits bits() const { return m_bits; }

    friend constexpr auto operator<=>(const Id &, const Id &) = default;

private:
    explicit constexpr Id(Bits bits)
        : m_bits(bits)
    {
    }

    Bits m_bits;
};

namespace detail {
[[nodiscard]] std::string idText(std::string_view prefix, std::array<std::uint64_t, 2> bits);
[[nodiscard]] std::optional<std::array<std::uint64_t, 2>> idBits(std::string_view prefix, std::string_view text);
} // namespace detail

template <typename Tag>
std::string Id<Tag>::text() const
{
    return detail::idText(Tag::prefix, m_bits);
}

template <typename Tag>
std::optional<Id<Tag>> Id<Tag>::parse(std::string_view text)
{
    const auto bits = detail::idBits(Tag::prefix, text);
    return bits ? std::optional(Id(*bits)) : std::nullopt;
}

struct OfficeTag
{
    static constexpr std::string_view prefix = "off_";
};
struct TicketTag
{
    static constexpr std::string_view prefix = "tkt_";
};
struct ClerkTag
{
    static constexpr std::string_view prefix = "clk_";
};
struct ConcernTag
{
    static constexpr std::string_view prefix = "cnc_";
};
struct DepartmentTag
{
    static constexpr std::string_view prefix = "dep_";
};
struct InterpreterTag
{
    static constexpr std::string_view prefix = "int_";
};
struct DocumentTag
{
    static constexpr std::string_view prefix = "doc_";
};
struct FormTag
{
    static constexpr std::string_view prefix = "frm_";
};

using OfficeId = Id<OfficeTag>;
using TicketId = Id<TicketTag>;
using ClerkId = Id<ClerkTag>;
using ConcernId = Id<ConcernTag>;
using DepartmentId = Id<DepartmentTag>;
using InterpreterId = Id<InterpreterTag>;
using DocumentId = Id<DocumentTag>;
using FormId = Id<FormTag>;

} // namespace sprechtag

template <typename Tag>
struct std::hash<sprechtag::Id<Tag>>
{
    std::size_t operator()(const sprechtag::Id<Tag> &id) const noexcept
    {
        return static_cast<std::size_t>(id.bits()[0] ^ (id.bits()[1] * 0x9e3779b97f4a7c15ULL));
    }
};
