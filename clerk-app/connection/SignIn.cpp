// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/SignIn.h"

#include "shared/base/Log.h"

#include <QNetworkReply>
#include <QNetworkRequest>

namespace sprechtag::clerk::connection {

using namespace Qt::StringLiterals;

namespace {

constexpr seconds kAnswerWithin{15}; // A server that hashes passwords for many answers later than that to nobody.
constexpr qint64 kMaxAnswerBytes = qint64{64} * 1024; // Whatever answers there must not fill the memory.

QNetworkRequest restRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(milliseconds(kAnswerWithin).count()));
    // A session token must not follow a redirect to somewhere else.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    return request;
}

SignInError refused(const QByteArray &body)
{
    const auto error = protocol::decodeRestError(body);
    if (!error)
        return {SignInTrouble::NotSprechtag};
    if (error->code == protocol::ErrorCode::TryLater)
        return {SignInTrouble::TryLater,
                error->afterSeconds ? std::optional(seconds(*error->afterSeconds)) : std::nullopt};
    const bool wrong = error->code == protocol::ErrorCode::WrongLogin;
    return {wrong ? SignInTrouble::WrongLogin : SignInTrouble::NotSprechtag};
}

} // namespace

SignIn::SignIn(QObject *parent)
    : QObject(parent)
{
}

void SignIn::signIn(const ServerAddress &server, const protocol::SignInRequest &request, Continuation then)
{
    if (m_running) {
        m_running->disconnect(this);
        m_running->abort();
        m_running->deleteLater();
    }
    QNetworkRequest http = restRequest(server.rest(u"/api/v1/sessions"_s));
    http.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = m_network.post(http, protocol::encode(request));
    m_running = reply;
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > kMaxAnswerBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, then = std::move(then)] {
        reply->deleteLater();
        m_running.clear();
        then(read(*reply));
    });
}

SignIn::Answer SignIn::read(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.error() == QNetworkReply::SslHandshakeFailedError) {
        qCWarning(lcConnection) << "sign-in refused: the server's certificate is not trusted";
        return Failure(SignInError{SignInTrouble::Certificate});
    }
    if (status == 0)
        return Failure(SignInError{SignInTrouble::Unreachable});
    const QByteArray body = reply.read(kMaxAnswerBytes);
    if (status != 201)
        return Failure(refused(body));
    auto session = protocol::decodeSignedIn(body);
    if (!session)
        return Failure(SignInError{SignInTrouble::NotSprechtag});
    return std::move(session).value();
}

void SignIn::signOut(const ServerAddress &server, const Secret &token)
{
    QNetworkRequest http = restRequest(server.rest(u"/api/v1/sessions/current"_s));
    http.setRawHeader("Authorization", "Bearer " + token.reveal());
    QNetworkReply *reply = m_network.deleteResource(http);
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

} // namespace sprechtag::clerk::connection
