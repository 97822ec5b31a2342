// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/SignIn.h"

#include "shared/base/Log.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <array>

namespace sprechtag::clerk::connection {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCreated = 201;
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

SignInTrouble troubleOf(protocol::ErrorCode code)
{
    using protocol::ErrorCode;
    constexpr std::array kTroubles{std::pair(ErrorCode::WrongLogin, SignInTrouble::WrongLogin),
                                   std::pair(ErrorCode::WrongCode, SignInTrouble::WrongCode),
                                   std::pair(ErrorCode::ChallengeOver, SignInTrouble::ChallengeOver),
                                   std::pair(ErrorCode::PasswordTooShort, SignInTrouble::TooShort),
                                   std::pair(ErrorCode::PasswordTooSimple, SignInTrouble::TooSimple),
                                   std::pair(ErrorCode::PasswordTooCommon, SignInTrouble::TooCommon),
                                   std::pair(ErrorCode::PasswordUnchanged, SignInTrouble::Unchanged),
                                   std::pair(ErrorCode::StorageFull, SignInTrouble::StorageFull)};
    const auto *const known = std::ranges::find(kTroubles, code, [](const auto &pair) { return pair.first; });
    return known == kTroubles.end() ? SignInTrouble::NotSprechtag : known->second;
}

SignInError refused(const QByteArray &body)
{
    const auto error = protocol::decodeRestError(body);
    if (!error)
        return {SignInTrouble::NotSprechtag};
    if (error->code == protocol::ErrorCode::TryLater)
        return {SignInTrouble::TryLater,
                error->afterSeconds ? std::optional(seconds(*error->afterSeconds)) : std::nullopt};
    if (error->code == protocol::ErrorCode::BadRequest && error->field == "password"_L1)
        return {SignInTrouble::Unacceptable, {}, error->field};
    return {troubleOf(error->code)};
}

//! Nobody has answered, or nobody whom we would believe.
std::optional<SignInError> troubleOnTheWay(const QNetworkReply &reply)
{
    if (reply.error() == QNetworkReply::SslHandshakeFailedError) {
        qCWarning(lcConnection) << "sign-in refused: the server's certificate is not trusted";
        return SignInError{SignInTrouble::Certificate};
    }
    const bool answered = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 0;
    return answered ? std::nullopt : std::optional(SignInError{SignInTrouble::Unreachable});
}

SignInError setupRefused(const QByteArray &body)
{
    using protocol::ErrorCode;
    const auto error = protocol::decodeRestError(body);
    if (!error)
        return {SignInTrouble::NotSprechtag};
    if (error->code == ErrorCode::NotAuthorised)
        return {SignInTrouble::WrongToken};
    if (error->code == ErrorCode::Unsupported)
        return {SignInTrouble::SetUpAlready};
    if (error->code == ErrorCode::BadRequest || error->code == ErrorCode::Conflict)
        return {SignInTrouble::Unacceptable, {}, error->field};
    return refused(body);
}

} // namespace

SignIn::SignIn(QObject *parent)
    : QObject(parent)
{
}

void SignIn::signIn(const ServerAddress &server, const protocol::SignInRequest &request, Continuation then)
{
    ask(server.rest(u"/api/v1/sessions"_s), protocol::encode(request), std::move(then));
}

void SignIn::answer(const ServerAddress &server, const protocol::SecondFactorRequest &request, Continuation then)
{
    ask(server.rest(u"/api/v1/sessions/second-factor"_s), protocol::encode(request), std::move(then));
}

void SignIn::choose(const ServerAddress &server, const protocol::NewPasswordRequest &request, Continuation then)
{
    ask(server.rest(u"/api/v1/sessions/new-password"_s), protocol::encode(request), std::move(then));
}

void SignIn::ask(const QUrl &url, const QByteArray &body, Continuation then)
{
    post(url, body, [then = std::move(then)](QNetworkReply &reply) { then(read(reply)); });
}

void SignIn::setUp(const ServerAddress &server, const protocol::SetupRequest &request, SetUpContinuation then)
{
    post(server.rest(u"/api/v1/setup"_s), protocol::encode(request), [then = std::move(then)](QNetworkReply &reply) {
        if (const auto trouble = troubleOnTheWay(reply))
            return then(Failure(*trouble));
        const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == kCreated)
            return then(Done{});
        then(Failure(setupRefused(reply.read(kMaxAnswerBytes))));
    });
}

void SignIn::cancel()
{
    if (!m_running)
        return;
    m_running->disconnect(this);
    m_running->abort();
    m_running->deleteLater();
    m_running.clear();
}

void SignIn::post(const QUrl &url, const QByteArray &body, std::function<void(QNetworkReply &)> then)
{
    cancel();
    QNetworkRequest http = restRequest(url);
    http.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = m_network.post(http, body);
    m_running = reply;
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > kMaxAnswerBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, then = std::move(then)] {
        reply->deleteLater();
        m_running.clear();
        then(*reply);
    });
}

SignIn::Answer SignIn::read(QNetworkReply &reply)
{
    if (const auto trouble = troubleOnTheWay(reply))
        return Failure(*trouble);
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray body = reply.read(kMaxAnswerBytes);
    if (status == 401) {
        if (auto demand = protocol::decodeSecondFactorDemand(body))
            return SignInStep(std::move(demand).value());
        if (auto demand = protocol::decodeNewPasswordDemand(body))
            return SignInStep(std::move(demand).value());
    }
    if (status != kCreated)
        return Failure(refused(body));
    auto session = protocol::decodeSignedIn(body);
    if (!session)
        return Failure(SignInError{SignInTrouble::NotSprechtag});
    return SignInStep(std::move(session).value());
}

void SignIn::signOut(const ServerAddress &server, const Secret &token)
{
    QNetworkRequest http = restRequest(server.rest(u"/api/v1/sessions/current"_s));
    http.setRawHeader("Authorization", "Bearer " + token.reveal());
    QNetworkReply *reply = m_network.deleteResource(http);
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

} // namespace sprechtag::clerk::connection
