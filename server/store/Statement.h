// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/StoreError.h"
#include "shared/base/Id.h"
#include "shared/base/Result.h"
#include "shared/base/Time.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <utility>

struct sqlite3_stmt;

namespace sprechtag::store {

//! A compiled statement with its parameters and its current row; goes back to its connection clean.
//!
//! The first failure of any bind() is kept and reported by whatever runs the statement.
class Statement
{
public:
    //! `statement` may be null: then every step fails with `failure`.
    Statement(sqlite3_stmt *statement, std::optional<StoreError> failure);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    Statement(Statement &&) = delete;
    Statement &operator=(Statement &&) = delete;

    Statement &bind(const char *name, std::int64_t value);
    Statement &bind(const char *name, const QString &value);
    Statement &bind(const char *name, const QByteArray &blob);
    Statement &bind(const char *name, Instant value);
    template <typename Tag>
    Statement &bind(const char *name, Id<Tag> id)
    {
        return bind(name, QString::fromStdString(id.text()));
    }
    template <typename T>
    Statement &bind(const char *name, const std::optional<T> &value)
    {
        return value ? bind(name, *value) : bindNull(name);
    }
    Statement &bindNull(const char *name);

    //! All rows in their order, each as `read` makes it of this statement; what it cannot read ends it.
    template <typename List, typename Read>
    [[nodiscard]] Result<List, StoreError> rows(const Read &read);
    //! One row after the other, none of them kept; what `take` fails of ends it.
    template <typename Take>
    [[nodiscard]] Result<Done, StoreError> each(const Take &take);
    //! The one row that there may be.
    template <typename T, typename Read>
    [[nodiscard]] Result<std::optional<T>, StoreError> row(const Read &read);
    //! Whether there is a row, as `RETURNING` gives one for what was done.
    [[nodiscard]] Result<bool, StoreError> gaveRow() { return step(); }
    //! Whether the first column of the one row is not 0; no when there is no row.
    [[nodiscard]] Result<bool, StoreError> flag();
    //! For statements that give no rows; ready for the next parameters afterwards.
    [[nodiscard]] Result<Done, StoreError> run();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] Instant instant(int column) const;
    //! Nothing when the column is null or holds no such id.
    template <typename IdType>
    [[nodiscard]] std::optional<IdType> id(int column) const
    {
        return IdType::parse(text(column).toStdString());
    }

private:
    //! True: there is a row. False: there is none any more.
    [[nodiscard]] Result<bool, StoreError> step();
    [[nodiscard]] int index(const char *name);
    Statement &note(int code);

    sqlite3_stmt *m_statement;
    std::optional<StoreError> m_failure;
};

template <typename List, typename Read>
Result<List, StoreError> Statement::rows(const Read &read)
{
    List list;
    const auto keep = [&](const Statement &row) -> Result<Done, StoreError> {
        Result<typename List::value_type, StoreError> value = read(row);
        if (!value)
            return Failure(value.error());
        list.push_back(std::move(value).value());
        return Done{};
    };
    if (const auto all = each(keep); !all)
        return Failure(all.error());
    return list;
}

template <typename Take>
Result<Done, StoreError> Statement::each(const Take &take)
{
    for (;;) {
        const auto stepped = step();
        if (!stepped)
            return Failure(stepped.error());
        if (!*stepped)
            return Done{};
        if (const Result<Done, StoreError> taken = take(std::as_const(*this)); !taken)
            return taken;
    }
}

template <typename T, typename Read>
Result<std::optional<T>, StoreError> Statement::row(const Read &read)
{
    const auto stepped = step();
    if (!stepped)
        return Failure(stepped.error());
    if (!*stepped)
        return std::optional<T>();
    Result<T, StoreError> value = read(std::as_const(*this));
    if (!value)
        return Failure(value.error());
    return std::optional<T>(std::move(value).value());
}

//! What a result code of the library means for us.
[[nodiscard]] StoreError errorOf(int code);

} // namespace sprechtag::store
