// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Intents.h"
#include "clerk-app/view/MainWindow.h"
#include "tests/unit/clerk-app/OfficeKit.h"

#include <QApplication>
#include <QDialog>
#include <QTimer>

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

//! Kim and Sascha wait, and the window is in front.
struct Desk : Scene
{
    Desk()
    {
        draw(1, u"Kim"_s);
        draw(2, u"Sascha"_s);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
    }
};

//! Acts in the dialog of this name as soon as it is in front.
inline void inDialog(const QString &name, const std::function<void(QDialog &)> &act)
{
    QTimer::singleShot(0, qApp, [name, act] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog || dialog->objectName() != name)
            qFatal("no dialog %s", qPrintable(name));
        act(*dialog);
    });
}

//! Another office, open, with Frau Yilmaz and perhaps Herr Meier at a desk.
inline protocol::clerk::Neighbour carsOffice(bool meierIsThere)
{
    protocol::clerk::Neighbour office{OfficeId::fromBits({3, 9}), u"Kfz-Zulassung"_s, {}, u"K"_s, {}, 2, {}};
    office.view.state = office::PublicState::Occupied;
    office.clerks = {{{ClerkId::fromBits({1, 3}), {}, u"Frau Yilmaz"_s}, true},
                     {{kColleague, {}, u"Herr Meier"_s}, meierIsThere}};
    return office;
}

} // namespace sprechtag::clerk::test
