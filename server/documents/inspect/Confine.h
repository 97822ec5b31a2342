// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace sprechtag::documents {

//! Takes from this process, for good, the memory and the time that no honest file needs. False: then nothing of
//! strangers may be read.
[[nodiscard]] bool confine();

} // namespace sprechtag::documents
