// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Forecasts.h"
#include "shared/domain/town/Validate.h"
#include "shared/protocol/TownCodec.h"

//! PROTOCOL.md §11: what heads of office and administrators say and hear. Part of the clerk's direction.
namespace sprechtag::protocol::clerk {

//! Shows all that the sender may see, and every change of it from then on.
struct AdminRead
{
    QString id;
    friend bool operator==(const AdminRead &, const AdminRead &) = default;
};
//! The version in the value is the one that the sender has seen; 0: it is new.
struct AdminSave
{
    QString id;
    town::Value value;
    friend bool operator==(const AdminSave &, const AdminSave &) = default;
};
struct AdminRemove
{
    QString id;
    town::Key key;
    std::uint32_t version{};
    friend bool operator==(const AdminRemove &, const AdminRemove &) = default;
};
//! Gives an account a start password; its sessions end.
struct AdminResetPassword
{
    QString id;
    ClerkId account;
    std::uint32_t version{};
    friend bool operator==(const AdminResetPassword &, const AdminResetPassword &) = default;
};
//! For a lost phone: the account loses its second factor, and its sessions end.
struct AdminResetSecondFactor
{
    QString id;
    ClerkId account;
    std::uint32_t version{};
    friend bool operator==(const AdminResetSecondFactor &, const AdminResetSecondFactor &) = default;
};
//! The newest changes; with `before` those that are older.
struct AdminLog
{
    QString id;
    std::optional<std::int64_t> before{};
    int limit{};
    friend bool operator==(const AdminLog &, const AdminLog &) = default;
};

//! How the offices that the sender may administer are doing.
struct AdminFigures
{
    QString id;
    friend bool operator==(const AdminFigures &, const AdminFigures &) = default;
};

struct AdminTown
{
    QString re;
    town::Town town;
    friend bool operator==(const AdminTown &, const AdminTown &) = default;
};
struct AdminSaved
{
    QString re;
    std::uint32_t version{};
    QString startPassword{}; //!< shown this once; empty: none was made
    friend bool operator==(const AdminSaved &, const AdminSaved &) = default;
};
//! Somebody else was faster.
struct AdminConflict
{
    QString by{}; //!< empty: nobody with an account
    std::optional<Instant> at{};
    std::optional<town::Value> stored{}; //!< none: it is gone
    friend bool operator==(const AdminConflict &, const AdminConflict &) = default;
};
//! Nothing was stored, because of what is wrong, or because somebody else was faster.
struct AdminRefused
{
    QString re;
    QList<town::Fault> faults{};
    std::optional<AdminConflict> conflict{};
    friend bool operator==(const AdminRefused &, const AdminRefused &) = default;
};
struct AdminChanged
{
    town::Key key;
    std::optional<town::Value> value; //!< none: it is gone, or not the reader's any more
    friend bool operator==(const AdminChanged &, const AdminChanged &) = default;
};
struct AdminOfficeFigures
{
    struct Row
    {
        OfficeId office;
        office::Accuracy forecastsRight; //!< in per cent; what is not told is left out
        friend bool operator==(const Row &, const Row &) = default;
    };
    QString re;
    QList<Row> offices;
    friend bool operator==(const AdminOfficeFigures &, const AdminOfficeFigures &) = default;
};
struct AdminLogPage
{
    QString re;
    QList<ChangeLine> changes;
    std::optional<std::int64_t> older{}; //!< `before` of the next page; none: that was all
    friend bool operator==(const AdminLogPage &, const AdminLogPage &) = default;
};

} // namespace sprechtag::protocol::clerk
