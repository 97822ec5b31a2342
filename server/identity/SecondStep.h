// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/identity/Attempts.h"
#include "server/identity/Challenges.h"

#include <QObject>

namespace sprechtag::identity {

//! The second step of signing in: after the password the code of a phone, or one of the recovery codes on paper.
//!
//! Continuations that are open when this goes are never called.
class SecondStep final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::uint32_t kFreeCodes = 5; //!< so many wrong ones cost no time
    static constexpr minutes kWaitAfterCodes{5};

    //! Who has passed, and the recovery codes of a phone that was set up with it.
    struct Passed
    {
        broker::Account account;
        std::vector<Secret> recoveryCodes;
    };
    using AskThen = std::function<void(std::optional<broker::FactorChallenge>)>;
    using AnswerThen = std::function<void(Result<Passed, broker::FactorRefusal>)>;

    SecondStep(broker::AccountStore &accounts, broker::SecondFactorStore &factors, const Clock &clock);

    //! Nothing: the password is enough for this account.
    void ask(const broker::Account &account, AskThen then);
    void answer(const broker::FactorAnswer &answer, AnswerThen then);
    //! Forgets challenges and failures that are over. To be called now and then.
    void sweep();

private:
    struct Challenge
    {
        broker::Account account; //!< as it was when the password was right
        Secret enrolling;        //!< secret of the phone that is to be set up; empty: there is one
    };
    struct Answering;

    [[nodiscard]] broker::FactorChallenge challenge(const broker::Account &account,
                                                    const broker::SecondFactorState &state);
    void judge(const Answering &answering, const broker::Account &account);
    void judgePhone(const Answering &answering, const broker::SecondFactorState &state);
    void enrol(const Answering &answering, const Secret &secret);
    void finish(const Answering &answering, broker::FactorSaved used, const std::vector<Secret> &recoveryCodes);
    void refuse(const Answering &answering, broker::FactorRefusal::Code code);

    broker::AccountStore &m_accounts;
    broker::SecondFactorStore &m_factors;
    const Clock &m_clock; // the wall clock: that of the phones
    Challenges<Challenge> m_challenges;
    Attempts m_attempts{kFreeCodes, kWaitAfterCodes, kWaitAfterCodes};
};

} // namespace sprechtag::identity
