// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/SessionKeeper.h"

#include "shared/base/Log.h"
#include "shared/domain/town/Validate.h"

namespace sprechtag::clerk::app {

using namespace Qt::StringLiterals;
using connection::AddressError;
using connection::ServerAddress;
using connection::SignInTrouble;
using connection::StopReason;
using platform::CredentialError;

namespace {

constexpr seconds kLongInSeconds{90};

QString keyOf(const ServerAddress &server, const QString &login)
{
    return login + u'@' + server.text();
}

} // namespace

SessionKeeper::SessionKeeper(Preferences &preferences, platform::CredentialStore &store,
                             connection::ServerConnection &line, QString language, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_store(store)
    , m_line(line)
    , m_language(std::move(language))
{
    connect(&m_line, &connection::ServerConnection::statusChanged, this, &SessionKeeper::follow);
}

void SessionKeeper::resume(const QString &server, const QString &login)
{
    const auto address = ServerAddress::parse(server);
    if (!address || !m_preferences.isOn(Preference::StaySignedIn)) {
        Q_EMIT signedOut({});
        return;
    }
    Q_EMIT signingIn();
    m_key = keyOf(*address, login);
    m_store.find(m_key, this, [this, address = *address](const Result<Secret, CredentialError> &found) {
        if (!found.ok()) {
            Q_EMIT signedOut(words(found.error()));
            return;
        }
        m_server = address;
        m_token = found.value();
        Q_EMIT signedIn();
        m_line.open(address, m_token, m_language);
    });
}

void SessionKeeper::signIn(const view::SignInForm &form)
{
    const auto server = ServerAddress::parse(form.server);
    if (!server) {
        Q_EMIT signedOut(words(server.error()));
        return;
    }
    Q_EMIT signingIn();
    m_preferences.set(Preference::Server, form.server.trimmed());
    m_preferences.set(Preference::Login, form.login);
    m_preferences.set(Preference::StaySignedIn, form.remember);
    m_key = keyOf(*server, form.login);
    m_attempt = Attempt{*server, form.remember, {}};
    m_signIn.signIn(*server, {form.login, form.password},
                    [this](const connection::SignIn::Answer &answer) { judge(answer); });
}

void SessionKeeper::setUp(const view::SetupForm &form)
{
    const auto server = ServerAddress::parse(form.server);
    if (!server) {
        Q_EMIT setupRefused(words(server.error()));
        return;
    }
    Q_EMIT settingUp();
    m_signIn.setUp(*server, {form.oneTimeToken, form.login, form.name, form.password},
                   [this, form](const Result<Done, connection::SignInError> &outcome) {
                       if (outcome)
                           return signIn({form.server, form.login, form.password, false});
                       Q_EMIT setupRefused(words(outcome.error()));
                   });
}

void SessionKeeper::judge(const connection::SignIn::Answer &answer)
{
    if (!answer.ok())
        return refuse(answer.error());
    std::visit(Overloaded{[this](const protocol::SignedIn &session) {
                              if (const auto attempt = std::exchange(m_attempt, std::nullopt))
                                  take(attempt->server, attempt->remember, session);
                          },
                          [this](const auto &wanted) { demand(wanted); }},
               answer.value());
}

void SessionKeeper::demand(const protocol::SecondFactorDemand &demand)
{
    m_attempt->challenge = demand.challenge;
    std::optional<view::PhoneEnrolment> enrolment;
    if (demand.enrolment)
        enrolment = view::PhoneEnrolment{demand.enrolment->secret, demand.enrolment->uri};
    Q_EMIT passwordSpent();
    Q_EMIT secondFactorWanted(enrolment);
}

void SessionKeeper::demand(const protocol::NewPasswordDemand &demand)
{
    m_attempt->challenge = demand.challenge;
    Q_EMIT passwordSpent();
    Q_EMIT newPasswordWanted();
    if (!demand.recoveryCodes.isEmpty())
        Q_EMIT recoveryCodesIssued(demand.recoveryCodes);
}

void SessionKeeper::choosePassword(const Secret &password)
{
    if (!m_attempt)
        return;
    Q_EMIT choosingPassword();
    m_signIn.choose(m_attempt->server, {m_attempt->challenge, password},
                    [this](const connection::SignIn::Answer &answer) { judgeChoice(answer); });
}

void SessionKeeper::judgeChoice(const connection::SignIn::Answer &answer)
{
    if (answer.ok())
        return judge(answer);
    if (answer.error().trouble == SignInTrouble::ChallengeOver)
        return refuse(answer.error());
    Q_EMIT newPasswordRefused(words(answer.error()));
}

void SessionKeeper::answer(const view::SecondFactorForm &form)
{
    if (!m_attempt)
        return;
    Q_EMIT answering();
    using Kind = protocol::SecondFactorRequest::Kind;
    const Kind kind = form.kind == view::CodeKind::Phone ? Kind::Phone : Kind::RecoveryCode;
    m_signIn.answer(m_attempt->server, {m_attempt->challenge, kind, form.code},
                    [this, kind = form.kind](const connection::SignIn::Answer &answer) { judgeCode(kind, answer); });
}

void SessionKeeper::judgeCode(view::CodeKind kind, const connection::SignIn::Answer &answer)
{
    if (answer.ok())
        return judge(answer);
    const SignInTrouble trouble = answer.error().trouble;
    if (trouble == SignInTrouble::ChallengeOver)
        return refuse(answer.error());
    Q_EMIT secondFactorRefused(trouble == SignInTrouble::WrongCode ? wordsForCode(kind) : words(answer.error()));
}

void SessionKeeper::cancelAttempt()
{
    m_signIn.cancel();
    m_attempt.reset();
    Q_EMIT signedOut({});
}

void SessionKeeper::take(const ServerAddress &server, bool remember, const protocol::SignedIn &session)
{
    qCInfo(lcClerkApp) << "signed in";
    m_server = server;
    m_token = session.token;
    Q_EMIT passwordSpent();
    Q_EMIT signedIn();
    m_line.open(server, m_token, m_language);
    if (remember)
        keep();
    else
        m_store.forget(m_key); // an earlier session would else stay valid there
    if (!session.recoveryCodes.isEmpty())
        Q_EMIT recoveryCodesIssued(session.recoveryCodes);
}

void SessionKeeper::refuse(const connection::SignInError &error)
{
    if (error.trouble == SignInTrouble::WrongLogin)
        Q_EMIT passwordSpent();
    Q_EMIT signedOut(words(error));
}

void SessionKeeper::keep()
{
    m_store.keep(m_key, m_token, this, [this](const Result<Done, CredentialError> &kept) {
        if (kept.ok())
            return;
        m_preferences.set(Preference::StaySignedIn, false);
        Q_EMIT remarked(tr("This computer has no place to keep secrets safely. You stay signed in until you quit; "
                           "next time please sign in again."));
    });
}

void SessionKeeper::signOut()
{
    m_line.close();
    if (m_server)
        m_signIn.signOut(*m_server, m_token);
    m_store.forget(m_key);
    m_server.reset();
    m_token = {};
    Q_EMIT signedOut({});
}

void SessionKeeper::follow(const connection::LineStatus &status)
{
    if (status.state != connection::LineState::Stopped)
        return;
    if (status.stopped == StopReason::SessionEnded)
        m_store.forget(m_key);
    Q_EMIT signedOut(words(status.stopped));
}

QString SessionKeeper::words(AddressError error)
{
    switch (error) {
    case AddressError::Empty:
        return tr("Please fill in the server's address.");
    case AddressError::Unusable:
        return tr("This is no address of a server. It looks like buergerbuero.example.de.");
    case AddressError::Insecure:
        return tr("Sprechtag speaks only to servers with an encrypted address (https).");
    }
    return {};
}

QString SessionKeeper::words(CredentialError error)
{
    switch (error) {
    case CredentialError::Missing:
        return {};
    case CredentialError::Unavailable:
    case CredentialError::Refused:
        return tr("This computer does not give out the sign-in that it keeps; perhaps its store for passwords is "
                  "locked. Please sign in.");
    }
    return {};
}

QString SessionKeeper::words(const connection::SignInError &error)
{
    switch (error.trouble) {
    case SignInTrouble::WrongLogin:
        return tr("Name or password is wrong.");
    case SignInTrouble::WrongCode:
        return wordsForCode(view::CodeKind::Phone);
    case SignInTrouble::ChallengeOver:
        return tr("That took too long. Please enter your password again.");
    case SignInTrouble::WrongToken:
        return tr("The one-time token is wrong or too old. “sprechtag-server admin setup-token” prints "
                  "another one.");
    case SignInTrouble::SetUpAlready:
        return tr("This server is set up already. Ask its administrator for an account.");
    case SignInTrouble::Unacceptable:
        return wordsForField(error.field);
    case SignInTrouble::TooShort:
    case SignInTrouble::TooSimple:
    case SignInTrouble::TooCommon:
    case SignInTrouble::Unchanged:
        return wordsForPassword(error.trouble);
    case SignInTrouble::TryLater:
        if (error.after && *error.after > kLongInSeconds)
            return tr("Too many attempts. Please try again in %n minute(s).", nullptr,
                      static_cast<int>(std::chrono::ceil<std::chrono::minutes>(*error.after).count()));
        if (error.after)
            return tr("Too many attempts. Please try again in %n second(s).", nullptr,
                      static_cast<int>(error.after->count()));
        return tr("Too many attempts. Please try again in a moment.");
    case SignInTrouble::StorageFull:
        return tr("The server has no room on its disk and cannot sign in anybody. Please tell your administrator.");
    case SignInTrouble::Unreachable:
        return tr("The server cannot be reached. Is the address right, and this computer online?");
    case SignInTrouble::Certificate:
        return tr("The server cannot prove that it is your authority's: its certificate is not trusted here. "
                  "Nothing was sent. Please tell your administrator.");
    case SignInTrouble::NotSprechtag:
        return tr("There is no Sprechtag server at this address.");
    }
    return {};
}

QString SessionKeeper::wordsForCode(view::CodeKind kind)
{
    if (kind == view::CodeKind::Recovery)
        return tr("This recovery code is wrong, or it was used already.");
    return tr("This code is wrong, or it was used already. Wait for the next one. If none is taken, the clock of your "
              "phone may be wrong: let it set its time by itself.");
}

QString SessionKeeper::wordsForField(const QString &field)
{
    if (field == "login"_L1)
        return tr("This user name cannot be used. It has at most %1 characters: letters, figures and . _ - @, and no "
                  "blanks.")
            .arg(town::kMostLoginCharacters);
    if (field == "name"_L1)
        return tr("Please fill in your name, with at most %1 characters.").arg(town::kMostNameCharacters);
    if (field == "one_time_token"_L1)
        return words({SignInTrouble::WrongToken});
    return tr("This password is no good: 8 to 128 characters, without your user name, and none that is often used.");
}

QString SessionKeeper::wordsForPassword(SignInTrouble trouble)
{
    if (trouble == SignInTrouble::TooShort)
        return tr("This password is too short. It needs at least 8 characters.");
    if (trouble == SignInTrouble::TooSimple)
        return tr("This password is too simple: it repeats one character, or your user name is in it.");
    if (trouble == SignInTrouble::TooCommon)
        return tr("Whoever guesses tries this password first. Choose another, such as four words that do not belong "
                  "together.");
    return tr("This is your start password. Choose another one.");
}

QString SessionKeeper::words(StopReason reason)
{
    switch (reason) {
    case StopReason::TakenOver:
        return tr("You have signed in on another computer. Here you are signed out.");
    case StopReason::SessionEnded:
        return tr("Your session has ended. Please sign in again.");
    case StopReason::UpgradeNeeded:
        return tr("This program is too old for the server. Please tell your administrator.");
    case StopReason::Dismissed:
        return tr("The server has ended the connection. Please sign in again.");
    case StopReason::None:
        break;
    }
    return {};
}

} // namespace sprechtag::clerk::app
