// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"
#include "shared/protocol/Values.h"

//! PROTOCOL.md §4 and §5: what the two people of a visit write to each other. Personal data: never logged, never
//! stored.
namespace sprechtag::protocol {

enum class Speaker { Citizen, Clerk, Guest };

//! How far a line is: seen as it grows, not seen before it is done, done.
enum class LineStage { Writing, Unseen, Done };

//! One line of somebody as it stands now, the whole of it: said twice it is the same.
struct WrittenLine
{
    qint64 line{}; //!< grows from line to line of one speaker
    LineStage stage{};
    Personal<QString> text{}; //!< empty while unseen
    friend bool operator==(const WrittenLine &, const WrittenLine &) = default;
};

//! The same with who wrote it, and since when it stands like that.
struct SpokenLine
{
    Speaker from{};
    WrittenLine written{};
    Instant at{};
    int peer{};               //!< of a guest: which one
    Personal<QString> name{}; //!< of that guest, who may be gone by now
    friend bool operator==(const SpokenLine &, const SpokenLine &) = default;
};

namespace citizen {
struct TextLine
{
    office::Epoch epoch{};
    WrittenLine written;
    friend bool operator==(const TextLine &, const TextLine &) = default;
};
struct TextLines
{
    QList<SpokenLine> lines;
    friend bool operator==(const TextLines &, const TextLines &) = default;
};
} // namespace citizen

namespace clerk {
struct TextLine
{
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    WrittenLine written;
    friend bool operator==(const TextLine &, const TextLine &) = default;
};
struct TextLines // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    TicketId ticket;
    QList<SpokenLine> lines;
    friend bool operator==(const TextLines &, const TextLines &) = default;
};
} // namespace clerk

} // namespace sprechtag::protocol
