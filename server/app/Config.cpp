// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Config.h"

#include "server/documents/Scanner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <limits>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

constexpr std::int64_t kMostFactsDays = 3650;
constexpr std::int64_t kHighestPort = std::numeric_limits<std::uint16_t>::max();

struct ConfigWords
{
    Q_DECLARE_TR_FUNCTIONS(ConfigWords)
};

std::optional<http::Origin> readOrigin(TomlTable &table, const char *key, const QString &text)
{
    auto origin = http::Origin::parse(text.toStdString());
    if (!origin)
        table.refuse(key, ConfigWords::tr("This is no origin. Write scheme and host only, as browsers do: in lower "
                                          "case, without the usual port, such as https://rathaus.example."));
    return origin;
}

void refuse(TomlTable &table, media::MediaConfigError error)
{
    switch (error) {
    case media::MediaConfigError::UnknownScheme:
        return table.refuse("urls",
                            ConfigWords::tr("This is no address of a TURN or STUN server. It begins with turn:, "
                                            "turns:, stun: or stuns:."));
    case media::MediaConfigError::NoTurnSecret:
        return table.refuse("secret_file",
                            ConfigWords::tr("The secret of the TURN server is missing. Name a file that holds it."));
    case media::MediaConfigError::WeakTurnSecret:
        return table.refuse("secret_file",
                            ConfigWords::tr("The secret of the TURN server is short enough to be guessed. "
                                            "Give it at least %1 characters, here and there.")
                                .arg(media::kShortestTurnSecret));
    case media::MediaConfigError::NobodyToRelay:
        return table.refuse("relay_only",
                            ConfigWords::tr("Without a TURN server nothing can be relayed. Name one in urls."));
    }
    Q_UNREACHABLE();
}

Secret readSecret(TomlTable &table)
{
    const QString path = table.text("secret_file", {});
    if (path.isEmpty())
        return {};
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return Secret(file.readAll().trimmed());
    table.refuse("secret_file", ConfigWords::tr("The file cannot be read. Check its name and its permissions."));
    return {};
}

void readTurn(TomlTable table, media::MediaConfig &config)
{
    auto checked = media::MediaConfig::check(
        {.urls = table.texts("urls"), .turnSecret = readSecret(table), .relayOnly = table.flag("relay_only", false)});
    if (checked)
        config = std::move(checked).value();
    else
        refuse(table, checked.error());
    table.refuseUnknownKeys();
}

void readListen(TomlTable table, Config &config)
{
    config.address = table.text("address", config.address);
    config.port = static_cast<std::uint16_t>(table.number("port", config.port, 0, kHighestPort));
    config.certificateFile = table.text("certificate", {});
    config.keyFile = table.text("certificate_key", {});
    config.trustedProxies = table.texts("trusted_proxies");
    config.connectionsPerAddress = static_cast<int>(table.number("connections_per_address", 200, 1, 1'000'000));
    config.drawsPerAddress = static_cast<int>(table.number("draws_per_address", 30, 1, 1'000'000));
    if (config.certificateFile.isEmpty() != config.keyFile.isEmpty())
        table.refuse("certificate",
                     ConfigWords::tr("certificate and certificate_key belong together: give both or none."));
    table.refuseUnknownKeys();
}

void readPublic(TomlTable table, Config &config)
{
    if (const QString origin = table.text("origin", {}); !origin.isEmpty())
        config.publicOrigin = readOrigin(table, "origin", origin);
    const QStringList ancestors = table.texts("frame_ancestors");
    for (const QString &ancestor : ancestors) {
        if (auto origin = readOrigin(table, "frame_ancestors", ancestor))
            config.frameAncestors.push_back(std::move(*origin));
    }
    config.webDirectory = table.text("web_directory", {});
    table.refuseUnknownKeys();
}

void readDocuments(TomlTable table, Config &config)
{
    config.scanner = table.text("scanner", {});
    if (!config.scanner.isEmpty() && !documents::Scanner::isAddress(config.scanner))
        table.refuse("scanner",
                     ConfigWords::tr("This is no address of a virus scanner. Write unix:/run/clamav/clamd.ctl "
                                     "or tcp:127.0.0.1:3310."));
    table.refuseUnknownKeys();
}

} // namespace

QString Config::databaseFile() const
{
    return QDir(dataDirectory).filePath(u"sprechtag.db"_s);
}

QString Config::filesFolder() const
{
    return QDir(dataDirectory).filePath(u"files"_s);
}

Result<Config, TomlError> readConfig(const QString &path)
{
    Config config;
    TomlTable root = TomlTable::parseFile(path);
    readListen(root.table("listen"), config);
    readPublic(root.table("public"), config);
    TomlTable data = root.table("data");
    config.dataDirectory = data.text("directory", {});
    config.databaseKeyFile = data.text("key_file", {});
    data.refuseUnknownKeys();
    readTurn(root.table("turn"), config.media);
    readDocuments(root.table("documents"), config);
    TomlTable retention = root.table("retention");
    config.factsKept = std::chrono::days(retention.number("facts_days", config.factsKept.count(), 1, kMostFactsDays));
    retention.refuseUnknownKeys();
    root.refuseUnknownKeys();
    if (const auto error = root.error())
        return Failure(*error);
    return config;
}

} // namespace sprechtag::app
