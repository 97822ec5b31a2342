// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/InterpreterRows.h"

#include "server/store/Statement.h"

namespace sprechtag::store {
namespace {

Result<QList<hours::Range>, StoreError> hoursOf(Connection &connection, const InterpreterId &id)
{
    return connection.statement("select_interpreter_hours")
        .bind(":interpreter", id)
        .rows<QList<hours::Range>>([](const Statement &row) -> Result<hours::Range, StoreError> {
            return hours::Range{.day = static_cast<int>(row.integer(0)),
                                .fromMinute = static_cast<int>(row.integer(1)),
                                .toMinute = static_cast<int>(row.integer(2))};
        });
}

Result<town::Interpreter, StoreError> interpreterOf(const Statement &row, Connection &connection)
{
    const auto id = row.id<InterpreterId>(0);
    if (!id)
        return Failure(StoreError::DatabaseDamaged);
    auto hours = hoursOf(connection, *id);
    if (!hours)
        return Failure(hours.error());
    return town::Interpreter{.id = *id,
                             .name = row.text(1),
                             .languages = row.text(2).split(u' '),
                             .phone = row.text(3),
                             .email = row.text(4),
                             .hours = std::move(hours).value(),
                             .note = row.text(5),
                             .version = static_cast<std::uint32_t>(row.integer(6))};
}

} // namespace

Result<QList<town::Interpreter>, StoreError> loadInterpreters(Connection &connection)
{
    return connection.statement("select_interpreters")
        .rows<QList<town::Interpreter>>([&connection](const Statement &row) { return interpreterOf(row, connection); });
}

Result<Done, StoreError> putInterpreter(Connection &connection, const town::Interpreter &interpreter)
{
    const auto put = connection.statement("upsert_interpreter")
                         .bind(":id", interpreter.id)
                         .bind(":name", interpreter.name)
                         .bind(":languages", interpreter.languages.join(u' '))
                         .bind(":phone", interpreter.phone)
                         .bind(":email", interpreter.email)
                         .bind(":note", interpreter.note)
                         .bind(":version", std::int64_t{interpreter.version})
                         .run();
    if (!put)
        return put;
    const auto cleared = connection.statement("delete_interpreter_hours").bind(":interpreter", interpreter.id).run();
    if (!cleared)
        return cleared;
    Statement insert = connection.statement("insert_interpreter_hours");
    for (qsizetype i = 0; i < interpreter.hours.size(); ++i) {
        const hours::Range &range = interpreter.hours[i];
        const auto inserted = insert.bind(":interpreter", interpreter.id)
                                  .bind(":position", std::int64_t{i})
                                  .bind(":day", std::int64_t{range.day})
                                  .bind(":from_minute", std::int64_t{range.fromMinute})
                                  .bind(":to_minute", std::int64_t{range.toMinute})
                                  .run();
        if (!inserted)
            return inserted;
    }
    return Done{};
}

} // namespace sprechtag::store
