// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Options.h"

#include "server/app/Language.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

// sysexits.h: EX_USAGE and EX_CONFIG, so that a supervisor does not start it again in vain.
constexpr int kExitUsage = 64;
constexpr int kExitConfig = 78;

struct OptionsWords
{
    Q_DECLARE_TR_FUNCTIONS(OptionsWords)
};

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(OptionsWords::tr(
        "The server of Sprechtag, the virtual citizens' office.\n\n"
        "Commands:\n"
        "  init               make key file and database, print a one-time token\n"
        "  run                serve citizens and clerks\n"
        "  backup FILE        copy the database into a new file, also while the server runs\n"
        "  admin import FILE  bring in offices, clerks and hours from a town file\n"
        "  admin setup-token  print a new one-time token for the first administrator\n"
        "  admin list         show offices and accounts\n"
        "  admin interpreters [LANGUAGE]  show who interprets, those who can be reached now first\n"
        "  admin export       print all that administrators decide about, as JSON\n"
        "  admin log          show who changed what\n"
        "  admin verify-log   check that nobody else has written the log of changes\n"
        "  admin facts        print what has happened in each office, fact by fact\n"
        " admin show KIND [WHICH] print the authority, or a department, concern, office, account, form or interpreter, "
        " as "
        "JSON "
        "  admin save KIND FILE   store one from JSON (- reads what is piped in); without an id it is new\n"
        "  admin remove KIND WHICH  take one away\n"
        "  admin add-account LOGIN NAME ROLE...  print the start password of a new account\n"
        "  admin reset-password LOGIN  print a new start password\n"
        "  admin disable-account LOGIN  keep somebody out\n"
        "  admin reset-second-factor LOGIN  for a clerk whose phone is lost\n"
        "  admin forms [OFFICE]     list the forms that offices have ready\n"
        "  admin forms add OFFICE FILE NAME       check a PDF and make it a form of the office\n"
        "  admin forms rename OFFICE WHICH NAME   give a form another name\n"
        "  admin forms remove OFFICE WHICH        take a form away\n"
        "  admin figures            print totals of days as JSON, without numbers below five\n"
        "  admin person             print what is stored of one visit as JSON (Art. 15 GDPR)\n"
        "  admin deletion-plan      what is kept for how long, as a page (HTML) to print\n"
        "  admin processing-record  record of processing activities (Art. 30 GDPR), as a page"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"config"_s,
         OptionsWords::tr("Configuration file (default: %1 if it is there).").arg(u"/etc/sprechtag/sprechtag.toml"_s),
         OptionsWords::tr("file")},
        {u"data"_s, OptionsWords::tr("Directory of the database."), OptionsWords::tr("directory")},
        {u"key-file"_s, OptionsWords::tr("File with the key of the database."), OptionsWords::tr("file")},
        {u"address"_s, OptionsWords::tr("Address to listen on."), OptionsWords::tr("address")},
        {u"port"_s, OptionsWords::tr("Port to listen on; 0 takes any free one."), OptionsWords::tr("number")},
        {u"port-file"_s, OptionsWords::tr("File to write the port into once the server listens."),
         OptionsWords::tr("file")},
        {u"origin"_s, OptionsWords::tr("Address that citizens type, such as https://rathaus.example."),
         OptionsWords::tr("url")},
        {u"web"_s, OptionsWords::tr("Directory of the built pages."), OptionsWords::tr("directory")},
        {u"json"_s, OptionsWords::tr("Print JSON, for scripts.")},
        {u"from"_s, OptionsWords::tr("First day of the figures."), OptionsWords::tr("day")},
        {u"until"_s, OptionsWords::tr("Last day of the figures."), OptionsWords::tr("day")},
        {u"office"_s, OptionsWords::tr("Letter of the office that has issued the number."), OptionsWords::tr("letter")},
        {u"number"_s, OptionsWords::tr("The number, without the letter."), OptionsWords::tr("number")},
        {u"day"_s, OptionsWords::tr("Day on which the number was issued, such as 2026-03-02."),
         OptionsWords::tr("day")},
        {kLanguageOption, OptionsWords::tr("Language of what is printed here, de or en (default: that of the system)."),
         OptionsWords::tr("language")},
    });
    parser.addPositionalArgument(u"command"_s, OptionsWords::tr("What to do; see above."), OptionsWords::tr("COMMAND"));
}

