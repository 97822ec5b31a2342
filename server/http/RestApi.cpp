// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/RestApi.h"

#include "server/http/JsonAnswers.h"
#include "server/http/Negotiation.h"
#include "shared/protocol/Limits.h"

#include <algorithm>

namespace sprechtag::http {

using protocol::ErrorCode;

namespace {

int wholeSeconds(seconds after)
{
    return static_cast<int>(std::max(after, seconds{1}).count());
}

Response created(const HeaderPolicy &policy, const broker::NewSession &session)
{
    const broker::SignedIn &who = session.who;
    protocol::SignedIn answer{.token = session.token,
                              .expiresAt = who.expires,
                              .clerk = {who.clerk.id, who.clerk.login, who.clerk.name},
                              .roles = who.roles,
                              .recoveryCodes = {session.recoveryCodes.begin(), session.recoveryCodes.end()}};
    return jsonAnswer(policy, 201, protocol::encode(answer));
}

Response unauthorised(const HeaderPolicy &policy, const QByteArray &body)
{
    Response response = jsonAnswer(policy, 401, body);
    response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

Response demanded(const HeaderPolicy &policy, const broker::FactorChallenge &challenge)
{
    protocol::SecondFactorDemand demand{.challenge = challenge.token};
    if (challenge.enrolment)
        demand.enrolment = {.secret = challenge.enrolment->text, .uri = challenge.enrolment->uri};
    return unauthorised(policy, protocol::encode(demand));
}

Response demanded(const HeaderPolicy &policy, const broker::PasswordDemand &demand)
{
    return unauthorised(policy,
                        protocol::encode(protocol::NewPasswordDemand{
                            demand.token, QList<Secret>(demand.recoveryCodes.begin(), demand.recoveryCodes.end())}));
}

Response answerTo(const HeaderPolicy &policy, const broker::SignInStep &step)
{
    return std::visit(Overloaded{[&policy](const broker::NewSession &session) { return created(policy, session); },
                                 [&policy](const auto &more) { return demanded(policy, more); }},
                      step);
}

Response refused(const HeaderPolicy &policy, const broker::PasswordRefusal &why)
{
    switch (why.code) {
    case broker::PasswordRefusal::Code::ChallengeOver:
        return refusal(policy, 401, {.code = ErrorCode::ChallengeOver});
    case broker::PasswordRefusal::Code::TooShort:
        return refusal(policy, 400, {.code = ErrorCode::PasswordTooShort});
    case broker::PasswordRefusal::Code::TooSimple:
        return refusal(policy, 400, {.code = ErrorCode::PasswordTooSimple});
    case broker::PasswordRefusal::Code::TooCommon:
        return refusal(policy, 400, {.code = ErrorCode::PasswordTooCommon});
    case broker::PasswordRefusal::Code::Unchanged:
        return refusal(policy, 400, {.code = ErrorCode::PasswordUnchanged});
    case broker::PasswordRefusal::Code::BadRequest:
        return refusal(policy, 400, {.code = ErrorCode::BadRequest, .field = QStringLiteral("password")});
    case broker::PasswordRefusal::Code::TryLater:
        break;
    }
    return refusal(policy, 429, {.code = ErrorCode::TryLater, .afterSeconds = wholeSeconds(why.after)});
}

Response refused(const HeaderPolicy &policy, const broker::FactorRefusal &why)
{
    switch (why.code) {
    case broker::FactorRefusal::Code::WrongCode:
        return refusal(policy, 401, {.code = ErrorCode::WrongCode});
    case broker::FactorRefusal::Code::ChallengeOver:
        return refusal(policy, 401, {.code = ErrorCode::ChallengeOver});
    case broker::FactorRefusal::Code::TryLater:
        break;
    }
    return refusal(policy, 429, {.code = ErrorCode::TryLater, .afterSeconds = wholeSeconds(why.after)});
}

Response refused(const HeaderPolicy &policy, const broker::SignInRefusal &why)
{
    switch (why.code) {
    case broker::SignInRefusal::Code::WrongLogin:
        return refusal(policy, 401, {.code = ErrorCode::WrongLogin});
    case broker::SignInRefusal::Code::TryLater:
        return refusal(policy, 429, {.code = ErrorCode::TryLater, .afterSeconds = wholeSeconds(why.after)});
    case broker::SignInRefusal::Code::BadRequest:
        break;
    }
    return refusal(policy, 400, {.code = ErrorCode::BadRequest});
}

Response noSuchRoute(const HeaderPolicy &policy)
{
    return refusal(policy, 404, {.code = ErrorCode::Unsupported});
}

Response refused(const HeaderPolicy &policy, const broker::SetupRefusal &why)
{
    switch (why.code) {
    case broker::SetupRefusal::Code::WrongToken:
        return refusal(policy, 403, {.code = ErrorCode::NotAuthorised});
    case broker::SetupRefusal::Code::Closed:
        return noSuchRoute(policy);
    case broker::SetupRefusal::Code::LoginTaken:
        return refusal(policy, 409, {.code = ErrorCode::Conflict, .field = QStringLiteral("login")});
    case broker::SetupRefusal::Code::TryLater:
        return refusal(policy, 429, {.code = ErrorCode::TryLater, .afterSeconds = wholeSeconds(why.after)});
    case broker::SetupRefusal::Code::BadRequest:
        break;
    }
    return refusal(policy, 400, {.code = ErrorCode::BadRequest, .field = why.field});
}

//! Why a body is not even looked at.
std::optional<Response> unfitBody(const HeaderPolicy &policy, const Request &request)
{
    if (!isJson(request.header("content-type")))
        return refusal(policy, 415, {.code = ErrorCode::Unsupported});
    if (request.body.size() > static_cast<std::size_t>(protocol::limits::kRestBodyBytes))
        return refusal(policy, 413, {.code = ErrorCode::BadRequest});
    return std::nullopt;
}

//! As the field Allow has them: HEAD is answered wherever GET is.
std::string_view methodsOf(const RouteRow &row)
{
    return row.method == "GET" ? "GET, HEAD" : row.method;
}

bool allows(const RouteRow &row, std::string_view method)
{
    return method == row.method || (method == "HEAD" && row.method == "GET");
}

Response wrongMethod(const HeaderPolicy &policy, std::string_view allowed)
{
    Response response = refusal(policy, 405, {.code = ErrorCode::Unsupported});
    response.headers.emplace_back("Allow", allowed);
    return response;
}

Response unreadable(const HeaderPolicy &policy, const protocol::DecodeError &error)
{
    return refusal(policy, 400, {.code = ErrorCode::BadRequest, .field = error.field});
}

} // namespace

RestApi::RestApi(broker::Identity &identity, const HeaderPolicy &policy, QString version,
                 std::function<Vitals()> vitals)
    : m_identity(identity)
    , m_policy(policy)
    , m_version(std::move(version))
    , m_vitals(std::move(vitals))
{
}

void RestApi::handle(const Request &request, const Answer &answer)
{
    const auto *const row = std::ranges::find(kRoutes, std::string_view(request.path), &RouteRow::path);
    if (row != kRoutes.end()) {
        if (!allows(*row, request.method))
            return answer(wrongMethod(m_policy, methodsOf(*row)));
        if (request.method == "POST" && m_vitals().storageFull)
            return answer(
                refusal(m_policy, 503,
                        {.code = ErrorCode::StorageFull, .afterSeconds = protocol::limits::kAfterStorageFullSeconds}));
        return handle(row->route, request, answer);
    }
    // A plain request where only WebSocket is spoken; upgrades are judged elsewhere.
    if (request.path.starts_with("/ws/"))
        return answer(refusal(m_policy, 426, {.code = ErrorCode::Unsupported}));
    answer(noSuchRoute(m_policy));
}

void RestApi::handle(Route route, const Request &request, const Answer &answer)
{
    switch (route) {
    case Route::Health:
        return answer(health());
    case Route::SetUp:
        return setUp(request, answer);
    case Route::SignIn:
        return signIn(request, answer);
    case Route::AnswerChallenge:
        return answerChallenge(request, answer);
    case Route::ChoosePassword:
        return choosePassword(request, answer);
    case Route::SignOut:
        return answer(signOut(request));
    }
}

void RestApi::setUp(const Request &request, const Answer &answer)
{
    if (const auto unfit = unfitBody(m_policy, request))
        return answer(*unfit);
    const auto body = protocol::decodeSetupRequest(QByteArray::fromStdString(request.body));
    if (!body)
        return answer(unreadable(m_policy, body.error()));
    m_identity.createFirstAdministrator(
        {.oneTimeToken = body->oneTimeToken, .login = body->login, .name = body->name, .password = body->password},
        [answer, policy = m_policy](const Result<Done, broker::SetupRefusal> &outcome) {
            answer(outcome ? jsonAnswer(policy, 201, "{}") : refused(policy, outcome.error()));
        });
}

void RestApi::signIn(const Request &request, const Answer &answer)
{
    if (const auto unfit = unfitBody(m_policy, request))
        return answer(*unfit);
    const auto body = protocol::decodeSignInRequest(QByteArray::fromStdString(request.body));
    if (!body)
        return answer(unreadable(m_policy, body.error()));
    const auto told = [answer, policy = m_policy](const Result<broker::SignInStep, broker::SignInRefusal> &outcome) {
        answer(outcome ? answerTo(policy, *outcome) : refused(policy, outcome.error()));
    };
    m_identity.signIn({.login = body->login, .password = body->password, .peer = request.peer}, told);
}

void RestApi::answerChallenge(const Request &request, const Answer &answer)
{
    if (const auto unfit = unfitBody(m_policy, request))
        return answer(*unfit);
    const auto body = protocol::decodeSecondFactorRequest(QByteArray::fromStdString(request.body));
    if (!body)
        return answer(unreadable(m_policy, body.error()));
    const bool phone = body->kind == protocol::SecondFactorRequest::Kind::Phone;
    m_identity.answerChallenge(
        {.challenge = body->challenge,
         .kind = phone ? broker::FactorKind::Phone : broker::FactorKind::RecoveryCode,
         .code = body->code,
         .peer = request.peer},
        [answer, policy = m_policy](const Result<broker::SignInStep, broker::FactorRefusal> &outcome) {
            answer(outcome ? answerTo(policy, *outcome) : refused(policy, outcome.error()));
        });
}

void RestApi::choosePassword(const Request &request, const Answer &answer)
{
    if (const auto unfit = unfitBody(m_policy, request))
        return answer(*unfit);
    const auto body = protocol::decodeNewPasswordRequest(QByteArray::fromStdString(request.body));
    if (!body)
        return answer(unreadable(m_policy, body.error()));
    m_identity.choosePassword(
        {.challenge = body->challenge, .password = body->password, .peer = request.peer},
        [answer, policy = m_policy](const Result<broker::NewSession, broker::PasswordRefusal> &outcome) {
            answer(outcome ? created(policy, *outcome) : refused(policy, outcome.error()));
        });
}

Response RestApi::signOut(const Request &request)
{
    const auto token = bearerToken(request);
    const auto who = token ? m_identity.authenticate(*token) : std::nullopt;
    if (!who)
        return refusal(m_policy, 401, {.code = ErrorCode::SessionEnded});
    m_identity.signOut(who->session);
    Response response{.status = 204};
    m_policy.protect(response);
    return response;
}

Response RestApi::health() const
{
    const Vitals vitals = m_vitals();
    return jsonAnswer(m_policy, vitals.storageFull ? 503 : 200,
                      protocol::encode(protocol::Health{.version = m_version,
                                                        .storageFull = vitals.storageFull,
                                                        .lostLogLines = vitals.lostLogLines}));
}

} // namespace sprechtag::http
