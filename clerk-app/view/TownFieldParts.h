// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/TownWords.h"
#include "clerk-app/view/TownFields.h"

//! What the fields of forms are put together from.
namespace sprechtag::clerk::view::fields {

//! Reads and writes a part of what another access reads and writes.
template <typename Whole, typename Part>
Access<Part> within(Access<Whole> whole, Part Whole::*part)
{
    return {[whole, part](const town::Value &value) { return whole.read(value).*part; },
            [whole, part](town::Value &value, const Part &one) {
                Whole all = whole.read(value);
                all.*part = one;
                whole.write(value, all);
            }};
}

//! The same field in another form.
template <typename To, typename From, typename There, typename Back>
Access<To> as(Access<From> access, There there, Back back)
{
    return {[access, there](const town::Value &value) -> To { return there(access.read(value)); },
            [access, back](town::Value &value, const To &one) { access.write(value, back(one)); }};
}

template <typename Editor, typename... Arguments>
std::function<FieldEditor *(QWidget *)> makes(Arguments... arguments)
{
    return [=](QWidget *parent) -> FieldEditor * { return new Editor(arguments..., parent); };
}

template <typename Kind>
FieldSpec line(const QString &path, QString Kind::*member, town::Group group, int most = town::kMostNameCharacters)
{
    return {path, model::TownWords::field(path), group, makes<LineEditor>(accessTo(member), most)};
}

template <typename Kind>
FieldSpec flag(const QString &path, const QString &text, bool Kind::*member, town::Group group)
{
    return {path, {}, group, makes<FlagEditor>(accessTo(member), text)};
}

inline QString language(const town::Town &town)
{
    return town.authority.languages.value(0);
}

} // namespace sprechtag::clerk::view::fields
