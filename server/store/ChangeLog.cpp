// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/ChangeLog.h"

#include "server/store/Statement.h"

#include <QCryptographicHash>

#include <limits>

namespace sprechtag::store {
namespace {

using broker::FieldChange;
using broker::LoggedChange;

struct Chained
{
    LoggedChange change;
    QByteArray chain;
};

QByteArray clerkText(const LoggedChange &change)
{
    return change.clerk ? QByteArray::fromStdString(change.clerk->text()) : QByteArray();
}

// With its length before each part, no two rows have the same bytes.
QByteArray chainOf(const QByteArray &previous, const LoggedChange &change)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    };
    add(previous);
    for (const qint64 number :
         {qint64{change.seq}, qint64{change.at.time_since_epoch().count()}, static_cast<qint64>(change.kind),
          qint64{change.version}, static_cast<qint64>(change.action), qint64{change.fields.size()}})
        add(QByteArray::number(number));
    add(clerkText(change));
    add(change.id.toUtf8());
    for (const FieldChange &field : change.fields) {
        for (const QString &part : {field.field, field.before, field.after})
            add(part.toUtf8());
    }
    return hash.result();
}

Result<QList<FieldChange>, StoreError> loadFields(Connection &connection, std::int64_t seq)
{
    return connection.statement("select_changed_fields")
        .bind(":seq", seq)
        .rows<QList<FieldChange>>([](const Statement &row) -> Result<FieldChange, StoreError> {
            return FieldChange{row.text(0), row.text(1), row.text(2)};
        });
}

Result<Chained, StoreError> changeOf(const Statement &row, Connection &connection)
{
    auto fields = loadFields(connection, row.integer(0));
    if (!fields)
        return Failure(fields.error());
    return Chained{{.seq = row.integer(0),
                    .at = row.instant(1),
                    .clerk = row.id<ClerkId>(2),
                    .clerkName = row.text(3),
                    .kind = static_cast<town::Kind>(row.integer(4)),
                    .id = row.text(5),
                    .version = static_cast<std::uint32_t>(row.integer(6)),
                    .action = static_cast<broker::ChangeAction>(row.integer(7)),
                    .fields = std::move(fields).value()},
                   row.blob(8)};
}

Result<QList<Chained>, StoreError> loadChained(Connection &connection, std::int64_t before, std::int64_t most)
{
    return connection.statement("select_changes")
        .bind(":before", before)
        .bind(":most", most)
        .rows<QList<Chained>>([&connection](const Statement &row) { return changeOf(row, connection); });
}

Result<Done, StoreError> insertFields(Connection &connection, const LoggedChange &change)
{
    Statement insert = connection.statement("insert_changed_field");
    for (qsizetype i = 0; i < change.fields.size(); ++i) {
        const auto inserted = insert.bind(":seq", change.seq)
                                  .bind(":position", std::int64_t{i})
                                  .bind(":field", change.fields[i].field)
                                  .bind(":before", change.fields[i].before)
                                  .bind(":after", change.fields[i].after)
                                  .run();
        if (!inserted)
            return inserted;
    }
    return Done{};
}

} // namespace

Result<Done, StoreError> appendChange(Connection &connection, const LoggedChange &change)
{
    const auto last = lastLink(connection);
    if (!last)
        return Failure(last.error());
    LoggedChange next = change;
    next.seq = last->seq + 1;
    const auto inserted = connection.statement("insert_change")
                              .bind(":seq", next.seq)
                              .bind(":at", next.at)
                              .bind(":clerk", next.clerk)
                              .bind(":kind", static_cast<std::int64_t>(next.kind))
                              .bind(":id", next.id)
                              .bind(":version", std::int64_t{next.version})
                              .bind(":action", static_cast<std::int64_t>(next.action))
                              .bind(":chain", chainOf(last->chain, next))
                              .run();
    return inserted ? insertFields(connection, next) : inserted;
}

Result<QList<LoggedChange>, StoreError> loadChanges(Connection &connection, std::int64_t before, int most)
{
    const auto chained = loadChained(connection, before, most);
    if (!chained)
        return Failure(chained.error());
    QList<LoggedChange> changes;
    for (const Chained &one : *chained)
        changes.append(one.change);
    return changes;
}

Result<std::optional<LoggedChange>, StoreError> lastChange(Connection &connection, const town::Key &key)
{
    const town::Kind kind = town::kindOf(key);
    const QString id = town::textOf(key);
    return connection.statement("select_last_change")
        .bind(":kind", static_cast<std::int64_t>(kind))
        .bind(":id", id)
        .row<LoggedChange>([&](const Statement &row) -> Result<LoggedChange, StoreError> {
            LoggedChange change;
            change.version = static_cast<std::uint32_t>(row.integer(0));
            change.clerk = row.id<ClerkId>(1);
            change.clerkName = row.text(2);
            change.at = row.instant(3);
            change.kind = kind;
            change.id = id;
            return change;
        });
}

// From the newest down, so that no more than two lines are in memory at a time: a log grows for years.
Result<std::optional<std::int64_t>, StoreError> firstBrokenChange(Connection &connection)
{
    std::optional<Chained> above;
    std::optional<std::int64_t> broken;
    const auto compare = [&](const Link &lower) {
        if (above && (above->change.seq != lower.seq + 1 || above->chain != chainOf(lower.chain, above->change)))
            broken = lower.seq + 1;
    };
    const auto all = connection.statement("select_changes")
                         .bind(":before", std::numeric_limits<std::int64_t>::max())
                         .bind(":most", std::int64_t{-1})
                         .each([&](const Statement &row) -> Result<Done, StoreError> {
                             auto one = changeOf(row, connection);
                             if (!one)
                                 return Failure(one.error());
                             compare({one->change.seq, one->chain});
                             above = std::move(one).value();
                             return Done{};
                         });
    if (!all)
        return Failure(all.error());
    compare({});
    return broken;
}

Result<Link, StoreError> lastLink(Connection &connection)
{
    const auto last = connection.statement("select_last_link").row<Link>([](const Statement &row) {
        return Result<Link, StoreError>(Link{row.integer(0), row.blob(1)});
    });
    if (!last)
        return Failure(last.error());
    return last->value_or(Link());
}

} // namespace sprechtag::store
