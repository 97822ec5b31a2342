// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Admin.h"
#include "server/app/BackupDoor.h"
#include "server/app/StorePaths.h"
#include "server/store/Backup.h"
#include "server/store/Database.h"
#include "server/store/KeyFile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>

namespace sprechtag::app {
namespace {

// sysexits.h
constexpr int kExitCannotCreate = 73;

struct BackupWords
{
    Q_DECLARE_TR_FUNCTIONS(BackupWords)
};

int refuse(Console console, store::StoreError error, const store::StorePaths &paths)
{
    console.error << store::adminSentence(error, paths) << Qt::endl;
    return kExitCannotCreate;
}

std::optional<store::StoreError> backUpHere(store::Connection &connection, const Options &options, const QString &path)
{
    const auto key = store::readKeyFile(options.config.databaseKeyFile);
    if (!key)
        return key.error();
    const auto done = store::backUp(connection, path, *key);
    return done ? std::nullopt : std::optional(done.error());
}

} // namespace

int backUp(const Options &options, Console console)
{
    const QString path = QFileInfo(options.backupFile).absoluteFilePath();
    const store::StorePaths paths = pathsOf(options.config);
    auto database = store::Database::open(paths);
    std::optional<store::StoreError> failure;
    if (database) {
        failure = backUpHere(database.value().connection(), options, path);
    } else {
        const auto reply =
            database.error() == store::StoreError::DatabaseInUse ? askForBackup(options.config, path) : std::nullopt;
        if (!reply)
            return refuse(console, database.error(), paths);
        failure = reply->error;
    }
    if (failure)
        return refuse(console, *failure, {path, paths.keyFile});
    console.out << BackupWords::tr("The backup is in %1, under the same key as the database.").arg(path) << Qt::endl;
    return 0;
}

} // namespace sprechtag::app
