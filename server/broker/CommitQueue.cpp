// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/broker/CommitQueue.h"

#include <utility>

namespace sprechtag::broker {

CommitQueue::CommitQueue(OfficeStore &store, std::function<void(const Pass &)> publish)
    : m_store(store)
    , m_publish(std::move(publish))
    , m_self(std::make_shared<CommitQueue *>(this))
{
}

void CommitQueue::afterwards(std::function<void()> effect)
{
    Pass &pass = m_inFlight && m_open.batch.empty() ? *m_inFlight : m_open;
    pass.effects.push_back(std::move(effect));
}

void CommitQueue::flush()
{
    if (m_releasing)
        return;
    releaseSoon();
    if (m_inFlight)
        return;
    releaseReads();
    if (m_open.batch.empty())
        return;
    m_inFlight = std::exchange(m_open, {});
    m_store.commit(m_inFlight->batch, [self = std::weak_ptr(m_self)] {
        if (const auto queue = self.lock())
            (*queue)->release();
    });
}

// Each of them is the answer to one command or greeting, so the loop ends with these.
void CommitQueue::releaseSoon()
{
    m_releasing = true;
    while (!m_soon.empty()) {
        for (const auto &effect : std::exchange(m_soon, {}))
            effect();
    }
    m_releasing = false;
}

void CommitQueue::release()
{
    const Pass pass = std::move(*m_inFlight);
    m_inFlight.reset();
    m_releasing = true;
    m_publish(pass);
    for (const auto &effect : pass.effects)
        effect();
    m_releasing = false;
    flush();
}

// Effects that only read may bring others; each of them is somebody's command, so the loop ends with the commands.
void CommitQueue::releaseReads()
{
    m_releasing = true;
    while (m_open.batch.empty() && !m_open.effects.empty()) {
        for (const auto &effect : std::exchange(m_open.effects, {}))
            effect();
    }
    m_releasing = false;
}

} // namespace sprechtag::broker
