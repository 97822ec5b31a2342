// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;

namespace {

//! Administrators change the running town.
struct Administrated : GatewayKit
{
    void administrate(const std::function<void(broker::TownConfig &)> &change)
    {
        broker::TownConfig config = configOf(store.reload());
        change(config);
        store.reconfigure(config);
        broker().reconfigure(config);
        pass();
    }
    void rename(const QString &name)
    {
        administrate([&name](broker::TownConfig &config) { config.offices.front().name = name; });
    }
};

} // namespace

//! What everybody hears when administrators change the town.
class GatewayReconfigureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void watchersSeeTheOfficesAnew();
    void whoWatchesWhileWaitingDoesToo();
    void whatNoWatcherSeesIsNotSent();
    void otherClosedDaysDisconnectNobody();
    void aNewOfficeIsFollowedByItsFeed();
    void clerksSeeTheirOfficesAnew();
    void aClerkWhoMayStaffAnotherOfficeSeesIt();
    void aClerkWhoMayNoLongerIsToldAndHearsNothingMore();
    void aClerkIsToldOfTheRightToCallByName();
    void whoHadNoLineMeanwhileSeesTheOfficesAnew();
    void aClerkWhoComesBackIsToldWhatIsGone();
    void anotherConsentBringsWhoHasNotDrawnBack();
    void manyComeBackOneAfterTheOther();
    void whoseVisitIsOverComesBackToo();
    void theVisitorOfADismissedClerkIsNextAndKnowsWhy();
};

void GatewayReconfigureTest::watchersSeeTheOfficesAnew()
{
    Administrated kit;
    const auto watcher = kit.watcher();
    kit.forgetAll();
    kit.rename(u"Bürgerbüro"_s);
    const auto overviews = kit.heardOf<citizen::OverviewSnapshot>(watcher);
    QCOMPARE(overviews.size(), 1);
    QCOMPARE(overviews.front().offices.front().card.name, u"Bürgerbüro"_s);
}

void GatewayReconfigureTest::whoWatchesWhileWaitingDoesToo()
{
    Administrated kit;
    kit.open(kit.clerk(kSchmidt));
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.say(kim, citizen::WatchOverview{});
    kit.forgetAll();
    kit.rename(u"Bürgerbüro"_s);
    QCOMPARE(kit.heard(kim), u"overview.snapshot"_s);
}

void GatewayReconfigureTest::whatNoWatcherSeesIsNotSent()
{
    Administrated kit;
    const auto watcher = kit.watcher();
    kit.forgetAll();
    kit.administrate([](broker::TownConfig &config) {
        config.offices.front().clerks = {kOezdemir};
        config.offices.front().settings.clerkGrace = seconds{30};
        config.clerks.front().name = u"Frau Schmidt-Meier"_s;
    });
    QCOMPARE(kit.heard(watcher), QString());
    kit.rename(u"Bürgerbüro"_s);
    QCOMPARE(kit.heard(watcher), u"overview.snapshot"_s);
    kit.administrate([](broker::TownConfig &config) { config.offices.pop_back(); });
    QCOMPARE(kit.heardOf<citizen::OverviewSnapshot>(watcher).front().offices.size(), 1);
}

void GatewayReconfigureTest::otherClosedDaysDisconnectNobody()
{
    Administrated kit;
    const auto watcher = kit.watcher();
    kit.forgetAll();
    kit.administrate([](broker::TownConfig &config) {
        config.town.calendar.closedDays = {{QDate(2026, 3, 2), QDate(2026, 3, 2), false, 0, u"Betriebsausflug"_s}};
    });
    QVERIFY(!kit.outbox.closed.contains(watcher));
    QVERIFY(kit.heard(watcher).contains(u"overview.snapshot"_s));
}

