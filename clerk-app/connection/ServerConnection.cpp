// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/ServerConnection.h"

#include "shared/base/Log.h"
#include "shared/protocol/Codec.h"
#include "shared/protocol/Limits.h"

#include <QNetworkRequest>
#include <QRandomGenerator>

namespace sprechtag::clerk::connection {

using namespace Qt::StringLiterals;
namespace wire = protocol::clerk;

namespace {

// Qt's own limit is 2 GiB, which any server could make us hold.
constexpr quint64 kMaxIncomingBytes = protocol::limits::kMessageBytesToClient;
// Qt buffers what cannot leave without end; a line that has not taken this much is dead.
constexpr qint64 kMaxUnsentBytes = qint64{512} * 1024;

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
constexpr auto kSocketFailed = &QWebSocket::errorOccurred;
#else
constexpr auto kSocketFailed = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#endif

double chance()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

// What answers a command of the administration.
template <typename Message>
void ServerConnection::take(const Message &adminAnswer)
{
    Answer brought;
    brought.admin = adminAnswer;
    m_pending.answer(adminAnswer.re, brought);
}

ServerConnection::ServerConnection(Tempo tempo, QObject *parent)
    : QObject(parent)
    , m_tempo(tempo)
    , m_backOff(tempo.firstRetry, tempo.longestRetry)
    , m_heart(tempo.ping, tempo.doubt)
    , m_pending(m_clock, tempo.moment)
{
    m_retry.setSingleShot(true);
    m_greeting.setSingleShot(true);
    m_past.setInterval(tempo.moment);
    connect(&m_past, &QTimer::timeout, this, &ServerConnection::refusePast);
    connect(&m_retry, &QTimer::timeout, this, &ServerConnection::dial);
    connect(&m_heart, &Heartbeat::due, this, [this] { m_socket->ping(); });
    connect(&m_heart, &Heartbeat::died, this, [this] {
        qCInfo(lcConnection) << "no pong: the line is dead";
        loseLine(LineTrouble::Lost);
    });
    connect(&m_greeting, &QTimer::timeout, this, [this] { loseLine(LineTrouble::Unreachable); });
}

ServerConnection::~ServerConnection()
{
    hangUp();
}

void ServerConnection::open(const ServerAddress &server, const Secret &token, const QString &language)
{
    close();
    m_server = server;
    m_token = token;
    m_language = language;
    m_backOff.reset();
    dial();
}

void ServerConnection::close()
{
    hangUp();
    m_retry.stop();
    m_server.reset();
    m_token = {};
    m_run.clear();
    m_seen.clear();
    m_pending.refuseAll(protocol::ErrorCode::SessionEnded);
    setStatus({});
}

void ServerConnection::dial()
{
    m_retry.stop();
    hangUp();
    m_certificateRefused = false;
    m_socket = std::make_unique<QWebSocket>();
    QWebSocket *socket = m_socket.get();
    socket->setMaxAllowedIncomingFrameSize(kMaxIncomingBytes);
    socket->setMaxAllowedIncomingMessageSize(kMaxIncomingBytes);
    connect(socket, &QWebSocket::connected, this, &ServerConnection::greet);
    connect(socket, &QWebSocket::textMessageReceived, this, &ServerConnection::readFrame);
    connect(socket, &QWebSocket::pong, &m_heart, &Heartbeat::calm);
    // Never ignored: Qt then ends the handshake, and nothing has been sent.
    connect(socket, &QWebSocket::sslErrors, this, [this] { m_certificateRefused = true; });
    connect(socket, &QWebSocket::disconnected, this,
            [this] { loseLine(m_status.state == LineState::Online ? LineTrouble::Lost : LineTrouble::Unreachable); });
    connect(socket, kSocketFailed, this, [this, socket] {
        // The handshake's status is told in this text alone. 401: the server no longer knows the session.
        if (m_status.state != LineState::Online && socket->errorString().contains("401"_L1))
            stop(StopReason::SessionEnded);
        else
            loseLine(m_status.state == LineState::Online ? LineTrouble::Lost : LineTrouble::Unreachable);
    });
    QNetworkRequest request(m_server->clerkSocket());
    request.setRawHeader("Authorization", "Bearer " + m_token.reveal());
    setStatus({LineState::Connecting, StopReason::None, m_status.trouble, std::nullopt});
    m_greeting.start(m_tempo.greeting);
    socket->open(request);
}

void ServerConnection::hangUp()
{
    m_heart.stop();
    m_greeting.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->close(QWebSocketProtocol::CloseCodeGoingAway);
    m_socket.release()->deleteLater(); // we may be in one of its own signals
}

void ServerConnection::greet()
{
    wire::Hello hello;
    hello.protocol = {1};
    hello.client = u"clerk-app/" SPRECHTAG_CLERK_VERSION ""_s;
    hello.lang = m_language;
    hello.resume = m_seen;
    hello.run = m_run;
    write(hello);
    m_heart.start();
}

void ServerConnection::loseLine(LineTrouble trouble)
{
    waitFor(m_backOff.next(chance()), m_certificateRefused ? LineTrouble::Certificate : trouble);
}

void ServerConnection::stop(StopReason reason)
{
    qCInfo(lcConnection) << "the line ends for good, reason" << static_cast<int>(reason);
    hangUp();
    m_retry.stop();
    setStatus({LineState::Stopped, reason, LineTrouble::None, std::nullopt});
    m_pending.refuseAll(protocol::ErrorCode::SessionEnded);
}

void ServerConnection::waitFor(milliseconds delay, LineTrouble trouble)
{
    qCInfo(lcConnection) << "no line, trouble" << static_cast<int>(trouble) << "- next attempt in" << delay.count()
                         << "ms";
    hangUp();
    m_retry.start(delay);
    if (!m_past.isActive() && !m_pending.empty())
        m_past.start();
    setStatus({LineState::Waiting, StopReason::None, trouble, delay});
}

void ServerConnection::setStatus(const LineStatus &status)
{
    if (m_status == status)
        return;
    m_status = status;
    Q_EMIT statusChanged(m_status);
}

void ServerConnection::readFrame(const QString &text)
{
    const auto message = protocol::decodeClerkToClient(text.toUtf8());
    if (!message) {
        // The field is named, never the value: it may be about a person.
        qCWarning(lcConnection) << "frame not understood, field" << message.error().field;
        if (!message.error().re.isEmpty())
            m_pending.refuse(message.error().re, protocol::ErrorCode::Unsupported);
        return;
    }
    std::visit([this](const auto &content) { take(content); }, *message);
}

void ServerConnection::write(const wire::ToServer &message)
{
    if (!m_socket)
        return;
    m_socket->sendTextMessage(QString::fromUtf8(protocol::encode(message)));
    // Else it leaves when the loop comes round to the socket, and a window painted first keeps the call waiting.
    m_socket->flush();
    if (m_socket->bytesToWrite() > kMaxUnsentBytes) {
        qCWarning(lcConnection) << "the line takes nothing any more";
        loseLine(LineTrouble::Lost);
    }
}

void ServerConnection::send(wire::ToServer command, QObject *guard, Continuation then)
{
    const QString id = m_pending.add(std::move(command), guard, std::move(then));
    if (m_status.state == LineState::Online) {
        ask(id);
    } else if (m_status.state == LineState::Offline || m_status.state == LineState::Stopped) {
        QMetaObject::invokeMethod(
            this, [this, id] { m_pending.refuse(id, protocol::ErrorCode::SessionEnded); }, Qt::QueuedConnection);
    } else if (!m_past.isActive()) {
        m_past.start();
    }
}

void ServerConnection::ask(const QString &id)
{
    if (const wire::ToServer *command = m_pending.find(id)) {
        m_pending.sent(id);
        write(*command);
    }
}

void ServerConnection::signal(const wire::CallSignal &signal)
{
    if (m_status.state == LineState::Online)
        write(signal);
}

void ServerConnection::signal(const wire::RoomSignal &signal)
{
    if (m_status.state == LineState::Online)
        write(signal);
}

void ServerConnection::expect(const wire::ExpectCall &person)
{
    if (m_status.state == LineState::Online)
        write(person);
}

void ServerConnection::say(const wire::TextLine &line)
{
    if (m_status.state == LineState::Online)
        write(line);
}

void ServerConnection::say(const wire::ShowDocument &message)
{
    if (m_status.state == LineState::Online)
        write(message);
}

void ServerConnection::say(const wire::CloseView &message)
{
    if (m_status.state == LineState::Online)
        write(message);
}

void ServerConnection::say(const wire::ChangeView &message)
{
    if (m_status.state == LineState::Online)
        write(message);
}

void ServerConnection::fillIn(const wire::ToServer &message)
{
    if (m_status.state == LineState::Online)
        write(message);
}

void ServerConnection::say(const wire::AskSight &message)
{
    if (m_status.state == LineState::Online)
        write(message);
}

void ServerConnection::say(const wire::EndSight &message)
{
    if (m_status.state == LineState::Online)
        write(message);
}

void ServerConnection::refusePast()
{
    m_pending.refusePast();
    if (m_pending.empty())
        m_past.stop();
}

void ServerConnection::take(const wire::Welcome &message)
{
    m_greeting.stop();
    m_backOff.reset();
    if (message.run != m_run)
        m_seen.clear();
    m_run = message.run;
    m_past.stop();
    m_pending.refusePast();
    const std::vector<QString> unanswered = m_pending.ids();
    setStatus({LineState::Online, StopReason::None, LineTrouble::None, std::nullopt});
    Q_EMIT welcomed(message);
    for (const QString &id : unanswered)
        ask(id);
}

void ServerConnection::take(const protocol::Goodbye &message)
{
    qCInfo(lcConnection) << "goodbye:" << message.reason;
    switch (message.action) {
    case protocol::GoodbyeAction::Retry:
        waitFor(BackOff::asked(seconds(message.afterSeconds.value_or(1)), chance()), LineTrouble::Restarting);
        return;
    case protocol::GoodbyeAction::Resume:
        waitFor(milliseconds(0), LineTrouble::Lost);
        return;
    case protocol::GoodbyeAction::Upgrade:
        stop(StopReason::UpgradeNeeded);
        return;
    case protocol::GoodbyeAction::Stop:
        if (message.reason == "taken_over"_L1)
            stop(StopReason::TakenOver);
        else if (message.reason == "session_ended"_L1)
            stop(StopReason::SessionEnded);
        else
            stop(StopReason::Dismissed);
        return;
    }
}

} // namespace sprechtag::clerk::connection
