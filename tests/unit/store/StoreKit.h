// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/store/Database.h"
#include "server/store/OfficeRows.h"
#include "server/store/StoreWriter.h"
#include "server/store/TownSave.h"
#include "shared/base/SystemClock.h"

#include <QTemporaryDir>

namespace sprechtag::test {

//! A folder with room for one database, and the paths in it.
class StoreFolder
{
public:
    [[nodiscard]] store::StorePaths paths() const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

//! A codec for facts that needs no JSON: TicketDrawn and OfficeOpened alone.
[[nodiscard]] broker::FactCodec plainCodec();

[[nodiscard]] OfficeId officeId(std::uint64_t number);
[[nodiscard]] TicketId ticketId(std::uint64_t number);
[[nodiscard]] ClerkId clerkId(std::uint64_t number);
[[nodiscard]] Instant at(std::int64_t millisecond);

[[nodiscard]] broker::Account account(std::uint64_t number, const QString &login);
[[nodiscard]] broker::OfficeConfig counter(std::uint64_t number);
//! What the tests of rows say of a town.
struct TownSetup
{
    struct Authority
    {
        QString name;
        hours::Calendar calendar;
        QString consentVersion;
        QList<broker::Role> secondFactorRoles{};
    };
    std::optional<Authority> authority;
    std::vector<broker::Account> clerks;
    std::vector<broker::OfficeConfig> offices;
};
//! An authority, three clerks and two offices.
[[nodiscard]] TownSetup townSetup();
//! Saves it in a transaction of its own. Constraint: it was refused.
[[nodiscard]] Result<Done, store::StoreError> importSetup(store::Connection &connection, const TownSetup &setup);

//! Saves in a transaction of its own; every field that a value has is one difference.
[[nodiscard]] Result<broker::TownOutcome, store::StoreError>
save(store::Connection &connection, const QList<broker::TownEdit> &edits, const broker::Author &author);
[[nodiscard]] broker::Differences plainDifferences();

[[nodiscard]] office::Fact drawn(office::Sequence seq, std::uint64_t ticket);
[[nodiscard]] broker::Batch drawing(std::uint64_t office, office::Sequence seq);
[[nodiscard]] broker::Visit visit(std::uint64_t ticket, const QString &name);
[[nodiscard]] QByteArray sha256(const QByteArray &text);
//! Of the password of one of the clerks of townSetup().
[[nodiscard]] QByteArray hashOf(ClerkId clerk);

//! A database with townSetup() in it.
[[nodiscard]] store::Database newTown(const StoreFolder &folder);
//! Opens or fails the test run: for what must open.
[[nodiscard]] store::Database reopened(const StoreFolder &folder);

} // namespace sprechtag::test
