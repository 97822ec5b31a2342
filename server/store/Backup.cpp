// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/Backup.h"

#include "server/store/File.h"

#include <QFile>

#include <fcntl.h>

namespace sprechtag::store {
namespace {

Result<Done, StoreError> checkWhole(Connection &copy)
{
    const auto broken = copy.value("PRAGMA cipher_integrity_check");
    if (!broken)
        return Failure(broken.error());
    const auto sound = copy.value("PRAGMA quick_check");
    if (!sound)
        return Failure(sound.error());
    return broken->isEmpty() && *sound == "ok" ? Done{}
                                               : Result<Done, StoreError>(Failure(StoreError::DatabaseDamaged));
}

Result<Done, StoreError> copyTo(const QString &path, Connection &connection, const Secret &key)
{
    auto opened = Connection::open(path, key, Connection::Mode::New);
    if (!opened)
        return Failure(opened.error());
    Connection &copy = opened.value();
    if (const auto copied = connection.copyTo(copy); !copied)
        return copied;
    // One file that needs no other beside it.
    if (const auto alone = copy.execute("PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE"); !alone)
        return alone;
    return checkWhole(copy);
}

} // namespace

Result<Done, StoreError> backUp(Connection &connection, const QString &path, const Secret &key)
{
    if (QFile::exists(path))
        return Failure(StoreError::DatabaseExists);
    const QString unfinished = path + QStringLiteral(".unfinished");
    QFile::remove(unfinished);
    // Ours alone from its first byte on.
    const QByteArray name = QFile::encodeName(unfinished);
    if (!File(::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600)).isOpen())
        return Failure(StoreError::DatabaseNotWritten);
    auto copied = copyTo(unfinished, connection, key);
    // Never over a file that has come meanwhile.
    if (copied && !(QFile::rename(unfinished, path) && syncFolderOf(path)))
        copied = Failure(StoreError::DatabaseNotWritten);
    if (!copied)
        QFile::remove(unfinished);
    return copied;
}

} // namespace sprechtag::store