void GatewayReconfigureTest::aNewOfficeIsFollowedByItsFeed()
{
    Administrated kit;
    const auto watcher = kit.watcher();
    const OfficeId park = officeId(3);
    kit.administrate([park](broker::TownConfig &config) {
        config.offices.push_back(config.offices.front());
        config.offices.back().id = park;
    });
    const auto schmidt = kit.clerk(kSchmidt);
    kit.forgetAll();
    kit.open(schmidt, park);
    QCOMPARE(kit.heard(watcher), u"office.feed"_s);
    kit.say(schmidt, clerk::SuspendIntake{.id = u"k9"_s, .office = kCitizens});
    for (const auto &sent : kit.outbox.sent)
        QVERIFY(typeOf(sent.frame) != u"office.feed"_s || sent.topic != gateway::kEveryFrame);
}

void GatewayReconfigureTest::clerksSeeTheirOfficesAnew()
{
    Administrated kit;
    const auto schmidt = kit.clerk(kSchmidt);
    const auto weber = kit.clerk(kWeber);
    kit.forgetAll();
    kit.administrate([](broker::TownConfig &config) { config.offices.front().settings.enterWithin = seconds{30}; });
    const auto snapshots = kit.heardOf<clerk::OfficeSnapshot>(schmidt);
    QCOMPARE(snapshots.size(), 1);
    QCOMPARE(snapshots.front().state.settings.enterWithin, seconds{30});
    QCOMPARE(kit.heard(weber), QString());
}

void GatewayReconfigureTest::aClerkWhoMayStaffAnotherOfficeSeesIt()
{
    Administrated kit;
    const auto weber = kit.clerk(kWeber);
    kit.forgetAll();
    kit.administrate([](broker::TownConfig &config) { config.offices.front().clerks.append(kWeber); });
    const auto snapshots = kit.heardOf<clerk::OfficeSnapshot>(weber);
    QCOMPARE(snapshots.size(), 1);
    QCOMPARE(snapshots.front().card.id, kCitizens);
    kit.open(weber, kCitizens);
    QCOMPARE(kit.heard(weber), u"office.facts done"_s);
}

void GatewayReconfigureTest::aClerkWhoMayNoLongerIsToldAndHearsNothingMore()
{
    Administrated kit;
    const auto schmidt = kit.clerk(kSchmidt);
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.open(schmidt);
    kit.forgetAll();
    kit.administrate([](broker::TownConfig &config) { config.offices.front().clerks = {kOezdemir}; });
    const auto removed = kit.heardOf<clerk::OfficeRemoved>(schmidt);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.front().office, kCitizens);
    QCOMPARE(kit.heard(oezdemir), u"office.snapshot office.facts"_s);
    kit.draw(kit.citizen(), token('a'));
    QCOMPARE(kit.heard(schmidt), QString());
    kit.say(schmidt, clerk::Arrive{.id = u"k9"_s, .office = kCitizens});
    QCOMPARE(kit.heardOf<protocol::ErrorMessage>(schmidt).front().code, protocol::ErrorCode::NotAuthorised);
}

void GatewayReconfigureTest::aClerkIsToldOfTheRightToCallByName()
{
    Administrated kit;
    const auto schmidt = kit.clerk(kSchmidt);
    QVERIFY(kit.heardOf<clerk::OfficeSnapshot>(schmidt).front().mayCallNamed);
    kit.administrate([](broker::TownConfig &config) { config.offices.front().namedCallers = {kOezdemir}; });
    const auto snapshots = kit.heardOf<clerk::OfficeSnapshot>(schmidt);
    QCOMPARE(snapshots.size(), 1);
    QVERIFY(!snapshots.front().mayCallNamed);
    QVERIFY(kit.heardOf<clerk::OfficeSnapshot>(kit.clerk(kOezdemir)).front().mayCallNamed);
}

void GatewayReconfigureTest::whoHadNoLineMeanwhileSeesTheOfficesAnew()
{
    Administrated kit;
    kit.hangUp(kit.clerk(kSchmidt));
    const QMap<QString, office::Sequence> seen{{QString::fromStdString(kCitizens.text()), kit.office().seq}};
    const auto back = kit.clerk(kSchmidt, seen);
    QCOMPARE(kit.heard(back), u"clerk.welcome office.resumed"_s);
    kit.hangUp(back);
    kit.administrate([](broker::TownConfig &config) { config.offices.front().namedCallers = {}; });
    QCOMPARE(kit.heard(kit.clerk(kSchmidt, seen)), u"clerk.welcome office.snapshot"_s);
}

