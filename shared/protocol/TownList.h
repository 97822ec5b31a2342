// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Id.h"
#include "shared/domain/town/Town.h"

#include <QByteArray>
#include <QList>
#include <QString>

//! Offices and accounts as scripts of an administrator read them (`sprechtag-server admin list --json`).
namespace sprechtag::protocol {

struct TownList
{
    struct OfficeLine
    {
        OfficeId id;
        QString letter;
        QString name;
        QString department;
    };
    struct AccountLine
    {
        ClerkId id;
        QString login;
        QString name;
        bool disabled{};
    };
    QList<OfficeLine> offices;
    QList<AccountLine> accounts;
};

[[nodiscard]] QByteArray encode(const TownList &list);

//! `{"interpreters": […]}`, each as in a town.
[[nodiscard]] QByteArray encode(const QList<town::Interpreter> &interpreters);

//! What offices have ready.
[[nodiscard]] QByteArray encode(const QList<town::Form> &forms);

//! What became of a value that a command has stored or taken away.
struct SavedValue
{
    QString id;
    std::uint32_t version{};
    QString startPassword{}; //!< empty: none was made
};
[[nodiscard]] QByteArray encode(const SavedValue &saved);

//! A value without an id or a version is a new one: it gets an id, and version 0.
[[nodiscard]] QByteArray asNewUnlessNamed(town::Kind kind, const QByteArray &value);

} // namespace sprechtag::protocol
