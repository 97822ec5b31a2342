// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/AbsentCallSurface.h"
#include "clerk-app/call/CallSurfaceFactory.h"

namespace sprechtag::call {

void prepareProcessForCalls() {}

void prepareWindowForCalls(QWidget & /*window*/) {}

std::unique_ptr<CallSurface> createCallSurface()
{
    return std::make_unique<AbsentCallSurface>();
}

} // namespace sprechtag::call
