// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Published.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sprechtag::broker {

//! Decided together, durable together, and only then told.
struct Pass
{
    Batch batch;
    std::vector<Visit> drawn;                   //!< personal rows that came, whether or not they are still needed
    std::vector<MovedVisit> moved;              //!< personal rows that go on in another office
    std::vector<EndedTicket> ended;             //!< tickets whose rows go
    std::vector<std::function<void()>> effects; //!< answers, in the order of the commands
};

//! Natural group commit: while one pass is being written the next one gathers. Nothing leaves before its pass, and all
//! before it, are durable; what needs no writing waits only for what was decided before it.
class CommitQueue
{
public:
    //! `publish` is called for every durable pass, before its effects.
    CommitQueue(OfficeStore &store, std::function<void(const Pass &)> publish);

    //! The pass that gathers now.
    [[nodiscard]] Pass &open() { return m_open; }
    //! Runs the effect when all that was decided until now is durable; never before this call has returned.
    void afterwards(std::function<void()> effect);
    //! Runs the effect with the next flush, whatever is being written: for what rests on nothing undecided.
    void soon(std::function<void()> effect) { m_soon.push_back(std::move(effect)); }
    //! Hands over what has gathered, if nothing is being written.
    void flush();

private:
    void releaseSoon();
    void release();
    void releaseReads();

    OfficeStore &m_store;
    std::function<void(const Pass &)> m_publish;
    Pass m_open;
    std::optional<Pass> m_inFlight;
    bool m_releasing{};
    std::vector<std::function<void()>> m_soon;
    // Shared with the continuations that the store holds, so that a late one finds nobody instead of a dead object.
    std::shared_ptr<CommitQueue *> m_self;
};

} // namespace sprechtag::broker
