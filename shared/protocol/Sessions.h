// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/base/Secret.h"
#include "shared/protocol/Codec.h"

//! PROTOCOL.md §2: the bodies of the REST calls.
namespace sprechtag::protocol {

struct SignInRequest
{
    QString login;
    Secret password;
};

//! Makes the first administrator; the one-time token proves access to the server.
struct SetupRequest
{
    Secret oneTimeToken;
    QString login;
    QString name;
    Secret password;
};

//! A clerk's session: the token opens /ws/clerk until it expires.
struct SignedIn
{
    Secret token;
    Instant expiresAt{};
    ClerkCard clerk;
    QList<clerk::Role> roles;
    QList<Secret> recoveryCodes{}; //!< of a second factor that was set up with this sign-in; shown once
};

//! Why a right password is not enough yet. With `enrolment` the clerk has to set up a phone first.
struct SecondFactorDemand
{
    struct Enrolment
    {
        Secret secret; //!< in base 32, for those who type it
        Secret uri;    //!< otpauth://, for those who scan it
    };
    Secret challenge;
    std::optional<Enrolment> enrolment{};
};

//! The answer to it: a code of the phone, or one of the recovery codes.
struct SecondFactorRequest
{
    enum class Kind { Phone, RecoveryCode };
    Secret challenge;
    Kind kind{Kind::Phone};
    Secret code;
};

//! The password was a start password: nothing but the choice of another one is open.
struct NewPasswordDemand
{
    Secret challenge;
    QList<Secret> recoveryCodes{}; //!< of a second factor that was set up with this sign-in; shown once
};

//! The answer to it.
struct NewPasswordRequest
{
    Secret challenge;
    Secret password;
};

//! That there is an answer at all says that the server serves.
struct Health
{
    QString version;
    bool storageFull{};
    std::uint64_t lostLogLines{}; //!< that the log did not take
    friend bool operator==(const Health &, const Health &) = default;
};

//! The body of every REST refusal; `field` names what is wrong with a request that cannot be.
struct RestError
{
    ErrorCode code{ErrorCode::BadRequest};
    std::optional<int> afterSeconds{};
    QString field{};
    std::optional<qint64> received{}; //!< how much of a file is there, when another part of it was expected
    friend bool operator==(const RestError &, const RestError &) = default;
};

[[nodiscard]] QByteArray encode(const SignInRequest &request);
[[nodiscard]] QByteArray encode(const SetupRequest &request);
[[nodiscard]] QByteArray encode(const SignedIn &answer);
[[nodiscard]] QByteArray encode(const SecondFactorDemand &demand);
[[nodiscard]] QByteArray encode(const SecondFactorRequest &request);
[[nodiscard]] QByteArray encode(const NewPasswordDemand &demand);
[[nodiscard]] QByteArray encode(const NewPasswordRequest &request);
[[nodiscard]] QByteArray encode(const Health &health);
[[nodiscard]] QByteArray encode(const RestError &error);
[[nodiscard]] Decoded<SignInRequest> decodeSignInRequest(const QByteArray &body);
[[nodiscard]] Decoded<SetupRequest> decodeSetupRequest(const QByteArray &body);
[[nodiscard]] Decoded<Health> decodeHealth(const QByteArray &body);
[[nodiscard]] Decoded<SignedIn> decodeSignedIn(const QByteArray &body);
[[nodiscard]] Decoded<SecondFactorDemand> decodeSecondFactorDemand(const QByteArray &body);
[[nodiscard]] Decoded<SecondFactorRequest> decodeSecondFactorRequest(const QByteArray &body);
[[nodiscard]] Decoded<NewPasswordDemand> decodeNewPasswordDemand(const QByteArray &body);
[[nodiscard]] Decoded<NewPasswordRequest> decodeNewPasswordRequest(const QByteArray &body);
[[nodiscard]] Decoded<RestError> decodeRestError(const QByteArray &body);

} // namespace sprechtag::protocol
