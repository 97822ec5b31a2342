// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Town.h"

#include <QByteArray>

//! What administrators decide about, as scripts and the log of changes read it.
namespace sprechtag::protocol {

//! A field of a value before and after a change, as JSON; empty: the value was not there, or is no more.
struct FieldDifference
{
    QString field;
    QString before;
    QString after;
    friend bool operator==(const FieldDifference &, const FieldDifference &) = default;
};

[[nodiscard]] QByteArray encode(const town::Value &value);
//! All of it in one object: `{"authority": …, "departments": […], …}`. No passwords: nobody can read them.
[[nodiscard]] QByteArray encode(const town::Town &town);

//! The fields that differ, in the order of their names.
[[nodiscard]] QList<FieldDifference> differences(const std::optional<town::Value> &before,
                                                 const std::optional<town::Value> &after);

//! A value of this kind that has this alone: one side of a difference of a field. nullopt: it cannot be read, since it
//! is of another version of this program, or was too long for a message.
[[nodiscard]] std::optional<town::Value> valueWith(town::Kind kind, const QString &field, const QString &text);

//! One line of the log of changes.
struct ChangeLine
{
    std::int64_t seq{};
    Instant at;
    QString clerk; //!< the name, empty: nobody with an account
    town::Kind kind{};
    QString id;
    std::uint32_t version{};
    QString action;
    QList<FieldDifference> fields;
    friend bool operator==(const ChangeLine &, const ChangeLine &) = default;
};
[[nodiscard]] QByteArray encode(const QList<ChangeLine> &log);

//! The word of a kind, such as `office`.
[[nodiscard]] QString kindName(town::Kind kind);
[[nodiscard]] std::optional<town::Kind> kindFrom(const QString &name);

} // namespace sprechtag::protocol
