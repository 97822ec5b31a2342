// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Sessions.h"
#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

//! Nothing: the server is not healthy.
std::optional<std::uint64_t> lostLinesOf(const ServerProgram &server)
{
    const auto answer = exchange(server.port(), requestText("GET /health HTTP/1.1\r\n"));
    if (!answer || answer->status != 200)
        return std::nullopt;
    const auto health = protocol::decodeHealth(answer->body);
    return health ? std::optional(health->lostLogLines) : std::nullopt;
}

} // namespace

//! The log cannot be written: its disk is full, or it is read only (C-18).
class LogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServiceGoesOnAndCountsWhatIsLost();
    void whatIsWrittenIsNotCounted();
};

void LogTest::theServiceGoesOnAndCountsWhatIsLost()
{
    const TownFolder town;
    ServerProgram server(town);
    server.logTo(u"/dev/full"_s);
    QVERIFY(server.start());
    const auto token = signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    QVERIFY(token);
    ClerkDesk schmidt(server.origin(), *token);
    QVERIFY(schmidt.greet() && schmidt.open(TownFolder::office(u"B"_s)));
    Citizen kim(server.origin());
    QVERIFY(kim.greet() && kim.draw(TownFolder::office(u"B"_s)));
    QVERIFY(lostLinesOf(server).value_or(0) > 0);
    server.askToStop();
    QCOMPARE(server.exitCodeWithin(kPatienceMs), std::optional(0));
}

void LogTest::whatIsWrittenIsNotCounted()
{
    const TownFolder town;
    ServerProgram server(town);
    server.logTo(town.path(u"log"_s));
    QVERIFY(server.start());
    QVERIFY(lostLinesOf(server) == std::uint64_t(0));
    QVERIFY(contentOf(town.path(u"log"_s)).contains("serving 8 offices"));
}

QTEST_GUILESS_MAIN(LogTest)
#include "LogTest.moc"
