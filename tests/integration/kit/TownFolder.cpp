// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/TownFolder.h"

#include "server/app/Admin.h"
#include "server/app/TownFile.h"
#include "shared/base/SystemClock.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

#include <algorithm>

namespace sprechtag::test {

using namespace Qt::StringLiterals;

namespace {

const QString kTownFile = QStringLiteral(SPRECHTAG_TOWN_FILE);

const app::TownFile &townFile()
{
    static const app::TownFile read = [] {
        auto file = app::readTownFile(kTownFile);
        if (!file)
            qFatal("the town of the demo cannot be read");
        return std::move(file).value();
    }();
    return read;
}

// Passwords are hashed at the real cost, so a process does it once and its tests begin with copies.
const QTemporaryDir &importedTown()
{
    static const QTemporaryDir folder;
    static const bool made = [] {
        const SystemClock clock;
        QString text;
        QTextStream out(&text);
        app::Options options;
        options.config.dataDirectory = folder.path();
        options.config.databaseKeyFile = folder.filePath(u"database.key"_s);
        options.townFile = kTownFile;
        return app::initialise(options, clock, {out, out}) == 0 && app::importTown(options, clock, {out, out}) == 0;
    }();
    if (!made)
        qFatal("the town of the demo cannot be imported");
    return folder;
}

} // namespace

TownFolder::TownFolder()
{
    const QTemporaryDir &from = importedTown();
    app::Config original;
    original.dataDirectory = from.path();
    const app::Config copy = config();
    const bool copied = QDir().mkpath(copy.dataDirectory) && QDir().mkpath(copy.webDirectory + u"/assets"_s) &&
                        QFile::copy(original.databaseFile(), copy.databaseFile()) &&
                        QFile::copy(from.filePath(u"database.key"_s), copy.databaseKeyFile) &&
                        writeFile(copy.webDirectory + u"/index.html"_s, "<!doctype html><title>Amt</title>") &&
                        writeFile(copy.webDirectory + u"/assets/page.js"_s, "'use strict';");
    if (!copied)
        qFatal("the town cannot be copied");
}

app::Config TownFolder::config() const
{
    app::Config config;
    config.port = 0;
    config.dataDirectory = path(u"data"_s);
    config.databaseKeyFile = path(u"database.key"_s);
    config.webDirectory = path(u"web"_s);
    return config;
}

store::StorePaths TownFolder::paths() const
{
    return {config().databaseFile(), config().databaseKeyFile};
}

QString TownFolder::writeConfig(const app::Config &config) const
{
    const QString text =
        u"[listen]\naddress = \"%1\"\nport = %2\nconnections_per_address = %3\ndraws_per_address = %7\n"
        "[data]\ndirectory = \"%4\"\nkey_file = \"%5\"\n[public]\nweb_directory = \"%6\"\n"_s.arg(config.address)
            .arg(config.port)
            .arg(config.connectionsPerAddress)
            .arg(config.dataDirectory, config.databaseKeyFile, config.webDirectory)
            .arg(config.drawsPerAddress);
    const QString file = path(u"sprechtag.toml"_s);
    if (!writeFile(file, text.toUtf8()))
        qFatal("the configuration cannot be written");
    return file;
}

OfficeId TownFolder::office(const QString &letter)
{
    const auto &offices = townFile().town.offices;
    const auto found = std::ranges::find(offices, letter, &town::Office::letter);
    if (found == offices.end())
        qFatal("the demo has no office %s", qPrintable(letter));
    return found->id;
}

QByteArray TownFolder::password(const QString &login)
{
    const auto &accounts = townFile().town.accounts;
    const auto found = std::ranges::find(accounts, login, &town::Account::login);
    if (found == accounts.end())
        qFatal("the demo has no clerk %s", qPrintable(login));
    return townFile().passwords.at(found->id).password.reveal();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace sprechtag::test
