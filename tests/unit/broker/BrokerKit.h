// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Broker.h"
#include "tests/support/FakeClock.h"
#include "tests/support/MemoryStore.h"
#include "tests/support/TestTown.h"

namespace sprechtag::test {

//! Writes down what the broker tells the world, in the order in which it does.
class Witness final : public broker::Observer
{
public:
    void published(const broker::OfficeChange &change) override
    {
        changes.push_back(change);
        log.append(change.facts.empty() ? QStringLiteral("view")
                                        : QStringLiteral("change %1").arg(change.facts.back().seq));
    }
    void reconfigured(const broker::Reconfigured &change) override
    {
        reconfigurations.push_back(change);
        log.append(QStringLiteral("reconfigured"));
    }
    //! A reply that is written down under a name.
    [[nodiscard]] broker::Reply reply(const QString &name)
    {
        return [this, name](const broker::Outcome &outcome) {
            outcomes.push_back(outcome);
            log.append(name);
        };
    }

    std::vector<broker::OfficeChange> changes;
    std::vector<broker::Reconfigured> reconfigurations;
    std::vector<broker::Outcome> outcomes;
    QStringList log;
};

//! A broker with the test town, its store and its clock.
struct BrokerKit
{
    explicit BrokerKit(MemoryStore::Completion completion = MemoryStore::Completion::AtOnce,
                       broker::Loaded town = testTown(), std::uint64_t firstTicket = 1)
        : store(std::move(town), completion)
        , broker(store.reload(), store, clock, countingTickets(firstTicket))
    {
        broker.publishTo(&witness);
    }

    static broker::CommandKey key(const char *name, std::uint64_t digest = 1)
    {
        return {.key = name, .digest = digest};
    }
    static broker::DrawRequest request(const char *token, OfficeId office = kCitizens)
    {
        return {.office = office,
                .tokenHash = token,
                .name = QStringLiteral("Kim"),
                .concern = {},
                .lang = QStringLiteral("de"),
                .consentVersion = QStringLiteral("2026-01")};
    }
    void open(OfficeId office = kCitizens, ClerkId clerk = kSchmidt)
    {
        broker.run(office, office::Open{.clerk = clerk}, key("open " + office.text().substr(20)), witness.reply({}));
        broker.flush();
    }
    static broker::CommandKey key(const std::string &name) { return key(name.c_str()); }
    void draw(const char *token, OfficeId office = kCitizens)
    {
        broker.draw(request(token, office), key(("draw " + std::string(token)).c_str()),
                    witness.reply(QStringLiteral("drawn")));
    }
    void forgetLog()
    {
        witness.changes.clear();
        witness.outcomes.clear();
        witness.log.clear();
    }

    FakeClock clock;
    Witness witness;
    MemoryStore store;
    broker::Broker broker;
};

} // namespace sprechtag::test
