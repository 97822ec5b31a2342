// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>

namespace sprechtag::test {

struct HttpAnswer
{
    int status{};
    std::map<QByteArray, QByteArray> headers; //!< names in lower case
    QByteArray body;
};

//! A request byte by byte as the test writes it, on a connection of its own; nullopt: no whole answer.
[[nodiscard]] std::optional<HttpAnswer> exchange(quint16 port, const QByteArray &request);

//! `head` is the request line and further fields, each ending with CR LF.
[[nodiscard]] QByteArray requestText(const QByteArray &head, const QByteArray &body = {});
[[nodiscard]] QByteArray upgradeText(const QByteArray &path, const QByteArray &fields);

//! A POST with a body of JSON.
[[nodiscard]] std::optional<HttpAnswer> post(quint16 port, const QByteArray &path, const QByteArray &json);
//! What the server says to a login and its password.
[[nodiscard]] HttpAnswer signInAnswer(quint16 port, const QString &login, const QByteArray &password);
//! What it says to a password in the place of a start password.
[[nodiscard]] HttpAnswer choose(quint16 port, const Secret &challenge, const QByteArray &password);

//! A session token; nullopt: the server did not sign the clerk in.
[[nodiscard]] std::optional<QByteArray> signIn(quint16 port, const QString &login, const QByteArray &password);
[[nodiscard]] std::optional<int> signOut(quint16 port, const QByteArray &token);

} // namespace sprechtag::test
