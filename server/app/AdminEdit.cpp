// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/AdminEdit.h"

#include "server/app/AdminTools.h"
#include "server/identity/Password.h"
#include "server/identity/StartPasswordMaker.h"
#include "server/store/SecondFactorRows.h"
#include "shared/base/Random.h"
#include "shared/domain/town/Interpreters.h"
#include "shared/protocol/Codec.h"
#include "shared/protocol/Limits.h"
#include "shared/protocol/Names.h"
#include "shared/protocol/TownCodec.h"
#include "shared/protocol/TownList.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

struct AdminWords
{
    Q_DECLARE_TR_FUNCTIONS(AdminWords)
};

QString noSuchKind(const QString &word)
{
    return AdminWords::tr("%1 is none of authority, department, concern, office, account, form, interpreter.")
        .arg(word);
}

//! People say the login, the letter or the name; scripts the id.
bool isCalled(const town::Value &value, const QString &word)
{
    return std::visit(Overloaded{[](const town::Authority &) { return true; },
                                 [&](const town::Department &one) { return one.name == word; },
                                 [&](const town::Concern &one) { return one.names.values().contains(word); },
                                 [&](const town::Interpreter &one) { return one.name == word; },
                                 [&](const town::Office &one) { return one.letter == word || one.name == word; },
                                 [&](const town::Account &one) { return one.login == town::normalisedLogin(word); },
                                 [&](const town::Form &one) { return one.names.values().contains(word); }},
                      value);
}

//! Who is meant: by the id one at most, by a name perhaps several.
QList<town::Value> find(const town::Town &town, town::Kind kind, const QString &word)
{
    if (kind == town::Kind::Authority)
        return {town.authority};
    QList<town::Value> called;
    for (const town::Value &value : town::valuesOf(town)) {
        if (town::kindOf(town::keyOf(value)) != kind)
            continue;
        if (town::textOf(town::keyOf(value)) == word)
            return {value};
        if (isCalled(value, word))
            called.append(value);
    }
    return called;
}

QString idsOf(const QList<town::Value> &values)
{
    QStringList ids;
    for (const town::Value &value : values)
        ids.append(town::textOf(town::keyOf(value)));
    return ids.join(u", "_s);
}

using OnValue = std::function<int(store::Connection &, const town::Value &)>;

//! Calls `work` with the value that the words of the command name.
int onValue(const Options &options, Console console, const OnValue &work)
{
    const auto kind = protocol::kindFrom(options.words.value(0));
    if (!kind)
        return refuse(console, noSuchKind(options.words.value(0)), kExitData);
    return onTown(options, console, [&](store::Connection &connection, const town::Town &town) {
        const QList<town::Value> found = find(town, *kind, options.words.value(1));
        if (found.isEmpty())
            return refuse(console,
                          AdminWords::tr("There is no %1 %2.").arg(options.words.value(0), options.words.value(1)),
                          kExitData);
        if (found.size() > 1)
            return refuse(console,
                          AdminWords::tr("%1 is more than one. Say which by its id: %2")
                              .arg(options.words.value(1), idsOf(found)),
                          kExitData);
        return work(connection, found.first());
    });
}

int onAccount(const Options &options, Console console, const QString &login,
              const std::function<int(store::Connection &, const town::Account &)> &work)
{
    return onTown(options, console, [&](store::Connection &connection, const town::Town &town) {
        const QList<town::Value> found = find(town, town::Kind::Account, login);
        if (found.isEmpty())
            return refuse(console, AdminWords::tr("There is no account with the login %1.").arg(login), kExitData);
        return work(connection, std::get<town::Account>(found.first()));
    });
}

std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    const bool open = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    return open ? std::optional(file.read(protocol::limits::kMessageBytesFromClerk + 1)) : std::nullopt;
}

int store(store::Connection &connection, const broker::TownEdit &edit, const Options &options, const Clock &clock,
          Console console, const QString &startPassword = {})
{
    broker::TownSaved saved;
    if (const int failed = saveEdits(connection, {edit}, options, clock, console, &saved); failed != 0)
        return failed;
    tellSaved(options, console, {town::textOf(edit.key), saved.versions.value(0), startPassword});
    return 0;
}

int storeWithPassword(store::Connection &connection, const town::Account &account, const Options &options,
                      const Clock &clock, Console console)
{
    const Secret password = identity::makeStartPassword();
    const auto hash = identity::hashOf(password);
    if (!hash)
        return refuse(console,
                      AdminWords::tr("There is not enough memory to protect the passwords. Free some and try again."),
                      kExitUnavailable);
    return store(connection, {account.id, account, account.version, broker::NewPassword{*hash}}, options, clock,
                 console, QString::fromUtf8(password.reveal()));
}

} // namespace

