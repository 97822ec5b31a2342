// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

namespace sprechtag::store {

//! Why the store cannot be used, or cannot do what was asked.
enum class StoreError {
    KeyFileMissing,
    KeyFileUnreadable,
    KeyFileExposed,   //!< others than its owner may read it
    KeyFileMalformed, //!< not 64 hexadecimal digits
    KeyFileExists,
    KeyFileNotWritten,
    DatabaseMissing,
    DatabaseExists,
    DatabaseIsDirectory,
    DatabaseEmpty,
    DatabaseReadOnly,
    DatabaseUnreadable,
    DatabaseNotWritten,
    DatabaseNotEncrypted, //!< a plain SQLite file
    DatabaseWrongKey,     //!< or no database at all: encryption hides the difference
    DatabaseOfOtherProgram,
    DatabaseNewer, //!< made by a newer version of this program
    DatabaseInUse, //!< by another process
    DatabaseDamaged,
    ChangeLogBroken, //!< somebody has changed it, or lines before its end are gone
    MigrationFailed,
    LibraryUnsuitable, //!< not SQLCipher 4
    NotDurable,        //!< WAL or synchronous=FULL is not in force
    Constraint,        //!< the rows contradict the schema; nothing was changed
    ReadFailed,
    WriteFailed,
    DiskFull //!< nothing was written; there may be room again later
};

//! Where the store lies; the key never lies beside the database in production.
struct StorePaths
{
    QString database;
    QString keyFile;
};

//! What happened and what to do, one sentence for the person who runs the server. Holds no key material.
[[nodiscard]] QString adminSentence(StoreError error, const StorePaths &paths);

} // namespace sprechtag::store
