// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/SecondFactorPorts.h"

#include <QObject>

#include <map>
#include <set>

namespace sprechtag::test {

//! Second factors in memory; answers in the event loop, as the real one does.
class FakeSecondFactorStore final : public QObject, public broker::SecondFactorStore
{
    Q_OBJECT
public:
    void findSecondFactor(ClerkId clerk, std::function<void(broker::SecondFactorState)> then) override
    {
        broker::SecondFactorState state{QStringLiteral("Musterland"), obligatory.contains(clerk), {}};
        if (const auto found = factors.find(clerk); found != factors.end())
            state.factor = found->second.factor;
        later([then, state] { then(state); });
    }
    void saveSecondFactor(ClerkId clerk, const broker::NewSecondFactor &factor, Then then) override
    {
        answer(factors.emplace(clerk, factor).second, then);
    }
    void useStep(ClerkId clerk, std::int64_t before, std::int64_t step, Then then) override
    {
        const auto found = factors.find(clerk);
        const bool used = found != factors.end() && found->second.factor.lastStep == before;
        if (used)
            found->second.factor.lastStep = step;
        answer(used, then);
    }
    void useRecoveryCode(ClerkId clerk, const QByteArray &hash, Then then) override
    {
        const auto found = factors.find(clerk);
        answer(found != factors.end() && std::erase(found->second.recoveryHashes, hash) > 0, then);
    }

    std::map<ClerkId, broker::NewSecondFactor> factors;
    std::set<ClerkId> obligatory;

private:
    void later(std::function<void()> then) { QMetaObject::invokeMethod(this, std::move(then), Qt::QueuedConnection); }
    void answer(bool yes, const Then &then)
    {
        later([then, yes] { then(yes ? broker::FactorSaved::Yes : broker::FactorSaved::No); });
    }
};

} // namespace sprechtag::test
