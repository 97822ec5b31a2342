// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/Verdict.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sprechtag::documents {
namespace {

constexpr std::array kVerdicts{std::pair("ok pdf\n", 0), std::pair("ok jpeg\n", 1), std::pair("ok png\n", 2)};
constexpr std::array kRefusals{std::pair("no type\n", Fault::WrongType),      std::pair("no active\n", Fault::Active),
                               std::pair("no encrypted\n", Fault::Encrypted), std::pair("no damaged\n", Fault::Damaged),
                               std::pair("no complex\n", Fault::TooComplex),  std::pair("no large\n", Fault::TooLarge),
                               std::pair("no unchecked\n", Fault::Unchecked)};

} // namespace

QByteArray verdictLine(const Verdict &verdict)
{
    if (verdict)
        return kVerdicts.at(static_cast<std::size_t>(*verdict)).first;
    const auto *const found = std::ranges::find(kRefusals, verdict.error(), &decltype(kRefusals)::value_type::second);
    return found == kRefusals.end() ? kRefusals.back().first : found->first;
}

std::optional<Verdict> readVerdict(const QByteArray &line)
{
    for (const auto &[said, kind] : kVerdicts) {
        if (line == said)
            return Verdict(static_cast<Kind>(kind));
    }
    for (const auto &[said, fault] : kRefusals) {
        if (line == said)
            return Verdict(Failure(fault));
    }
    return std::nullopt;
}

} // namespace sprechtag::documents
