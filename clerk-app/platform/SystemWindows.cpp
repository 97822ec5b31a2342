// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/System.h"

#include <windows.h>

#include <werapi.h>

namespace sprechtag::clerk::platform {

void disableCoreDumps()
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    WerSetFlags(WER_FAULT_REPORTING_NOHEAP);
    // Libraries come from the system and from beside the program, never from the current folder.
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
}

QString userName()
{
    return qEnvironmentVariable("USERDOMAIN") + u'\\' + qEnvironmentVariable("USERNAME");
}

// The input desktop of a locked session belongs to the system and cannot be opened.
Presence presence()
{
    Presence found;
    LASTINPUTINFO last{sizeof(LASTINPUTINFO), 0};
    if (GetLastInputInfo(&last))
        found.idleFor = milliseconds(GetTickCount() - last.dwTime); // both wrap around alike
    const HDESK desktop = OpenInputDesktop(0, FALSE, DESKTOP_SWITCHDESKTOP);
    found.locked = desktop == nullptr;
    if (desktop != nullptr)
        CloseDesktop(desktop);
    return found;
}

void setInCaptures(WId window, InCaptures how)
{
    // WDA_EXCLUDEFROMCAPTURE, which older headers do not know; before Windows 10 2004 the call fails, and nothing
    // changes.
    constexpr DWORD leaveOut = 0x11;
    SetWindowDisplayAffinity(reinterpret_cast<HWND>(window), how == InCaptures::LeftOut ? leaveOut : WDA_NONE);
}

} // namespace sprechtag::clerk::platform
