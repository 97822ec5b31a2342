// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/LogDamage.h"

#include <QFile>
#include <QtEndian>

#include <array>
#include <optional>

namespace sprechtag::store {
namespace {

// https://sqlite.org/fileformat2.html#walformat; the pages are encrypted, and all that is around them is not.
constexpr qsizetype kHeaderBytes = 32;
constexpr qsizetype kFrameHeaderBytes = 24;
constexpr qsizetype kPageBytes = 4096; // of SQLCipher 4
constexpr qsizetype kSumBytes = 8;
constexpr quint32 kBigEndianSums = 1; // the last bit of the magic number

using Sum = std::array<quint32, 2>;

quint32 wordAt(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

Sum sumOf(QByteArrayView bytes, Sum sum, bool bigEndian)
{
    for (qsizetype at = 0; at + kSumBytes <= bytes.size(); at += kSumBytes) {
        const char *const word = bytes.data() + at;
        sum[0] += (bigEndian ? qFromBigEndian<quint32>(word) : qFromLittleEndian<quint32>(word)) + sum[1];
        sum[1] += (bigEndian ? qFromBigEndian<quint32>(word + 4) : qFromLittleEndian<quint32>(word + 4)) + sum[0];
    }
    return sum;
}

bool isSealedBy(const Sum &sum, QByteArrayView bytes, qsizetype at)
{
    return sum[0] == wordAt(bytes, at) && sum[1] == wordAt(bytes, at + 4);
}

//! Of one log every header and frame carries the same two words.
QByteArrayView saltsOf(QByteArrayView bytes, qsizetype at)
{
    return bytes.sliced(at, 8);
}

} // namespace

int changesBehindDamage(const QString &logPath)
{
    QFile file(logPath);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray header = file.read(kHeaderBytes);
    if (header.size() < kHeaderBytes)
        return 0;
    const bool bigEndian = (wordAt(header, 0) & kBigEndianSums) != 0;
    Sum sum = sumOf(QByteArrayView(header).first(24), {}, bigEndian);
    bool whole = isSealedBy(sum, header, 24);
    std::optional<QByteArray> salts;
    if (whole)
        salts = saltsOf(header, 16).toByteArray();
    int lost = 0;
    for (;;) {
        const QByteArray frame = file.read(kFrameHeaderBytes + kPageBytes);
        if (frame.size() < kFrameHeaderBytes + kPageBytes)
            return lost;
        if (!salts)
            salts = saltsOf(frame, 8).toByteArray();
        const bool isOurs = saltsOf(frame, 8) == *salts;
        sum = sumOf(QByteArrayView(frame).first(8), sum, bigEndian);
        sum = sumOf(QByteArrayView(frame).sliced(kFrameHeaderBytes), sum, bigEndian);
        whole = whole && isOurs && isSealedBy(sum, frame, 16);
        // The last frame of each change says how large the database is then.
        lost += !whole && isOurs && wordAt(frame, 4) != 0 ? 1 : 0;
    }
}

} // namespace sprechtag::store
