// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/ServerConnection.h"

#include "tests/unit/clerk-app/OfficeKit.h"
#include "tests/unit/clerk-app/ScriptedServer.h"

#include <QSignalSpy>

using namespace sprechtag;
using namespace sprechtag::clerk::connection;
using namespace sprechtag::clerk::test;
namespace wire = sprechtag::protocol::clerk;

namespace {

constexpr Tempo kQuick{milliseconds(50), milliseconds(2'000), milliseconds(1), milliseconds(5)};
// No ping comes in the way of tests that are not about pings.
constexpr Tempo kCalm{milliseconds(60'000), milliseconds(10'000), milliseconds(1), milliseconds(5)};

wire::Welcome greeting()
{
    return {1, {}, u"Landkreis Musterland"_s, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {wire::Role::Clerk}, u"one"_s};
}

protocol::DoneMessage done(const QString &re)
{
    return {re, {}, {}};
}

} // namespace

class ServerConnectionTest : public QObject
{
    Q_OBJECT

    static void open(ServerConnection &line, const QString &address)
    {
        line.open(ServerAddress::parse(address).value(), Secret("token"), u"de"_s);
    }
    static void goOnline(ServerConnection &line, ScriptedServer &server)
    {
        server.next<wire::Hello>();
        server.say(greeting());
        QTRY_COMPARE(line.status().state, LineState::Online);
    }

private Q_SLOTS:
    void greetsWithItsTokenAndItsLanguage()
    {
        ScriptedServer server;
        ServerConnection line(kCalm);
        open(line, server.address());
        QCOMPARE(line.status().state, LineState::Connecting);
        const auto hello = server.next<wire::Hello>();
        QCOMPARE(hello.lang, u"de"_s);
        QCOMPARE(hello.protocol, QList<int>{1});
        QVERIFY(hello.resume.isEmpty());
        QCOMPARE(server.authorization(), QByteArray("Bearer token"));
        server.say(greeting());
        QTRY_COMPARE(line.status().state, LineState::Online);
    }

    void answersEachCommandOnceThoughTheLineIsLostInBetween()
    {
        ScriptedServer server;
        ServerConnection line(kCalm);
        open(line, server.address());
        goOnline(line, server);
        int answers = 0;
        line.send(wire::CallNext{{}, OfficeId::fromBits({3, 1})}, this,
                  [&](const CommandResult &r) { answers += r.ok(); });
        const QString id = server.next<wire::CallNext>().id;
        QVERIFY(!id.isEmpty());
        server.drop();
        goOnline(line, server);
        QCOMPARE(server.next<wire::CallNext>().id, id);
        server.say(done(id));
        server.say(done(id));
        QTRY_COMPARE(answers, 1);
        server.say(done(u"foreign"_s));
        QTest::qWait(0);
        QCOMPARE(answers, 1);
    }

    void sendsWhatTheWelcomeCallsForBeforeItRepeats()
    {
        ScriptedServer server;
        ServerConnection line(kCalm);
        open(line, server.address());
        goOnline(line, server);
        const OfficeId office = OfficeId::fromBits({3, 1});
        line.send(wire::CallNext{{}, office}, this, [](const CommandResult &) {});
        const QString id = server.next<wire::CallNext>().id;
        connect(&line, &ServerConnection::welcomed, this, [&line, office, this] {
            line.send(wire::Arrive{{}, office}, this, [](const CommandResult &) {});
        });
        server.drop();
        goOnline(line, server);
        server.next<wire::Arrive>();
        QCOMPARE(server.next<wire::CallNext>().id, id);
        QVERIFY(server.heard.empty());
    }

    void keepsWhatIsAskedForWithoutALineAndSendsItLater()
    {
        ScriptedServer server;
        ServerConnection line(kCalm);
        open(line, server.address());
        line.send(wire::OpenOffice{{}, OfficeId::fromBits({3, 1})}, this, [](const CommandResult &) {});
        goOnline(line, server);
        server.next<wire::OpenOffice>();
    }

    void doesNotSayAgainWhatIsTooOld()
    {
        ScriptedServer server;
        Tempo forgetful = kCalm;
        forgetful.moment = milliseconds(0);
        ServerConnection line(forgetful);
        open(line, server.address());
        goOnline(line, server);
        std::vector<Unanswered> answers;
        const auto keep = [&answers](const CommandResult &result) { answers.push_back(result.error().unanswered); };
        const OfficeId office = OfficeId::fromBits({3, 1});
        line.send(wire::CloseOffice{{}, office, office::CloseMode::Now}, this, keep);
        server.next<wire::CloseOffice>();
        server.drop();
        QTRY_VERIFY(line.status().state != LineState::Online);
        line.send(wire::OpenOffice{{}, office}, this, keep);
        goOnline(line, server);
        QCOMPARE(answers, (std::vector{Unanswered::NoAnswer, Unanswered::NotSent}));
        line.send(wire::Arrive{{}, office}, this, keep);
        server.next<wire::Arrive>();
        QVERIFY(server.heard.empty());
    }

    void saysThatItsMomentHasPassedThoughNoLineComesBack()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        Tempo forgetful = kCalm;
        forgetful.moment = milliseconds(1);
        ServerConnection line(forgetful);
        open(line, u"http://127.0.0.1:%1"_s.arg(silent.serverPort()));
        std::optional<Unanswered> answered;
        line.send(wire::OpenOffice{{}, OfficeId::fromBits({3, 1})}, this,
                  [&answered](const CommandResult &result) { answered = result.error().unanswered; });
        QTRY_VERIFY(answered == Unanswered::NotSent);
    }

    void sendsNothingForWhoIsGone()
    {
        ScriptedServer server;
        ServerConnection line(kCalm);
        open(line, server.address());
        auto guard = std::make_unique<QObject>();
        const OfficeId office = OfficeId::fromBits({3, 1});
        line.send(wire::ListTown{{}, office, ticketId(1)}, guard.get(), [](const CommandResult &) {});
        line.send(wire::OpenOffice{{}, office}, this, [](const CommandResult &) {});
        guard.reset();
        goOnline(line, server);
        server.next<wire::OpenOffice>();
        QVERIFY(server.heard.empty());
    }

    void tellsNobodyWhoIsGone()
    {
        ScriptedServer server;
        ServerConnection line(kCalm);
        open(line, server.address());
        goOnline(line, server);
        auto guard = std::make_unique<QObject>();
        line.send(wire::CallNext{{}, OfficeId::fromBits({3, 1})}, guard.get(),
                  [](const CommandResult &) { QFAIL("the one who asked is gone"); });
        const QString id = server.next<wire::CallNext>().id;
        guard.reset();
        server.say(done(id));
        bool later = false;
        line.send(wire::PrepareCall{}, this,
                  [&later](const CommandResult &result) { later = result.value().ice.has_value(); });
        server.say(protocol::CallIce{server.next<wire::PrepareCall>().id, {}, protocol::IcePolicy::All, 600});
        QTRY_VERIFY(later);
    }

    void resumesWithTheLastNumberThatItSaw()
    {
        ScriptedServer server;
        ServerConnection line(kCalm);
        StillClock clock;
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, clock);
        std::vector<std::size_t> facts;
        connect(&line, &ServerConnection::factsReceived, this,
                [&facts](const wire::OfficeFacts &received) { facts.push_back(received.facts.size()); });
        open(line, server.address());
        goOnline(line, server);
        server.say(counter.snapshot());
        const auto opened = counter.after(office::Open{kMe});
        server.say(opened);
        server.say(opened);
        QTRY_COMPARE(facts.size(), std::size_t(2));
        QVERIFY(facts.front() > 0);
        QVERIFY2(facts.back() == 0, "every fact once");
        server.drop();
        const auto hello = server.next<wire::Hello>();
        QCOMPARE(hello.resume.value(QString::fromStdString(counter.id().text())), counter.state().seq);
        QCOMPARE(hello.run, u"one"_s);
    }

