// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/base/Random.h"

#include <QRandomGenerator>

#include <vector>

namespace sprechtag {

QByteArray randomBytes(std::size_t count)
{
    std::vector<quint32> words((count + sizeof(quint32) - 1) / sizeof(quint32));
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), static_cast<qsizetype>(count));
}

std::array<std::uint64_t, 2> randomIdBits()
{
    return {QRandomGenerator::system()->generate64(), QRandomGenerator::system()->generate64()};
}

} // namespace sprechtag
