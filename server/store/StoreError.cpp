// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/StoreError.h"

#include <QStringTokenizer>

#include <array>

namespace sprechtag::store {
namespace {

using namespace Qt::StringLiterals;

struct Entry
{
    StoreError error;
    const char16_t *sentence; // {db} is the database, {key} the key file
};

constexpr std::array kSentences{
    Entry{StoreError::KeyFileMissing, u"There is no key file at {key}: correct the path in the configuration, or bring "
                                      u"the file back from its safe copy; without it the database cannot be read."},
    Entry{StoreError::KeyFileUnreadable,
          u"The key file {key} cannot be read: make it a regular file that belongs to the user of the server."},
    Entry{StoreError::KeyFileExposed,
          u"The key file {key} may be read by others: run chmod 600 on it, and consider the key as known to them."},
    Entry{StoreError::KeyFileMalformed,
          u"The key file {key} does not hold 64 hexadecimal digits: bring it back from its safe copy."},
    Entry{StoreError::KeyFileExists, u"There is a key file at {key} already and it is never overwritten: choose "
                                     u"another path, or move it away if no database needs it."},
    Entry{StoreError::KeyFileNotWritten,
          u"The key file {key} could not be written: check that its folder exists and is writable."},
    Entry{StoreError::DatabaseMissing, u"There is no database at {db}: correct the path in the configuration, restore "
                                       u"a backup, or make a new one with sprechtag-server init."},
    Entry{StoreError::DatabaseExists,
          u"There is a file at {db} already and it is never overwritten: choose another path."},
    Entry{StoreError::DatabaseIsDirectory, u"{db} is not a regular file: name the database file in the configuration."},
    Entry{StoreError::DatabaseEmpty, u"The database {db} is empty, so its content is lost: restore a backup, or remove "
                                     u"the file and make a new one with sprechtag-server init."},
    Entry{StoreError::DatabaseReadOnly,
          u"The database {db} or its folder is not writable: give the user of the server the right to write."},
    Entry{StoreError::DatabaseUnreadable,
          u"The database {db} cannot be read: give the user of the server the right to read and write it."},
    Entry{StoreError::DatabaseNotWritten,
          u"The database {db} could not be made: check that its folder exists, is writable and has room."},
    Entry{StoreError::DatabaseNotEncrypted,
          u"{db} is an SQLite file without encryption and not a database of Sprechtag: correct the path."},
    Entry{StoreError::DatabaseWrongKey, u"{db} does not open with the key in {key}: it belongs to another key, or it "
                                        u"is not a database of Sprechtag; correct one of the two paths."},
    Entry{StoreError::DatabaseOfOtherProgram,
          u"{db} opens with the key in {key} but was made by another program: correct the path."},
    Entry{StoreError::DatabaseNewer,
          u"The database {db} was made by a newer version of Sprechtag: install that version or a later one."},
    Entry{StoreError::DatabaseInUse,
          u"The database {db} is in use by another process: stop the other sprechtag-server first."},
    Entry{StoreError::DatabaseDamaged,
          u"The database {db} is damaged: keep a copy of the file and restore the last backup."},
    Entry{StoreError::MigrationFailed,
          u"The database {db} could not be brought to the form of this version and was left as it is: check the room "
          u"on the disk, then start again; the log names the step."},
    Entry{StoreError::LibraryUnsuitable,
          u"This program was built with a library that is not SQLCipher 4: install a proper build."},
    Entry{StoreError::NotDurable,
          u"The database {db} does not keep to synchronous=FULL with a write-ahead log, so a power cut could lose "
          u"numbers: move it to a local disk with a file system that can."},
    Entry{StoreError::Constraint, u"The data contradict what the database {db} holds already; nothing was changed."},
    Entry{StoreError::ReadFailed, u"Reading from the database {db} failed: check the disk."},
    Entry{StoreError::WriteFailed, u"Writing to the database {db} failed: check the disk and the room on it."},
};

constexpr bool everyErrorHasItsSentence()
{
    for (std::size_t i = 0; i < kSentences.size(); ++i) {
        if (static_cast<std::size_t>(kSentences[i].error) != i)
            return false;
    }
    return kSentences.size() == static_cast<std::size_t>(StoreError::WriteFailed) + 1;
}
static_assert(everyErrorHasItsSentence(), "one sentence per error, in the order of the enumeration");

} // namespace

QString adminSentence(StoreError error, const StorePaths &paths)
{
    // Piece by piece, so that a path that looks like a mark stays what it is.
    QString sentence;
    const auto text = QString::fromUtf16(kSentences[static_cast<std::size_t>(error)].sentence);
    for (const auto piece : QStringTokenizer(text, u'{')) {
        if (piece.startsWith("db}"_L1))
            sentence.append(paths.database).append(piece.sliced(3));
        else if (piece.startsWith("key}"_L1))
            sentence.append(paths.keyFile).append(piece.sliced(4));
        else
            sentence.append(piece);
    }
    return sentence;
}

} // namespace sprechtag::store
