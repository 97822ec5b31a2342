// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/RecoveryCodes.h"

#include "server/identity/GroupedCode.h"

#include <QCryptographicHash>

#include <algorithm>

namespace sprechtag::identity {

std::vector<Secret> makeRecoveryCodes()
{
    std::vector<Secret> codes;
    std::generate_n(std::back_inserter(codes), kRecoveryCodes, makeGroupedCode);
    return codes;
}

std::optional<QByteArray> hashOfRecoveryCode(const QString &typed)
{
    QString text = typed.toLower();
    text.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
    text.replace(u'o', u'0').replace(u'i', u'1').replace(u'l', u'1');
    const auto known = [](QChar c) { return kCodeDigits.contains(c); };
    if (text.size() != kCodeCharacters || !std::ranges::all_of(text, known))
        return std::nullopt;
    return QCryptographicHash::hash(text.toLatin1(), QCryptographicHash::Sha256);
}

} // namespace sprechtag::identity
