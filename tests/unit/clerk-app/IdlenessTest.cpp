// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/IdleWatch.h"
#include "tests/support/FakeClock.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace sprechtag;
using namespace sprechtag::clerk::platform;
using namespace sprechtag::test;

//! Two warnings, then away; never while somebody works, talks or is on a break.
class IdlenessTest : public QObject
{
    Q_OBJECT

    static constexpr MonotonicInstant kStart{std::chrono::hours{5}};

    //! What happens minute by minute to somebody who is free and does nothing.
    static QString minuteByMinute(
        Idleness &idleness, int count, const std::function<Presence(int)> &presence,
        const std::function<bool(int)> &free = [](int) { return true; })
    {
        QString story;
        for (int minute = 0; minute <= count; ++minute) {
            switch (idleness.look(kStart + minutes{minute}, presence(minute), free(minute))) {
            case IdleStep::None:
                story += u'.';
                break;
            case IdleStep::FirstWarning:
                story += u'1';
                break;
            case IdleStep::SecondWarning:
                story += u'2';
                break;
            case IdleStep::Away:
                story += u'A';
                break;
            }
        }
        return story;
    }

private Q_SLOTS:
    void warnsTwiceAndThenIsAway()
    {
        Idleness idleness(minutes{10});
        QCOMPARE(minuteByMinute(idleness, 12,
                                [](int m) {
                                    return Presence{minutes{m}, false};
                                }),
                 QStringLiteral("........12A.."));
    }
    void beginsAnewWithEachKey()
    {
        Idleness idleness(minutes{10});
        QCOMPARE(minuteByMinute(idleness, 20,
                                [](int m) {
                                    return Presence{minutes{m < 9 ? m : m - 9}, false};
                                }),
                 QStringLiteral("........1........12A."));
    }
    void doesNotCountAConversation()
    {
        Idleness idleness(minutes{10});
        const auto presence = [](int m) { return Presence{minutes{m}, false}; };
        QCOMPARE(minuteByMinute(idleness, 24, presence, [](int m) { return m > 12; }),
                 QStringLiteral(".....................12A."));
    }
    void goesSoonBehindALockedScreen()
    {
        Idleness idleness(minutes{10});
        const auto presence = [](int m) { return Presence{minutes{0}, m >= 4}; };
        QCOMPARE(minuteByMinute(idleness, 8, presence, [](int m) { return m > 3; }), QStringLiteral("....12A.."));
    }
    void goesSoonBehindAScreenThatWasLockedInAConversation()
    {
        Idleness idleness(minutes{10});
        const auto presence = [](int m) { return Presence{minutes{m}, true}; };
        QCOMPARE(minuteByMinute(idleness, 8, presence, [](int m) { return m > 3; }), QStringLiteral("....12A.."));
    }
    void goesAgainWhenItCouldNotGo()
    {
        Idleness idleness(minutes{10});
        const auto presence = [](int m) { return Presence{minutes{m}, false}; };
        QCOMPARE(minuteByMinute(idleness, 10, presence), QStringLiteral("........12A"));
        idleness.sayAwayAgain();
        QVERIFY(idleness.look(kStart + minutes{11}, presence(11), true) == IdleStep::Away);
        QVERIFY(idleness.look(kStart + minutes{12}, presence(12), true) == IdleStep::None);
        idleness.sayAwayAgain();
        QVERIFY2(idleness.look(kStart + minutes{13}, Presence{}, true) == IdleStep::None, "somebody came");
    }
    void saysNothingWhereNothingIsKnown()
    {
        Idleness idleness(minutes{10});
        QCOMPARE(minuteByMinute(idleness, 12, [](int) { return Presence{}; }), QStringLiteral("............."));
    }

    // Before a window of ours comes to the front, and stays there.
    void assumesNothingWhileAnotherWindowIsInFront()
    {
        QVERIFY2(QGuiApplication::applicationState() != Qt::ApplicationActive, "another window is in front");
        FakeClock clock;
        IdleWatch watch(
            clock, [] { return Presence{}; }, minutes{10});
        QSignalSpy steps(&watch, &IdleWatch::stepped);
        watch.setFree(true);
        watch.look();
        clock.advance(minutes{11});
        watch.look();
        QCOMPARE(steps.size(), 0);
    }
    void countsItsOwnInputWhereTheDesktopSaysNothing_data()
    {
        QTest::addColumn<bool>("zero");
        QTest::newRow("it does not know the question") << false;
        QTest::newRow("it says 0 whenever it is asked") << true;
    }
    void countsItsOwnInputWhereTheDesktopSaysNothing()
    {
        QFETCH(bool, zero);
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        FakeClock clock;
        IdleWatch watch(
            clock,
            [zero] {
                return zero ? Presence{milliseconds{0}, false} : Presence{};
            },
            minutes{10});
        QSignalSpy steps(&watch, &IdleWatch::stepped);
        watch.setFree(true);
        watch.look();
        clock.advance(minutes{9});
        QTest::keyClick(&window, Qt::Key_A);
        clock.advance(minutes{7});
        watch.look();
        QCOMPARE(steps.size(), 0);
        clock.advance(minutes{3});
        watch.look();
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps.last().first().value<IdleStep>(), IdleStep::Away);
    }
    void believesTheDesktop()
    {
        FakeClock clock;
        milliseconds idle{};
        IdleWatch watch(
            clock,
            [&idle] {
                return Presence{idle, false};
            },
            minutes{10});
        QSignalSpy steps(&watch, &IdleWatch::stepped);
        watch.setFree(true);
        watch.look();
        for (int minute = 1; minute <= 10; ++minute) {
            clock.advance(minutes{1});
            idle = minutes{minute};
            watch.look();
        }
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps.last().first().value<IdleStep>(), IdleStep::Away);
        watch.setFree(false);
        watch.look();
        QCOMPARE(steps.size(), 3);
    }
};

QTEST_MAIN(IdlenessTest)
#include "IdlenessTest.moc"
