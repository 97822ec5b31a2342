// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/Migrations.h"

#include "server/store/Failpoints.h"
#include "server/store/File.h"
#include "shared/base/Log.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

namespace sprechtag::store {
namespace {

// Everything that holds for one visit or one sitting alone.
constexpr auto kForgetPersons = "DELETE FROM visits; DELETE FROM sessions; DELETE FROM setup_tokens;";

Result<Done, StoreError> runScripts(Connection &connection, const QList<QByteArray> &scripts, int from)
{
    for (qsizetype version = from; version < scripts.size(); ++version) {
        SPRECHTAG_FAILPOINT("migration.step");
        if (const auto run = connection.execute(scripts[version]); !run) {
            qCCritical(lcStore) << "migration to version" << version + 1 << "failed, code" << connection.lastCode();
            return Failure(StoreError::MigrationFailed);
        }
    }
    return connection.execute("PRAGMA user_version = " + QByteArray::number(scripts.size()) +
                              "; PRAGMA application_id = " + QByteArray::number(kApplicationId));
}

} // namespace

Result<int, StoreError> schemaVersion(Connection &connection)
{
    const auto version = connection.value("PRAGMA user_version");
    if (!version)
        return Failure(version.error());
    return version->toInt();
}

Result<Done, StoreError> migrate(Connection &connection, const QList<QByteArray> &scripts)
{
    const auto version = schemaVersion(connection);
    if (!version)
        return Failure(version.error());
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return Failure(transaction.error());
    if (const auto run = runScripts(connection, scripts, *version); !run)
        return run;
    SPRECHTAG_FAILPOINT("migration.commit");
    if (!transaction.value().commit())
        return Failure(StoreError::MigrationFailed);
    return Done{};
}

Result<Done, StoreError> copyBeforeMigration(Connection &connection, const QString &copyPath, const Secret &key)
{
    // A copy that was cut short must never pass for a whole one: it gets its name when it is complete.
    const QString unfinished = copyPath + QStringLiteral(".unfinished");
    QFile::remove(unfinished);
    {
        auto copy = Connection::open(unfinished, key, Connection::Mode::New);
        if (!copy)
            return Failure(copy.error());
        const auto copied = connection.copyTo(copy.value());
        if (!copied)
            return copied;
        const auto cleaned = copy.value().execute(QByteArray("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
                                                             "PRAGMA secure_delete = ON;") +
                                                  kForgetPersons + "VACUUM;");
        if (!cleaned)
            return cleaned;
    }
    QFile::remove(copyPath);
    if (!QFile::rename(unfinished, copyPath) || !syncFolderOf(copyPath))
        return Failure(StoreError::DatabaseNotWritten);
    return Done{};
}

void removeOldCopies(const QString &database, Instant now, std::chrono::days kept)
{
    const auto timeOf = [](Instant at) { return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()); };
    // A report that is being made now reads its copy.
    const QDateTime abandoned = timeOf(now - std::chrono::hours{1});
    const QDateTime before = timeOf(now - kept);
    const QFileInfo file(database);
    const QString name = file.fileName();
    const QDir folder = file.dir();
    for (const QFileInfo &copy :
         folder.entryInfoList({name + QStringLiteral(".version-*"), name + QStringLiteral(".read-*")}, QDir::Files)) {
        const bool isReport = copy.fileName().startsWith(name + QStringLiteral(".read-"));
        if (copy.lastModified() < (isReport ? abandoned : before) && QFile::remove(copy.filePath()))
            qCInfo(lcStore) << "removed the old copy" << copy.fileName();
    }
}

} // namespace sprechtag::store
