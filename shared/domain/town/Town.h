// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Values.h"

namespace sprechtag::town {

//! A whole town. In a new one the authority has version 0 and no name.
struct Town
{
    Authority authority;
    QList<Department> departments;
    QList<Concern> concerns;
    QList<Office> offices;
    QList<Account> accounts;
    QList<Form> forms{};
    QList<Interpreter> interpreters{};
    friend bool operator==(const Town &, const Town &) = default;
};

[[nodiscard]] inline Kind kindOf(const Key &key)
{
    return static_cast<Kind>(key.index());
}
[[nodiscard]] Key keyOf(const Value &value);
[[nodiscard]] std::uint32_t versionOf(const Value &value);
//! 0: there is none.
[[nodiscard]] std::uint32_t storedVersion(const std::optional<Value> &value);
[[nodiscard]] Value withVersion(Value value, std::uint32_t version);

//! Without what makes no difference: shifts of days that are over, the order of roles.
[[nodiscard]] Value tidied(Value value, QDate today);

//! The text of the id; empty for the authority, of which there is one.
[[nodiscard]] QString textOf(const Key &key);
//! The other way round; nullopt when it is no id of this kind.
[[nodiscard]] std::optional<Key> keyFrom(Kind kind, const QString &text);

//! nullopt when the town has none of this key.
[[nodiscard]] std::optional<Value> valueOf(const Town &town, const Key &key);
//! Everything that the town has, so that each comes after what it refers to.
[[nodiscard]] QList<Value> valuesOf(const Town &town);

//! Takes the place of the one with the same key, or comes last.
void put(Town &town, const Value &value);
//! With an office its forms go, too.
void take(Town &town, const Key &key);
//! Everything in the order in which it is read from the store: so a running town looks as it will after a restart.
void sortAsStored(Town &town);

//! What an office has ready, in the order of its list.
[[nodiscard]] QList<Form> formsOf(const Town &town, OfficeId office);

//! Somebody may still change everything.
[[nodiscard]] bool hasAdministrator(const Town &town);

} // namespace sprechtag::town
