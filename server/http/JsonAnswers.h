// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/http/HeaderPolicy.h"
#include "shared/protocol/Sessions.h"

#include <QByteArray>

namespace sprechtag::http {

//! An answer in JSON, protected and never cached.
[[nodiscard]] Response jsonAnswer(const HeaderPolicy &policy, int status, const QByteArray &body);

//! A refusal: its code in the body; Retry-After where it says when.
[[nodiscard]] Response refusal(const HeaderPolicy &policy, int status, const protocol::RestError &error);

} // namespace sprechtag::http