void GatewayReconfigureTest::aClerkWhoComesBackIsToldWhatIsGone()
{
    Administrated kit;
    kit.hangUp(kit.clerk(kSchmidt));
    kit.administrate([](broker::TownConfig &config) { config.offices.front().clerks.removeAll(kSchmidt); });
    const auto back = kit.clerk(kSchmidt, {{QString::fromStdString(kCitizens.text()), kit.office().seq}});
    const auto removed = kit.heardOf<clerk::OfficeRemoved>(back);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.front().office, kCitizens);
}

void GatewayReconfigureTest::anotherConsentBringsWhoHasNotDrawnBack()
{
    Administrated kit;
    kit.open(kit.clerk(kSchmidt));
    const auto watcher = kit.watcher();
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.forgetAll();
    kit.administrate([](broker::TownConfig &config) { config.town.consentVersion = u"2026-02"_s; });
    const auto goodbyes = kit.heardOf<protocol::Goodbye>(watcher);
    QCOMPARE(goodbyes.size(), 1);
    QCOMPARE(goodbyes.front().action, protocol::GoodbyeAction::Retry);
    QCOMPARE(kit.heard(kim), QString());
    const auto back = kit.citizen();
    QCOMPARE(kit.heardOf<citizen::Welcome>(back).front().consentVersion, u"2026-02"_s);
}

void GatewayReconfigureTest::manyComeBackOneAfterTheOther()
{
    Administrated kit;
    std::vector<GatewayKit::Key> watchers;
    for (int i = 0; i < 200; ++i)
        watchers.push_back(kit.watcher());
    kit.forgetAll();
    kit.administrate([](broker::TownConfig &config) { config.town.authority = u"Kreis Musterland"_s; });
    std::map<int, int> comeBack;
    for (const auto watcher : watchers)
        ++comeBack[kit.heardOf<protocol::Goodbye>(watcher).front().afterSeconds.value_or(0)];
    QCOMPARE(comeBack.size(), std::size_t{4});
    for (const auto &[second, count] : comeBack)
        QVERIFY2(second > 0 && count == 50, qPrintable(QString::number(second)));
}

void GatewayReconfigureTest::whoseVisitIsOverComesBackToo()
{
    Administrated kit;
    kit.open(kit.clerk(kSchmidt));
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    const auto ali = kit.citizen();
    kit.draw(ali, token('b'));
    kit.say(ali, citizen::Leave{.id = u"l1"_s});
    kit.forgetAll();
    kit.administrate([](broker::TownConfig &config) { config.town.consentVersion = u"2026-02"_s; });
    QCOMPARE(kit.heard(ali), u"goodbye"_s);
    QCOMPARE(kit.heard(kim), QString());
    kit.say(kim, citizen::Leave{.id = u"l2"_s});
    QCOMPARE(kit.heard(kim), u"ticket.ended goodbye"_s);
}

void GatewayReconfigureTest::theVisitorOfADismissedClerkIsNextAndKnowsWhy()
{
    Administrated kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.callNext(schmidt, u"k1"_s);
    kit.say(kim, citizen::Enter{.id = u"c2"_s, .epoch = 1});
    kit.forgetAll();
    kit.administrate([](broker::TownConfig &config) { config.offices.front().clerks = {kOezdemir}; });
    const auto states = kit.heardOf<citizen::TicketStateMessage>(kim);
    QCOMPARE(states.size(), 1);
    QCOMPARE(states.front().state, office::TicketState::Waiting);
    QCOMPARE(states.front().rank, std::optional(0U));
    QCOMPARE(states.front().returned, std::optional(office::ReturnReason::ClerkLost));
}

QTEST_GUILESS_MAIN(GatewayReconfigureTest)
#include "GatewayReconfigureTest.moc"
