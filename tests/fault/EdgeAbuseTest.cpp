// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/edge/EdgeHost.h"
#include "tests/unit/edge/RawClient.h"

#include <QTest>

#include <fstream>
#include <future>
#include <random>
#include <set>
#include <sys/socket.h>
#include <unistd.h>

using namespace sprechtag;
using namespace sprechtag::test;

namespace {

constexpr std::string_view kGet = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
constexpr double kMostGrowthMib = 64;

double residentMib()
{
    std::ifstream file("/proc/self/statm");
    double total{};
    double resident{};
    file >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

edge::StaticRoutes smallAnswer()
{
    return [](const edge::Request &) { return textResponse("ok"); };
}

using Crowd = std::vector<std::unique_ptr<RawClient>>;

//! As many clients as wanted, from as many addresses as the cap for one needs, twice: lines that broke still count for
//! a moment when the same crowd is back. Each says something at once.
Crowd crowdOf(std::size_t count, std::uint16_t port, std::string_view firstWords)
{
    Crowd crowd;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string from = "127.0.1." + std::to_string(1 + i / 75);
        crowd.push_back(std::make_unique<RawClient>(port, from.c_str()));
        crowd.back()->send(firstWords);
    }
    return crowd;
}

bool isServed(std::uint16_t port)
{
    RawClient honest(port);
    honest.send(kGet);
    const auto answer = honest.answer();
    return answer && answer->status == 200;
}

//! Closes with a reset, as a phone does whose network is gone.
void reset(const RawClient &client)
{
    const linger hard{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(client.descriptor(), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

} // namespace

//! What attackers and bad networks do to the edge in numbers: it stays up, small and fair.
class EdgeAbuseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlivesSlowHeads();
    void outlivesSlowBodies();
    void refusesAHugeBodyBeforeItArrives();
    void staysSmallWhileAReaderReadsNothing();
    void endlessFragmentsCostNothing();
    void aFloodOfMessagesHurtsNobodyElse();
    void everyConnectionThatOpenedIsReportedClosed();
    void takesACrowdBackAtOnce();
};

void EdgeAbuseTest::outlivesSlowHeads()
{
    edge::Config config;
    config.limits.headerTimeoutMs = 700;
    EdgeHost host(config, smallAnswer());
    const Crowd crowd = crowdOf(1000, host.port(), "GET / HTTP/1.1\r\nX-Slow: ");
    QVERIFY(isServed(host.port()));
    // A byte now and then does not lengthen the time.
    for (int i = 0; i < 3; ++i) {
        for (const auto &client : crowd)
            client->send("a");
    }
    for (const auto &client : crowd)
        QCOMPARE(client->answer()->status, 408);
    QVERIFY(isServed(host.port()));
}

void EdgeAbuseTest::outlivesSlowBodies()
{
    edge::Config config;
    config.limits.headerTimeoutMs = 700;
    EdgeHost host(config, smallAnswer());
    const Crowd crowd =
        crowdOf(500, host.port(), "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000\r\n\r\nabc");
    QVERIFY(isServed(host.port()));
    for (const auto &client : crowd)
        QCOMPARE(client->answer()->status, 408);
}

void EdgeAbuseTest::refusesAHugeBodyBeforeItArrives()
{
    EdgeHost host({}, smallAnswer());
    const double before = residentMib();
    RawClient client(host.port());
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 629145600\r\n\r\n");
    const std::string chunk(64 * 1024, 'x');
    std::size_t sent = 0;
    while (sent < 629145600 && client.send(chunk))
        sent += chunk.size();
    QVERIFY2(sent < 16 * 1024 * 1024, "the server stops listening, not the client talking");
    QVERIFY(residentMib() - before < kMostGrowthMib);
    QVERIFY(isServed(host.port()));
}

void EdgeAbuseTest::staysSmallWhileAReaderReadsNothing()
{
    EdgeHost host({}, smallAnswer());
    RawClient deaf(host.port(), "127.0.0.1", 4096);
    auto upgraded = std::async([&] { return deaf.upgrade(); });
    const auto id = host.open();
    QVERIFY(id && upgraded.get());
    const double before = residentMib();
    const auto frame = edge::Frame::text(std::string(1000, 's'));
    for (int i = 0; i < 100000; ++i)
        host.edge().send(*id, frame, 7);
    QVERIFY(isServed(host.port()));
    QVERIFY(residentMib() - before < kMostGrowthMib);
    QCOMPARE(host.edge().figures().droppedReaders, 0U);
}

void EdgeAbuseTest::endlessFragmentsCostNothing()
{
    edge::Config config;
    config.limits.framesAtOnce = 1000000;
    EdgeHost host(config, smallAnswer());
    RawClient client(host.port());
    auto upgraded = std::async([&] { return client.upgrade(); });
    QVERIFY(host.open() && upgraded.get());
    const double before = residentMib();
    client.sendFrame(0x01, "x");
    std::string fragments;
    for (int i = 0; i < 1000; ++i)
        fragments += maskedFrame(0x00, std::string(100, 'x'));
    while (client.send(fragments)) {
    }
    QVERIFY(residentMib() - before < kMostGrowthMib);
    QVERIFY(host.expect<edge::ConnectionClosed>());
    QCOMPARE(host.edge().figures().messagesIn, 0U);
}

void EdgeAbuseTest::aFloodOfMessagesHurtsNobodyElse()
{
    EdgeHost host({}, smallAnswer());
    Crowd attackers;
    for (int i = 0; i < 20; ++i) {
        attackers.push_back(std::make_unique<RawClient>(host.port()));
        auto upgraded = std::async([&] { return attackers.back()->upgrade(); });
        QVERIFY(host.open() && upgraded.get());
    }
    std::string flood;
    for (int i = 0; i < 10000; ++i)
        flood += maskedFrame(i % 2 == 0 ? 0x89 : 0x81, "x");
    for (const auto &attacker : attackers)
        attacker->send(flood);
    QVERIFY(isServed(host.port()));
    int closed = 0;
    while (closed < 20) {
        const auto event = host.next();
        QVERIFY(event);
        closed += std::holds_alternative<edge::ConnectionClosed>(*event) ? 1 : 0;
    }
    QVERIFY2(host.edge().figures().messagesIn <= 20U * 400U, "no more than each may send in one go");
}

void EdgeAbuseTest::everyConnectionThatOpenedIsReportedClosed()
{
    std::mt19937 random(20260302);
    edge::Config config;
    config.threads = 2;
    EdgeHost host(config);
    std::set<edge::ConnectionId> open;
    Crowd crowd;
    const auto takeEvents = [&] {
        while (!host.isQuiet()) {
            const auto event = host.next();
            if (const auto *request = std::get_if<edge::RequestArrived>(&*event))
                host.edge().acceptUpgrade(request->id);
            else if (const auto *opened = std::get_if<edge::ConnectionOpened>(&*event))
                QVERIFY(open.insert(opened->id).second);
            else if (const auto *closed = std::get_if<edge::ConnectionClosed>(&*event))
                QCOMPARE(open.erase(closed->id), 1U);
        }
    };
    const std::string upgrade = "GET /ws HTTP/1.1\r\n" + std::string(kUpgradeFields) + "\r\n";
    for (int step = 0; step < 5000; ++step) {
        takeEvents();
        const std::vector<edge::ConnectionId> all(open.begin(), open.end());
        switch (random() % 8) {
        case 0:
        case 1:
        case 2:
            crowd.push_back(std::make_unique<RawClient>(host.port()));
            crowd.back()->send(upgrade);
            break;
        case 3:
            host.edge().sendToMany(all, edge::Frame::text(std::string(random() % 5000, 'x')), random() % 3);
            break;
        case 4:
            if (!all.empty())
                host.edge().close(all[random() % all.size()], 1000, "enough");
            break;
        default:
            if (!crowd.empty()) {
                const std::size_t at = random() % crowd.size();
                if (random() % 2 == 0)
                    reset(*crowd[at]);
                else
                    crowd[at]->sendFrame(random() % 2 == 0 ? 0x88 : 0x82, {});
                crowd.erase(crowd.begin() + static_cast<std::ptrdiff_t>(at));
            }
        }
    }
    crowd.clear();
    QTRY_VERIFY((takeEvents(), open.empty() && host.edge().figures().open == 0));
}

void EdgeAbuseTest::takesACrowdBackAtOnce()
{
    // The lines that broke still count for a moment when the same people are back: what one address may hold is not
    // what is asked here.
    edge::Config config;
    config.limits.connectionsPerAddress = 1000;
    EdgeHost host(config, smallAnswer());
    for (int wave = 0; wave < 2; ++wave) {
        const Crowd crowd = crowdOf(2000, host.port(), kGet);
        for (const auto &client : crowd)
            QCOMPARE(client->answer()->status, 200);
        for (const auto &client : crowd)
            reset(*client);
    }
    QTRY_COMPARE(host.edge().figures().open, 0U);
    QCOMPARE(host.edge().figures().refused, 0U);
}

QTEST_GUILESS_MAIN(EdgeAbuseTest)
#include "EdgeAbuseTest.moc"
