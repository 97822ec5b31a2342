// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/CallHardening.h"
#include "clerk-app/call/CallScheme.h"
#include "clerk-app/call/CallSurfaceFactory.h"
#include "clerk-app/call/WebEngineCallSurface.h"

#include <QQuickWidget>

// Outside any namespace, as Qt asks for resources of static libraries.
static void openCallPageResource()
{
    Q_INIT_RESOURCE(clerk_call);
}

namespace sprechtag::call {

void prepareProcessForCalls()
{
    ignoreDebuggingEnvironment();
    keepUnseenPageQuick();
    registerCallScheme();
}

// A window is made anew for the first child that is drawn by the graphics processor, as web views are. A hidden one
// that is there from the first makes it the right window at once.
void prepareWindowForCalls(QWidget &window)
{
    (new QQuickWidget(&window))->hide();
}

std::unique_ptr<CallSurface> createCallSurface()
{
    openCallPageResource();
    return std::make_unique<WebEngineCallSurface>(QStringLiteral(":/clerk-call"));
}

} // namespace sprechtag::call
