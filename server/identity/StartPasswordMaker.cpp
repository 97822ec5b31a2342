// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/StartPasswordMaker.h"

#include "server/identity/GroupedCode.h"

namespace sprechtag::identity {

Secret makeStartPassword()
{
    return makeGroupedCode();
}

StartPasswordMaker::StartPasswordMaker(std::function<void()> delivered, HashCost cost)
    : m_delivered(std::move(delivered))
    , m_cost(cost)
{
    m_worker.setMaxThreadCount(1);
}

StartPasswordMaker::~StartPasswordMaker()
{
    m_worker.clear();
    m_worker.waitForDone();
}

void StartPasswordMaker::make(std::function<void(const std::optional<broker::StartPassword> &)> then)
{
    m_worker.start([this, then = std::move(then), password = makeStartPassword()] {
        const auto hash = hashOf(password, m_cost);
        const auto made = hash ? std::optional(broker::StartPassword{password, *hash}) : std::nullopt;
        // The destructor waits for the worker, so `this` is there; what is posted to it dies with it.
        QMetaObject::invokeMethod(
            this,
            [this, then, made] {
                then(made);
                m_delivered();
            },
            Qt::QueuedConnection);
    });
}

} // namespace sprechtag::identity
