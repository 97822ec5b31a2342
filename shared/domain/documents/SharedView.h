// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/documents/Document.h"

#include <QList>

#include <variant>

//! One document of a visit that both look at: the same page, the same place, and what both mark in it.
namespace sprechtag::documents {

inline constexpr int kSides = 10'000; //!< places in a page count from 0 to here, whatever its size

//! What both look at: `zoom` 100 shows the whole page, and this point of it is in the middle.
struct Place
{
    int page{1};
    int zoom{100};
    int x{kSides / 2};
    int y{kSides / 2};
    friend bool operator==(const Place &, const Place &) = default;
};

//! Where one of them points.
struct Pointer
{
    int page{1};
    int x{};
    int y{};
    friend bool operator==(const Pointer &, const Pointer &) = default;
};
struct PointerGone
{
    friend bool operator==(const PointerGone &, const PointerGone &) = default;
};

enum class Pen { Line, Highlight };

//! A stroke, under a number of whoever has made it.
struct Mark
{
    qint64 id{};
    Pen pen{};
    int page{1};
    QList<int> points{}; //!< x, y, x, y …
    friend bool operator==(const Mark &, const Mark &) = default;
};
//! One's own mark; without a number all of one's own, and the clerk all that there are.
struct Erased
{
    std::optional<qint64> mark{};
    friend bool operator==(const Erased &, const Erased &) = default;
};

using ViewChange = std::variant<Place, Pointer, PointerGone, Mark, Erased>;

struct OwnedMark
{
    From from{};
    Mark mark{};
    friend bool operator==(const OwnedMark &, const OwnedMark &) = default;
};

//! All that somebody needs who comes back.
struct SharedView // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    DocumentId document;
    Place place{};
    QList<OwnedMark> marks{}; //!< as they were made
    friend bool operator==(const SharedView &, const SharedView &) = default;
};

//! What is left of a pointer is nothing: it counts for the moment.
void apply(SharedView &view, From from, const ViewChange &change);

// Each with the abuse that it stops.
inline constexpr int kMostPages = 5'000;
inline constexpr int kZoomLeast = 100;
inline constexpr int kZoomMost = 800;
inline constexpr qsizetype kMarkPoints = 200; //!< strokes that fill memory; a longer one is made of two
inline constexpr qsizetype kMarksKept = 200;  //!< the same by many; the oldest goes

} // namespace sprechtag::documents
