// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

//! The one place that knows how calls are shown in this build (SPRECHTAG_WITH_WEBENGINE).
namespace sprechtag::call {

class CallSurface;

//! First thing in main(), before QApplication: the call page's scheme must be known to the web engine before it starts.
void prepareProcessForCalls();

[[nodiscard]] std::unique_ptr<CallSurface> createCallSurface();

} // namespace sprechtag::call
