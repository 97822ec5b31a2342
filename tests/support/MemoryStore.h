// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"

#include <deque>

namespace sprechtag::test {

//! An office store that forgets nothing until it goes, and can hold a commit back to prove what waits for it.
class MemoryStore final : public broker::OfficeStore
{
public:
    enum class Completion { AtOnce, ByHand };

    explicit MemoryStore(broker::Loaded town, Completion completion = Completion::AtOnce);

    void commit(broker::Batch batch, std::function<void()> done) override;
    [[nodiscard]] bool isFull() const override { return m_full; }
    //! As long as it is full, commits wait.
    void setFull(bool full);

    void setCompletion(Completion completion) { m_completion = completion; }
    //! Makes the oldest commit durable and says so. False: none was waiting.
    bool completeOne();
    void completeAll();
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }

    //! What administrators have stored; offices that are not named any more are gone, but for their facts.
    void reconfigure(const broker::TownConfig &config);

    //! Every durable batch, oldest first.
    [[nodiscard]] const std::vector<broker::Batch> &batches() const { return m_batches; }
    //! What a server finds that starts anew now; commits that still wait are lost, as in a power cut.
    [[nodiscard]] const broker::Loaded &reload();

private:
    struct Waiting
    {
        broker::Batch batch;
        std::function<void()> done;
    };
    void store(const broker::Batch &batch);

    [[nodiscard]] std::vector<broker::LoadedOffice>::iterator find(OfficeId office);

    broker::Loaded m_stored;
    std::vector<broker::LoadedOffice> m_archived; //!< taken away
    Completion m_completion;
    bool m_full{};
    std::deque<Waiting> m_waiting;
    std::vector<broker::Batch> m_batches;
};

} // namespace sprechtag::test
