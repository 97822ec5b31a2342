// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Sessions.h"

#include "shared/protocol/ValuesCodec.h"

namespace sprechtag::protocol {

using namespace Qt::StringLiterals;

namespace {

using wire::Fields;
using wire::Value;

constexpr wire::TextRule kLoginRule{.most = limits::kLoginChars};
constexpr wire::TextRule kPasswordRule{.most = limits::kPasswordChars, .charset = wire::Charset::Password};
constexpr wire::TextRule kTokenRule{.most = limits::kSessionTokenChars, .charset = wire::Charset::Printable};
constexpr wire::TextRule kCodeRule{.most = limits::kCodeChars};
constexpr wire::TextRule kUriRule{.most = limits::kUriChars, .charset = wire::Charset::Printable};
constexpr wire::TextRule kFieldRule{.most = limits::kLabelChars, .least = 0, .charset = wire::Charset::Printable};

constexpr QLatin1String kCodeKey{"code"};
constexpr QLatin1String kRecoveryCodeKey{"recovery_code"};
constexpr QLatin1String kRecoveryCodesKey{"recovery_codes"};

Secret readSecret(const Value &value, const wire::TextRule &rule)
{
    return Secret(value.text(rule).toUtf8());
}

QString revealed(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

// They are shown once: there is no field without them.
void addRecoveryCodes(Fields &fields, const QList<Secret> &codes)
{
    if (!codes.isEmpty())
        fields.addList(kRecoveryCodesKey, codes, [](const Secret &code) { return wire::json(revealed(code)); });
}

QList<Secret> readRecoveryCodes(const Value &value)
{
    const auto read = [](const Value &v) {
        return v.list(limits::kRecoveryCodes, [](const Value &code) { return readSecret(code, kCodeRule); });
    };
    return value[kRecoveryCodesKey].optional(read).value_or(QList<Secret>());
}

constexpr QLatin1String kHealthy{"ok"};
constexpr QLatin1String kStorageFull{"storage_full"};

} // namespace

QByteArray encode(const SignInRequest &request)
{
    return wire::bytes(Fields().add("login"_L1, request.login).add("password"_L1, revealed(request.password)).object());
}

QByteArray encode(const SetupRequest &request)
{
    return wire::bytes(Fields()
                           .add("one_time_token"_L1, revealed(request.oneTimeToken))
                           .add("login"_L1, request.login)
                           .add("name"_L1, request.name)
                           .add("password"_L1, revealed(request.password))
                           .object());
}

QByteArray encode(const SignedIn &answer)
{
    Fields fields;
    fields.add("token"_L1, revealed(answer.token))
        .add("expires_at"_L1, answer.expiresAt)
        .add("clerk"_L1, wire::clerkCardJson(answer.clerk))
        .addList("roles"_L1, answer.roles, [](clerk::Role role) { return wire::json(role); });
    addRecoveryCodes(fields, answer.recoveryCodes);
    return wire::bytes(fields.object());
}

QByteArray encode(const SecondFactorDemand &demand)
{
    Fields fields;
    fields.add("error"_L1, demand.enrolment ? ErrorCode::SecondFactorEnrolment : ErrorCode::SecondFactorNeeded)
        .add("challenge"_L1, revealed(demand.challenge));
    if (demand.enrolment)
        fields.add("secret"_L1, revealed(demand.enrolment->secret)).add("uri"_L1, revealed(demand.enrolment->uri));
    return wire::bytes(fields.object());
}

QByteArray encode(const SecondFactorRequest &request)
{
    const QLatin1String key = request.kind == SecondFactorRequest::Kind::Phone ? kCodeKey : kRecoveryCodeKey;
    return wire::bytes(
        Fields().add("challenge"_L1, revealed(request.challenge)).add(key, revealed(request.code)).object());
}

QByteArray encode(const NewPasswordDemand &demand)
{
    Fields fields;
    fields.add("error"_L1, ErrorCode::NewPasswordNeeded).add("challenge"_L1, revealed(demand.challenge));
    addRecoveryCodes(fields, demand.recoveryCodes);
    return wire::bytes(fields.object());
}

QByteArray encode(const NewPasswordRequest &request)
{
    return wire::bytes(Fields()
                           .add("challenge"_L1, revealed(request.challenge))
                           .add("password"_L1, revealed(request.password))
                           .object());
}

QByteArray encode(const Health &health)
{
    const QString status(health.storageFull ? kStorageFull : kHealthy);
    Fields fields;
    fields.add("status"_L1, status).add("version"_L1, health.version);
    if (health.lostLogLines > 0)
        fields.add("log_lines_lost"_L1, health.lostLogLines);
    return wire::bytes(fields.object());
}

QByteArray encode(const RestError &error)
{
    return wire::bytes(Fields()
                           .add("error"_L1, error.code)
                           .addUnlessEmpty("field"_L1, error.field)
                           .add("after_s"_L1, error.afterSeconds)
                           .add("received"_L1, error.received)
                           .object());
}

Decoded<SignInRequest> decodeSignInRequest(const QByteArray &body)
{
    return wire::decodeObject(body, limits::kRestBodyBytes, [](const Value &value) {
        return SignInRequest{.login = value["login"_L1].text(kLoginRule),
                             .password = readSecret(value["password"_L1], kPasswordRule)};
    });
}

Decoded<SetupRequest> decodeSetupRequest(const QByteArray &body)
{
    return wire::decodeObject(body, limits::kRestBodyBytes, [](const Value &value) {
        return SetupRequest{.oneTimeToken = readSecret(value["one_time_token"_L1], kTokenRule),
                            .login = value["login"_L1].text(kLoginRule),
                            .name = value["name"_L1].text({.most = limits::kLabelChars}),
                            .password = readSecret(value["password"_L1], kPasswordRule)};
    });
}

Decoded<SignedIn> decodeSignedIn(const QByteArray &body)
{
    return wire::decodeObject(body, limits::kRestBodyBytes, [](const Value &value) {
        return SignedIn{
            .token = readSecret(value["token"_L1], kTokenRule),
            .expiresAt = value["expires_at"_L1].instant(),
            .clerk = wire::readClerkCard(value["clerk"_L1]),
            .roles = value["roles"_L1].list(limits::kRoles, [](const Value &v) { return v.choice<clerk::Role>(); }),
            .recoveryCodes = readRecoveryCodes(value)};
    });
}

Decoded<SecondFactorDemand> decodeSecondFactorDemand(const QByteArray &body)
{
    return wire::decodeObject(body, limits::kRestBodyBytes, [](const Value &value) {
        SecondFactorDemand demand{readSecret(value["challenge"_L1], kTokenRule), {}};
        const auto code = value["error"_L1].choice<ErrorCode>();
        if (code == ErrorCode::SecondFactorEnrolment)
            demand.enrolment = SecondFactorDemand::Enrolment{.secret = readSecret(value["secret"_L1], kTokenRule),
                                                             .uri = readSecret(value["uri"_L1], kUriRule)};
        else if (code != ErrorCode::SecondFactorNeeded)
            value["error"_L1].refuse();
        return demand;
    });
}

// One of both: who sends a code says which it is.
Decoded<SecondFactorRequest> decodeSecondFactorRequest(const QByteArray &body)
{
    return wire::decodeObject(body, limits::kRestBodyBytes, [](const Value &value) {
        const bool phone = value[kCodeKey].present();
        if (phone && value[kRecoveryCodeKey].present())
            value[kRecoveryCodeKey].refuse();
        return SecondFactorRequest{.challenge = readSecret(value["challenge"_L1], kTokenRule),
                                   .kind = phone ? SecondFactorRequest::Kind::Phone
                                                 : SecondFactorRequest::Kind::RecoveryCode,
                                   .code = readSecret(value[phone ? kCodeKey : kRecoveryCodeKey], kCodeRule)};
    });
}

Decoded<NewPasswordDemand> decodeNewPasswordDemand(const QByteArray &body)
{
    return wire::decodeObject(body, limits::kRestBodyBytes, [](const Value &value) {
        if (value["error"_L1].choice<ErrorCode>() != ErrorCode::NewPasswordNeeded)
            value["error"_L1].refuse();
        return NewPasswordDemand{.challenge = readSecret(value["challenge"_L1], kTokenRule),
                                 .recoveryCodes = readRecoveryCodes(value)};
    });
}

Decoded<NewPasswordRequest> decodeNewPasswordRequest(const QByteArray &body)
{
    return wire::decodeObject(body, limits::kRestBodyBytes, [](const Value &value) {
        return NewPasswordRequest{.challenge = readSecret(value["challenge"_L1], kTokenRule),
                                  .password = readSecret(value["password"_L1], kPasswordRule)};
    });
}

Decoded<Health> decodeHealth(const QByteArray &body)
{
    return wire::decodeObject(body, limits::kRestBodyBytes, [](const Value &value) {
        const Value status = value["status"_L1];
        const QString said = status.text(wire::kWordRule);
        if (said != kHealthy && said != kStorageFull)
            status.refuse();
        const auto lost = value["log_lines_lost"_L1].optional([](const Value &v) { return v.sequence(); });
        return Health{.version = value["version"_L1].text(wire::kProgramRule),
                      .storageFull = said == kStorageFull,
                      .lostLogLines = lost.value_or(0)};
    });
}

Decoded<RestError> decodeRestError(const QByteArray &body)
{
    return wire::decodeObject(body, limits::kRestBodyBytes, [](const Value &value) {
        return RestError{.code = value["error"_L1].choice<ErrorCode>(),
                         .afterSeconds = value["after_s"_L1].optional(
                             [](const Value &v) { return v.count<int>(0, limits::kDurationSeconds); }),
                         .field = value["field"_L1].textOrEmpty(kFieldRule),
                         .received = value["received"_L1].optional(
                             [](const Value &v) { return v.count<qint64>(0, documents::kFileBytes); })};
    });
}

} // namespace sprechtag::protocol
