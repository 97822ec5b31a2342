// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

namespace sprechtag::office {

Result<Facts, Refusal> decide(const OfficeState &state, const Command &command, Instant now)
{
    return std::visit([&](const auto &one) { return decideOn(state, one, now); }, command);
}

} // namespace sprechtag::office
