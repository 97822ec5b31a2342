// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"
#include "shared/domain/office/Commands.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>

namespace sprechtag::office {

//! What came of a command: refused, or done; after a call, whom it brought in under which epoch.
struct Answer
{
    std::optional<Refusal> refusal{};
    std::optional<TicketId> ticket{};
    std::optional<Epoch> epoch{};
    friend bool operator==(const Answer &, const Answer &) = default;
};

//! Remembers which answer a command got, so that a command repeated after a lost line is answered, not done twice.
//!
//! The key is the sender and the sender's command id. The digest is of the command's content: the same key with
//! another content is a conflict. Entries are forgotten after the keep time, oldest first;
//! earlier when there are too many: refusals cost a stranger nothing and must not fill the memory.
class AnswerBook
{
public:
    struct Entry
    {
        std::uint64_t digest{};
        Answer answer;
    };
    enum class Verdict { New, Repeated, Conflict };

    static constexpr std::size_t kMostEntries = 200'000;

    explicit AnswerBook(minutes keep = minutes{60});

    //! For Repeated, `answer` is the first answer.
    struct Finding
    {
        Verdict verdict{Verdict::New};
        Answer answer;
    };
    [[nodiscard]] Finding find(const std::string &key, std::uint64_t digest) const;
    void remember(const std::string &key, std::uint64_t digest, const Answer &answer, Instant at);
    //! Drops what is older at `now` than the keep time.
    void forgetBefore(Instant now);
    [[nodiscard]] std::size_t size() const;

private:
    void forgetOldest();

    minutes m_keep;
    std::map<std::string, Entry> m_entries;
    std::deque<std::pair<Instant, std::string>> m_order;
};

} // namespace sprechtag::office
