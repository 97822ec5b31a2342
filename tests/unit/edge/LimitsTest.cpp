// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/edge/EdgeHost.h"
#include "tests/unit/edge/RawClient.h"

#include <QTest>

#include <ctime>
#include <fcntl.h>
#include <future>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace std::string_literals;

namespace {

constexpr std::string_view kGet = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

edge::StaticRoutes fixedAnswer(std::size_t bytes)
{
    return [body = std::make_shared<const std::string>(bytes, 'x')](const edge::Request &) {
        return edge::Response{.status = 200, .headers = {}, .body = body};
    };
}

edge::Config withLimits(const std::function<void(edge::Limits &)> &change)
{
    edge::Config config;
    change(config.limits);
    return config;
}

std::string getFor(std::string_view client)
{
    return "GET / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + std::string(client) + "\r\n\r\n";
}

//! Lowers the number of descriptors that the process may have, for as long as it lives.
class FewDescriptors
{
public:
    explicit FewDescriptors(rlim_t count)
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit few = m_before;
        few.rlim_cur = count;
        setrlimit(RLIMIT_NOFILE, &few);
    }
    ~FewDescriptors() { setrlimit(RLIMIT_NOFILE, &m_before); }
    FewDescriptors(const FewDescriptors &) = delete;
    FewDescriptors &operator=(const FewDescriptors &) = delete;

private:
    rlimit m_before{};
};

} // namespace

//! Time, numbers and addresses: nobody holds more of the server than the limits allow.
class LimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAConnectionThatSaysNothing();
    void answers408ToAHeadThatDoesNotEnd();
    void answers408ToABodyThatDoesNotCome();
    void endsAnIdleConnectionLaterThanASlowHead();
    void answers503WhenTheOwnerDoesNot();
    void endsAReaderOfAnswersThatIsTooSlow();
    void refusesTheConnectionBeyondTheCapOfAnAddress();
    void givesPlacesOfAnAddressBack();
    void refusesTheConnectionBeyondTheTotal();
    void survivesWithoutDescriptors();
    void believesForwardedForOfATrustedProxyOnly();
    void takesTheLastForwardedAddressThatIsNoProxy();
    void countsClientsBehindAProxyByTheirOwnAddress();
    void countsAWholeNetworkOfIpv6AsOne();
    void servesOthersWhileFiveHundredOfOneAddressPush();
};

void LimitsTest::endsAConnectionThatSaysNothing()
{
    EdgeHost host(withLimits([](edge::Limits &limits) { limits.headerTimeoutMs = 40; }));
    RawClient client(host.port());
    QVERIFY(client.isClosedByServer());
    QVERIFY(client.unread().empty());
}

void LimitsTest::answers408ToAHeadThatDoesNotEnd()
{
    EdgeHost host(withLimits([](edge::Limits &limits) { limits.headerTimeoutMs = 40; }));
    RawClient client(host.port());
    client.send("GET / HTTP/1.1\r\nHost: loc");
    QCOMPARE(client.answer()->status, 408);
    QVERIFY(client.isClosedByServer());
}

void LimitsTest::answers408ToABodyThatDoesNotCome()
{
    EdgeHost host(withLimits([](edge::Limits &limits) { limits.headerTimeoutMs = 40; }));
    RawClient client(host.port());
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
    QCOMPARE(client.answer()->status, 408);
    QVERIFY(client.isClosedByServer());
    QVERIFY(host.isQuiet());
}

void LimitsTest::endsAnIdleConnectionLaterThanASlowHead()
{
    EdgeHost host(withLimits([](edge::Limits &limits) {
                      limits.headerTimeoutMs = 40;
                      limits.idleTimeoutMs = 200;
                  }),
                  fixedAnswer(3));
    RawClient idle(host.port());
    RawClient slow(host.port());
    idle.send(kGet);
    slow.send(kGet);
    QCOMPARE(idle.answer()->status, 200);
    QCOMPARE(slow.answer()->status, 200);
    slow.send("GET");
    QCOMPARE(slow.answer()->status, 408);
    idle.send(kGet);
    QCOMPARE(idle.answer()->status, 200);
    QVERIFY(idle.isClosedByServer());
    QVERIFY(idle.unread().empty());
}

