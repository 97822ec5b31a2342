// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/AdminTools.h"

#include "server/app/TownDifferences.h"
#include "server/app/TownWords.h"
#include "server/store/TownRows.h"
#include "server/store/TownSave.h"
#include "shared/protocol/TownCodec.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

struct AdminWords
{
    Q_DECLARE_TR_FUNCTIONS(AdminWords)
};

QString sentenceFor(const broker::TownRefused &refused)
{
    const town::Fault fault = refused.faults.value(0);
    const QString kind = protocol::kindName(town::kindOf(refused.key));
    return u"%1 %2 %3: %4"_s.arg(kind, town::textOf(refused.key), fault.field, app::sentenceFor(fault.code));
}

} // namespace

int refuse(Console console, const QString &sentence, int exitCode)
{
    console.error << sentence << Qt::endl;
    return exitCode;
}

int refuse(Console console, store::StoreError error, const Options &options)
{
    return refuse(console, store::adminSentence(error, pathsOf(options.config)), kExitConfig);
}

int saveEdits(store::Connection &connection, const QList<broker::TownEdit> &edits, const Options &options,
              const Clock &clock, Console console, broker::TownSaved *saved)
{
    auto transaction = store::Transaction::begin(connection);
    if (!transaction)
        return refuse(console, transaction.error(), options);
    const auto outcome = store::saveTown(connection, edits, {std::nullopt, clock.now()}, townDifferences());
    if (!outcome)
        return refuse(console, outcome.error(), options);
    if (const auto *const refused = std::get_if<broker::TownRefused>(&*outcome))
        return refuse(console, sentenceFor(*refused), kExitData);
    if (const auto *const conflict = std::get_if<broker::TownConflict>(&*outcome))
        return refuse(
            console,
            AdminWords::tr("It has changed meanwhile: version %1 is stored. Show it, change that and save it.")
                .arg(conflict->version),
            kExitData);
    if (const auto committed = transaction.value().commit(); !committed)
        return refuse(console, committed.error(), options);
    if (saved != nullptr)
        *saved = std::get<broker::TownSaved>(*outcome);
    return 0;
}

QString inspectorProgram()
{
    return QCoreApplication::applicationDirPath() + u"/sprechtag-inspect"_s;
}

void tellSaved(const Options &options, Console console, const protocol::SavedValue &saved)
{
    if (options.json)
        console.out << protocol::encode(saved) << Qt::endl;
    else
        console.out << AdminWords::tr("Stored as version %1.").arg(saved.version) << Qt::endl;
    if (!options.json && !saved.startPassword.isEmpty())
        console.out << AdminWords::tr("Start password, shown this once:") << Qt::endl
                    << saved.startPassword << Qt::endl;
}

int onDatabase(const Options &options, Console console, const std::function<int(store::Connection &)> &work)
{
    auto database = store::Database::open(pathsOf(options.config));
    return database ? work(database.value().connection()) : refuse(console, database.error(), options);
}

int onTown(const Options &options, Console console,
           const std::function<int(store::Connection &, const town::Town &)> &work)
{
    return onDatabase(options, console, [&](store::Connection &connection) {
        const auto town = store::loadTown(connection);
        return town ? work(connection, *town) : refuse(console, town.error(), options);
    });
}

} // namespace sprechtag::app
