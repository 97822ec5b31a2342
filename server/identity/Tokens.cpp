// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/Tokens.h"

#include "shared/base/Random.h"

#include <QCryptographicHash>

namespace sprechtag::identity {
namespace {

constexpr std::size_t kTokenBytes = 32;

} // namespace

Secret makeToken()
{
    return Secret(randomBytes(kTokenBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray hashOfToken(const Secret &token)
{
    return QCryptographicHash::hash(token.reveal(), QCryptographicHash::Sha256);
}

SetupToken makeSetupToken(Instant now)
{
    Secret token = makeToken();
    QByteArray hash = hashOfToken(token);
    return {std::move(token), std::move(hash), now + kSetupTokenLife};
}

} // namespace sprechtag::identity