void LimitsTest::answers503WhenTheOwnerDoesNot()
{
    EdgeHost host(withLimits([](edge::Limits &limits) { limits.idleTimeoutMs = 40; }));
    RawClient client(host.port());
    client.send(kGet);
    const auto arrived = host.expect<edge::RequestArrived>();
    QCOMPARE(client.answer()->status, 503);
    host.edge().respond(arrived->id, textResponse("too late"));
    QVERIFY(client.isClosedByServer());
    QVERIFY(client.unread().empty());
}

void LimitsTest::endsAReaderOfAnswersThatIsTooSlow()
{
    // Allowed are 8 KiB a second, and this client reads nothing: what is too much for the kernel's buffers must go
    // soon.
    constexpr std::size_t kBytes = 16 * 1024;
    EdgeHost host(withLimits([](edge::Limits &limits) { limits.headerTimeoutMs = 100; }), fixedAnswer(kBytes));
    RawClient client(host.port(), "127.0.0.1", 2048);
    std::string many;
    for (int i = 0; i < 1000; ++i)
        many += kGet;
    client.send(many);
    QTRY_COMPARE_WITH_TIMEOUT(host.edge().figures().open, 1U, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(host.edge().figures().open, 0U, 10000);
}

void LimitsTest::refusesTheConnectionBeyondTheCapOfAnAddress()
{
    EdgeHost host(withLimits([](edge::Limits &limits) { limits.connectionsPerAddress = 3; }), fixedAnswer(3));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<RawClient>(host.port()));
        clients.back()->send(kGet);
        QCOMPARE(clients.back()->answer()->status, 200);
    }
    RawClient fourth(host.port());
    fourth.send(kGet);
    const auto answer = fourth.answer();
    QCOMPARE(answer->status, 429);
    QVERIFY(answer->hasField("Retry-After: "));
    RawClient neighbour(host.port(), "127.0.0.2");
    neighbour.send(kGet);
    QCOMPARE(neighbour.answer()->status, 200);
    QCOMPARE(host.edge().figures().refused, 1U);
}

void LimitsTest::givesPlacesOfAnAddressBack()
{
    EdgeHost host(withLimits([](edge::Limits &limits) { limits.connectionsPerAddress = 1; }), fixedAnswer(3));
    for (int i = 0; i < 20; ++i) {
        RawClient client(host.port());
        client.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        QCOMPARE(client.answer()->status, 200);
        QVERIFY(client.isClosedByServer());
        ::shutdown(client.descriptor(), SHUT_RDWR);
        QTRY_COMPARE(host.edge().figures().open, 0U);
    }
}

void LimitsTest::refusesTheConnectionBeyondTheTotal()
{
    EdgeHost host(withLimits([](edge::Limits &limits) { limits.connections = 5; }), fixedAnswer(3));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(std::make_unique<RawClient>(host.port()));
        clients.back()->send(kGet);
        QCOMPARE(clients.back()->answer()->status, 200);
    }
    RawClient sixth(host.port());
    sixth.send(kGet);
    QCOMPARE(sixth.answer()->status, 503);
    QVERIFY(sixth.isClosedByServer());
    clients.pop_back();
    QTRY_COMPARE(host.edge().figures().open, 4U);
    RawClient seventh(host.port());
    seventh.send(kGet);
    QCOMPARE(seventh.answer()->status, 200);
}

void LimitsTest::survivesWithoutDescriptors()
{
    EdgeHost host({}, fixedAnswer(3));
    RawClient before(host.port());
    before.send(kGet);
    QCOMPARE(before.answer()->status, 200);
    std::vector<int> hoarded;
    const FewDescriptors few(256);
    RawClient client(host.port()); // in the backlog or accepted, before there are no more
    for (int descriptor = ::open("/dev/null", O_RDONLY); descriptor >= 0; descriptor = ::open("/dev/null", O_RDONLY))
        hoarded.push_back(descriptor);
    ::close(hoarded.back());
    hoarded.pop_back();
    RawClient waiting(host.port()); // takes the last descriptor: the server has none to accept it with
    QVERIFY(waiting.descriptor() >= 0);
    waiting.send(kGet);
    const std::clock_t used = std::clock();
    QTest::qWait(500); // long enough to tell a spinning loop from a pausing one
    const double share = static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC / 0.5;
    QVERIFY2(share < 0.2, qPrintable(QString::number(share)));
    before.send(kGet);
    QCOMPARE(before.answer()->status, 200);
    for (const int descriptor : hoarded)
        ::close(descriptor);
    QCOMPARE(waiting.answer()->status, 200);
}

