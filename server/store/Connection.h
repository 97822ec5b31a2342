// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/StoreError.h"
#include "shared/base/Result.h"
#include "shared/base/Secret.h"

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace sprechtag::store {

class Statement;

//! One connection to one encrypted database; used by one thread at a time.
class Connection
{
public:
    enum class Mode { Existing, New };
    //! Opens and keys the file; says nothing yet about whether the key is right.
    [[nodiscard]] static Result<Connection, StoreError> open(const QString &path, const Secret &key, Mode mode);

    //! A statement of the resources by its file name, compiled once and kept.
    [[nodiscard]] Statement statement(const char *name);

    //! Runs a script without parameters and without rows: migrations, pragmas.
    [[nodiscard]] Result<Done, StoreError> execute(const QByteArray &sql);
    //! The first value of the first row, for pragmas; empty when there is none.
    [[nodiscard]] Result<QByteArray, StoreError> value(const QByteArray &sql);

    //! Copies everything into another connection's file.
    [[nodiscard]] Result<Done, StoreError> copyTo(Connection &target);
    //! Moves the write-ahead log into the database and leaves it empty.
    [[nodiscard]] Result<Done, StoreError> checkpoint();
    //! Pages in the write-ahead log after the last commit.
    [[nodiscard]] int logPages() const { return *m_logPages; }

    //! The library's code of the last failure, for the log: it names the cause and no content.
    [[nodiscard]] int lastCode() const;
    [[nodiscard]] bool inTransaction() const;

private:
    struct Close
    {
        void operator()(sqlite3 *database) const;
    };
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    explicit Connection(sqlite3 *database);

    // Statements go before their database, and the database before what it points at.
    std::unique_ptr<int> m_logPages;
    std::unique_ptr<sqlite3, Close> m_database;
    std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>> m_statements;
};

//! Undoes everything since begin() unless it was committed.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction, StoreError> begin(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    //! After a failure the outcome is unknown: the rows may be durable all the same.
    [[nodiscard]] Result<Done, StoreError> commit();

private:
    explicit Transaction(Connection &connection);
    Connection *m_connection;
};

} // namespace sprechtag::store
