// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QList>

namespace sprechtag::store {

//! The text of sql/<name>.sql.
[[nodiscard]] QByteArray statementText(const char *name);

//! The scripts of migrations/, oldest first: the nth brings a database from version n - 1 to n.
[[nodiscard]] QList<QByteArray> migrationScripts();

} // namespace sprechtag::store
