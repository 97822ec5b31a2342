// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Intents.h"
#include "clerk-app/view/MainWindow.h"
#include "tests/unit/clerk-app/OfficeKit.h"

namespace sprechtag::clerk::test {

//! A window on a workplace whose server is the test.
struct Scene
{
    StillClock clock;
    KeepingPort port;
    model::Workplace workplace{port, clock};
    model::Intents intents{port, workplace};
    Counter counter{1, u"Bürgerservice"_s, u"B"_s, clock};
    view::MainWindow window{workplace, intents};

    //! Signed in, the office open, me at the desk.
    Scene()
    {
        window.resize(1180, 740);
        online();
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
        window.showDesk();
    }
    void online()
    {
        workplace.setLine({model::LineState::Online, {}, {}, {}});
        workplace.welcome({1,
                           clock.now(),
                           u"Landkreis Musterland"_s,
                           {kMe, u"schmidt"_s, u"Frau Schmidt"_s},
                           {protocol::clerk::Role::Clerk}});
    }
    void draw(std::uint64_t n, const QString &name) { workplace.take(counter.afterDraw(n, name)); }
    void call() { workplace.take(counter.after(office::CallNext{kMe})); }
    void enter(std::uint64_t n)
    {
        workplace.take(counter.after(office::Enter{ticketId(n), counter.epoch(ticketId(n))}));
    }
    template <typename Widget>
    Widget *find(const QString &name)
    {
        auto *widget = window.findChild<Widget *>(name);
        if (!widget)
            qFatal("no %s", qPrintable(name));
        return widget;
    }
};

} // namespace sprechtag::clerk::test
