// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Codec.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <deque>
#include <memory>

namespace sprechtag::clerk::test {

//! A server that says only what the test says, and keeps what it hears.
class ScriptedServer final : public QObject
{
    Q_OBJECT
public:
    ScriptedServer()
        : m_server({}, QWebSocketServer::NonSecureMode)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            m_line.reset(m_server.nextPendingConnection());
            ++connections;
            connect(m_line.get(), &QWebSocket::textMessageReceived, this, [this](const QString &text) {
                const auto message = protocol::decodeClerkToServer(text.toUtf8());
                if (!message.ok())
                    qFatal("the app sends what is no message, field %s", qPrintable(message.error().field));
                heard.push_back(*message);
            });
        });
    }

    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }
    [[nodiscard]] QByteArray authorization() const { return m_line->request().rawHeader("Authorization"); }
    void say(const protocol::clerk::ToClient &message)
    {
        m_line->sendTextMessage(QString::fromUtf8(protocol::encode(message)));
    }
    void sayRaw(const QString &text) { m_line->sendTextMessage(text); }
    void drop() { m_line->abort(); }

    [[nodiscard]] bool hears(std::size_t count)
    {
        return QTest::qWaitFor([this, count] { return heard.size() >= count; });
    }
    template <typename Message>
    Message next()
    {
        if (!hears(1) || !std::holds_alternative<Message>(heard.front()))
            qFatal("the expected message did not come");
        const Message message = std::get<Message>(heard.front());
        heard.pop_front();
        return message;
    }

    std::deque<protocol::clerk::ToServer> heard;
    int connections{};

private:
    QWebSocketServer m_server;
    std::unique_ptr<QWebSocket> m_line;
};

//! Answers every HTTP request with the same bytes.
class OneAnswerServer final : public QObject
{
    Q_OBJECT
public:
    explicit OneAnswerServer(QByteArray answer)
        : m_answer(std::move(answer))
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                request += socket->readAll();
                if (!isWhole(request))
                    return;
                socket->write(m_answer);
                socket->disconnectFromHost();
            });
        });
    }
    //! For the requests from now on.
    void setAnswer(const QByteArray &answer) { m_answer = answer; }
    [[nodiscard]] static QByteArray http(const QByteArray &status, const QByteArray &body)
    {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
               QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }

    QByteArray request;

private:
    static bool isWhole(const QByteArray &text)
    {
        const qsizetype head = text.indexOf("\r\n\r\n");
        const qsizetype length = text.toLower().indexOf("content-length:");
        const qsizetype body =
            length < 0 ? 0 : text.mid(length + 15, text.indexOf('\r', length) - length - 15).trimmed().toLongLong();
        return head >= 0 && text.size() >= head + 4 + body;
    }

    QByteArray m_answer;
    QTcpServer m_server;
};

} // namespace sprechtag::clerk::test
