// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/SecondStep.h"

#include "server/identity/RecoveryCodes.h"
#include "server/identity/Totp.h"
#include "shared/base/Log.h"

#include <QPointer>

namespace sprechtag::identity {

using broker::Account;
using broker::FactorKind;
using broker::FactorRefusal;
using broker::FactorSaved;
using broker::SecondFactorState;

//! One answer on its way.
struct SecondStep::Answering
{
    QByteArray challenge; // its key
    ClerkId clerk;
    std::string attempts; // key of m_attempts
    FactorKind kind{};
    Secret code;
    AnswerThen then;
};

SecondStep::SecondStep(broker::AccountStore &accounts, broker::SecondFactorStore &factors, const Clock &clock)
    : m_accounts(accounts)
    , m_factors(factors)
    , m_clock(clock)
    , m_challenges(clock)
{
}

void SecondStep::ask(const Account &account, AskThen then)
{
    m_factors.findSecondFactor(
        account.id, [self = QPointer(this), account, then = std::move(then)](const SecondFactorState &state) {
            if (!self)
                return;
            then(state.factor || state.obligatory ? std::optional(self->challenge(account, state)) : std::nullopt);
        });
}

broker::FactorChallenge SecondStep::challenge(const Account &account, const SecondFactorState &state)
{
    broker::FactorChallenge made;
    Secret enrolling;
    if (!state.factor) {
        enrolling = makeTotpSecret();
        made.enrolment = broker::FactorEnrolment{base32(enrolling), totpUri(enrolling, state.authority, account.login)};
    }
    made.token = m_challenges.begin({account, enrolling});
    return made;
}

void SecondStep::sweep()
{
    m_challenges.sweep();
    m_attempts.forget(m_clock.monotonicNow());
}

void SecondStep::answer(const broker::FactorAnswer &answer, AnswerThen then)
{
    const auto refuseLater = [this, &then](FactorRefusal refusal) {
        QMetaObject::invokeMethod(
            this, [then = std::move(then), refusal] { then(Failure(refusal)); }, Qt::QueuedConnection);
    };
    const QByteArray key = hashOfToken(answer.challenge);
    const Challenge *const challenge = m_challenges.find(key);
    if (!challenge)
        return refuseLater({FactorRefusal::Code::ChallengeOver, {}});
    const std::string attempts = challenge->account.login.toStdString() + ' ' + answer.peer;
    if (const auto wait = m_attempts.begin(attempts, m_clock.monotonicNow()))
        return refuseLater({FactorRefusal::Code::TryLater, *wait});
    const Answering answering{key, challenge->account.id, attempts, answer.kind, answer.code, std::move(then)};
    m_accounts.findAccount(challenge->account.login,
                           [self = QPointer(this), answering](const std::optional<Account> &account) {
                               if (!self)
                                   return;
                               if (account)
                                   self->judge(answering, *account);
                               else
                                   self->refuse(answering, FactorRefusal::Code::ChallengeOver);
                           });
}

// The account may have changed since its password was right.
void SecondStep::judge(const Answering &answering, const Account &account)
{
    const Challenge *const challenge = m_challenges.find(answering.challenge);
    if (!challenge || account.disabled || account.id != challenge->account.id ||
        account.passwordHash != challenge->account.passwordHash)
        return refuse(answering, FactorRefusal::Code::ChallengeOver);
    if (!challenge->enrolling.isEmpty())
        return enrol(answering, challenge->enrolling);
    if (answering.kind == FactorKind::Phone) {
        m_factors.findSecondFactor(account.id, [self = QPointer(this), answering](const SecondFactorState &state) {
            if (self)
                self->judgePhone(answering, state);
        });
        return;
    }
    const auto hash = hashOfRecoveryCode(QString::fromUtf8(answering.code.reveal()));
    if (!hash)
        return refuse(answering, FactorRefusal::Code::WrongCode);
    m_factors.useRecoveryCode(account.id, *hash, [self = QPointer(this), answering](FactorSaved used) {
        if (self)
            self->finish(answering, used, {});
    });
}

void SecondStep::judgePhone(const Answering &answering, const SecondFactorState &state)
{
    if (!state.factor) // reset in the meantime
        return refuse(answering, FactorRefusal::Code::ChallengeOver);
    const auto step = totpMatch(state.factor->secret, QString::fromUtf8(answering.code.reveal()), m_clock.now(),
                                state.factor->lastStep);
    if (!step)
        return refuse(answering, FactorRefusal::Code::WrongCode);
    m_factors.useStep(answering.clerk, state.factor->lastStep, *step,
                      [self = QPointer(this), answering](FactorSaved used) {
                          if (self)
                              self->finish(answering, used, {});
                      });
}

// The first code shows that the phone has the secret, and that both clocks agree.
void SecondStep::enrol(const Answering &answering, const Secret &secret)
{
    const QString code = QString::fromUtf8(answering.code.reveal());
    const auto step =
        answering.kind == FactorKind::Phone ? totpMatch(secret, code, m_clock.now(), std::nullopt) : std::nullopt;
    if (!step)
        return refuse(answering, FactorRefusal::Code::WrongCode);
    std::vector<Secret> codes = makeRecoveryCodes();
    broker::NewSecondFactor factor{{secret, *step}, {}};
    for (const Secret &recovery : codes)
        factor.recoveryHashes.push_back(*hashOfRecoveryCode(QString::fromUtf8(recovery.reveal())));
    m_factors.saveSecondFactor(answering.clerk, factor, [self = QPointer(this), answering, codes](FactorSaved saved) {
        if (!self)
            return;
        // No: another phone was set up meanwhile, and this secret opens nothing.
        if (saved == FactorSaved::Yes)
            self->finish(answering, saved, codes);
        else
            self->refuse(answering, FactorRefusal::Code::ChallengeOver);
    });
}

void SecondStep::finish(const Answering &answering, FactorSaved used, const std::vector<Secret> &recoveryCodes)
{
    if (used == FactorSaved::No)
        return refuse(answering, FactorRefusal::Code::WrongCode);
    const Challenge *const challenge = m_challenges.find(answering.challenge);
    if (!challenge)
        return refuse(answering, FactorRefusal::Code::ChallengeOver);
    const Passed passed{challenge->account, recoveryCodes};
    m_challenges.end(answering.challenge);
    m_attempts.succeeded(answering.attempts);
    answering.then(passed);
}

void SecondStep::refuse(const Answering &answering, FactorRefusal::Code code)
{
    if (code == FactorRefusal::Code::ChallengeOver) {
        m_challenges.end(answering.challenge);
        m_attempts.withdrawn(answering.attempts);
    } else {
        // Whoever comes so far knows the password.
        qCWarning(lcIdentity) << "a wrong second factor for" << answering.clerk.text().c_str();
    }
    answering.then(Failure(FactorRefusal{code, {}}));
}

} // namespace sprechtag::identity
