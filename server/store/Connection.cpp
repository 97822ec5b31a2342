// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/Connection.h"

#include "server/store/Resources.h"
#include "server/store/Statement.h"
#include "shared/base/Log.h"

#include <QFile>

#define SQLITE_HAS_CODEC 1
#include <sqlcipher/sqlite3.h>

namespace sprechtag::store {
namespace {

int keepLogSize(void *pages, sqlite3 *, const char *, int count)
{
    *static_cast<int *>(pages) = count;
    return SQLITE_OK;
}

} // namespace

void Connection::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

void Connection::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Connection::Connection(sqlite3 *database)
    : m_logPages(std::make_unique<int>(0))
    , m_database(database)
{
    // Replaces the library's own checkpoints: ours also empty the log, see StoreWriter.
    sqlite3_wal_hook(database, keepLogSize, m_logPages.get());
}

Result<Connection, StoreError> Connection::open(const QString &path, const Secret &key, Mode mode)
{
    sqlite3 *database = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (mode == Mode::New ? SQLITE_OPEN_CREATE : 0);
    const int opened = sqlite3_open_v2(QFile::encodeName(path).constData(), &database, flags, nullptr);
    Connection connection(database);
    if (opened != SQLITE_OK)
        return Failure(errorOf(opened));
    // Raw: the digits are the key itself, so that opening costs no key derivation.
    const Secret raw("x'" + key.reveal() + '\'');
    const int keyed = sqlite3_key_v2(database, "main", raw.reveal().constData(), static_cast<int>(raw.reveal().size()));
    if (keyed != SQLITE_OK)
        return Failure(StoreError::LibraryUnsuitable);
    // Before the first read: the index of the log then lives in our memory, without a third file for others to see.
    // The library would write what it finds to the standard error: we say it ourselves, once.
    if (const auto locked = connection.execute("PRAGMA cipher_log_level = NONE; PRAGMA locking_mode = EXCLUSIVE");
        !locked)
        return Failure(locked.error());
    return connection;
}

Statement Connection::statement(const char *name)
{
    const auto known = m_statements.find(std::string_view(name));
    if (known != m_statements.end())
        return {known->second.get(), std::nullopt};
    const QByteArray sql = statementText(name);
    sqlite3_stmt *compiled = nullptr;
    const int code = sqlite3_prepare_v3(m_database.get(), sql.constData(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &compiled, nullptr);
    if (code != SQLITE_OK || !compiled) {
        qCCritical(lcStore) << "statement" << name << "does not compile:" << sqlite3_errmsg(m_database.get());
        return {nullptr, errorOf(code)};
    }
    m_statements.emplace(name, compiled);
    return {compiled, std::nullopt};
}

Result<Done, StoreError> Connection::execute(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_database.get(), sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return Failure(errorOf(code));
    return Done{};
}

Result<QByteArray, StoreError> Connection::value(const QByteArray &sql)
{
    sqlite3_stmt *compiled = nullptr;
    const int prepared =
        sqlite3_prepare_v2(m_database.get(), sql.constData(), static_cast<int>(sql.size()), &compiled, nullptr);
    const std::unique_ptr<sqlite3_stmt, Finalize> owner(compiled);
    if (prepared != SQLITE_OK)
        return Failure(errorOf(prepared));
    const int code = sqlite3_step(compiled);
    if (code == SQLITE_DONE)
        return QByteArray();
    if (code != SQLITE_ROW)
        return Failure(errorOf(code));
    const auto *const text = reinterpret_cast<const char *>(sqlite3_column_text(compiled, 0));
    return QByteArray(text, sqlite3_column_bytes(compiled, 0));
}

Result<Done, StoreError> Connection::copyTo(Connection &target)
{
    sqlite3_backup *const backup = sqlite3_backup_init(target.m_database.get(), "main", m_database.get(), "main");
    if (!backup)
        return Failure(errorOf(sqlite3_extended_errcode(target.m_database.get())));
    sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK)
        return Failure(errorOf(code));
    return Done{};
}

Result<Done, StoreError> Connection::checkpoint()
{
    const int code = sqlite3_wal_checkpoint_v2(m_database.get(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK)
        return Failure(errorOf(code));
    *m_logPages = 0;
    return Done{};
}

int Connection::lastCode() const
{
    return sqlite3_extended_errcode(m_database.get());
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_database.get()) == 0;
}

Result<Transaction, StoreError> Transaction::begin(Connection &connection)
{
    if (const auto begun = connection.execute("BEGIN IMMEDIATE"); !begun)
        return Failure(begun.error());
    return Transaction(connection);
}

Transaction::Transaction(Connection &connection)
    : m_connection(&connection)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_connection && m_connection->inTransaction())
        static_cast<void>(m_connection->execute("ROLLBACK"));
}

Result<Done, StoreError> Transaction::commit()
{
    Connection *const connection = std::exchange(m_connection, nullptr);
    if (!connection)
        return Failure(StoreError::WriteFailed);
    auto committed = connection->execute("COMMIT");
    if (!committed)
        m_connection = connection;
    return committed;
}

} // namespace sprechtag::store
