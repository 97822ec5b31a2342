// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/Connection.h"
#include "server/store/File.h"

#include <optional>

namespace sprechtag::store {

//! The opened database of one town: keyed, checked, of the version of this program, and closed to other processes.
class Database
{
public:
    //! Makes key file and database; overwrites neither. An existing key file is an error as well.
    [[nodiscard]] static Result<Database, StoreError> initialise(const StorePaths &paths);

    //! Opens what initialise() has made. Never creates a database; migrates an older one after copying it.
    [[nodiscard]] static Result<Database, StoreError> open(const StorePaths &paths);

    [[nodiscard]] Connection &connection() { return m_connection; }

private:
    Database(Connection connection, File lock);

    // The lock outlives the connection: closing any descriptor of a file drops the library's own locks on it.
    File m_lock;
    Connection m_connection;
};

//! Sets what a connection must keep to and reads it back: WAL, synchronous=FULL, foreign keys, secure deletion.
[[nodiscard]] Result<Done, StoreError> configure(Connection &connection);

//! Refuses a connection that would answer before its rows are safe. Part of configure(), apart for its control test.
[[nodiscard]] Result<Done, StoreError> checkDurable(Connection &connection);

} // namespace sprechtag::store
