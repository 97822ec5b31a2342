// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/Verdict.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sprechtag::documents {
namespace {

// As the enums have them.
constexpr std::array<const char *, 3> kKinds{"pdf", "jpeg", "png"};
constexpr std::array<const char *, 3> kTreatments{"none", "anew", "cleaned"};
constexpr int kMostFields = 1'000'000;
constexpr std::array kRefusals{
    std::pair("no type\n", Fault::WrongType),  std::pair("no active\n", Fault::Active),
    std::pair("no signed\n", Fault::Signed),   std::pair("no encrypted\n", Fault::Encrypted),
    std::pair("no damaged\n", Fault::Damaged), std::pair("no complex\n", Fault::TooComplex),
    std::pair("no large\n", Fault::TooLarge),  std::pair("no unchecked\n", Fault::Unchecked)};

std::optional<int> placeOf(const std::array<const char *, 3> &words, const QByteArray &word)
{
    const auto *const found = std::ranges::find_if(words, [&word](const char *one) { return word == one; });
    return found == words.end() ? std::nullopt : std::optional(static_cast<int>(found - words.begin()));
}

std::optional<Found> readFound(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 4 || words[0] != "ok" || !words[3].endsWith('\n'))
        return std::nullopt;
    const auto kind = placeOf(kKinds, words[1]);
    const auto treatment = placeOf(kTreatments, words[2]);
    bool isNumber = false;
    const int fields = words[3].chopped(1).toInt(&isNumber);
    if (!kind || !treatment || !isNumber || fields < 0 || fields > kMostFields)
        return std::nullopt;
    return Found{static_cast<Kind>(*kind), static_cast<Treatment>(*treatment), fields};
}

} // namespace

QByteArray verdictLine(const Verdict &verdict)
{
    if (verdict)
        return QByteArray("ok ") + kKinds.at(static_cast<std::size_t>(verdict->kind)) + ' ' +
               kTreatments.at(static_cast<std::size_t>(verdict->treatment)) + ' ' +
               QByteArray::number(std::min(verdict->fields, kMostFields)) + '\n';
    const auto *const found = std::ranges::find(kRefusals, verdict.error(), &decltype(kRefusals)::value_type::second);
    return found == kRefusals.end() ? kRefusals.back().first : found->first;
}

std::optional<Verdict> readVerdict(const QByteArray &line)
{
    if (const auto found = readFound(line))
        return Verdict(*found);
    for (const auto &[said, fault] : kRefusals) {
        if (line == said)
            return Verdict(Failure(fault));
    }
    return std::nullopt;
}

} // namespace sprechtag::documents
