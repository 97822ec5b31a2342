// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/SealedFile.h"

#include "shared/base/Random.h"

#include <QFile>
#include <QSaveFile>

#include <sodium.h>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace sprechtag::documents {
namespace {

constexpr qsizetype kKeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype kSaltBytes = 32;
constexpr qsizetype kNoteBytes = 4096;

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

quint64 sizeOf(const QByteArray &array)
{
    return static_cast<quint64>(array.size());
}

QByteArray keyFrom(const QByteArray &visitKey, const QByteArray &salt)
{
    QByteArray key(kKeyBytes, Qt::Uninitialized);
    crypto_generichash(bytesOf(key), sizeOf(key), bytesOf(salt), sizeOf(salt), bytesOf(visitKey), sizeOf(visitKey));
    return key;
}

// Unique under the key of the file: every part is written once.
QByteArray nonceOf(quint64 part)
{
    QByteArray nonce(kNonceBytes, '\0');
    for (int i = 0; i < 8; ++i)
        nonce[i] = static_cast<char>((part >> (8 * i)) & 0xffU);
    return nonce;
}

QByteArray sealed(const QByteArray &plain, const QByteArray &nonce, const QByteArray &key)
{
    QByteArray out(plain.size() + kTagBytes, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(out), nullptr, bytesOf(plain), sizeOf(plain), nullptr, 0,
                                               nullptr, bytesOf(nonce), bytesOf(key));
    return out;
}

std::optional<QByteArray> opened(const QByteArray &closed, const QByteArray &nonce, const QByteArray &key)
{
    if (closed.size() < kTagBytes)
        return std::nullopt;
    QByteArray out(closed.size() - kTagBytes, Qt::Uninitialized);
    const bool whole =
        crypto_aead_xchacha20poly1305_ietf_decrypt(bytesOf(out), nullptr, nullptr, bytesOf(closed), sizeOf(closed),
                                                   nullptr, 0, bytesOf(nonce), bytesOf(key)) == 0;
    return whole ? std::optional(out) : std::nullopt;
}

bool isReady()
{
    static const bool kReady = sodium_init() >= 0;
    return kReady;
}

} // namespace

Result<Done, FileFault> SealedWriter::create(const QString &path, const QByteArray &visitKey)
{
    const QByteArray salt = randomBytes(kSaltBytes);
    QFile file(path);
    if (!isReady() || visitKey.size() < kKeyBytes || !file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
        file.write(salt) != salt.size() || !file.flush())
        return Failure(FileFault::NoRoom);
    m_path = path;
    m_key = keyFrom(visitKey, salt);
    m_parts = 0;
    return Done{};
}

Result<Done, FileFault> SealedWriter::append(const QByteArray &part)
{
    const QByteArray closed = sealed(part, nonceOf(m_parts), m_key);
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(closed) != closed.size() || !file.flush())
        return Failure(FileFault::NoRoom);
    ++m_parts;
    return Done{};
}

Result<Done, FileFault> SealedWriter::writeWhole(const QByteArray &content)
{
    for (qsizetype at = 0; at < content.size(); at += kPartBytes) {
        if (const auto written = append(content.mid(at, kPartBytes)); !written)
            return written;
    }
    const QByteArray path = QFile::encodeName(m_path);
    const int handle = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    const bool kept = handle >= 0 && ::fdatasync(handle) == 0;
    if (handle >= 0)
        ::close(handle);
    if (!kept)
        return Failure(FileFault::NoRoom);
    return Done{};
}

qint64 partCount(qint64 bytes)
{
    return (bytes + kPartBytes - 1) / kPartBytes;
}

Result<QByteArray, FileFault> readSealed(const QString &path, const QByteArray &visitKey, qint64 size, qint64 from,
                                         qint64 bytes)
{
    QFile file(path);
    if (!isReady() || visitKey.size() < kKeyBytes || !file.open(QIODevice::ReadOnly) ||
        file.size() != kSaltBytes + size + partCount(size) * kTagBytes)
        return Failure(FileFault::Unreadable);
    const QByteArray key = keyFrom(visitKey, file.read(kSaltBytes));
    const qint64 until = std::min(from + bytes, size);
    QByteArray content;
    content.reserve(until - from);
    for (qint64 part = from / kPartBytes; part * kPartBytes < until; ++part) {
        const qint64 begins = part * kPartBytes;
        if (!file.seek(kSaltBytes + part * (kPartBytes + kTagBytes)))
            return Failure(FileFault::Unreadable);
        const auto plain = opened(file.read(std::min(kPartBytes, size - begins) + kTagBytes),
                                  nonceOf(static_cast<quint64>(part)), key);
        if (!plain)
            return Failure(FileFault::Unreadable);
        const qint64 skipped = std::max(from - begins, qint64{0});
        content += plain->mid(skipped, until - begins - skipped);
    }
    return content;
}

Result<Done, FileFault> writeSealedNote(const QString &path, const QByteArray &visitKey, const QByteArray &note)
{
    const QByteArray salt = randomBytes(kSaltBytes);
    QSaveFile file(path);
    if (!isReady() || visitKey.size() < kKeyBytes || !file.open(QIODevice::WriteOnly))
        return Failure(FileFault::NoRoom);
    file.write(salt + sealed(note, nonceOf(0), keyFrom(visitKey, salt)));
    if (!file.commit())
        return Failure(FileFault::NoRoom);
    return Done{};
}

Result<QByteArray, FileFault> readSealedNote(const QString &path, const QByteArray &visitKey)
{
    QFile file(path);
    if (!isReady() || visitKey.size() < kKeyBytes || !file.open(QIODevice::ReadOnly))
        return Failure(FileFault::Unreadable);
    const QByteArray all = file.read(kNoteBytes);
    const auto note = opened(all.mid(kSaltBytes), nonceOf(0), keyFrom(visitKey, all.left(kSaltBytes)));
    if (!note)
        return Failure(FileFault::Unreadable);
    return *note;
}

} // namespace sprechtag::documents
