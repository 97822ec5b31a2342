// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Random.h"
#include "shared/protocol/Codec.h"
#include "tests/integration/kit/TownFolder.h"

#include <QNetworkRequest>
#include <QTest>
#include <QWebSocket>

#include <list>

namespace sprechtag::test {

[[nodiscard]] inline auto decodeFor(const QByteArray &text, const protocol::citizen::ToClient *)
{
    return protocol::decodeCitizenToClient(text);
}
[[nodiscard]] inline auto decodeFor(const QByteArray &text, const protocol::clerk::ToClient *)
{
    return protocol::decodeClerkToClient(text);
}

//! What became of a command.
struct Answer
{
    std::optional<protocol::DoneMessage> done;
    std::optional<protocol::ErrorMessage> error;
};

//! One end of a WebSocket. Keeps what it hears until the test asks for it, and all of it as bytes.
template <typename ToServer, typename ToClient>
class Client
{
public:
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;
    virtual ~Client() { m_socket.disconnect(); }

    void send(const ToServer &message) { m_socket.sendTextMessage(QString::fromUtf8(protocol::encode(message))); }

    //! The next message of this kind that fits; those of its kind before it are passed over.
    template <typename M, typename Fits>
    [[nodiscard]] std::optional<M> expect(Fits fits)
    {
        std::optional<M> found;
        const bool came = QTest::qWaitFor([&] { return (found = take<M>(fits)).has_value(); }, kPatienceMs);
        return came ? found : std::nullopt;
    }
    template <typename M>
    [[nodiscard]] std::optional<M> expect()
    {
        return expect<M>([](const M &) { return true; });
    }

    //! Sends a command under a fresh id, unless it has one, and says under which.
    template <typename Command>
    QString post(Command command)
    {
        if (command.id.isEmpty())
            command.id = QString::fromLatin1(randomBytes(12).toHex());
        send(command);
        return command.id;
    }
    //! Empty as long as there is none.
    [[nodiscard]] Answer answerSoFar(const QString &id)
    {
        return {take<protocol::DoneMessage>([&](const auto &done) { return done.re == id; }),
                take<protocol::ErrorMessage>([&](const auto &error) { return error.re == id; })};
    }
    [[nodiscard]] Answer answerTo(const QString &id)
    {
        Answer answer;
        const auto hasCome = [&] {
            answer = answerSoFar(id);
            return answer.done || answer.error;
        };
        if (!QTest::qWaitFor(hasCome, kPatienceMs))
            qWarning("a command was not answered");
        return answer;
    }
    template <typename Command>
    [[nodiscard]] Answer run(const Command &command)
    {
        return answerTo(post(command));
    }

    [[nodiscard]] bool isClosedSoon(int ms = kPatienceMs)
    {
        return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, ms);
    }
    [[nodiscard]] bool isConnectedSoon()
    {
        return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }, kPatienceMs);
    }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void hangUp() { m_socket.abort(); }

    //! Every message so far, oldest first.
    [[nodiscard]] const std::vector<ToClient> &history() const { return m_history; }
    //! The same as it came.
    [[nodiscard]] const QByteArray &heard() const { return m_heard; }

protected:
    Client(const QString &origin, const QNetworkRequest &request)
        : m_socket(origin)
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                         [this](const QString &text) { take(text.toUtf8()); });
        m_socket.open(request);
    }

    virtual void fold(const ToClient &) {}

private:
    void take(const QByteArray &text)
    {
        m_heard += text + '\n';
        auto message = decodeFor(text, static_cast<const ToClient *>(nullptr));
        if (!message)
            qFatal("the server sent what is no message: %s", text.constData());
        fold(*message);
        m_history.push_back(*message);
        m_unread.push_back(std::move(message).value());
    }
    template <typename M, typename Fits>
    [[nodiscard]] std::optional<M> take(Fits fits)
    {
        const auto fitting = [&](const ToClient &message) {
            const M *some = std::get_if<M>(&message);
            return some != nullptr && fits(*some);
        };
        const auto found = std::find_if(m_unread.begin(), m_unread.end(), fitting);
        if (found == m_unread.end())
            return std::nullopt;
        std::optional<M> message(std::get<M>(std::move(*found)));
        auto end = std::next(found);
        if constexpr (!std::is_same_v<M, protocol::DoneMessage> && !std::is_same_v<M, protocol::ErrorMessage>) {
            for (auto it = m_unread.begin(); it != end;)
                it = std::holds_alternative<M>(*it) ? m_unread.erase(it) : std::next(it);
        } else {
            m_unread.erase(found);
        }
        return message;
    }

    QWebSocket m_socket;
    std::list<ToClient> m_unread;
    std::vector<ToClient> m_history;
    QByteArray m_heard;
};

} // namespace sprechtag::test
