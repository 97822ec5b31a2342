// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/Scanner.h"

#include <QElapsedTimer>
#include <QLocalSocket>
#include <QTcpSocket>
#include <QtEndian>

#include <memory>

using namespace Qt::StringLiterals;

namespace sprechtag::documents {
namespace {

constexpr auto kUnix = "unix:"_L1;
constexpr auto kTcp = "tcp:"_L1;
constexpr int kLookEveryMs = 100;
constexpr qsizetype kChunk = qsizetype{64} * 1024;
constexpr qsizetype kAnswerBytes = 4096;

struct HostAndPort
{
    QString host;
    quint16 port{};
};

std::optional<HostAndPort> hostOf(const QString &address)
{
    const QString rest = address.mid(kTcp.size());
    const auto colon = rest.lastIndexOf(u':');
    bool isNumber = false;
    const quint16 port = rest.mid(colon + 1).toUShort(&isNumber);
    if (colon < 1 || !isNumber || port == 0)
        return std::nullopt;
    QString host = rest.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    return HostAndPort{host, port};
}

//! One conversation: both kinds of socket are devices that wait in the same way.
class Talk
{
public:
    Talk(const std::atomic<bool> &stop, int patienceMs)
        : m_stop(stop)
        , m_patienceMs(patienceMs)
    {
        m_waited.start();
    }

    [[nodiscard]] bool open(const QString &address)
    {
        if (address.startsWith(kUnix)) {
            auto socket = std::make_unique<QLocalSocket>();
            socket->connectToServer(address.mid(kUnix.size()));
            const bool connected = socket->waitForConnected(m_patienceMs);
            m_device = std::move(socket);
            return connected;
        }
        const auto host = hostOf(address);
        if (!host)
            return false;
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(host->host, host->port);
        const bool connected = socket->waitForConnected(m_patienceMs);
        m_device = std::move(socket);
        return connected;
    }

    [[nodiscard]] bool send(const QByteArray &content)
    {
        bool sent = write(QByteArrayLiteral("zINSTREAM")) && write(QByteArray(1, '\0'));
        for (qsizetype at = 0; sent && at < content.size(); at += kChunk) {
            const QByteArray chunk = content.mid(at, kChunk);
            sent = write(length(chunk.size())) && write(chunk);
        }
        return sent && write(length(0));
    }

    [[nodiscard]] QByteArray answer()
    {
        QByteArray text;
        while (mayWait() && !text.contains('\0') && text.size() < kAnswerBytes) {
            if (m_device->bytesAvailable() == 0 && !m_device->waitForReadyRead(kLookEveryMs) && !isOpen())
                break;
            text += m_device->readAll();
        }
        return text;
    }

private:
    static QByteArray length(qsizetype bytes)
    {
        QByteArray text(4, '\0');
        qToBigEndian(static_cast<quint32>(bytes), text.data());
        return text;
    }

    [[nodiscard]] bool mayWait() const { return !m_stop && m_waited.elapsed() < m_patienceMs; }

    [[nodiscard]] bool isOpen() const
    {
        if (const auto *local = qobject_cast<QLocalSocket *>(m_device.get()))
            return local->state() == QLocalSocket::ConnectedState;
        const auto *tcp = qobject_cast<QTcpSocket *>(m_device.get());
        return tcp != nullptr && tcp->state() == QAbstractSocket::ConnectedState;
    }

    // A scanner that has had enough closes the line, or says so and stays: both are seen by whoever reads the answer.
    [[nodiscard]] bool write(const QByteArray &bytes)
    {
        if (m_device->write(bytes) != bytes.size())
            return false;
        while (m_device->bytesToWrite() > kChunk && isOpen()) {
            if (!mayWait())
                return false;
            m_device->waitForBytesWritten(kLookEveryMs);
        }
        return isOpen();
    }

    const std::atomic<bool> &m_stop;
    int m_patienceMs;
    QElapsedTimer m_waited;
    std::unique_ptr<QIODevice> m_device;
};

} // namespace

Scanner::Scanner(QString address, int patienceMs)
    : m_address(std::move(address))
    , m_patienceMs(patienceMs)
{
}

bool Scanner::isAddress(const QString &address)
{
    if (address.startsWith(kUnix))
        return address.size() > kUnix.size();
    return address.startsWith(kTcp) && hostOf(address);
}

Result<Done, Fault> Scanner::scan(const QByteArray &content, const std::atomic<bool> &stop) const
{
    if (m_address.isEmpty())
        return Done{};
    Talk talk(stop, m_patienceMs);
    if (!talk.open(m_address) || !talk.send(content))
        return Failure(Fault::Unchecked);
    const QByteArray answer = talk.answer().split('\0').front().trimmed();
    if (answer == "stream: OK")
        return Done{};
    if (answer.endsWith(" FOUND"))
        return Failure(Fault::Infected);
    return Failure(Fault::Unchecked);
}

} // namespace sprechtag::documents
