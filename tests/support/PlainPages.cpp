// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/support/PlainPages.h"

#include "server/store/KeyFile.h"

#include <QFile>

#include <openssl/evp.h>

#include <memory>

namespace sprechtag::test {

using namespace Qt::StringLiterals;

namespace {

// The form of SQLCipher 4: pages of 4096 bytes, at their end 16 bytes of initial vector and 64 of seal; the first page
// begins with 16 bytes of salt in the clear. A log begins with 32 bytes and has 24 bytes before each page.
constexpr qsizetype kPage = 4096;
constexpr qsizetype kReserve = 80;
constexpr qsizetype kVector = 16;
constexpr qsizetype kSalt = 16;
constexpr qsizetype kLogHeader = 32;
constexpr qsizetype kFrameHeader = 24;

QByteArray decrypted(const QByteArray &cipher, const QByteArray &vector, const QByteArray &key)
{
    QByteArray plain(cipher.size() + kVector, '\0');
    int size = 0;
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                  EVP_CIPHER_CTX_free);
    const auto bytes = [](const QByteArray &array) { return reinterpret_cast<const unsigned char *>(array.data()); };
    EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, bytes(key), bytes(vector));
    EVP_CIPHER_CTX_set_padding(context.get(), 0);
    EVP_DecryptUpdate(context.get(), reinterpret_cast<unsigned char *>(plain.data()), &size, bytes(cipher),
                      static_cast<int>(cipher.size()));
    plain.truncate(size);
    return plain;
}

QByteArray decryptedPage(const QByteArray &page, qsizetype clear, const QByteArray &key)
{
    const qsizetype end = kPage - kReserve;
    return decrypted(page.sliced(clear, end - clear), page.sliced(end, kVector), key);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray plainDatabase(const store::StorePaths &paths)
{
    const QByteArray key = QByteArray::fromHex(store::readKeyFile(paths.keyFile)->reveal());
    const QByteArray file = contentOf(paths.database);
    QByteArray plain;
    for (qsizetype at = 0; at + kPage <= file.size(); at += kPage)
        plain += decryptedPage(file.sliced(at, kPage), at == 0 ? kSalt : 0, key);
    return plain;
}

QByteArray plainLog(const store::StorePaths &paths)
{
    const QByteArray key = QByteArray::fromHex(store::readKeyFile(paths.keyFile)->reveal());
    const QByteArray log = contentOf(paths.database + "-wal"_L1);
    QByteArray plain;
    for (qsizetype at = kLogHeader; at + kFrameHeader + kPage <= log.size(); at += kFrameHeader + kPage) {
        const QByteArray page = log.sliced(at + kFrameHeader, kPage);
        const bool first = log.sliced(at, 4) == QByteArray("\0\0\0\1", 4);
        plain += decryptedPage(page, first ? kSalt : 0, key);
    }
    return plain;
}

} // namespace sprechtag::test
