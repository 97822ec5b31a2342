// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Admin.h"

#include "server/app/AdminTools.h"
#include "server/app/RetentionPapers.h"
#include "server/app/StoredFacts.h"
#include "server/app/TownFile.h"
#include "server/gateway/Words.h"
#include "server/identity/Password.h"
#include "server/identity/Tokens.h"
#include "server/store/AccountRows.h"
#include "server/store/ChangeLog.h"
#include "server/store/Database.h"
#include "server/store/OfficeRows.h"
#include "server/store/TownRows.h"
#include "shared/protocol/Codec.h"
#include "shared/protocol/Instants.h"
#include "shared/protocol/TownCodec.h"
#include "shared/protocol/TownList.h"

#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

struct AdminWords
{
    Q_DECLARE_TR_FUNCTIONS(AdminWords)
};

int printSetupToken(store::Connection &connection, const Options &options, const Clock &clock, Console console)
{
    const identity::SetupToken token = identity::makeSetupToken(clock.now());
    if (const auto put = store::putSetupToken(connection, token.hash, token.expires); !put)
        return refuse(console, put.error(), options);
    console.out
        << AdminWords::tr(
               "One-time token for the first administrator, valid for %1 minutes. Start the server and enter it "
               "in the clerk app: Set up a new server …")
               .arg(identity::kSetupTokenLife.count())
        << Qt::endl
        << token.token.reveal() << Qt::endl;
    return 0;
}

QString sentenceFor(identity::PasswordFault fault)
{
    switch (fault) {
    case identity::PasswordFault::TooShort:
        return AdminWords::tr("The password is too short: at least %1 characters.")
            .arg(identity::kLeastPasswordCharacters);
    case identity::PasswordFault::TooLong:
        return AdminWords::tr("The password is too long: at most %1 characters.")
            .arg(identity::kMostPasswordCharacters);
    case identity::PasswordFault::NotText:
        return AdminWords::tr("The password is not text in UTF-8: save the file anew as UTF-8.");
    case identity::PasswordFault::TooSimple:
        return AdminWords::tr(
            "The password is too simple: it repeats one character or contains the login. Choose another.");
    case identity::PasswordFault::TooCommon:
        return AdminWords::tr("Whoever guesses tries this password first. Choose another, such as four words that do "
                              "not belong together.");
    }
    Q_UNREACHABLE();
}

// Who has chosen a password keeps it: a start password is for the first sign-in. The same password keeps its hash: a
// new one would end the sessions.
bool keepsPassword(const broker::Account &account, const GivenPassword &given)
{
    if (given.mustChange != account.mustChange)
        return given.mustChange;
    return identity::matches(account.passwordHash, given.password);
}

//! The passwords of the file in the edits, or the sentence that says what is wrong with one.
std::optional<QString> addPasswords(QList<broker::TownEdit> &edits, const TownFile &file,
                                    const std::vector<broker::Account> &known)
{
    for (const town::Account &account : file.town.accounts) {
        const auto password = file.passwords.find(account.id);
        const auto before = std::ranges::find(known, account.id, &broker::Account::id);
        if (password == file.passwords.end()) {
            if (before == known.end())
                return AdminWords::tr("%1: a new account needs a password or a password_file.").arg(account.login);
            continue;
        }
        if (const auto fault = identity::faultOf(password->second.password, account.login))
            return u"%1: %2"_s.arg(account.login, sentenceFor(*fault));
        if (before != known.end() && keepsPassword(*before, password->second))
            continue;
        const auto hash = identity::hashOf(password->second.password);
        if (!hash)
            return AdminWords::tr("There is not enough memory to protect the passwords. Free some and try again.");
        broker::setPassword(edits, account, {*hash, password->second.mustChange});
    }
    return std::nullopt;
}

} // namespace

int initialise(const Options &options, const Clock &clock, Console console)
{
    if (!QDir().mkpath(options.config.dataDirectory))
        return refuse(console,
                      AdminWords::tr("The directory %1 cannot be made. Check its path and who may write there.")
                          .arg(options.config.dataDirectory),
                      kExitUnavailable);
    auto database = store::Database::initialise(pathsOf(options.config));
    if (!database)
        return refuse(console, database.error(), options);
    console.out
        << AdminWords::tr("Made %1 and its key %2.").arg(options.config.databaseFile(), options.config.databaseKeyFile)
        << Qt::endl
        << AdminWords::tr("Keep the key apart from the data and its backups.") << Qt::endl;
    return printSetupToken(database.value().connection(), options, clock, console);
}

int renewSetupToken(const Options &options, const Clock &clock, Console console)
{
    return onDatabase(options, console, [&](store::Connection &connection) {
        const auto taken = store::hasAdministrator(connection);
        if (!taken)
            return refuse(console, taken.error(), options);
        if (*taken)
            return refuse(console, AdminWords::tr("There is an administrator already. Ask that person for an account."),
                          kExitUnavailable);
        return printSetupToken(connection, options, clock, console);
    });
}

