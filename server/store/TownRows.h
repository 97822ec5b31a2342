// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/Connection.h"
#include "shared/domain/town/Town.h"

//! What administrators decide about, as rows. Nothing here checks it or logs it: that is saveTown().
namespace sprechtag::store {

[[nodiscard]] Result<town::Town, StoreError> loadTown(Connection &connection);

//! Inside the caller's transaction; what it refers to is there already.
[[nodiscard]] Result<Done, StoreError> putValue(Connection &connection, const town::Value &value);

//! What a form holds; inside the caller's transaction. None: there is no such form.
[[nodiscard]] Result<Done, StoreError> putFormFile(Connection &connection, FormId form, const QByteArray &content);
[[nodiscard]] Result<std::optional<QByteArray>, StoreError> loadFormFile(Connection &connection, FormId form);

//! Inside the caller's transaction; nothing refers to it any more. The row of an office stays, for its facts; its forms
//! go.
[[nodiscard]] Result<Done, StoreError> takeValue(Connection &connection, const town::Key &key, std::uint32_t version);

//! Somebody waits in the office, or is in a call.
[[nodiscard]] Result<bool, StoreError> hasVisits(Connection &connection, OfficeId office);

} // namespace sprechtag::store
