// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/Statement.h"

#include <sqlcipher/sqlite3.h>

namespace sprechtag::store {

StoreError errorOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
        return StoreError::Constraint;
    case SQLITE_CORRUPT:
        return StoreError::DatabaseDamaged;
    case SQLITE_NOTADB:
        return StoreError::DatabaseWrongKey;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StoreError::DatabaseInUse;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return StoreError::DatabaseReadOnly;
    case SQLITE_CANTOPEN:
        return StoreError::DatabaseUnreadable;
    case SQLITE_FULL:
        return StoreError::DiskFull;
    default:
        return (code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ) ? StoreError::ReadFailed
                                                                              : StoreError::WriteFailed;
    }
}

Statement::Statement(sqlite3_stmt *statement, std::optional<StoreError> failure)
    : m_statement(statement)
    , m_failure(failure)
{
    Q_ASSERT(!statement || !sqlite3_stmt_busy(statement));
}

Statement::~Statement()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

int Statement::index(const char *name)
{
    return m_statement ? sqlite3_bind_parameter_index(m_statement, name) : 0;
}

Statement &Statement::note(int code)
{
    // A name that the statement does not have is answered with SQLITE_RANGE: a mistake in our own code.
    Q_ASSERT(!m_statement || code != SQLITE_RANGE);
    if (code != SQLITE_OK && !m_failure)
        m_failure = errorOf(code);
    return *this;
}

Statement &Statement::bind(const char *name, std::int64_t value)
{
    return note(sqlite3_bind_int64(m_statement, index(name), value));
}

Statement &Statement::bind(const char *name, const QString &value)
{
    // A null QString is an empty text: NULL is said with bindNull() or an empty optional alone.
    const QByteArray text = value.toUtf8();
    return note(sqlite3_bind_text64(m_statement, index(name), text.constData(),
                                    static_cast<sqlite3_uint64>(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement &Statement::bind(const char *name, const QByteArray &blob)
{
    return note(sqlite3_bind_blob64(m_statement, index(name), blob.isEmpty() ? "" : blob.constData(),
                                    static_cast<sqlite3_uint64>(blob.size()), SQLITE_TRANSIENT));
}

Statement &Statement::bind(const char *name, Instant value)
{
    return bind(name, std::int64_t{value.time_since_epoch().count()});
}

Statement &Statement::bindNull(const char *name)
{
    return note(sqlite3_bind_null(m_statement, index(name)));
}

Result<bool, StoreError> Statement::step()
{
    if (m_failure)
        return Failure(*m_failure);
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return Failure(errorOf(sqlite3_extended_errcode(sqlite3_db_handle(m_statement))));
}

Result<bool, StoreError> Statement::flag()
{
    const auto set = row<bool>([](const Statement &row) { return Result<bool, StoreError>(row.integer(0) != 0); });
    if (!set)
        return Failure(set.error());
    return set->value_or(false);
}

Result<Done, StoreError> Statement::run()
{
    const auto stepped = step();
    if (m_statement) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    if (!stepped)
        return Failure(stepped.error());
    Q_ASSERT(!*stepped);
    return Done{};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *const bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    const auto *const bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

Instant Statement::instant(int column) const
{
    return Instant(milliseconds(integer(column)));
}

} // namespace sprechtag::store
