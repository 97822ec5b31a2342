// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace sprechtag::app {

//! From now on a process without memory, or one that cannot go on for another reason, says a word and leaves for its
//! restart (exit code 75): nothing may be answered any more, and what was answered is stored.
void leaveRatherThanCrash();

} // namespace sprechtag::app
