// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Town.h"

//! Who may see and change what of a town. The table in Rights.cpp is the rule; server and clerk app ask it alike.
namespace sprechtag::town {

//! What of a value is decided together, and by the same people.
enum class Group {
    Existence, //!< that there is such a thing, and which one
    Identity,  //!< its names and numbers; of all kinds but offices: everything
    Staff,
    Concerns, //!< that an office deals with
    Hours,
    Roster,
    Thresholds,
    Texts,
    Privacy //!< what citizens must tell and may see, and by which way the pictures go
};
inline constexpr int kGroups = 9;

//! Own: an office that somebody staffs, or as a head of office heads, and the accounts of its staff.
enum class Reach { Foreign, Own };

[[nodiscard]] bool maySee(Role role, Reach reach, Kind kind);
[[nodiscard]] bool mayChange(Role role, Reach reach, Kind kind, Group group);

[[nodiscard]] Reach reachOf(const Town &town, ClerkId who, Role role, const Key &key);

//! The groups in which two versions of a value differ; when one of the two is missing, all that such a thing has. A
//! form that goes to another office is as if all of it were another one.
[[nodiscard]] QList<Group> changedGroups(const std::optional<Value> &before, const std::optional<Value> &after);

//! Whether one of the roles of a person allows this. Who has no account, or a disabled one, may nothing.
[[nodiscard]] bool mayChange(const Town &town, ClerkId who, const Key &key, Group group);
[[nodiscard]] bool mayChangeAnything(const Town &town, ClerkId who, const Key &key);

//! Where it is asked what may be done with something new: a form belongs to its office from the beginning.
[[nodiscard]] Town asIfThere(const Town &town, const Value &value);

//! The part of the town that this person may see.
[[nodiscard]] Town visibleTo(const Town &town, ClerkId who);

//! Somebody to whom the administration has anything to offer.
[[nodiscard]] bool administers(const QList<Role> &roles);

} // namespace sprechtag::town
