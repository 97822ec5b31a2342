// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/ServerAddress.h"

#include <QHostAddress>

namespace sprechtag::clerk::connection {

using namespace Qt::StringLiterals;

namespace {

bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

Result<ServerAddress, AddressError> ServerAddress::parse(const QString &text)
{
    QString typed = text.trimmed();
    if (typed.isEmpty())
        return Failure(AddressError::Empty);
    if (!typed.contains("://"_L1))
        typed.prepend("https://"_L1);
    const QUrl url(typed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return Failure(AddressError::Unusable);
    const QString scheme = url.scheme();
    if (scheme != "https"_L1 && scheme != "http"_L1)
        return Failure(AddressError::Unusable);
    if (scheme == "http"_L1 && !isThisMachine(url.host()))
        return Failure(AddressError::Insecure);
    QUrl base;
    base.setScheme(scheme);
    base.setHost(url.host());
    base.setPort(url.port());
    return ServerAddress(base);
}

QUrl ServerAddress::rest(const QString &path) const
{
    QUrl url = m_base;
    url.setPath(path);
    return url;
}

QUrl ServerAddress::clerkSocket() const
{
    QUrl url = rest(u"/ws/clerk"_s);
    url.setScheme(m_base.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    return url;
}

} // namespace sprechtag::clerk::connection