QString seeHelp()
{
    return OptionsWords::tr("sprechtag-server --help shows what there is.");
}

QString noCommand(const QStringList &words)
{
    return u"%1 %2"_s.arg(OptionsWords::tr("This is no command: %1.").arg(words.join(u' ')), seeHelp());
}

//! A command that changes or shows single values: its name, and how many words follow it.
struct EditingCommand
{
    QLatin1String name;
    Command command;
    qsizetype least;
    qsizetype most;
};
constexpr std::array kEditingCommands{EditingCommand{"show"_L1, Command::AdminShow, 1, 2},
                                      EditingCommand{"save"_L1, Command::AdminSave, 2, 2},
                                      EditingCommand{"remove"_L1, Command::AdminRemove, 2, 2},
                                      EditingCommand{"add-account"_L1, Command::AdminAddAccount, 3, 5},
                                      EditingCommand{"reset-password"_L1, Command::AdminResetPassword, 1, 1},
                                      EditingCommand{"interpreters"_L1, Command::AdminInterpreters, 0, 1},
                                      EditingCommand{"figures"_L1, Command::AdminFigures, 0, 0},
                                      EditingCommand{"forms"_L1, Command::AdminForms, 0, 4},
                                      EditingCommand{"person"_L1, Command::AdminPerson, 0, 0}};

std::optional<Command> editingCommandOf(const QStringList &words)
{
    if (words.value(0) != "admin"_L1)
        return std::nullopt;
    for (const EditingCommand &one : kEditingCommands) {
        const qsizetype count = words.size() - 2;
        if (words.value(1) == one.name && count >= one.least && count <= one.most)
            return one.command;
    }
    return std::nullopt;
}

std::optional<Command> commandOf(const QStringList &words)
{
    if (words == QStringList{u"init"_s})
        return Command::Init;
    if (words == QStringList{u"run"_s})
        return Command::Run;
    if (words.size() == 2 && words.first() == "backup"_L1)
        return Command::Backup;
    if (words.size() == 3 && words.first() == "admin"_L1 && words.at(1) == "import"_L1)
        return Command::AdminImport;
    if (words == QStringList{u"admin"_s, u"setup-token"_s})
        return Command::AdminSetupToken;
    if (words == QStringList{u"admin"_s, u"list"_s})
        return Command::AdminList;
    if (words == QStringList{u"admin"_s, u"export"_s})
        return Command::AdminExport;
    if (words == QStringList{u"admin"_s, u"log"_s})
        return Command::AdminLog;
    if (words == QStringList{u"admin"_s, u"verify-log"_s})
        return Command::AdminVerifyLog;
    if (words == QStringList{u"admin"_s, u"facts"_s})
        return Command::AdminFacts;
    if (words.size() == 3 && words.first() == "admin"_L1 && words.at(1) == "disable-account"_L1)
        return Command::AdminDisableAccount;
    if (words == QStringList{u"admin"_s, u"deletion-plan"_s})
        return Command::AdminDeletionPlan;
    if (words == QStringList{u"admin"_s, u"processing-record"_s})
        return Command::AdminProcessingRecord;
    if (words.size() == 3 && words.first() == "admin"_L1 && words.at(1) == "reset-second-factor"_L1)
        return Command::AdminResetSecondFactor;
    return editingCommandOf(words);
}

