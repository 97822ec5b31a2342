// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Administration.h"
#include "tests/support/FakeTownStore.h"
#include "tests/unit/broker/BrokerKit.h"

namespace sprechtag::test {

//! A running town with its administration.
struct AdministrationKit : BrokerKit
{
    explicit AdministrationKit(broker::Loaded loaded = testTown())
        : BrokerKit(MemoryStore::Completion::AtOnce, std::move(loaded))
        , towns(administeredTown())
        , administration({.broker = broker,
                          .store = towns,
                          .passwords = passwords,
                          .clock = clock,
                          .endSessions =
                              [this](ClerkId who) {
                                  ended.push_back(who);
                                  outcomesAtEnd = outcomes.size();
                              },
                          .formFor = [this](ClerkId who, OfficeId office,
                                            const QString &sha256) -> std::optional<broker::CheckedForm> {
                              const auto found = brought.find({who, office});
                              const bool same = found != brought.end() && found->second.file.sha256 == sha256;
                              return same ? std::optional(found->second) : std::nullopt;
                          }},
                         towns.town)
    {
        towns.stored = [this](const town::Town &town) { store.reconfigure(broker::configOf(town)); };
        towns.delivered = [this] { broker.flush(); };
        broker.start();
        broker.flush();
        forgetLog();
    }
    [[nodiscard]] broker::Administration::Then note()
    {
        return [this](const broker::AdminOutcome &outcome) { outcomes.push_back(outcome); };
    }
    void save(ClerkId who, const town::Value &value)
    {
        administration.save(who, value, note());
        broker.flush();
    }
    void remove(ClerkId who, const town::Key &key, std::uint32_t version = 1)
    {
        administration.remove(who, key, version, note());
        broker.flush();
    }
    [[nodiscard]] town::Office citizens() const { return towns.town.offices.first(); }
    [[nodiscard]] town::Account schmidt() const { return towns.town.accounts.first(); }
    template <typename Outcome>
    [[nodiscard]] const Outcome *last() const
    {
        return outcomes.empty() ? nullptr : std::get_if<Outcome>(&outcomes.back());
    }

    FakeTownStore towns;
    FakeStartPasswords passwords;
    broker::Administration administration;
    std::map<std::pair<ClerkId, OfficeId>, broker::CheckedForm> brought; //!< files for forms
    std::vector<broker::AdminOutcome> outcomes;
    std::vector<ClerkId> ended;
    std::size_t outcomesAtEnd{}; //!< how many there were when the newest session ended
};

} // namespace sprechtag::test
