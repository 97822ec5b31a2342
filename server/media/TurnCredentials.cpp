// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/media/TurnCredentials.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace sprechtag::media {
namespace {

constexpr qsizetype kPseudonymBytes = 9;

} // namespace

QByteArray pseudonymOf(const Secret &sharedSecret, std::string_view subject)
{
    const QByteArrayView text(subject.data(), static_cast<qsizetype>(subject.size()));
    return QMessageAuthenticationCode::hash(text.toByteArray(), sharedSecret.reveal(), QCryptographicHash::Sha256)
        .first(kPseudonymBytes)
        .toHex();
}

TurnCredentials turnCredentials(const Secret &sharedSecret, Instant expires, const QByteArray &pseudonym)
{
    const auto second = std::chrono::floor<seconds>(expires.time_since_epoch()).count();
    const QByteArray username = QByteArray::number(static_cast<qint64>(second)) + ':' + pseudonym;
    // SHA-1 is what coturn expects; as HMAC over a fresh name it is not weakened by collisions.
    const QByteArray code =
        QMessageAuthenticationCode::hash(username, sharedSecret.reveal(), QCryptographicHash::Sha1).toBase64();
    return {.username = QString::fromLatin1(username), .password = Secret(code)};
}

} // namespace sprechtag::media
