// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/CommandKeys.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace sprechtag::gateway {
namespace {

// Of the message as the codec writes it: the order of fields and the spaces of the sender do not count.
std::uint64_t digest(const QByteArray &message)
{
    const QByteArray hash = QCryptographicHash::hash(message, QCryptographicHash::Sha256);
    return qFromBigEndian<std::uint64_t>(hash.constData());
}

// A client's own words are stored nowhere, not even those that name a command.
QByteArray named(const QByteArray &sender, const QString &id)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(sender);
    hash.addData(id.toUtf8());
    return hash.result().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

QByteArray tokenHash(const QString &token)
{
    return QCryptographicHash::hash(token.toLatin1(), QCryptographicHash::Sha256);
}

broker::CommandKey citizenKey(const QByteArray &tokenHash, const QString &id, const QByteArray &message)
{
    return {.key = "citizen:" + named(tokenHash, id), .digest = digest(message)};
}

broker::CommandKey clerkKey(ClerkId clerk, const QString &id, const QByteArray &message)
{
    return {.key = "clerk:" + named(QByteArray::fromStdString(clerk.text()), id), .digest = digest(message)};
}

} // namespace sprechtag::gateway
