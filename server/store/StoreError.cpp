// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/StoreError.h"

#include <QCoreApplication>
#include <QStringTokenizer>

#include <array>

namespace sprechtag::store {
namespace {

using namespace Qt::StringLiterals;

struct Entry
{
    StoreError error;
    const char *sentence; // {db} is the database, {key} the key file
};

constexpr std::array kSentences{
    Entry{StoreError::KeyFileMissing,
          QT_TRANSLATE_NOOP("StoreError",
                            "There is no key file at {key}: correct the path in the configuration, or bring "
                            "the file back from its safe copy; without it the database cannot be read.")},
    Entry{StoreError::KeyFileUnreadable,
          QT_TRANSLATE_NOOP(
              "StoreError",
              "The key file {key} cannot be read: make it a regular file that belongs to the user of the server.")},
    Entry{StoreError::KeyFileExposed,
          QT_TRANSLATE_NOOP(
              "StoreError",
              "The key file {key} may be read by others: run chmod 600 on it, and consider the key as known to them.")},
    Entry{
        StoreError::KeyFileMalformed,
        QT_TRANSLATE_NOOP("StoreError",
                          "The key file {key} does not hold 64 hexadecimal digits: bring it back from its safe copy.")},
    Entry{StoreError::KeyFileExists,
          QT_TRANSLATE_NOOP("StoreError", "There is a key file at {key} already and it is never overwritten: choose "
                                          "another path, or move it away if no database needs it.")},
    Entry{StoreError::KeyFileNotWritten,
          QT_TRANSLATE_NOOP("StoreError",
                            "The key file {key} could not be written: check that its folder exists and is writable.")},
    Entry{StoreError::DatabaseMissing,
          QT_TRANSLATE_NOOP("StoreError",
                            "There is no database at {db}: correct the path in the configuration, restore "
                            "a backup, or make a new one with sprechtag-server init.")},
    Entry{StoreError::DatabaseExists,
          QT_TRANSLATE_NOOP("StoreError",
                            "There is a file at {db} already and it is never overwritten: choose another path.")},
    Entry{StoreError::DatabaseIsDirectory,
          QT_TRANSLATE_NOOP("StoreError", "{db} is not a regular file: name the database file in the configuration.")},
    Entry{StoreError::DatabaseEmpty,
          QT_TRANSLATE_NOOP("StoreError",
                            "The database {db} is empty, so its content is lost: restore a backup, or remove "
                            "the file and make a new one with sprechtag-server init.")},
    Entry{StoreError::DatabaseReadOnly,
          QT_TRANSLATE_NOOP(
              "StoreError",
              "The database {db} or its folder is not writable: give the user of the server the right to write.")},
    Entry{StoreError::DatabaseUnreadable,
          QT_TRANSLATE_NOOP(
              "StoreError",
              "The database {db} cannot be read: give the user of the server the right to read and write it.")},
    Entry{StoreError::DatabaseNotWritten,
          QT_TRANSLATE_NOOP(
              "StoreError",
              "The database {db} could not be made: check that its folder exists, is writable and has room.")},
    Entry{StoreError::DatabaseNotEncrypted,
          QT_TRANSLATE_NOOP(
              "StoreError",
              "{db} is an SQLite file without encryption and not a database of Sprechtag: correct the path.")},
    Entry{StoreError::DatabaseWrongKey,
          QT_TRANSLATE_NOOP("StoreError", "{db} does not open with the key in {key}: it belongs to another key, or it "
                                          "is not a database of Sprechtag; correct one of the two paths.")},
    Entry{StoreError::DatabaseOfOtherProgram,
          QT_TRANSLATE_NOOP("StoreError",
                            "{db} opens with the key in {key} but was made by another program: correct the path.")},
    Entry{StoreError::DatabaseNewer,
          QT_TRANSLATE_NOOP(
              "StoreError",
              "The database {db} was made by a newer version of Sprechtag: install that version or a later one.")},
    Entry{StoreError::DatabaseInUse,
          QT_TRANSLATE_NOOP("StoreError",
                            "The database {db} is in use by another process: stop the other sprechtag-server first.")},
    Entry{StoreError::DatabaseDamaged,
          QT_TRANSLATE_NOOP("StoreError",
                            "The database {db} is damaged: keep a copy of the file and restore the last backup.")},
    Entry{
        StoreError::ChangeLogBroken,
        QT_TRANSLATE_NOOP("StoreError",
                          "The log of changes in the database {db} was changed by another hand: see admin verify-log, "
                          "keep a copy of the file and restore the last backup.")},
    Entry{
        StoreError::MigrationFailed,
        QT_TRANSLATE_NOOP(
            "StoreError",
            "The database {db} could not be brought to the form of this version and was left as it is: check the room "
            "on the disk, then start again; the log names the step.")},
    Entry{StoreError::LibraryUnsuitable,
          QT_TRANSLATE_NOOP("StoreError",
                            "This program was built with a library that is not SQLCipher 4: install a proper build.")},
    Entry{StoreError::NotDurable,
          QT_TRANSLATE_NOOP(
              "StoreError",
              "The database {db} does not keep to synchronous=FULL with a write-ahead log, so a power cut could lose "
              "numbers: move it to a local disk with a file system that can.")},
    Entry{StoreError::Constraint,
          QT_TRANSLATE_NOOP("StoreError", "The data contradict what the database {db} holds already, so nothing was "
                                          "changed: look for a key, letter or login that stands twice.")},
    Entry{StoreError::ReadFailed,
          QT_TRANSLATE_NOOP("StoreError", "Reading from the database {db} failed: check the disk.")},
    Entry{StoreError::WriteFailed,
          QT_TRANSLATE_NOOP("StoreError", "Writing to the database {db} failed: check the disk and the room on it.")},
    Entry{StoreError::DiskFull,
          QT_TRANSLATE_NOOP("StoreError", "The disk with the database {db} is full: make room on it.")},
};

constexpr bool everyErrorHasItsSentence()
{
    for (std::size_t i = 0; i < kSentences.size(); ++i) {
        if (static_cast<std::size_t>(kSentences[i].error) != i)
            return false;
    }
    return kSentences.size() == static_cast<std::size_t>(StoreError::DiskFull) + 1;
}
static_assert(everyErrorHasItsSentence(), "one sentence per error, in the order of the enumeration");

} // namespace

QString adminSentence(StoreError error, const StorePaths &paths)
{
    // Piece by piece, so that a path that looks like a mark stays what it is.
    QString sentence;
    const QString text =
        QCoreApplication::translate("StoreError", kSentences[static_cast<std::size_t>(error)].sentence);
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
