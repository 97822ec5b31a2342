// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/TownPorts.h"

#include <deque>
#include <map>

namespace sprechtag::test {

//! A town store in memory, with the rules of saveTown() for one edit; can hold outcomes back.
class FakeTownStore final : public broker::TownStore
{
public:
    explicit FakeTownStore(town::Town from)
        : town(std::move(from))
    {
    }

    void save(const QList<broker::TownEdit> &edits, const broker::Author &author,
              std::function<void(const broker::TownOutcome &)> then) override;
    void changes(std::int64_t before, int most, std::function<void(const QList<broker::LoggedChange> &)> then) override;

    void formContent(FormId form, std::function<void(const std::optional<QByteArray> &)> then) override;

    //! Tells the oldest outcome that was held back. False: there is none.
    bool completeOne();

    town::Town town;
    QList<broker::LoggedChange> log;       //!< newest first
    std::map<FormId, QByteArray> contents; //!< of forms
    bool byHand{};
    std::function<void(const town::Town &)> stored;
    std::function<void()> delivered;

private:
    [[nodiscard]] broker::TownOutcome outcomeOf(const broker::TownEdit &edit, const broker::Author &author);
    [[nodiscard]] bool isLogged(const town::Key &key) const;
    void write(const broker::TownEdit &edit, std::uint32_t version, const broker::Author &author);

    std::deque<std::function<void()>> m_waiting;
};

//! Start passwords that are made at once, and counted.
class FakeStartPasswords final : public broker::StartPasswords
{
public:
    void make(std::function<void(const std::optional<broker::StartPassword> &)> then) override
    {
        const QByteArray text = "start-" + QByteArray::number(++made);
        then(broker::StartPassword{Secret(text), "hash of " + text});
    }
    int made{};
};

} // namespace sprechtag::test
