// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/CallHardening.h"
#include "clerk-app/call/CallScheme.h"
#include "clerk-app/call/CallSurfaceFactory.h"
#include "clerk-app/call/WebEngineCallSurface.h"

// Outside any namespace, as Qt asks for resources of static libraries.
static void openCallPageResource()
{
    Q_INIT_RESOURCE(clerk_call);
}

namespace sprechtag::call {

void prepareProcessForCalls()
{
    ignoreDebuggingEnvironment();
    registerCallScheme();
}

std::unique_ptr<CallSurface> createCallSurface()
{
    openCallPageResource();
    return std::make_unique<WebEngineCallSurface>(QStringLiteral(":/clerk-call"));
}

} // namespace sprechtag::call
