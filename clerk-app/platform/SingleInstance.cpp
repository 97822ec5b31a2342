// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/SingleInstance.h"

#include "clerk-app/platform/System.h"
#include "shared/base/Log.h"

#include <QCryptographicHash>
#include <QLocalSocket>

namespace sprechtag::clerk::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAnswerMs = 500; // another start of ours answers at once; a dead socket refuses at once

} // namespace

SingleInstance::SingleInstance(const QString &profile, QObject *parent)
    : QObject(parent)
{
    const QByteArray names = (profile + u'\n' + userName()).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(names, QCryptographicHash::Sha256).toHex().left(24);
    m_name = u"sprechtag-clerk-"_s + QString::fromLatin1(hash);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection())
            socket->deleteLater();
        Q_EMIT secondStarted();
    });
}

bool SingleInstance::first()
{
    QLocalSocket other;
    other.connectToServer(m_name);
    if (other.waitForConnected(kAnswerMs))
        return false;
    QLocalServer::removeServer(m_name); // left by one that crashed
    if (!m_server.listen(m_name))
        qCWarning(lcPlatform) << "cannot tell whether another app runs:" << m_server.errorString();
    return true;
}

} // namespace sprechtag::clerk::platform
