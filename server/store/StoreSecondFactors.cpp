// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/StoreSecondFactors.h"

#include "server/store/SecondFactorRows.h"

namespace sprechtag::store {

using broker::FactorSaved;
using broker::SecondFactorState;

StoreSecondFactors::StoreSecondFactors(StoreWriter &writer)
    : m_writer(writer)
{
}

// A job that fails otherwise than by a constraint ends the process: whoever hears of a failure here has heard of one.
void StoreSecondFactors::change(std::function<Result<FactorSaved, StoreError>(Connection &)> work, Then then)
{
    m_writer.run<FactorSaved>(std::move(work),
                              [then = std::move(then)](const Result<FactorSaved, StoreError> &changed) {
                                  then(changed ? *changed : FactorSaved::No);
                              });
}

void StoreSecondFactors::findSecondFactor(ClerkId clerk, std::function<void(SecondFactorState)> then)
{
    m_writer.run<SecondFactorState>(
        [clerk](Connection &connection) { return store::findSecondFactor(connection, clerk); },
        [then = std::move(then)](const Result<SecondFactorState, StoreError> &found) {
            then(found ? *found : SecondFactorState{});
        });
}

void StoreSecondFactors::saveSecondFactor(ClerkId clerk, const broker::NewSecondFactor &factor, Then then)
{
    change(
        [clerk, factor](Connection &connection) -> Result<FactorSaved, StoreError> {
            if (const auto saved = store::saveSecondFactor(connection, clerk, factor); !saved)
                return Failure(saved.error());
            return FactorSaved::Yes;
        },
        std::move(then));
}

void StoreSecondFactors::useStep(ClerkId clerk, std::int64_t before, std::int64_t step, Then then)
{
    change([=](Connection &connection) { return store::useStep(connection, clerk, before, step); }, std::move(then));
}

void StoreSecondFactors::useRecoveryCode(ClerkId clerk, const QByteArray &hash, Then then)
{
    change([clerk, hash](Connection &connection) { return store::useRecoveryCode(connection, clerk, hash); },
           std::move(then));
}

} // namespace sprechtag::store
