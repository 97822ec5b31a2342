// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ValuesCodec.h"
#include "shared/protocol/ViewMessages.h"

//! What is shown, where and with which marks, as values of messages.
namespace sprechtag::protocol::wire {

inline int readSide(const Value &value)
{
    return value.count<int>(0, documents::kSides);
}

inline int readPage(const Value &value)
{
    return value.count<int>(1, documents::kMostPages);
}

inline documents::Place readViewPlace(const Value &value)
{
    return {.page = readPage(value["page"_L1]),
            .zoom = value["zoom"_L1].count<int>(documents::kZoomLeast, documents::kZoomMost),
            .x = readSide(value["x"_L1]),
            .y = readSide(value["y"_L1])};
}

inline QJsonObject viewPlaceJson(const documents::Place &place)
{
    return Fields()
        .add("page"_L1, place.page)
        .add("zoom"_L1, place.zoom)
        .add("x"_L1, place.x)
        .add("y"_L1, place.y)
        .object();
}

//! Points come in pairs, and there is one at least.
inline documents::Mark readMark(const Value &value)
{
    const Value points = value["points"_L1];
    documents::Mark mark{.id = value["id"_L1].count<qint64>(1, limits::kSafeInteger),
                         .pen = value["pen"_L1].choice<documents::Pen>(),
                         .page = readPage(value["page"_L1]),
                         .points = points.list(2 * documents::kMarkPoints, readSide)};
    if (mark.points.isEmpty() || mark.points.size() % 2 != 0)
        points.refuse();
    return mark;
}

inline QJsonObject markJson(const documents::Mark &mark)
{
    return Fields()
        .add("id"_L1, mark.id)
        .add("pen"_L1, mark.pen)
        .add("page"_L1, mark.page)
        .addList("points"_L1, mark.points, [](int side) { return side; })
        .object();
}

//! Exactly one of the five.
inline documents::ViewChange readViewChange(const Value &value)
{
    value.object();
    const Value place = value["place"_L1];
    const Value pointer = value["pointer"_L1];
    const Value gone = value["pointer_gone"_L1];
    const Value mark = value["mark"_L1];
    const Value erase = value["erase"_L1];
    if (place.present() + pointer.present() + gone.present() + mark.present() + erase.present() != 1)
        value.refuse();
    if (place.present())
        return readViewPlace(place);
    if (pointer.present()) {
        return documents::Pointer{
            .page = readPage(pointer["page"_L1]), .x = readSide(pointer["x"_L1]), .y = readSide(pointer["y"_L1])};
    }
    if (mark.present())
        return readMark(mark);
    if (erase.present()) {
        erase.object();
        return documents::Erased{
            .mark = erase["mark"_L1].optional([](const Value &v) { return v.count<qint64>(1, limits::kSafeInteger); })};
    }
    if (gone.present())
        gone.object();
    return documents::PointerGone{};
}

inline QJsonObject viewChangeJson(const documents::ViewChange &change)
{
    return std::visit(
        Overloaded{
            [](const documents::Place &place) { return Fields().add("place"_L1, viewPlaceJson(place)).object(); },
            [](const documents::Pointer &at) {
                const auto pointer = Fields().add("page"_L1, at.page).add("x"_L1, at.x).add("y"_L1, at.y).object();
                return Fields().add("pointer"_L1, pointer).object();
            },
            [](const documents::PointerGone &) { return Fields().add("pointer_gone"_L1, QJsonObject()).object(); },
            [](const documents::Mark &mark) { return Fields().add("mark"_L1, markJson(mark)).object(); },
            [](const documents::Erased &erased) {
                return Fields().add("erase"_L1, Fields().add("mark"_L1, erased.mark).object()).object();
            }},
        change);
}

inline documents::OwnedMark readOwnedMark(const Value &value)
{
    return {.from = value["from"_L1].choice<documents::From>(), .mark = readMark(value["mark"_L1])};
}

inline documents::SharedView readSharedView(const Value &value)
{
    return {.document = value["file"_L1].id<DocumentTag>(),
            .place = readViewPlace(value["place"_L1]),
            .marks = value["marks"_L1].list(documents::kMarksKept, readOwnedMark)};
}

inline QJsonObject sharedViewJson(const documents::SharedView &view)
{
    return Fields()
        .add("file"_L1, view.document)
        .add("place"_L1, viewPlaceJson(view.place))
        .addList("marks"_L1, view.marks,
                 [](const documents::OwnedMark &mark) {
                     return Fields().add("from"_L1, mark.from).add("mark"_L1, markJson(mark.mark)).object();
                 })
        .object();
}

inline Fields &addView(Fields &fields, const std::optional<documents::SharedView> &view)
{
    return view ? fields.add("view"_L1, sharedViewJson(*view)) : fields;
}

} // namespace sprechtag::protocol::wire
