// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/IdleWatch.h"
#include "tests/support/FakeClock.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

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
        QCOMPARE(minuteByMinute(idleness, 14,
                                [](int m) {
                                    return Presence{minutes{0}, m >= 10};
                                }),
                 QStringLiteral("..........12A.."));
    }
    void saysNothingWhereNothingIsKnown()
    {
        Idleness idleness(minutes{10});
        QCOMPARE(minuteByMinute(idleness, 12, [](int) { return Presence{}; }), QStringLiteral("............."));
    }

    void countsItsOwnInputWhereTheDesktopSaysNothing()
    {
        FakeClock clock;
        IdleWatch watch(clock, [] { return Presence{}; });
        QSignalSpy steps(&watch, &IdleWatch::stepped);
        watch.setFree(true);
        watch.look();
        clock.advance(minutes{11});
        watch.look();
        QCOMPARE(steps.size(), 0);
        QVERIFY2(QGuiApplication::applicationState() != Qt::ApplicationActive, "another window is in front");
    }
    void believesTheDesktop()
    {
        FakeClock clock;
        milliseconds idle{};
        IdleWatch watch(clock, [&idle] { return Presence{idle, false}; });
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
