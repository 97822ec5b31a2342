// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <csignal>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;

namespace {

constexpr int kPatienceOfSystemdMs = 400;
constexpr int kSilenceMs = 10 * kPatienceOfSystemdMs;

//! The socket on which systemd hears what its services say.
class Systemd
{
public:
    explicit Systemd(const QString &path)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray name = path.toLocal8Bit();
        if (name.size() >= qsizetype(sizeof address.sun_path))
            qFatal("the path of the socket is too long");
        std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
        if (::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            qFatal("the socket cannot be bound");
    }
    ~Systemd() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(Systemd)

    //! Waits for what is said next; nothing: silence for so long.
    [[nodiscard]] QByteArray hears(int ms)
    {
        char said[256];
        ssize_t length = -1;
        const auto heard = [&] {
            length = ::recv(m_socket, said, sizeof said, 0);
            return length > 0;
        };
        return QTest::qWaitFor(heard, ms) ? QByteArray(said, qsizetype(length)) : QByteArray();
    }
    void forgetAll()
    {
        while (!hears(0).isEmpty()) {
        }
    }

private:
    int m_socket;
};

void watch(ServerProgram &server, const TownFolder &town)
{
    server.setVariable(u"NOTIFY_SOCKET"_s, town.path(u"notify"_s));
    server.setVariable(u"WATCHDOG_USEC"_s, QString::number(kPatienceOfSystemdMs * 1000));
}

} // namespace

//! systemd watches whether the event loop goes round (C-14).
class WatchdogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLoopThatGoesRoundIsHeardUntilItStops();
    void aLoopThatHangsFallsSilentAndNothingIsLost();
    void whoIsNotWatchedTellsItsBeginningAndEndAlone();
};

void WatchdogTest::aLoopThatGoesRoundIsHeardUntilItStops()
{
    const TownFolder town;
    Systemd systemd(town.path(u"notify"_s));
    ServerProgram server(town);
    watch(server, town);
    QVERIFY(server.start());
    QCOMPARE(systemd.hears(kPatienceMs), "READY=1");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(systemd.hears(kPatienceMs), "WATCHDOG=1");
    server.askToStop();
    QCOMPARE(server.exitCodeWithin(kPatienceMs), std::optional(0));
    QByteArray last;
    for (QByteArray said = systemd.hears(0); !said.isEmpty(); said = systemd.hears(0))
        last = said;
    QCOMPARE(last, "STOPPING=1");
}

void WatchdogTest::aLoopThatHangsFallsSilentAndNothingIsLost()
{
    const TownFolder town;
    Systemd systemd(town.path(u"notify"_s));
    ServerProgram server(town);
    watch(server, town);
    server.setVariable(u"LD_PRELOAD"_s, QString::fromLocal8Bit(SPRECHTAG_HANGING_LOOP));
    server.setVariable(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
    QVERIFY(server.start());
    const auto token = signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    QVERIFY(token);
    ClerkDesk schmidt(server.origin(), *token);
    QVERIFY(schmidt.greet() && schmidt.open(TownFolder::office(u"B"_s)));
    Citizen kim(server.origin());
    QVERIFY(kim.greet() && kim.draw(TownFolder::office(u"B"_s)));
    const auto drawn = kim.state();
    QVERIFY(drawn);
    systemd.forgetAll();
    // The control: until then it speaks.
    QCOMPARE(systemd.hears(kPatienceMs), "WATCHDOG=1");

    QVERIFY(server.signal(SIGUSR1));
    // What was said before the hand of the clock stood still may still be on its way.
    static_cast<void>(systemd.hears(kPatienceOfSystemdMs));
    systemd.forgetAll();
    QCOMPARE(systemd.hears(kSilenceMs), QByteArray());

    // What systemd does now.
    QVERIFY(server.killAtOnce());
    QVERIFY(server.start());
    QCOMPARE(systemd.hears(kPatienceMs), "READY=1");
    Citizen again(server.origin(), kim.token());
    QVERIFY(again.greet(Citizen::Greeting::Resume));
    const auto state = again.expect<citizen::TicketStateMessage>();
    QVERIFY(state);
    QCOMPARE(state->ticket, drawn->ticket);
}

void WatchdogTest::whoIsNotWatchedTellsItsBeginningAndEndAlone()
{
    const TownFolder town;
    Systemd systemd(town.path(u"notify"_s));
    ServerProgram server(town);
    server.setVariable(u"NOTIFY_SOCKET"_s, town.path(u"notify"_s));
    QVERIFY(server.start());
    QCOMPARE(systemd.hears(kPatienceMs), "READY=1");
    QCOMPARE(systemd.hears(kPatienceOfSystemdMs), QByteArray());
    server.askToStop();
    QCOMPARE(server.exitCodeWithin(kPatienceMs), std::optional(0));
    QCOMPARE(systemd.hears(0), "STOPPING=1");
    QCOMPARE(systemd.hears(0), QByteArray());
}

QTEST_GUILESS_MAIN(WatchdogTest)
#include "WatchdogTest.moc"
