// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/Database.h"

#include "server/store/KeyFile.h"
#include "server/store/LogDamage.h"
#include "server/store/Migrations.h"
#include "server/store/Resources.h"
#include "shared/base/Log.h"

#include <QFile>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sprechtag::store {
namespace {

using namespace Qt::StringLiterals;

constexpr QByteArrayView kPlainHeader("SQLite format 3\0", 16);

// 64 MiB of cache: a database larger than its cache is read two to three times slower when it is encrypted.
constexpr auto kPragmas = "PRAGMA foreign_keys = ON;"
                          "PRAGMA secure_delete = ON;"
                          "PRAGMA trusted_schema = OFF;"
                          "PRAGMA cell_size_check = ON;"
                          "PRAGMA temp_store = MEMORY;"
                          "PRAGMA cache_size = -65536;"
                          "PRAGMA journal_mode = WAL;"
                          "PRAGMA synchronous = FULL;";

Result<Done, StoreError> checkFile(int descriptor)
{
    struct stat status
    {
    };
    if (::fstat(descriptor, &status) != 0)
        return Failure(StoreError::DatabaseUnreadable);
    if (!S_ISREG(status.st_mode))
        return Failure(StoreError::DatabaseIsDirectory);
    if (status.st_size == 0)
        return Failure(StoreError::DatabaseEmpty);
    // The superuser may write what is marked as read-only; the mark is meant all the same.
    if ((status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0)
        return Failure(StoreError::DatabaseReadOnly);
    std::array<char, 16> header{};
    if (::pread(descriptor, header.data(), header.size(), 0) < 0)
        return Failure(StoreError::DatabaseUnreadable);
    if (QByteArrayView(header.data(), header.size()) == kPlainHeader)
        return Failure(StoreError::DatabaseNotEncrypted);
    return Done{};
}

// The lock is on the file itself and not beside it: two names of one file are still one database.
Result<File, StoreError> lockFile(const QString &path)
{
    File file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC | O_NONBLOCK));
    if (!file.isOpen()) {
        switch (errno) {
        case ENOENT:
        case ENOTDIR:
            return Failure(StoreError::DatabaseMissing);
        case EISDIR:
        case ENXIO:
            return Failure(StoreError::DatabaseIsDirectory);
        case EROFS:
            return Failure(StoreError::DatabaseReadOnly);
        default:
            return Failure(::access(QFile::encodeName(path).constData(), R_OK) == 0 ? StoreError::DatabaseReadOnly
                                                                                    : StoreError::DatabaseUnreadable);
        }
    }
    if (const auto checked = checkFile(file.descriptor()); !checked)
        return Failure(checked.error());
    if (::flock(file.descriptor(), LOCK_EX | LOCK_NB) != 0)
        return Failure(StoreError::DatabaseInUse);
    return file;
}

Result<Done, StoreError> checkLibrary(Connection &connection)
{
    const auto version = connection.value("PRAGMA cipher_version");
    if (!version || !version->startsWith("4."))
        return Failure(StoreError::LibraryUnsuitable);
    return Done{};
}

// The first read tells whether the key fits; only then do the marks in the header mean anything.
Result<Done, StoreError> checkOwner(Connection &connection)
{
    if (const auto read = connection.value("SELECT count(*) FROM sqlite_schema"); !read)
        return Failure(read.error());
    const auto application = connection.value("PRAGMA application_id");
    if (!application)
        return Failure(application.error());
    if (application->toInt() != kApplicationId)
        return Failure(StoreError::DatabaseOfOtherProgram);
    const auto version = schemaVersion(connection);
    if (!version)
        return Failure(version.error());
    return *version > migrationScripts().size() ? Result<Done, StoreError>(Failure(StoreError::DatabaseNewer)) : Done{};
}

// Every page carries a seal; a page that nobody reads today must not turn out broken on the day it is needed. What the
// log holds goes in first: a page torn by a power cut in a checkpoint is whole there.
Result<Done, StoreError> checkSeals(Connection &connection)
{
    if (const auto folded = connection.checkpoint(); !folded)
        return folded;
    const auto broken = connection.value("PRAGMA cipher_integrity_check");
    if (!broken)
        return Failure(broken.error());
    return broken->isEmpty() ? Done{} : Result<Done, StoreError>(Failure(StoreError::DatabaseDamaged));
}

