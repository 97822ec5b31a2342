// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Reach.h"

#include <QTest>

#include <vector>

using namespace sprechtag;
using namespace sprechtag::office;

//! Whether a colleague can be rung, by the desks that he or she is at.
class ReachTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isByAllDesks_data()
    {
        QTest::addColumn<std::vector<Clerk>>("desks");
        QTest::addColumn<Reach>("reach");
        Clerk paused;
        paused.state = ClerkState::Paused;
        Clerk withVisitor;
        withVisitor.ticket = TicketId::fromBits({});
        QTest::newRow("signed in and at no desk") << std::vector<Clerk>{} << Reach::Free;
        QTest::newRow("at a desk") << std::vector<Clerk>{{}} << Reach::Free;
        QTest::newRow("on a break") << std::vector<Clerk>{paused} << Reach::Paused;
        QTest::newRow("on a break at one of two desks") << std::vector<Clerk>{{}, paused} << Reach::Paused;
        QTest::newRow("with a visitor") << std::vector<Clerk>{withVisitor} << Reach::InCall;
        QTest::newRow("with a visitor at one of two desks") << std::vector<Clerk>{paused, withVisitor} << Reach::InCall;
    }
    void isByAllDesks()
    {
        QFETCH(std::vector<Clerk>, desks);
        QFETCH(Reach, reach);
        QCOMPARE(reachOf(desks), reach);
    }
};

QTEST_GUILESS_MAIN(ReachTest)
#include "ReachTest.moc"
