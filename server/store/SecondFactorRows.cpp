// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/SecondFactorRows.h"

#include "server/store/AccountRows.h"
#include "server/store/Statement.h"

namespace sprechtag::store {

using broker::FactorSaved;
using broker::SecondFactorState;

namespace {

// For statements that return what they changed.
Result<FactorSaved, StoreError> changedBy(Statement &statement)
{
    const auto changed = statement.gaveRow();
    if (!changed)
        return Failure(changed.error());
    return *changed ? FactorSaved::Yes : FactorSaved::No;
}

// authority, obligatory, secret, last_step
Result<SecondFactorState, StoreError> stateOf(const Statement &row)
{
    SecondFactorState state{row.text(0), row.integer(1) != 0, {}};
    if (!row.isNull(2))
        state.factor = broker::SecondFactor{Secret(row.blob(2)), row.integer(3)};
    return state;
}

} // namespace

Result<SecondFactorState, StoreError> findSecondFactor(Connection &connection, ClerkId clerk)
{
    auto found = connection.statement("select_second_factor").bind(":clerk", clerk).row<SecondFactorState>(stateOf);
    if (!found)
        return Failure(found.error());
    return std::move(found).value().value_or(SecondFactorState{});
}

Result<Done, StoreError> saveSecondFactor(Connection &connection, ClerkId clerk, const broker::NewSecondFactor &factor)
{
    const auto saved = connection.statement("insert_second_factor")
                           .bind(":clerk", clerk)
                           .bind(":secret", factor.factor.secret.reveal())
                           .bind(":last_step", factor.factor.lastStep)
                           .run();
    if (!saved)
        return saved;
    Statement insert = connection.statement("insert_recovery_code");
    for (const QByteArray &hash : factor.recoveryHashes) {
        if (const auto inserted = insert.bind(":clerk", clerk).bind(":hash", hash).run(); !inserted)
            return inserted;
    }
    return Done{};
}

Result<FactorSaved, StoreError> useStep(Connection &connection, ClerkId clerk, std::int64_t before, std::int64_t step)
{
    Statement update = connection.statement("update_last_step");
    return changedBy(update.bind(":clerk", clerk).bind(":before", before).bind(":step", step));
}

Result<FactorSaved, StoreError> useRecoveryCode(Connection &connection, ClerkId clerk, const QByteArray &hash)
{
    Statement erase = connection.statement("delete_recovery_code");
    return changedBy(erase.bind(":clerk", clerk).bind(":hash", hash));
}

Result<FactorSaved, StoreError> eraseSecondFactor(Connection &connection, ClerkId clerk)
{
    Statement erase = connection.statement("delete_second_factor");
    return changedBy(erase.bind(":clerk", clerk));
}

} // namespace sprechtag::store
