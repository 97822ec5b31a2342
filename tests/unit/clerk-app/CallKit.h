// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/view/CallPanel.h"
#include "clerk-app/view/DeskPage.h"
#include "tests/unit/clerk-app/AppKit.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QLabel>

namespace sprechtag::clerk::test {

//! What a screen reader was given since it was last asked for.
[[nodiscard]] QStringList heard();

//! A picture is there, and Kim waits.
struct Call : Scene
{
    RecordingSurface surface;
    view::CallPanel &panel = window.desk().callPanel();

    Call()
    {
        panel.attach(surface);
        draw(1, u"Kim"_s);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
    }
    void makeWide(int chars) { window.resize(window.fontMetrics().averageCharWidth() * chars, window.height()); }
    void leave(std::uint64_t n) { workplace.take(counter.after(office::Leave{ticketId(n)})); }
    void control(const office::CallControl &control)
    {
        workplace.take(counter.after(office::ControlCall{kMe, ticketId(1), counter.epoch(ticketId(1)), control}));
    }
    [[nodiscard]] QString text(const QString &name) { return find<QLabel>(name)->text(); }
};

} // namespace sprechtag::clerk::test
