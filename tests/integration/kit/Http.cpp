// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/Http.h"

#include "shared/protocol/Sessions.h"
#include "tests/integration/kit/TownFolder.h"

#include <QTcpSocket>
#include <QTest>

namespace sprechtag::test {
namespace {

std::optional<HttpAnswer> parsed(const QByteArray &text, bool closed)
{
    const qsizetype end = text.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    HttpAnswer answer;
    const auto lines = text.first(end).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers[line.first(colon).toLower()] = line.sliced(colon + 1).trimmed();
    }
    answer.body = text.sliced(end + 4);
    if (answer.status == 101)
        return answer;
    const auto length = answer.headers.find("content-length");
    const bool whole = length == answer.headers.end() ? closed : answer.body.size() >= length->second.toLongLong();
    return whole ? std::optional(answer) : std::nullopt;
}

} // namespace

std::optional<HttpAnswer> exchange(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    socket.write(request);
    QByteArray text;
    std::optional<HttpAnswer> answer;
    const bool answered = QTest::qWaitFor(
        [&] {
            text += socket.readAll();
            answer = parsed(text, socket.state() == QAbstractSocket::UnconnectedState);
            return answer.has_value() || socket.state() == QAbstractSocket::UnconnectedState;
        },
        kPatienceMs);
    return answered ? answer : std::nullopt;
}

QByteArray requestText(const QByteArray &head, const QByteArray &body)
{
    QByteArray text = head + "Host: 127.0.0.1\r\nConnection: close\r\n";
    if (!body.isEmpty())
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

QByteArray upgradeText(const QByteArray &path, const QByteArray &fields)
{
    return "GET " + path +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
           fields + "\r\n";
}

std::optional<HttpAnswer> post(quint16 port, const QByteArray &path, const QByteArray &json)
{
    return exchange(port, requestText("POST " + path + " HTTP/1.1\r\nContent-Type: application/json\r\n", json));
}

HttpAnswer signInAnswer(quint16 port, const QString &login, const QByteArray &password)
{
    return post(port, "/api/v1/sessions",
                protocol::encode(protocol::SignInRequest{.login = login, .password = Secret(password)}))
        .value_or(HttpAnswer());
}

HttpAnswer choose(quint16 port, const Secret &challenge, const QByteArray &password)
{
    return post(port, "/api/v1/sessions/new-password",
                protocol::encode(protocol::NewPasswordRequest{challenge, Secret(password)}))
        .value_or(HttpAnswer());
}

std::optional<QByteArray> signIn(quint16 port, const QString &login, const QByteArray &password)
{
    const HttpAnswer answer = signInAnswer(port, login, password);
    if (answer.status != 201)
        return std::nullopt;
    const auto signedIn = protocol::decodeSignedIn(answer.body);
    return signedIn ? std::optional(signedIn->token.reveal()) : std::nullopt;
}

std::optional<int> signOut(quint16 port, const QByteArray &token)
{
    const auto answer = exchange(
        port, requestText("DELETE /api/v1/sessions/current HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n"));
    return answer ? std::optional(answer->status) : std::nullopt;
}

} // namespace sprechtag::test
