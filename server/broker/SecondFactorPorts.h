// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Id.h"
#include "shared/base/Result.h"
#include "shared/base/Secret.h"
#include "shared/base/Time.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

//! The second factor of clerks: what asks for it (Identity), and where it is durable.
namespace sprechtag::broker {

//! A clerk's phone, as the server knows it: the secret that both share, and the step whose code was used last.
struct SecondFactor
{
    Secret secret;
    std::int64_t lastStep{};
};

//! What is to be asked of a clerk beside the password.
struct SecondFactorState
{
    QString authority; //!< as the phone names it
    bool obligatory{}; //!< for one of the clerk's roles
    std::optional<SecondFactor> factor;
};

struct NewSecondFactor
{
    SecondFactor factor;
    std::vector<QByteArray> recoveryHashes;
};

enum class FactorSaved { Yes, No };

//! Where second factors are durable. Every function returns at once; `then` is called on the caller's thread after the
//! commit, in the order of the calls.
class SecondFactorStore
{
public:
    using Then = std::function<void(FactorSaved)>;
    virtual ~SecondFactorStore() = default;
    virtual void findSecondFactor(ClerkId clerk, std::function<void(SecondFactorState)> then) = 0;
    //! No: the clerk has one already, or there is no such clerk.
    virtual void saveSecondFactor(ClerkId clerk, const NewSecondFactor &factor, Then then) = 0;
    //! Puts `step` in the place of `before`. No: somebody else was faster, and this code is used.
    virtual void useStep(ClerkId clerk, std::int64_t before, std::int64_t step, Then then) = 0;
    //! No: this clerk has no such code, or it is used.
    virtual void useRecoveryCode(ClerkId clerk, const QByteArray &hash, Then then) = 0;
};

//! What a clerk puts into the phone; both are secrets.
struct FactorEnrolment
{
    Secret text; //!< to be typed
    Secret uri;  //!< to be read from a picture
};

//! The password was right, and more is needed: the code of the phone, or with `enrolment` the first code of a phone
//! that is to be set up now. `token` stands for the password until it is too old.
struct FactorChallenge
{
    Secret token;
    std::optional<FactorEnrolment> enrolment;
};

enum class FactorKind { Phone, RecoveryCode };

struct FactorAnswer
{
    Secret challenge;
    FactorKind kind{};
    Secret code;
    std::string peer; //!< the network that it comes from: wrong codes are counted for account and network together
};

//! Why a code opened nothing. ChallengeOver: begin again with the password. `after` is how long to wait, with TryLater.
struct FactorRefusal
{
    enum class Code { WrongCode, ChallengeOver, TryLater };
    Code code{};
    seconds after{};
    friend bool operator==(const FactorRefusal &, const FactorRefusal &) = default;
};

} // namespace sprechtag::broker
