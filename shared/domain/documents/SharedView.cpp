// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/documents/SharedView.h"

#include <algorithm>

namespace sprechtag::documents {
namespace {

void apply(SharedView &view, From /*from*/, const Place &place)
{
    view.place = place;
}

void apply(SharedView & /*view*/, From /*from*/, const Pointer & /*pointer*/) {}
void apply(SharedView & /*view*/, From /*from*/, const PointerGone & /*gone*/) {}

// Said again it is the same mark, perhaps longer.
void apply(SharedView &view, From from, const Mark &mark)
{
    const auto known = std::ranges::find_if(
        view.marks, [&](const OwnedMark &other) { return other.from == from && other.mark.id == mark.id; });
    if (known != view.marks.end()) {
        known->mark = mark;
        return;
    }
    view.marks.append({.from = from, .mark = mark});
    if (view.marks.size() > kMarksKept)
        view.marks.removeFirst();
}

void apply(SharedView &view, From from, const Erased &erased)
{
    view.marks.removeIf([&](const OwnedMark &mark) {
        if (erased.mark)
            return mark.from == from && mark.mark.id == *erased.mark;
        return from == From::Clerk || mark.from == from;
    });
}

} // namespace

void apply(SharedView &view, From from, const ViewChange &change)
{
    std::visit([&](const auto &what) { apply(view, from, what); }, change);
}

} // namespace sprechtag::documents
