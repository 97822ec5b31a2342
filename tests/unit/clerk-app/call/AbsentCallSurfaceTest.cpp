// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/AbsentCallSurface.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sprechtag;
using namespace sprechtag::call;

//! A build without a call inside says so and lets nobody wait.
class AbsentCallSurfaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereThePictureWouldBeThatThereIsNone();
    void failsEveryCallAtOnce();
    void endsEverySharingAtOnce();
};

void AbsentCallSurfaceTest::saysWhereThePictureWouldBeThatThereIsNone()
{
    AbsentCallSurface surface;
    auto *notice = qobject_cast<QLabel *>(surface.widget());
    QVERIFY(notice);
    QVERIFY(notice->text().contains(u"no video call"_s));
    QCOMPARE(notice->textFormat(), Qt::PlainText);
}

void AbsentCallSurfaceTest::failsEveryCallAtOnce()
{
    AbsentCallSurface surface;
    QSignalSpy line(&surface, &CallSurface::lineChanged);
    surface.start({.ticket = TicketId::fromBits({1, 2}), .epoch = 1, .number = u"B 017"_s, .name = {}, .offer = {}});
    QCOMPARE(line.count(), 1);
    QCOMPARE(line.at(0).at(0).value<LineState>(), LineState::Failed);
    surface.end();
    QCOMPARE(line.at(1).at(0).value<LineState>(), LineState::Idle);
}

void AbsentCallSurfaceTest::endsEverySharingAtOnce()
{
    AbsentCallSurface surface;
    QSignalSpy ended(&surface, &CallSurface::shareEnded);
    surface.startShare();
    QCOMPARE(ended.count(), 1);
}

QTEST_MAIN(AbsentCallSurfaceTest)
#include "AbsentCallSurfaceTest.moc"
