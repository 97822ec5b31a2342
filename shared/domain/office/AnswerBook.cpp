// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/AnswerBook.h"

namespace sprechtag::office {

AnswerBook::AnswerBook(minutes keep)
    : m_keep(keep)
{
}

AnswerBook::Finding AnswerBook::find(const std::string &key, std::uint64_t digest) const
{
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end())
        return {};
    if (entry->second.digest != digest)
        return {Verdict::Conflict, {}};
    return {Verdict::Repeated, entry->second.answer};
}

void AnswerBook::remember(const std::string &key, std::uint64_t digest, const Answer &answer, Instant at)
{
    // The first answer stands.
    if (m_entries.try_emplace(key, Entry{digest, answer}).second)
        m_order.emplace_back(at, key);
    while (m_order.size() > kMostEntries)
        forgetOldest();
}

void AnswerBook::forgetBefore(Instant now)
{
    while (!m_order.empty() && m_order.front().first + m_keep <= now)
        forgetOldest();
}

void AnswerBook::forgetOldest()
{
    m_entries.erase(m_order.front().second);
    m_order.pop_front();
}

std::size_t AnswerBook::size() const
{
    return m_entries.size();
}

} // namespace sprechtag::office
