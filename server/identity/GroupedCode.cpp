// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/GroupedCode.h"

#include "shared/base/Random.h"

namespace sprechtag::identity {

Secret makeGroupedCode()
{
    constexpr qsizetype group = 4;
    constexpr unsigned mask = 31;
    static_assert(kCodeDigits.size() == mask + 1);
    const QByteArray random = randomBytes(static_cast<std::size_t>(kCodeCharacters));
    QByteArray text;
    for (qsizetype i = 0; i < kCodeCharacters; ++i) {
        if (i > 0 && i % group == 0)
            text.append('-');
        text.append(kCodeDigits[static_cast<qsizetype>(static_cast<unsigned char>(random.at(i)) & mask)].toLatin1());
    }
    return Secret(text);
}

} // namespace sprechtag::identity
