// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/fault/Stored.h"
#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <QFile>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using office::TicketState;
using protocol::ErrorCode;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;

//! The disk fills up in the middle of a day, and somebody makes room (C-06).
class FullDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void newCommandsAreRefusedRunningCallsGoOnAndNothingIsLost();
    void aStopWhileItIsFullEndsWell();

private:
    void fill() { QVERIFY(writeFile(m_town->path(u"disk"_s), "full")); }
    void makeRoom() { QVERIFY(QFile::remove(m_town->path(u"disk"_s))); }
    [[nodiscard]] int health() const;
    [[nodiscard]] bool isSoonHealthy(int status) const
    {
        return QTest::qWaitFor([&] { return health() == status; }, kPatienceMs);
    }
    [[nodiscard]] std::unique_ptr<Citizen> waiting(const QString &name) const;
    [[nodiscard]] broker::Loaded stored() const { return storedIn(m_town->paths()); }

    const OfficeId m_counter{TownFolder::office(u"B"_s)};
    std::unique_ptr<TownFolder> m_town;
    std::unique_ptr<ServerProgram> m_server;
    std::unique_ptr<ClerkDesk> m_schmidt;
};

void FullDiskTest::init()
{
    m_town = std::make_unique<TownFolder>();
    m_server = std::make_unique<ServerProgram>(*m_town);
    m_server->setVariable(u"LD_PRELOAD"_s, QString::fromLocal8Bit(SPRECHTAG_FAULTY_DISK));
    m_server->setVariable(u"SPRECHTAG_DISK"_s, m_town->path(u"disk"_s));
    // In a build with sanitizers their library would insist on being the first.
    m_server->setVariable(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
    QVERIFY(m_server->start());
    const auto token = signIn(m_server->port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    QVERIFY(token);
    m_schmidt = std::make_unique<ClerkDesk>(m_server->origin(), *token);
    QVERIFY(m_schmidt->greet() && m_schmidt->open(m_counter));
}

void FullDiskTest::cleanup()
{
    m_schmidt.reset();
    m_server.reset();
    m_town.reset();
}

int FullDiskTest::health() const
{
    const auto answer = exchange(m_server->port(), requestText("GET /health HTTP/1.1\r\n"));
    return answer ? answer->status : 0;
}

std::unique_ptr<Citizen> FullDiskTest::waiting(const QString &name) const
{
    auto citizen = std::make_unique<Citizen>(m_server->origin());
    return citizen->greet() && citizen->draw(m_counter, name) ? std::move(citizen) : nullptr;
}

void FullDiskTest::newCommandsAreRefusedRunningCallsGoOnAndNothingIsLost()
{
    const auto kim = waiting(u"Kim"_s);
    QVERIFY(kim);
    QVERIFY(m_schmidt->run(clerk::CallNext{.id = {}, .office = m_counter}).done);
    QVERIFY(kim->isSoon(TicketState::Called));
    QVERIFY(kim->run(citizen::Enter{.id = {}, .epoch = kim->state()->epoch}).done);
    Citizen lee(m_server->origin());
    Citizen noor(m_server->origin());
    QVERIFY(lee.greet() && noor.greet());

    fill();
    const QString leesDraw = lee.post(lee.drawing(m_counter, u"Lee"_s));
    QVERIFY(isSoonHealthy(503));
    const Answer refused = noor.run(noor.drawing(m_counter, u"Noor"_s));
    QVERIFY(refused.error);
    QCOMPARE(refused.error->code, ErrorCode::StorageFull);
    QVERIFY(refused.error->afterSeconds);
    const Answer paused = m_schmidt->run(clerk::CallNext{.id = {}, .office = m_counter});
    QVERIFY(paused.error);
    QCOMPARE(paused.error->code, ErrorCode::StorageFull);
    QVERIFY(!signIn(m_server->port(), u"yilmaz"_s, TownFolder::password(u"yilmaz"_s)));
    // The conversation goes on, and a page that is loaded anew finds its place.
    kim->send(citizen::CallSignal{.epoch = 1, .signal = protocol::RestartCall{}});
    QVERIFY(m_schmidt->expect<clerk::CallSignal>());
    Citizen reloaded(m_server->origin(), kim->token());
    QVERIFY(reloaded.greet(Citizen::Greeting::Resume) && reloaded.isSoon(TicketState::InCall));
    QVERIFY(!lee.state());

    makeRoom();
    QVERIFY(lee.answerTo(leesDraw).done);
    QVERIFY(isSoonHealthy(200));
    QVERIFY(noor.draw(m_counter, u"Noor"_s));
    QCOMPARE(lee.state()->number, u"B 002"_s);
    QCOMPARE(noor.state()->number, u"B 003"_s);
    m_server->askToStop();
    QCOMPARE(m_server->exitCodeWithin(kPatienceMs), std::optional(0));
    QCOMPARE(stored().visits.size(), std::size_t(3));
}

void FullDiskTest::aStopWhileItIsFullEndsWell()
{
    const auto kim = waiting(u"Kim"_s);
    QVERIFY(kim);
    Citizen lee(m_server->origin());
    QVERIFY(lee.greet());
    fill();
    const QString leesDraw = lee.post(lee.drawing(m_counter, u"Lee"_s));
    QVERIFY(isSoonHealthy(503));
    m_server->askToStop();
    QCOMPARE(m_server->exitCodeWithin(kPatienceMs), std::optional(0));
    makeRoom();
    const broker::Loaded loaded = stored();
    QCOMPARE(loaded.visits.size(), std::size_t(1));
    QCOMPARE(loaded.visits.front().name, u"Kim"_s);
}

QTEST_GUILESS_MAIN(FullDiskTest)
#include "FullDiskTest.moc"
