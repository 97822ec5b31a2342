// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/RecoveryCodes.h"

#include "shared/base/Random.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace sprechtag::identity {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kCharacters = 16;
constexpr qsizetype kGroup = 4;
// Crockford's: nothing that looks like something else on paper.
constexpr std::array<char, 33> kDigits{"0123456789abcdefghjkmnpqrstvwxyz"};

Secret makeCode()
{
    QByteArray text;
    const QByteArray random = randomBytes(static_cast<std::size_t>(kCharacters));
    for (qsizetype i = 0; i < kCharacters; ++i) {
        if (i > 0 && i % kGroup == 0)
            text.append('-');
        text.append(kDigits.at(static_cast<unsigned char>(random.at(i)) & 31U));
    }
    return Secret(text);
}

} // namespace

std::vector<Secret> makeRecoveryCodes()
{
    std::vector<Secret> codes;
    std::generate_n(std::back_inserter(codes), kRecoveryCodes, makeCode);
    return codes;
}

std::optional<QByteArray> hashOfRecoveryCode(const QString &typed)
{
    QString text = typed.toLower();
    text.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
    text.replace(u'o', u'0').replace(u'i', u'1').replace(u'l', u'1');
    const auto known = [](QChar c) { return QLatin1String(kDigits.data()).contains(c); };
    if (text.size() != kCharacters || !std::ranges::all_of(text, known))
        return std::nullopt;
    return QCryptographicHash::hash(text.toLatin1(), QCryptographicHash::Sha256);
}

} // namespace sprechtag::identity
