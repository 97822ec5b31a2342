// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/HashQueue.h"

namespace sprechtag::identity {

HashQueue::HashQueue()
{
    m_workers.setMaxThreadCount(kAtOnce);
}

HashQueue::~HashQueue()
{
    m_workers.clear();
    m_workers.waitForDone();
}

bool HashQueue::reserve(const std::string &network)
{
    if (m_taken >= kAtOnce + kWaiting)
        return false;
    int &own = m_takenBy[network];
    if (own >= kOfNetwork)
        return false;
    ++own;
    ++m_taken;
    return true;
}

void HashQueue::release(const std::string &network)
{
    --m_taken;
    if (--m_takenBy.at(network) == 0)
        m_takenBy.erase(network);
}

} // namespace sprechtag::identity
