// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "shared/protocol/Sessions.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace sprechtag::protocol {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxLogin = 200;     // A longer name is nobody's; it would only be carried around.
constexpr qsizetype kMaxPassword = 1024; // Hashing cost must not be the sender's to choose.
constexpr qsizetype kMaxToken = 512;
constexpr qsizetype kMaxName = 200;

struct RoleName
{
    clerk::Role role;
    QLatin1StringView name;
};
constexpr std::array kRoles{RoleName{clerk::Role::Clerk, "clerk"_L1},
                            RoleName{clerk::Role::HeadOfOffice, "head_of_office"_L1},
                            RoleName{clerk::Role::Administrator, "administrator"_L1}};

//! The codes that REST answers can have; the office's own never come here.
struct CodeName
{
    ErrorCode code;
    QLatin1StringView name;
};
constexpr std::array kCodes{
    CodeName{ErrorCode::BadRequest, "bad_request"_L1}, CodeName{ErrorCode::Unsupported, "unsupported"_L1},
    CodeName{ErrorCode::Conflict, "conflict"_L1},      CodeName{ErrorCode::NotAuthorised, "not_authorised"_L1},
    CodeName{ErrorCode::WrongLogin, "wrong_login"_L1}, CodeName{ErrorCode::SessionEnded, "session_ended"_L1},
    CodeName{ErrorCode::TryLater, "try_later"_L1}};

Failure<DecodeError> bad(const QString &field)
{
    return Failure(DecodeError{ErrorCode::BadRequest, field, {}});
}

std::optional<QJsonObject> objectOf(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<QString> textOf(const QJsonObject &object, QLatin1StringView field, qsizetype longest)
{
    const QJsonValue value = object.value(field);
    if (!value.isString() || value.toString().isEmpty() || value.toString().size() > longest)
        return std::nullopt;
    return value.toString();
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString timeText(Instant time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs);
}

std::optional<Instant> timeOf(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() != Qt::UTC)
        return std::nullopt;
    return Instant(milliseconds(time.toMSecsSinceEpoch()));
}

QJsonArray roleNames(const QList<clerk::Role> &roles)
{
    QJsonArray names;
    for (const RoleName &entry : kRoles) {
        if (roles.contains(entry.role))
            names.append(entry.name);
    }
    return names;
}

QList<clerk::Role> rolesOf(const QJsonArray &names)
{
    QList<clerk::Role> roles;
    for (const RoleName &entry : kRoles) {
        if (names.contains(QJsonValue(entry.name)))
            roles.append(entry.role);
    }
    return roles;
}

std::optional<ClerkCard> clerkOf(const QJsonObject &object)
{
    const auto id = textOf(object, "id"_L1, 64);
    const auto login = textOf(object, "login"_L1, kMaxLogin);
    const auto name = textOf(object, "name"_L1, kMaxName);
    const auto clerkId = id ? ClerkId::parse(id->toStdString()) : std::nullopt;
    if (!clerkId || !login || !name)
        return std::nullopt;
    return ClerkCard{*clerkId, *login, *name};
}

} // namespace

QByteArray encode(const SignInRequest &request)
{
    return bytes({{u"login"_s, request.login}, {u"password"_s, QString::fromUtf8(request.password.reveal())}});
}

QByteArray encode(const SignedIn &answer)
{
    const QJsonObject person{{u"id"_s, QString::fromStdString(answer.clerk.id.text())},
                             {u"login"_s, answer.clerk.login},
                             {u"name"_s, answer.clerk.name}};
    return bytes({{u"token"_s, QString::fromUtf8(answer.token.reveal())},
                  {u"expires_at"_s, timeText(answer.expiresAt)},
                  {u"clerk"_s, person},
                  {u"roles"_s, roleNames(answer.roles)}});
}

QByteArray encode(const RestError &error)
{
    QJsonObject object;
    for (const CodeName &entry : kCodes) {
        if (entry.code == error.code)
            object.insert(u"error"_s, entry.name);
    }
    if (error.afterSeconds)
        object.insert(u"after_s"_s, *error.afterSeconds);
    return bytes(object);
}

Decoded<SignInRequest> decodeSignInRequest(const QByteArray &body)
{
    const auto object = objectOf(body);
    if (!object)
        return bad({});
    const auto login = textOf(*object, "login"_L1, kMaxLogin);
    const auto password = textOf(*object, "password"_L1, kMaxPassword);
    if (!login)
        return bad(u"login"_s);
    if (!password)
        return bad(u"password"_s);
    return SignInRequest{*login, Secret(password->toUtf8())};
}

Decoded<SignedIn> decodeSignedIn(const QByteArray &body)
{
    const auto object = objectOf(body);
    if (!object)
        return bad({});
    const auto token = textOf(*object, "token"_L1, kMaxToken);
    const auto expiresAt = timeOf(object->value("expires_at"_L1).toString());
    const auto person = clerkOf(object->value("clerk"_L1).toObject());
    if (!token)
        return bad(u"token"_s);
    if (!expiresAt)
        return bad(u"expires_at"_s);
    if (!person)
        return bad(u"clerk"_s);
    return SignedIn{Secret(token->toUtf8()), *expiresAt, *person, rolesOf(object->value("roles"_L1).toArray())};
}

Decoded<RestError> decodeRestError(const QByteArray &body)
{
    const auto object = objectOf(body);
    if (!object)
        return bad({});
    const QString name = object->value("error"_L1).toString();
    for (const CodeName &entry : kCodes) {
        if (name != entry.name)
            continue;
        const QJsonValue after = object->value("after_s"_L1);
        return RestError{entry.code, after.isDouble() ? std::optional(after.toInt()) : std::nullopt};
    }
    return bad(u"error"_s);
}

} // namespace sprechtag::protocol