int showValue(const Options &options, Console console)
{
    return onValue(options, console, [&](store::Connection & /*connection*/, const town::Value &value) {
        console.out << protocol::encode(value) << Qt::endl;
        return 0;
    });
}

int listInterpreters(const Options &options, const Clock &clock, Console console)
{
    return onTown(options, console, [&](store::Connection & /*connection*/, const town::Town &town) {
        const QTimeZone zone = town.authority.calendar.zone;
        const Instant now = clock.now();
        const auto ranked = town::rankedFor(town.interpreters, options.words.value(0), zone, now);
        if (options.json) {
            console.out << protocol::encode(ranked) << Qt::endl;
            return 0;
        }
        for (const town::Interpreter &one : ranked) {
            const bool isThere = town::reachable(one, zone, now).when == town::Reachable::When::Now;
            console.out << one.name << u"  "_s << one.languages.join(u' ') << u"  "_s << one.phone << u"  "_s
                        << one.email << (isThere ? u"  (%1)"_s.arg(AdminWords::tr("can be reached now")) : QString())
                        << Qt::endl;
        }
        return 0;
    });
}

int saveValue(const Options &options, const Clock &clock, Console console)
{
    const auto kind = protocol::kindFrom(options.words.value(0));
    if (!kind)
        return refuse(console, noSuchKind(options.words.value(0)), kExitData);
    const auto text = contentOf(options.words.value(1));
    if (!text)
        return refuse(console, AdminWords::tr("%1 cannot be read.").arg(options.words.value(1)), kExitUnavailable);
    const auto value = protocol::decodeTownValue(*kind, protocol::asNewUnlessNamed(*kind, *text));
    if (!value)
        return refuse(console,
                      AdminWords::tr("%1 is not what it should be, in the field: %2")
                          .arg(options.words.value(1), value.error().field),
                      kExitData);
    return onDatabase(options, console, [&](store::Connection &connection) {
        const auto *const account = std::get_if<town::Account>(&*value);
        if (account != nullptr && account->version == 0)
            return storeWithPassword(connection, *account, options, clock, console);
        return store(connection, {town::keyOf(*value), *value, town::versionOf(*value)}, options, clock, console);
    });
}

int removeValue(const Options &options, const Clock &clock, Console console)
{
    return onValue(options, console, [&](store::Connection &connection, const town::Value &value) {
        return store(connection, {town::keyOf(value), std::nullopt, town::versionOf(value)}, options, clock, console);
    });
}

int addAccount(const Options &options, const Clock &clock, Console console)
{
    town::Account account{randomId<ClerkTag>(), options.words.value(0), options.words.value(1), {}};
    account.login = town::normalisedLogin(account.login).value_or(account.login);
    for (const QString &word : options.words.mid(2)) {
        const auto role = protocol::fromWireName<town::Role>(word);
        if (!role)
            return refuse(console, AdminWords::tr("%1 is none of clerk, head_of_office, administrator.").arg(word),
                          kExitData);
        account.roles.append(*role);
    }
    return onDatabase(options, console, [&](store::Connection &connection) {
        return storeWithPassword(connection, account, options, clock, console);
    });
}

int resetPassword(const Options &options, const Clock &clock, Console console)
{
    const QString login = options.words.value(0);
    return onAccount(options, console, login, [&](store::Connection &connection, const town::Account &account) {
        return storeWithPassword(connection, account, options, clock, console);
    });
}

int resetSecondFactor(const Options &options, const Clock &clock, Console console)
{
    return onAccount(options, console, options.login, [&](store::Connection &connection, const town::Account &account) {
        const auto state = store::findSecondFactor(connection, account.id);
        if (!state)
            return refuse(console, state.error(), options);
        if (!state->factor) {
            console.out << AdminWords::tr("%1 has no second factor.").arg(account.login) << Qt::endl;
            return 0;
        }
        broker::TownEdit edit{account.id, account, account.version};
        edit.withoutFactor = true;
        if (const int failed = saveEdits(connection, {edit}, options, clock, console); failed != 0)
            return failed;
        console.out << AdminWords::tr("The second factor of %1 is reset, and every session of this account has ended. "
                                      "Where the role asks for one, the next sign-in sets up a new one.")
                           .arg(account.login)
                    << Qt::endl;
        return 0;
    });
}

} // namespace sprechtag::app
