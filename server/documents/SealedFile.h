// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/domain/documents/Document.h"

#include <QByteArray>

//! Files that nobody can read, change, cut or put in each other's place without the key of their visit.
//!
//! A file begins with a random salt, from which and from the key of the visit comes the key of this file alone; then
//! come parts of kPartBytes (the last one may be shorter), each sealed under its number (XChaCha20-Poly1305).
namespace sprechtag::documents {

enum class FileFault { NoRoom, Unreadable };

//! Writes a file from its beginning to its end.
class SealedWriter
{
public:
    SealedWriter() = default;

    //! In the place of what is there.
    [[nodiscard]] Result<Done, FileFault> create(const QString &path, const QByteArray &visitKey);
    //! The next part. After a failure the file is worthless.
    [[nodiscard]] Result<Done, FileFault> append(const QByteArray &part);
    //! All parts of `content`, and then on the disk for good.
    [[nodiscard]] Result<Done, FileFault> writeWhole(const QByteArray &content);

private:
    QString m_path{};
    QByteArray m_key{};
    quint64 m_parts{};
};

[[nodiscard]] qint64 partCount(qint64 bytes);

//! `bytes` from `from` on of a file that holds `size` bytes; Unreadable: it is not what was written.
[[nodiscard]] Result<QByteArray, FileFault> readSealed(const QString &path, const QByteArray &visitKey, qint64 size,
                                                       qint64 from, qint64 bytes);

//! A small text of its own, written whole or not at all; for the card of a file.
[[nodiscard]] Result<Done, FileFault> writeSealedNote(const QString &path, const QByteArray &visitKey,
                                                      const QByteArray &note);
[[nodiscard]] Result<QByteArray, FileFault> readSealedNote(const QString &path, const QByteArray &visitKey);

} // namespace sprechtag::documents
