// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Validate.h"

//! What is wrong with a town, for whoever runs the server.
namespace sprechtag::app {

//! What is wrong and what to write instead, in the administrator's language.
[[nodiscard]] QString sentenceFor(town::FaultCode code);

} // namespace sprechtag::app
