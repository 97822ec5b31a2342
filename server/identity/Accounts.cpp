// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/Accounts.h"

#include "server/identity/Tokens.h"
#include "shared/base/Log.h"
#include "shared/base/Random.h"
#include "shared/domain/town/Validate.h"

#include <QPointer>

namespace sprechtag::identity {
namespace {

using broker::FactorRefusal;
using broker::NewSession;
using broker::PasswordRefusal;
using broker::SetupOutcome;
using broker::SetupRefusal;
using broker::SignInRefusal;
using broker::SignInStep;
using namespace Qt::StringLiterals;

constexpr seconds kSweepEvery{30};
// How far the store's knowledge of the last use may lag: a write for every message would be many.
constexpr minutes kStoreUseEvery{1};
// Who holds the one-time token stands for no network.
constexpr const char *kSetup = "setup";

//! Whether the password was right, and its hash in the present form where the stored one is older.
struct Verdict
{
    bool right{};
    std::optional<QByteArray> newHash;
};

SetupRefusal setupRefusal(SetupOutcome outcome)
{
    switch (outcome) {
    case SetupOutcome::Closed:
        return {SetupRefusal::Code::Closed, {}, {}};
    case SetupOutcome::LoginTaken:
        return {SetupRefusal::Code::LoginTaken, {}, {}};
    case SetupOutcome::WrongToken:
    case SetupOutcome::Created:
        break;
    }
    return {SetupRefusal::Code::WrongToken, {}, {}};
}

} // namespace

//! One sign-in on its way.
struct Accounts::Check
{
    Secret password;
    std::string key; // of m_attempts
    std::string network;
    SignInThen then;
};

Accounts::Accounts(broker::AccountStore &store, broker::SecondFactorStore &factors, const Clock &clock,
                   const std::vector<broker::LiveSession> &sessions, HashCost cost)
    : m_store(store)
    , m_clock(clock)
    , m_time(clock)
    , m_cost(cost)
    , m_dummyHash(dummyHash(cost))
    , m_second(store, factors, clock)
    , m_password(store, m_hashes, clock, cost)
{
    std::vector<broker::SessionKey> disabled;
    for (const broker::LiveSession &session : sessions) {
        if (session.account.disabled)
            disabled.push_back(session.row.key);
        else
            m_sessions.add(session.row, session.account);
    }
    if (!disabled.empty())
        m_store.eraseSessions(disabled);
    sweep();
    connect(&m_sweep, &QTimer::timeout, this, &Accounts::sweep);
    m_sweep.start(kSweepEvery);
}

void Accounts::later(std::function<void()> then)
{
    QMetaObject::invokeMethod(this, std::move(then), Qt::QueuedConnection);
}

std::optional<seconds> Accounts::admit(const std::string &key, const std::string &network)
{
    const MonotonicInstant now = m_clock.monotonicNow();
    if (const auto wait = m_attempts.begin(key, now))
        return wait;
    auto wait = m_attemptsOfNetworks.begin(network, now);
    if (!wait && !m_hashes.reserve(network)) {
        m_attemptsOfNetworks.withdrawn(network);
        wait = HashQueue::kTryLater;
    }
    if (wait)
        m_attempts.withdrawn(key);
    return wait;
}

void Accounts::signIn(const broker::SignInAttempt &attempt, SignInThen then)
{
    const auto refuse = [this, &then](SignInRefusal refusal) {
        later([then = std::move(then), refusal] { then(Failure(refusal)); });
    };
    if (attempt.password.reveal().size() > kMostPasswordBytes)
        return refuse({SignInRefusal::Code::BadRequest, {}});
    const auto login = town::normalisedLogin(attempt.login);
    if (!login)
        return refuse({SignInRefusal::Code::WrongLogin, {}});
    const std::string key = login->toStdString() + ' ' + attempt.peer;
    if (const auto wait = admit(key, attempt.peer))
        return refuse({SignInRefusal::Code::TryLater, *wait});
    const Check check{attempt.password, key, attempt.peer, std::move(then)};
    m_store.findAccount(*login, [self = QPointer(this), check](const std::optional<broker::Account> &account) {
        if (self)
            self->verify(check, account);
    });
}

// Somebody unknown costs the same time as a wrong password.
void Accounts::verify(const Check &check, const std::optional<broker::Account> &account)
{
    const bool usable = account && !account->disabled;
    const QByteArray stored = usable ? account->passwordHash : m_dummyHash;
    const auto work = [password = check.password, stored, cost = m_cost]() -> Verdict {
        if (!matches(stored, password))
            return {};
        return {true, needsRehash(stored, cost) ? hashOf(password, cost) : std::nullopt};
    };
    m_hashes.run<Verdict>(check.network, work, [this, check, account, usable](const Verdict &verdict) {
        if (!usable || !verdict.right) {
            qCInfo(lcIdentity) << "a sign-in was refused";
            check.then(Failure(SignInRefusal{SignInRefusal::Code::WrongLogin, {}}));
            return;
        }
        m_attempts.succeeded(check.key);
        m_attemptsOfNetworks.succeeded(check.network);
        broker::Account current = *account;
        if (verdict.newHash) {
            m_store.replacePasswordHash(current.id, current.passwordHash, *verdict.newHash);
            current.passwordHash = *verdict.newHash;
        }
        askForMore(check, current);
    });
}

void Accounts::askForMore(const Check &check, const broker::Account &account)
{
    const auto entered = [then = check.then](const std::optional<SignInStep> &step) {
        if (step)
            then(*step);
        else
            then(Failure(SignInRefusal{SignInRefusal::Code::WrongLogin, {}}));
    };
    m_second.ask(account, [this, account, entered, then = check.then](const auto &challenge) {
        if (challenge)
            then(SignInStep(*challenge));
        else
            enter({account, {}}, entered);
    });
}

void Accounts::answerChallenge(const broker::FactorAnswer &answer,
                               std::function<void(Result<SignInStep, FactorRefusal>)> then)
{
    m_second.answer(answer, [this, then = std::move(then)](const Result<SecondStep::Passed, FactorRefusal> &passed) {
        if (!passed)
            return then(Failure(passed.error()));
        enter(*passed, [then](const std::optional<SignInStep> &step) {
            if (step)
                then(*step);
            else
                then(Failure(FactorRefusal{FactorRefusal::Code::ChallengeOver, {}}));
        });
    });
}

void Accounts::enter(const SecondStep::Passed &passed, StepThen then)
{
    if (passed.account.mustChange)
        return then(SignInStep(broker::PasswordDemand{m_password.ask(passed.account), passed.recoveryCodes}));
    beginSession(passed.account,
                 [then = std::move(then), codes = passed.recoveryCodes](std::optional<NewSession> session) {
                     if (!session)
                         return then(std::nullopt);
                     session->recoveryCodes = codes;
                     then(SignInStep(*std::move(session)));
                 });
}

void Accounts::choosePassword(const broker::PasswordChoice &choice,
                              std::function<void(Result<NewSession, PasswordRefusal>)> then)
{
    m_password.choose(choice, [this, then = std::move(then)](const Result<broker::Account, PasswordRefusal> &chosen) {
        if (!chosen)
            return then(Failure(chosen.error()));
        beginSession(*chosen, [then](const std::optional<NewSession> &session) {
            if (session)
                then(*session);
            else
                then(Failure(PasswordRefusal{PasswordRefusal::Code::ChallengeOver, {}}));
        });
    });
}

void Accounts::beginSession(const broker::Account &account, SessionThen then)
{
    end(m_sessions.surplusOf(account.id));
    const Secret token = makeToken();
    const Instant now = m_time.now();
    const broker::SessionRow row{hashOfToken(token), account.id, now, now, now + Sessions::kLongest};
    const auto saved = [self = QPointer(this), then = std::move(then), token, row,
                        account](broker::SaveOutcome outcome) {
        if (!self)
            return;
        if (outcome == broker::SaveOutcome::NoSuchClerk)
            return then(std::nullopt);
        self->m_sessions.add(row, account);
        qCInfo(lcIdentity) << "signed in" << account.id.text().c_str();
        const broker::SignedIn who{row.key, {account.id, account.login, account.name}, account.roles, row.expires};
        then(NewSession{token, who, {}});
    };
    m_store.saveSession(row, account.passwordHash, saved);
}

std::optional<broker::SignedIn> Accounts::authenticate(const Secret &token)
{
    const Instant now = m_time.now();
    Sessions::Session *const session = m_sessions.find(hashOfToken(token), now);
    if (!session)
        return std::nullopt;
    use(*session, now);
    return session->who;
}

void Accounts::touch(const broker::SessionKey &key)
{
    const Instant now = m_time.now();
    if (Sessions::Session *const session = m_sessions.find(key, now))
        use(*session, now);
}

void Accounts::use(Sessions::Session &session, Instant now)
{
    session.lastUsed = std::max(session.lastUsed, now);
    if (session.lastUsed - session.lastStored < kStoreUseEvery)
        return;
    session.lastStored = session.lastUsed;
    m_store.touchSession(session.who.session, session.lastUsed);
}

void Accounts::signOut(const broker::SessionKey &session)
{
    end({session});
}

void Accounts::endSessionsOf(ClerkId clerk)
{
    end(m_sessions.of(clerk));
}

void Accounts::sweep()
{
    end(m_sessions.overAt(m_time.now()));
    const MonotonicInstant now = m_clock.monotonicNow();
    m_attempts.forget(now);
    m_attemptsOfNetworks.forget(now);
    m_second.sweep();
    m_password.sweep();
}

void Accounts::end(const std::vector<broker::SessionKey> &keys)
{
    std::vector<broker::SessionKey> ended;
    for (const broker::SessionKey &key : keys) {
        if (m_sessions.remove(key))
            ended.push_back(key);
    }
    if (ended.empty())
        return;
    m_store.eraseSessions(ended);
    for (const broker::SessionKey &key : ended) {
        for (const auto &listener : m_listeners)
            listener(key);
    }
}

void Accounts::onSessionEnded(std::function<void(const broker::SessionKey &)> listener)
{
    m_listeners.push_back(std::move(listener));
}

std::optional<SetupRefusal> Accounts::refusalOf(const broker::FirstAdministrator &who)
{
    const auto login = town::normalisedLogin(who.login);
    if (!login)
        return SetupRefusal{SetupRefusal::Code::BadRequest, u"login"_s, {}};
    const QString name = who.name.trimmed();
    if (name.isEmpty() || name.size() > town::kMostNameCharacters)
        return SetupRefusal{SetupRefusal::Code::BadRequest, u"name"_s, {}};
    if (faultOf(who.password, *login))
        return SetupRefusal{SetupRefusal::Code::BadRequest, u"password"_s, {}};
    return std::nullopt;
}

// The token first: only who holds it may cost us a hash, and a closed set-up says so whatever else is wrong.
void Accounts::createFirstAdministrator(const broker::FirstAdministrator &who, SetupThen then)
{
    const auto decide = [self = QPointer(this), who,
                         then = std::move(then)](const std::optional<SetupOutcome> &obstacle) {
        if (!self)
            return;
        if (obstacle)
            then(Failure(setupRefusal(*obstacle)));
        else if (const auto refusal = refusalOf(who))
            then(Failure(*refusal));
        else
            self->hashFirstPassword(who, then);
    };
    m_store.findSetupObstacle(hashOfToken(who.oneTimeToken), m_clock.now(), decide);
}

void Accounts::hashFirstPassword(const broker::FirstAdministrator &who, const SetupThen &then)
{
    if (!m_hashes.reserve(kSetup))
        return then(Failure(SetupRefusal{SetupRefusal::Code::TryLater, {}, HashQueue::kTryLater}));
    m_hashes.run<std::optional<QByteArray>>(
        kSetup, [password = who.password, cost = m_cost] { return hashOf(password, cost); },
        [this, who, then](const std::optional<QByteArray> &passwordHash) {
            if (passwordHash)
                storeFirst(who, *passwordHash, then);
            else
                then(Failure(SetupRefusal{SetupRefusal::Code::TryLater, {}, HashQueue::kTryLater}));
        });
}

void Accounts::storeFirst(const broker::FirstAdministrator &who, const QByteArray &passwordHash, const SetupThen &then)
{
    const broker::Account account{randomId<ClerkTag>(), *town::normalisedLogin(who.login), who.name.trimmed(),
                                  passwordHash,         {broker::Role::Administrator},     false};
    m_store.createFirstAdministrator(account, hashOfToken(who.oneTimeToken), m_clock.now(),
                                     [self = QPointer(this), then](SetupOutcome outcome) {
                                         if (!self)
                                             return;
                                         if (outcome == SetupOutcome::Created)
                                             then(Done{});
                                         else
                                             then(Failure(setupRefusal(outcome)));
                                     });
}

} // namespace sprechtag::identity
