// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/Totp.h"

#include "server/identity/SameBytes.h"
#include "shared/base/Random.h"

#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtEndian>

#include <array>

namespace sprechtag::identity {
namespace {

constexpr std::size_t kSecretBytes = 20;
constexpr std::uint32_t kModulus = 1'000'000;
constexpr std::array<char, 33> kBase32Digits{"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"};

QByteArray withoutBlanks(const QString &code)
{
    QString digits = code;
    digits.removeIf([](QChar c) { return c.isSpace(); });
    return digits.toUtf8();
}

} // namespace

TotpStep totpStepAt(Instant now)
{
    return std::chrono::floor<seconds>(now.time_since_epoch()) / kTotpPeriod;
}

Secret makeTotpSecret()
{
    return Secret(randomBytes(kSecretBytes));
}

QByteArray totpCode(const Secret &secret, TotpStep step)
{
    std::array<char, sizeof(quint64)> counter{};
    qToBigEndian(static_cast<quint64>(step), counter.data());
    const QByteArray mac = QMessageAuthenticationCode::hash(
        QByteArray::fromRawData(counter.data(), qsizetype{sizeof(quint64)}), secret.reveal(), QCryptographicHash::Sha1);
    // RFC 4226 §5.3: four bytes from where the last half byte says, without the sign.
    const qsizetype offset = mac.back() & 0x0f;
    const std::uint32_t number = qFromBigEndian<quint32>(mac.constData() + offset) & 0x7fffffffU;
    return QByteArray::number(number % kModulus).rightJustified(kTotpDigits, '0');
}

std::optional<TotpStep> totpMatch(const Secret &secret, const QString &code, Instant now,
                                  std::optional<TotpStep> lastUsed)
{
    const QByteArray typed = withoutBlanks(code);
    const TotpStep present = totpStepAt(now);
    std::optional<TotpStep> found;
    // All of them, whichever fits: how long it takes tells nothing.
    for (TotpStep step = present - kTotpSkew; step <= present + kTotpSkew; ++step) {
        const bool fits = sameBytes(totpCode(secret, step), typed);
        // A step that is further ahead than any code could be was used while the server's clock was wrong.
        const bool unused = !lastUsed || step > *lastUsed || *lastUsed > present + kTotpSkew;
        if (fits && unused)
            found = step;
    }
    return found;
}

Secret base32(const Secret &secret)
{
    constexpr unsigned bitsPerDigit = 5;
    QByteArray text;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const char byte : secret.reveal()) {
        buffer = (buffer << 8U) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= bitsPerDigit; bits -= bitsPerDigit)
            text.append(kBase32Digits.at((buffer >> (bits - bitsPerDigit)) & 31U));
    }
    if (bits > 0)
        text.append(kBase32Digits.at((buffer << (bitsPerDigit - bits)) & 31U));
    return Secret(text);
}

Secret totpUri(const Secret &secret, const QString &authority, const QString &login)
{
    const QByteArray issuer = QUrl::toPercentEncoding(authority);
    return Secret("otpauth://totp/" + issuer + ':' + QUrl::toPercentEncoding(login) +
                  "?secret=" + base32(secret).reveal() + "&issuer=" + issuer + "&algorithm=SHA1&digits=" +
                  QByteArray::number(kTotpDigits) + "&period=" + QByteArray::number(qlonglong{kTotpPeriod.count()}));
}

} // namespace sprechtag::identity
