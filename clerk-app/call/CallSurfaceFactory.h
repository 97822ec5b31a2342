// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

class QWidget;

//! The one place that knows how calls are shown in this build (SPRECHTAG_WITH_WEBENGINE).
namespace sprechtag::call {

class CallSurface;

//! First thing in main(), before QApplication: the call page's scheme must be known to the web engine before it starts.
void prepareProcessForCalls();

//! Before `window` is shown for the first time: it gets what the picture of a call will need of it. A window that is
//! already there is made anew for its first picture: it flashes, and a key that is pressed just then is lost.
void prepareWindowForCalls(QWidget &window);

[[nodiscard]] std::unique_ptr<CallSurface> createCallSurface();

} // namespace sprechtag::call
