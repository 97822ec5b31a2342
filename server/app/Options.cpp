// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

// sysexits.h: EX_USAGE and EX_CONFIG, so that a supervisor does not start it again in vain.
constexpr int kExitUsage = 64;
constexpr int kExitConfig = 78;

QString say(const char *text)
{
    return QCoreApplication::translate("Options", text);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(say("The server of Sprechtag, the virtual citizens' office.\n\n"
                                         "Commands:\n"
                                         "  init               make key file and database, print a one-time token\n"
                                         "  run                serve citizens and clerks\n"
                                         "  admin import FILE  bring in offices, clerks and hours from a town file\n"
                                         "  admin setup-token  print a new one-time token for the first administrator\n"
                                         "  admin list         show offices and accounts"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"config"_s, say("Configuration file (default: %1 if it is there).").arg(u"/etc/sprechtag/sprechtag.toml"_s),
         u"file"_s},
        {u"data"_s, say("Directory of the database."), u"directory"_s},
        {u"key-file"_s, say("File with the key of the database."), u"file"_s},
        {u"address"_s, say("Address to listen on."), u"address"_s},
        {u"port"_s, say("Port to listen on; 0 takes any free one."), u"number"_s},
        {u"port-file"_s, say("File to write the port into once the server listens."), u"file"_s},
        {u"origin"_s, say("Address that citizens type, such as https://rathaus.example."), u"url"_s},
        {u"web"_s, say("Directory of the built pages."), u"directory"_s},
        {u"json"_s, say("Print JSON, for scripts.")},
    });
    parser.addPositionalArgument(u"command"_s, say("What to do; see above."), say("COMMAND"));
}

std::optional<Command> commandOf(const QStringList &words)
{
    if (words == QStringList{u"init"_s})
        return Command::Init;
    if (words == QStringList{u"run"_s})
        return Command::Run;
    if (words.size() == 3 && words.first() == "admin"_L1 && words.at(1) == "import"_L1)
        return Command::AdminImport;
    if (words == QStringList{u"admin"_s, u"setup-token"_s})
        return Command::AdminSetupToken;
    if (words == QStringList{u"admin"_s, u"list"_s})
        return Command::AdminList;
    return std::nullopt;
}

Result<Config, Usage> baseConfig(const QCommandLineParser &parser)
{
    const QString fallback = u"/etc/sprechtag/sprechtag.toml"_s;
    QString file = parser.value(u"config"_s);
    if (file.isEmpty() && QFileInfo::exists(fallback))
        file = fallback;
    if (file.isEmpty())
        return Config{};
    auto config = readConfig(file);
    if (!config)
        return Failure(Usage{config.error().text(), kExitConfig});
    return std::move(config).value();
}

std::optional<Usage> overlay(const QCommandLineParser &parser, Config &config)
{
    const auto take = [&](const QString &name, QString &target) {
        if (parser.isSet(name))
            target = parser.value(name);
    };
    take(u"data"_s, config.dataDirectory);
    take(u"key-file"_s, config.databaseKeyFile);
    take(u"address"_s, config.address);
    take(u"origin"_s, config.publicOrigin);
    take(u"web"_s, config.webDirectory);
    if (parser.isSet(u"port"_s)) {
        bool ok = false;
        config.port = parser.value(u"port"_s).toUShort(&ok);
        if (!ok)
            return Usage{say("--port takes a number from 0 to 65535."), kExitUsage};
    }
    if (config.dataDirectory.isEmpty())
        return Usage{say("Say where the data is: --data DIRECTORY, or [data] directory in the configuration."),
                     kExitUsage};
    if (config.databaseKeyFile.isEmpty())
        return Usage{say("Say where the key is: --key-file FILE, or [data] key_file in the configuration."),
                     kExitUsage};
    return std::nullopt;
}

} // namespace

Result<Options, Usage> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return Failure(Usage{parser.errorText(), kExitUsage});
    if (parser.isSet(u"help"_s))
        return Failure(Usage{parser.helpText(), 0});
    if (parser.isSet(u"version"_s))
        return Failure(Usage{QCoreApplication::applicationVersion(), 0});
    const QStringList words = parser.positionalArguments();
    const auto command = commandOf(words);
    if (!command)
        return Failure(Usage{parser.helpText(), kExitUsage});
    auto config = baseConfig(parser);
    if (!config)
        return Failure(config.error());
    Options options{*command, std::move(config).value(), {}, parser.value(u"port-file"_s), parser.isSet(u"json"_s)};
    if (*command == Command::AdminImport)
        options.townFile = words.last();
    if (const auto mistake = overlay(parser, options.config))
        return Failure(*mistake);
    return options;
}

} // namespace sprechtag::app