Result<Done, StoreError> migrateIfOlder(Connection &connection, const StorePaths &paths, const Secret &key)
{
    const auto scripts = migrationScripts();
    const auto version = schemaVersion(connection);
    if (!version)
        return Failure(version.error());
    if (*version == scripts.size())
        return Done{};
    const QString copyPath = paths.database + u".version-%1"_s.arg(*version);
    qCInfo(lcStore) << "database of version" << *version << "goes to" << scripts.size() << "after a copy";
    if (const auto copied = copyBeforeMigration(connection, copyPath, key); !copied)
        return Failure(StoreError::MigrationFailed);
    return migrate(connection, scripts);
}

Result<Done, StoreError> makeDatabase(const QString &path, const Secret &key)
{
    auto opened = Connection::open(path, key, Connection::Mode::New);
    if (!opened)
        return Failure(opened.error());
    Connection connection = std::move(opened).value();
    for (const auto &step : {checkLibrary, configure}) {
        if (const auto done = step(connection); !done)
            return done;
    }
    if (const auto migrated = migrate(connection, migrationScripts()); !migrated)
        return migrated;
    return connection.checkpoint();
}

} // namespace

Database::Database(Connection connection, File lock)
    : m_lock(std::move(lock))
    , m_connection(std::move(connection))
{
}

Result<Done, StoreError> checkDurable(Connection &connection)
{
    constexpr int full = 2;
    constexpr int extra = 3;
    const auto journal = connection.value("PRAGMA journal_mode");
    const auto synchronous = connection.value("PRAGMA synchronous");
    if (!journal || !synchronous || *journal != "wal")
        return Failure(StoreError::NotDurable);
    const int level = synchronous->toInt();
    return level == full || level == extra ? Done{} : Result<Done, StoreError>(Failure(StoreError::NotDurable));
}

Result<Done, StoreError> configure(Connection &connection)
{
    if (const auto set = connection.execute(kPragmas); !set)
        return set;
    for (const char *const pragma : {"PRAGMA foreign_keys", "PRAGMA secure_delete"}) {
        const auto value = connection.value(pragma);
        if (!value || *value != "1")
            return Failure(StoreError::LibraryUnsuitable);
    }
    return checkDurable(connection);
}

Result<Database, StoreError> Database::initialise(const StorePaths &paths)
{
    // Reserves the name first: whoever comes second finds a file and is refused.
    const QByteArray name = QFile::encodeName(paths.database);
    if (!File(::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600)).isOpen())
        return Failure(errno == EEXIST ? StoreError::DatabaseExists : StoreError::DatabaseNotWritten);
    const auto key = makeKeyFile(paths.keyFile);
    if (!key) {
        ::unlink(name.constData());
        return Failure(key.error());
    }
    const auto made = makeDatabase(paths.database, *key);
    if (!made || !syncFolderOf(paths.database)) {
        ::unlink(name.constData());
        ::unlink(QFile::encodeName(paths.keyFile).constData());
        return Failure(made ? StoreError::DatabaseNotWritten : made.error());
    }
    return open(paths);
}

Result<Database, StoreError> Database::open(const StorePaths &paths)
{
    const auto key = readKeyFile(paths.keyFile);
    if (!key)
        return Failure(key.error());
    auto lock = lockFile(paths.database);
    if (!lock)
        return Failure(lock.error());
    if (const int lost = changesBehindDamage(paths.database + u"-wal"_s); lost > 0)
        qCCritical(lcStore) << "the journal of the database is damaged, and the last changes in it are lost:" << lost
                            << "- go on, or restore a backup; after a power cut one that nobody was told of is normal";
    auto opened = Connection::open(paths.database, *key, Connection::Mode::Existing);
    if (!opened)
        return Failure(opened.error());
    Connection connection = std::move(opened).value();
    for (const auto &step : {checkLibrary, checkOwner, configure, checkSeals}) {
        if (const auto done = step(connection); !done)
            return Failure(done.error());
    }
    if (const auto migrated = migrateIfOlder(connection, paths, *key); !migrated)
        return Failure(migrated.error());
    return Database(std::move(connection), std::move(lock).value());
}

} // namespace sprechtag::store