void LimitsTest::believesForwardedForOfATrustedProxyOnly()
{
    edge::Config config;
    config.trustedProxies = {"127.0.0.9"};
    EdgeHost host(config);
    RawClient liar(host.port());
    liar.send(getFor("203.0.113.7"));
    QCOMPARE(host.expect<edge::RequestArrived>()->request.peer, "127.0.0.1"s);
    RawClient proxy(host.port(), "127.0.0.9");
    proxy.send(getFor("203.0.113.7"));
    QCOMPARE(host.expect<edge::RequestArrived>()->request.peer, "203.0.113.7"s);
}

void LimitsTest::takesTheLastForwardedAddressThatIsNoProxy()
{
    edge::Config config;
    config.trustedProxies = {"127.0.0.9", "10.0.0.1"};
    EdgeHost host(config);
    const auto peerOf = [&](std::string_view field) {
        RawClient proxy(host.port(), "127.0.0.9");
        proxy.send(getFor(field));
        const auto arrived = host.expect<edge::RequestArrived>();
        return arrived ? arrived->request.peer : std::string();
    };
    QCOMPARE(peerOf("198.51.100.1, 203.0.113.7"), "203.0.113.7"s);
    QCOMPARE(peerOf("198.51.100.1, 203.0.113.7, 10.0.0.1"), "203.0.113.7"s);
    QCOMPARE(peerOf("203.0.113.7, nonsense"), "127.0.0.9"s);
    QCOMPARE(peerOf("::ffff:203.0.113.7"), "203.0.113.7"s);
    QCOMPARE(peerOf("2001:DB8::1"), "2001:db8::1"s);
}

void LimitsTest::countsClientsBehindAProxyByTheirOwnAddress()
{
    edge::Config config;
    config.trustedProxies = {"127.0.0.1"};
    config.limits.connectionsPerAddress = 2;
    EdgeHost host(config);
    std::vector<std::unique_ptr<RawClient>> clients;
    const auto ask = [&](std::string_view peer) {
        clients.push_back(std::make_unique<RawClient>(host.port()));
        clients.back()->send("GET /ws HTTP/1.1\r\nX-Forwarded-For: " + std::string(peer) + "\r\n" +
                             std::string(kUpgradeFields) + "\r\n");
    };
    for (const char *peer : {"203.0.113.7", "203.0.113.7", "203.0.113.8", "2001:db8::1", "2001:db8::2"}) {
        ask(peer);
        QVERIFY(host.open());
        QCOMPARE(clients.back()->answer(RawClient::Body::None)->status, 101);
    }
    ask("203.0.113.7");
    QCOMPARE(clients.back()->answer()->status, 429);
    ask("2001:db8::3"); // the same /64
    QCOMPARE(clients.back()->answer()->status, 429);
    clients.erase(clients.begin());
    QVERIFY(host.expect<edge::ConnectionClosed>());
    ask("203.0.113.7");
    QVERIFY(host.open());
}

void LimitsTest::countsAWholeNetworkOfIpv6AsOne()
{
    QCOMPARE(edge::networkOf("203.0.113.7"), "203.0.113.7"s);
    QCOMPARE(edge::networkOf("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::"s);
    QCOMPARE(edge::networkOf("2001:db8:1:2::9"), edge::networkOf("2001:db8:1:2::1"));
    QVERIFY(edge::networkOf("2001:db8:1:3::1") != edge::networkOf("2001:db8:1:2::1"));
}

void LimitsTest::servesOthersWhileFiveHundredOfOneAddressPush()
{
    EdgeHost host({}, fixedAnswer(3));
    std::vector<std::unique_ptr<RawClient>> crowd;
    for (int i = 0; i < 500; ++i)
        crowd.push_back(std::make_unique<RawClient>(host.port(), "127.0.0.3"));
    RawClient other(host.port());
    other.send(kGet);
    QCOMPARE(other.answer()->status, 200);
    QCOMPARE(host.edge().figures().refused, 300U);
    QCOMPARE(host.edge().figures().open, 201U);
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "LimitsTest.moc"
