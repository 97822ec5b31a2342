// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/SecondFactorPorts.h"
#include "server/store/Connection.h"

//! Second factors and recovery codes as rows. Functions that change several rows need a transaction around them.
namespace sprechtag::store {

[[nodiscard]] Result<broker::SecondFactorState, StoreError> findSecondFactor(Connection &connection, ClerkId clerk);
//! Constraint: the clerk has one already, or there is no such clerk.
[[nodiscard]] Result<Done, StoreError> saveSecondFactor(Connection &connection, ClerkId clerk,
                                                        const broker::NewSecondFactor &factor);
[[nodiscard]] Result<broker::FactorSaved, StoreError> useStep(Connection &connection, ClerkId clerk,
                                                              std::int64_t before, std::int64_t step);
[[nodiscard]] Result<broker::FactorSaved, StoreError> useRecoveryCode(Connection &connection, ClerkId clerk,
                                                                      const QByteArray &hash);
[[nodiscard]] Result<broker::FactorSaved, StoreError> eraseSecondFactor(Connection &connection, ClerkId clerk);

} // namespace sprechtag::store