int importTown(const Options &options, const Clock &clock, Console console)
{
    return onDatabase(options, console, [&](store::Connection &connection) {
        const auto present = store::loadTown(connection);
        const auto known = store::loadAccounts(connection);
        if (!present || !known)
            return refuse(console, present ? known.error() : present.error(), options);
        const auto file = readTownFile(options.townFile, *present);
        if (!file)
            return refuse(console, file.error().text(), kExitData);
        QList<broker::TownEdit> edits = broker::editsTo(file->town, *present);
        if (const auto fault = addPasswords(edits, *file, *known))
            return refuse(console, *fault, kExitData);
        if (const int failed = saveEdits(connection, edits, options, clock, console); failed != 0)
            return failed;
        console.out << AdminWords::tr("%1 is up to date. Offices: %2, accounts: %3.")
                           .arg(file->town.authority.name, QString::number(file->town.offices.size()),
                                QString::number(file->town.accounts.size()))
                    << Qt::endl;
        return 0;
    });
}

int listTown(const Options &options, Console console)
{
    return onTown(options, console, [&](store::Connection & /*connection*/, const town::Town &town) {
        protocol::TownList list;
        for (const town::Office &office : town.offices)
            list.offices.append({office.id, office.letter, office.name, broker::configOf(office, town).department});
        for (const town::Account &account : town.accounts)
            list.accounts.append({account.id, account.login, account.name, account.disabled});
        if (options.json) {
            console.out << protocol::encode(list) << Qt::endl;
            return 0;
        }
        for (const auto &office : std::as_const(list.offices))
            console.out << office.letter << u"  "_s << office.name << u"  "_s << office.department << Qt::endl;
        for (const auto &account : std::as_const(list.accounts))
            console.out << account.login << u"  "_s << account.name
                        << (account.disabled ? u"  (%1)"_s.arg(AdminWords::tr("disabled")) : QString()) << Qt::endl;
        return 0;
    });
}

int exportTown(const Options &options, Console console)
{
    return onTown(options, console, [&](store::Connection & /*connection*/, const town::Town &town) {
        console.out << protocol::encode(town) << Qt::endl;
        return 0;
    });
}

int showLog(const Options &options, Console console)
{
    return onDatabase(options, console, [&](store::Connection &connection) {
        constexpr int kAll = -1;
        const auto changes = store::loadChanges(connection, std::numeric_limits<std::int64_t>::max(), kAll);
        if (!changes)
            return refuse(console, changes.error(), options);
        QList<protocol::ChangeLine> lines;
        for (const broker::LoggedChange &change : *changes)
            lines.append(gateway::changeLine(change, std::numeric_limits<qsizetype>::max()));
        if (options.json) {
            console.out << protocol::encode(lines) << Qt::endl;
            return 0;
        }
        for (const protocol::ChangeLine &line : std::as_const(lines)) {
            console.out << line.seq << u"  "_s << protocol::instantText(line.at) << u"  "_s << line.clerk << u"  "_s
                        << line.action << u"  "_s << protocol::kindName(line.kind) << u"  "_s << line.id << Qt::endl;
            for (const protocol::FieldDifference &field : line.fields)
                console.out << u"    %1: %2 → %3"_s.arg(field.field, field.before, field.after) << Qt::endl;
        }
        return 0;
    });
}

int verifyLog(const Options &options, Console console)
{
    return onDatabase(options, console, [&](store::Connection &connection) {
        const auto broken = store::firstBrokenChange(connection);
        const auto last = store::lastLink(connection);
        if (!broken || !last)
            return refuse(console, broken ? last.error() : broken.error(), options);
        if (*broken)
            return refuse(console,
                          AdminWords::tr("The log of changes was changed by another hand at entry %1.").arg(**broken),
                          kExitData);
        console.out << AdminWords::tr("The log of changes is whole. Entries: %1, hash of the last: %2")
                           .arg(QString::number(last->seq), QString::fromLatin1(last->chain.toHex()))
                    << Qt::endl;
        return 0;
    });
}

int printFacts(const Options &options, Console console)
{
    return onDatabase(options, console, [&](store::Connection &connection) {
        const auto loaded = store::load(connection, storedFacts());
        if (!loaded)
            return refuse(console, loaded.error(), options);
        for (const broker::LoadedOffice &office : loaded->offices) {
            if (options.json) {
                const protocol::clerk::OfficeFacts facts{
                    .office = office.config.id, .facts = office.facts, .visits = {}};
                console.out << protocol::encode(protocol::clerk::ToClient{facts}) << Qt::endl;
                continue;
            }
            for (const office::Fact &fact : office.facts)
                console.out << office.config.letter << u"  "_s << protocol::encodeFact(fact) << Qt::endl;
        }
        return 0;
    });
}

int printPaper(Paper paper, const Options &options, const Clock &clock, Console console)
{
    return onTown(options, console, [&](store::Connection & /*connection*/, const town::Town &town) {
        const QDate today = hours::localDay(clock.now(), town.authority.calendar.zone);
        console.out << paper(town, today, options.config.factsKept) << Qt::endl;
        return 0;
    });
}

int disableAccount(const Options &options, const Clock &clock, Console console)
{
    return onTown(options, console, [&](store::Connection &connection, const town::Town &town) {
        const auto account =
            std::ranges::find(town.accounts, town::normalisedLogin(options.login), &town::Account::login);
        if (account == town.accounts.end())
            return refuse(console, AdminWords::tr("There is no account with the login %1.").arg(options.login),
                          kExitData);
        town::Account disabled = *account;
        disabled.disabled = true;
        const broker::TownEdit edit{disabled.id, disabled, disabled.version};
        if (const int failed = saveEdits(connection, {edit}, options, clock, console); failed != 0)
            return failed;
        console.out << AdminWords::tr("%1 is disabled, and its sessions are over.").arg(disabled.login) << Qt::endl;
        return 0;
    });
}

} // namespace sprechtag::app
