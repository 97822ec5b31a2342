// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

namespace sprechtag::store {

//! How many changes stand in a write-ahead log behind its first damage, where nobody reads them any more: the library
//! takes what is whole before it and says nothing. Of a log that is cut short nothing can be told.
//!
//! A power cut may leave one: the last change, which was not yet synchronised and so acknowledged to nobody.
[[nodiscard]] int changesBehindDamage(const QString &logPath);

} // namespace sprechtag::store
