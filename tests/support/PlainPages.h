// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/StoreError.h"

#include <QByteArray>

//! What lies in the files of a database for somebody who has its key: page by page, whether a row leads there or not.
namespace sprechtag::test {

[[nodiscard]] QByteArray plainDatabase(const store::StorePaths &paths);
//! Every frame that lies in the write-ahead log, of whatever age.
[[nodiscard]] QByteArray plainLog(const store::StorePaths &paths);

} // namespace sprechtag::test
