// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/PasswordStep.h"

#include "shared/base/Log.h"

#include <QPointer>

namespace sprechtag::identity {

using broker::Account;
using broker::PasswordRefusal;
using Code = PasswordRefusal::Code;

namespace {

Code codeOf(PasswordFault fault)
{
    switch (fault) {
    case PasswordFault::TooShort:
        return Code::TooShort;
    case PasswordFault::TooSimple:
        return Code::TooSimple;
    case PasswordFault::TooCommon:
        return Code::TooCommon;
    case PasswordFault::TooLong:
    case PasswordFault::NotText:
        break;
    }
    return Code::BadRequest;
}

//! What the threads make of a password: its hash, unless there is no memory for it.
struct Made
{
    bool unchanged{};
    std::optional<QByteArray> hash;
};

} // namespace

//! One choice on its way.
struct PasswordStep::Choosing
{
    QByteArray challenge; // its key
    Account account;
    Then then;
};

PasswordStep::PasswordStep(broker::AccountStore &store, HashQueue &hashes, const Clock &clock, HashCost cost)
    : m_store(store)
    , m_hashes(hashes)
    , m_cost(cost)
    , m_challenges(clock)
{
}

Secret PasswordStep::ask(const Account &account)
{
    return m_challenges.begin(account);
}

// None: it has a place to be hashed.
std::optional<PasswordRefusal> PasswordStep::refusalOf(const broker::PasswordChoice &choice)
{
    const Account *const account = m_challenges.find(hashOfToken(choice.challenge));
    if (!account)
        return PasswordRefusal{Code::ChallengeOver, {}};
    if (const auto fault = faultOf(choice.password, account->login))
        return PasswordRefusal{codeOf(*fault), {}};
    if (!m_hashes.reserve(choice.peer))
        return PasswordRefusal{Code::TryLater, HashQueue::kTryLater};
    return std::nullopt;
}

void PasswordStep::choose(const broker::PasswordChoice &choice, Then then)
{
    if (const auto refusal = refusalOf(choice)) {
        QMetaObject::invokeMethod(
            this, [then = std::move(then), refusal = *refusal] { then(Failure(refusal)); }, Qt::QueuedConnection);
        return;
    }
    const QByteArray key = hashOfToken(choice.challenge);
    const Choosing choosing{key, *m_challenges.find(key), std::move(then)};
    const auto work = [password = choice.password, given = choosing.account.passwordHash, cost = m_cost]() -> Made {
        if (matches(given, password))
            return {true, {}};
        return {false, hashOf(password, cost)};
    };
    m_hashes.run<Made>(choice.peer, work, [self = QPointer(this), choosing](const Made &made) {
        if (!self)
            return;
        if (made.unchanged)
            choosing.then(Failure(PasswordRefusal{Code::Unchanged, {}}));
        else if (made.hash)
            self->store(choosing, *made.hash);
        else
            choosing.then(Failure(PasswordRefusal{Code::TryLater, HashQueue::kTryLater}));
    });
}

void PasswordStep::store(const Choosing &choosing, const QByteArray &hash)
{
    const auto saved = [self = QPointer(this), choosing, hash](broker::SaveOutcome outcome) {
        if (!self)
            return;
        self->m_challenges.end(choosing.challenge);
        if (outcome == broker::SaveOutcome::NoSuchClerk)
            return choosing.then(Failure(PasswordRefusal{Code::ChallengeOver, {}}));
        qCInfo(lcIdentity) << "a start password was changed" << choosing.account.id.text().c_str();
        Account account = choosing.account;
        account.passwordHash = hash;
        account.mustChange = false;
        choosing.then(account);
    };
    m_store.choosePassword(choosing.account.id, choosing.account.passwordHash, hash, saved);
}

} // namespace sprechtag::identity
