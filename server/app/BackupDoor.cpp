// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/BackupDoor.h"

#include <QDir>
#include <QLocalSocket>
#include <QPointer>

namespace sprechtag::app {
namespace {

using namespace Qt::StringLiterals;

// A path, not a letter: whoever sends more is not our command.
constexpr qint64 kLongestQuestion = 8192;
constexpr int kConnectMs = 5'000;
// Minutes for a database of many gigabytes.
constexpr int kLongestBackupMs = 3'600'000;

QString nameOf(const Config &config)
{
    return QDir(config.dataDirectory).absoluteFilePath(u"backup.socket"_s);
}

QByteArray lineOf(std::optional<store::StoreError> error)
{
    return error ? "error " + QByteArray::number(static_cast<int>(*error)) + '\n' : QByteArray("done\n");
}

std::optional<BackupReply> replyOf(const QByteArray &line)
{
    if (line == "done")
        return BackupReply{};
    bool ok = false;
    const int code = line.startsWith("error ") ? line.mid(6).toInt(&ok) : -1;
    if (!ok || code < 0 || code > static_cast<int>(store::StoreError::DiskFull))
        return std::nullopt;
    return BackupReply{static_cast<store::StoreError>(code)};
}

} // namespace

BackupDoor::BackupDoor(const Config &config, Work work)
    : m_name(nameOf(config))
    , m_work(std::move(work))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &BackupDoor::serveNext);
}

bool BackupDoor::listen()
{
    // The database is ours alone, so whoever has left a socket here is gone.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

void BackupDoor::serveNext()
{
    QLocalSocket *const socket = m_server.nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > kLongestQuestion)
                socket->abort();
            return;
        }
        const QString path = QString::fromUtf8(socket->readLine(kLongestQuestion).chopped(1));
        m_work(path, [socket = QPointer(socket)](std::optional<store::StoreError> error) {
            if (!socket)
                return;
            socket->write(lineOf(error));
            socket->disconnectFromServer();
        });
    });
}

std::optional<BackupReply> askForBackup(const Config &config, const QString &path)
{
    QLocalSocket socket;
    socket.connectToServer(nameOf(config));
    if (!socket.waitForConnected(kConnectMs))
        return std::nullopt;
    socket.write(path.toUtf8() + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(kLongestBackupMs))
            return std::nullopt;
    }
    return replyOf(socket.readLine().chopped(1));
}

} // namespace sprechtag::app
