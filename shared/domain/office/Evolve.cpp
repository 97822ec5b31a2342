// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Apply.h"

namespace sprechtag::office {

void evolve(OfficeState &state, const Fact &fact)
{
    state.seq = fact.seq;
    std::visit([&](const auto &body) { apply(state, body, fact.at); }, fact.body);
}

} // namespace sprechtag::office
