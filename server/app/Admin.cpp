// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Admin.h"

#include "server/app/TownFile.h"
#include "server/identity/Password.h"
#include "server/identity/Tokens.h"
#include "server/store/AccountRows.h"
#include "server/store/Database.h"
#include "server/store/OfficeRows.h"
#include "server/store/Setup.h"
#include "shared/domain/town/Validate.h"
#include "shared/protocol/TownList.h"

#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

// sysexits.h
constexpr int kExitData = 65;
constexpr int kExitUnavailable = 69;
constexpr int kExitConfig = 78;

struct AdminWords
{
    Q_DECLARE_TR_FUNCTIONS(AdminWords)
};

store::StorePaths pathsOf(const Config &config)
{
    return {config.databaseFile(), config.databaseKeyFile};
}

int refuse(Console console, const QString &sentence, int exitCode)
{
    console.error << sentence << Qt::endl;
    return exitCode;
}

int refuse(Console console, store::StoreError error, const Options &options)
{
    return refuse(console, store::adminSentence(error, pathsOf(options.config)), kExitConfig);
}

int printSetupToken(store::Connection &connection, const Options &options, const Clock &clock, Console console)
{
    const identity::SetupToken token = identity::makeSetupToken(clock.now());
    if (const auto put = store::putSetupToken(connection, token.hash, token.expires); !put)
        return refuse(console, put.error(), options);
    console.out << AdminWords::tr("One-time token for the first administrator, valid for %1 minutes:")
                       .arg(identity::kSetupTokenLife.count())
                << Qt::endl
                << token.token.reveal() << Qt::endl;
    return 0;
}

broker::Role roleOf(const QString &name)
{
    if (name == "administrator"_L1)
        return broker::Role::Administrator;
    return name == "head_of_office"_L1 ? broker::Role::HeadOfOffice : broker::Role::Clerk;
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

//! The account as it will be stored, or the sentence that says what is wrong with it.
Result<broker::Account, QString> accountOf(const TownClerk &clerk, const std::vector<broker::Account> &known)
{
    const auto login = town::normalisedLogin(clerk.login);
    if (!login)
        return Failure(AdminWords::tr("%1 is no login: write 1 to 64 letters, digits and . _ - @").arg(clerk.login));
    broker::Account account{clerk.id, *login, clerk.name, {}, {}, clerk.disabled};
    for (const QString &role : clerk.roles)
        account.roles.append(roleOf(role));
    const auto before =
        std::find_if(known.begin(), known.end(), [&](const broker::Account &a) { return a.id == clerk.id; });
    if (clerk.password.isEmpty()) {
        if (before == known.end())
            return Failure(AdminWords::tr("%1: a new account needs a password or a password_file.").arg(clerk.login));
        account.passwordHash = before->passwordHash;
        return account;
    }
    if (const auto fault = identity::faultOf(clerk.password, *login))
        return Failure(u"%1: %2"_s.arg(clerk.login, sentenceFor(*fault)));
    // The same password keeps its hash: a new one would end the clerk's sessions.
    if (before != known.end() && identity::matches(before->passwordHash, clerk.password)) {
        account.passwordHash = before->passwordHash;
        return account;
    }
    const auto hash = identity::hashOf(clerk.password);
    if (!hash)
        return Failure(AdminWords::tr("There is not enough memory to protect the passwords. Free some and try again."));
    account.passwordHash = *hash;
    return account;
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
    auto database = store::Database::open(pathsOf(options.config));
    if (!database)
        return refuse(console, database.error(), options);
    const auto taken = store::hasAdministrator(database.value().connection());
    if (!taken)
        return refuse(console, taken.error(), options);
    if (*taken)
        return refuse(console, AdminWords::tr("There is an administrator already. Ask that person for an account."),
                      kExitUnavailable);
    return printSetupToken(database.value().connection(), options, clock, console);
}

int importTown(const Options &options, Console console)
{
    auto town = readTownFile(options.townFile);
    if (!town)
        return refuse(console, town.error().text(), kExitData);
    auto database = store::Database::open(pathsOf(options.config));
    if (!database)
        return refuse(console, database.error(), options);
    const auto known = store::loadAccounts(database.value().connection());
    if (!known)
        return refuse(console, known.error(), options);
    store::TownSetup setup{
        store::TownSetup::Authority{town->name, town->calendar, town->consentVersion}, {}, town->offices};
    for (const TownClerk &clerk : town->clerks) {
        auto account = accountOf(clerk, *known);
        if (!account)
            return refuse(console, account.error(), kExitData);
        setup.clerks.push_back(std::move(account).value());
    }
    if (const auto done = store::importSetup(database.value().connection(), setup); !done)
        return refuse(console, done.error(), options);
    console.out << AdminWords::tr("%1 is up to date. Offices: %2, accounts: %3.")
                       .arg(town->name, QString::number(setup.offices.size()), QString::number(setup.clerks.size()))
                << Qt::endl;
    return 0;
}

int listTown(const Options &options, Console console)
{
    auto database = store::Database::open(pathsOf(options.config));
    if (!database)
        return refuse(console, database.error(), options);
    const auto offices = store::loadOffices(database.value().connection());
    if (!offices)
        return refuse(console, offices.error(), options);
    const auto accounts = store::loadAccounts(database.value().connection());
    if (!accounts)
        return refuse(console, accounts.error(), options);
    protocol::TownList list;
    for (const broker::OfficeConfig &office : *offices)
        list.offices.append({office.id, office.letter, office.name, office.department});
    for (const broker::Account &account : *accounts)
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
}

} // namespace sprechtag::app
