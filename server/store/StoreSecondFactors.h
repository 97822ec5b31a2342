// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/SecondFactorPorts.h"
#include "server/store/StoreWriter.h"

namespace sprechtag::store {

//! Second factors in the database, written by the same thread as everything else.
class StoreSecondFactors final : public broker::SecondFactorStore
{
public:
    explicit StoreSecondFactors(StoreWriter &writer);

    void findSecondFactor(ClerkId clerk, std::function<void(broker::SecondFactorState)> then) override;
    void saveSecondFactor(ClerkId clerk, const broker::NewSecondFactor &factor, Then then) override;
    void useStep(ClerkId clerk, std::int64_t before, std::int64_t step, Then then) override;
    void useRecoveryCode(ClerkId clerk, const QByteArray &hash, Then then) override;

private:
    void change(std::function<Result<broker::FactorSaved, StoreError>(Connection &)> work, Then then);

    StoreWriter &m_writer;
};

} // namespace sprechtag::store