//! The day that an option names; what was there when it is not given.
std::optional<Usage> readDay(const QCommandLineParser &parser, const QString &name, QDate &day)
{
    if (!parser.isSet(name))
        return std::nullopt;
    day = QDate::fromString(parser.value(name), Qt::ISODate);
    if (day.isValid())
        return std::nullopt;
    return Usage{OptionsWords::tr("--%1 takes a day, such as 2026-03-02.").arg(name), kExitUsage};
}

std::optional<Usage> readReport(const QCommandLineParser &parser, Options &options)
{
    for (const auto &[name, day] :
         {std::pair(u"from"_s, &options.days.from), std::pair(u"until"_s, &options.days.until),
          std::pair(u"day"_s, &options.ticket.day)}) {
        if (auto mistake = readDay(parser, name, *day))
            return mistake;
    }
    options.ticket.letter = parser.value(u"office"_s);
    options.ticket.number = parser.value(u"number"_s).toUInt();
    if (options.command == Command::AdminPerson &&
        (options.ticket.letter.isEmpty() || options.ticket.number == 0 || !options.ticket.day.isValid()))
        return Usage{OptionsWords::tr("Say whose visit is meant: --office LETTER --number NUMBER --day DAY."),
                     kExitUsage};
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
    take(u"web"_s, config.webDirectory);
    if (parser.isSet(u"origin"_s)) {
        config.publicOrigin = http::Origin::parse(parser.value(u"origin"_s).toStdString());
        if (!config.publicOrigin)
            return Usage{OptionsWords::tr("--origin takes scheme and host only, as browsers write them, such as "
                                          "https://rathaus.example."),
                         kExitUsage};
    }
    if (parser.isSet(u"port"_s)) {
        bool ok = false;
        config.port = parser.value(u"port"_s).toUShort(&ok);
        if (!ok)
            return Usage{OptionsWords::tr("--port takes a number from 0 to 65535."), kExitUsage};
    }
    if (parser.isSet(kLanguageOption) && !languages().contains(parser.value(kLanguageOption)))
        return Usage{OptionsWords::tr("--language takes de or en."), kExitUsage};
    if (config.dataDirectory.isEmpty())
        return Usage{
            OptionsWords::tr("Say where the data is: --data DIRECTORY, or [data] directory in the configuration."),
            kExitUsage};
    if (config.databaseKeyFile.isEmpty())
        return Usage{
            OptionsWords::tr("Say where the key is: --key-file FILE, or [data] key_file in the configuration."),
            kExitUsage};
    return std::nullopt;
}

} // namespace

Result<Options, Usage> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return Failure(Usage{u"%1 %2"_s.arg(parser.errorText(), seeHelp()), kExitUsage});
    if (parser.isSet(u"help"_s))
        return Failure(Usage{parser.helpText(), 0});
    if (parser.isSet(u"version"_s))
        return Failure(Usage{QCoreApplication::applicationVersion(), 0});
    const QStringList words = parser.positionalArguments();
    const auto command = commandOf(words);
    if (!command)
        return Failure(Usage{words.isEmpty() ? parser.helpText() : noCommand(words), kExitUsage});
    auto config = baseConfig(parser);
    if (!config)
        return Failure(config.error());
    const bool ofAccount = *command == Command::AdminDisableAccount || *command == Command::AdminResetSecondFactor;
    Options options{.command = *command,
                    .config = std::move(config).value(),
                    .townFile = *command == Command::AdminImport ? words.last() : QString(),
                    .login = ofAccount ? words.last() : QString(),
                    .backupFile = *command == Command::Backup ? words.last() : QString(),
                    .portFile = parser.value(u"port-file"_s),
                    .json = parser.isSet(u"json"_s),
                    .words = words.mid(2),
                    .ticket = {},
                    .days = {}};
    if (const auto mistake = readReport(parser, options))
        return Failure(*mistake);
    if (const auto mistake = overlay(parser, options.config))
        return Failure(*mistake);
    return options;
}

} // namespace sprechtag::app