    void forgetsTheNumbersOfAnotherRunOfTheServer()
    {
        ScriptedServer server;
        ServerConnection line(kCalm);
        StillClock clock;
        const Counter counter(1, u"Bürgerservice"_s, u"B"_s, clock);
        int snapshots = 0;
        int welcomes = 0;
        connect(&line, &ServerConnection::snapshotReceived, this, [&snapshots] { ++snapshots; });
        open(line, server.address());
        goOnline(line, server);
        connect(&line, &ServerConnection::welcomed, this, [&welcomes] { ++welcomes; });
        server.say(counter.snapshot());
        QTRY_COMPARE(snapshots, 1);
        server.drop();
        QVERIFY(!server.next<wire::Hello>().resume.isEmpty());
        wire::Welcome another = greeting();
        another.run = u"two"_s;
        server.say(another);
        QTRY_COMPARE(welcomes, 1);
        server.drop();
        const auto hello = server.next<wire::Hello>();
        QVERIFY(hello.resume.isEmpty());
        QCOMPARE(hello.run, u"two"_s);
    }

    void asksForASnapshotWhenFactsAreMissing()
    {
        ScriptedServer server;
        ServerConnection line(kCalm);
        StillClock clock;
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, clock);
        std::vector<std::size_t> facts;
        connect(&line, &ServerConnection::factsReceived, this,
                [&facts](const wire::OfficeFacts &received) { facts.push_back(received.facts.size()); });
        open(line, server.address());
        goOnline(line, server);
        server.say(counter.snapshot());
        counter.after(office::Open{kMe});
        server.say(counter.afterDraw(1, {}));
        const auto hello = server.next<wire::Hello>();
        QVERIFY(hello.resume.isEmpty());
        QVERIFY(facts.empty());
    }

    void doesWhatGoodbyeSays_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<protocol::GoodbyeAction>("action");
        QTest::addColumn<LineState>("state");
        QTest::addColumn<StopReason>("stopped");
        using protocol::GoodbyeAction;
        QTest::newRow("the server restarts")
            << u"restart"_s << GoodbyeAction::Retry << LineState::Waiting << StopReason::None;
        QTest::newRow("signed in elsewhere")
            << u"taken_over"_s << GoodbyeAction::Stop << LineState::Stopped << StopReason::TakenOver;
        QTest::newRow("the session is over")
            << u"session_ended"_s << GoodbyeAction::Stop << LineState::Stopped << StopReason::SessionEnded;
        QTest::newRow("a reason of the future")
            << u"moon"_s << GoodbyeAction::Stop << LineState::Stopped << StopReason::Dismissed;
        QTest::newRow("too old") << u"version"_s << GoodbyeAction::Upgrade << LineState::Stopped
                                 << StopReason::UpgradeNeeded;
    }
    void doesWhatGoodbyeSays()
    {
        QFETCH(QString, reason);
        QFETCH(protocol::GoodbyeAction, action);
        QFETCH(LineState, state);
        QFETCH(StopReason, stopped);
        ScriptedServer server;
        ServerConnection line(kCalm);
        open(line, server.address());
        goOnline(line, server);
        bool refused = false;
        line.send(wire::PrepareCall{}, this, [&refused](const CommandResult &result) { refused = !result.ok(); });
        server.say(protocol::Goodbye{reason, action, 60});
        QTRY_COMPARE(line.status().state, state);
        QCOMPARE(line.status().stopped, stopped);
        QCOMPARE(refused, state == LineState::Stopped);
        if (state == LineState::Waiting) {
            QVERIFY(line.status().retryIn >= milliseconds(60'000));
            QVERIFY(line.status().retryIn <= milliseconds(120'000));
        }
    }

    void comesBackAtOnceWhenToldToResume()
    {
        ScriptedServer server;
        ServerConnection line(kCalm);
        open(line, server.address());
        goOnline(line, server);
        server.say(protocol::Goodbye{u"slow_reader"_s, protocol::GoodbyeAction::Resume, {}});
        goOnline(line, server);
        QCOMPARE(server.connections, 2);
    }

    void noticesADeadLineByItself()
    {
        // Accepts and then says nothing: no welcome, no pong.
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        ServerConnection line({milliseconds(10), milliseconds(30), milliseconds(1), milliseconds(5)});
        open(line, u"http://127.0.0.1:%1"_s.arg(silent.serverPort()));
        QTRY_COMPARE(line.status().trouble, LineTrouble::Unreachable);
    }

    void keepsALivingLineByItsPings()
    {
        ScriptedServer server;
        ServerConnection line({milliseconds(1), milliseconds(2'000), milliseconds(1), milliseconds(5)});
        open(line, server.address());
        goOnline(line, server);
        QSignalSpy status(&line, &ServerConnection::statusChanged);
        QTest::qWait(50);
        QCOMPARE(status.size(), 0);
    }

    void stopsWhenTheServerNoLongerKnowsTheSession()
    {
        OneAnswerServer server(OneAnswerServer::http("401 Unauthorized", R"({"error":"session_ended"})"));
        ServerConnection line(kQuick);
        open(line, server.address());
        QTRY_COMPARE(line.status().state, LineState::Stopped);
        QCOMPARE(line.status().stopped, StopReason::SessionEnded);
    }

    void triesAgainWhenTheServerIsBusy()
    {
        OneAnswerServer server(OneAnswerServer::http("503 Service Unavailable", R"({"error":"try_later"})"));
        ServerConnection line(kQuick);
        open(line, server.address());
        QTRY_COMPARE(line.status().state, LineState::Waiting);
        QCOMPARE(line.status().stopped, StopReason::None);
    }

    void answersACommandWhoseAnswerCannotBeRead()
    {
        ScriptedServer server;
        ServerConnection line(kCalm);
        open(line, server.address());
        goOnline(line, server);
        std::optional<protocol::ErrorCode> code;
        line.send(wire::PrepareCall{}, this, [&code](const CommandResult &result) { code = result.error().code; });
        server.sayRaw(
            u"{\"type\":\"call.ice\",\"re\":\"%1\",\"servers\":7}"_s.arg(server.next<wire::PrepareCall>().id));
        QTRY_VERIFY(code == protocol::ErrorCode::Unsupported);
    }

    void survivesFramesThatAreNoMessages()
    {
        ScriptedServer server;
        ServerConnection line(kCalm);
        open(line, server.address());
        goOnline(line, server);
        server.sayRaw(u"<html>"_s);
        server.sayRaw(u"{\"type\":\"tea.ready\"}"_s);
        bool answered = false;
        line.send(wire::PrepareCall{}, this, [&answered](const CommandResult &) { answered = true; });
        server.say(done(server.next<wire::PrepareCall>().id));
        QTRY_VERIFY(answered);
    }
};

QTEST_GUILESS_MAIN(ServerConnectionTest)
#include "ServerConnectionTest.moc"
