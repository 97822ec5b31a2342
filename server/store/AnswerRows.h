// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "server/broker/Retention.h"
#include "server/store/Connection.h"

#include <vector>

namespace sprechtag::store {

//! How long an answer is kept for a command that is repeated; at least as long as AnswerBook remembers it.
inline constexpr seconds kAnswersKept = broker::retention::periodOf(broker::retention::Record::Answer);

//! Remembers answers and forgets those that are too old beside the newest of them.
[[nodiscard]] Result<Done, StoreError> writeAnswers(Connection &connection,
                                                    const std::vector<broker::KeyedAnswer> &answers);

[[nodiscard]] Result<std::vector<broker::KeyedAnswer>, StoreError> loadAnswers(Connection &connection);

} // namespace sprechtag::store
