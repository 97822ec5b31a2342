// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using protocol::ErrorCode;
using protocol::ErrorMessage;

namespace {

constexpr ConcernId kMoving = ConcernId::fromBits({1});
const town::Words kCard{{u"de"_s, u"Personalausweis"_s}, {u"en"_s, u"Identity card"_s}};
const town::Words kLease{{u"de"_s, u"Mietvertrag"_s}};

//! Both offices deal with moving house, for which two papers are wanted.
broker::Loaded townWithChecklist()
{
    broker::Loaded town = testTown();
    for (broker::LoadedOffice &office : town.offices) {
        office.config.concerns = {{.id = kMoving,
                                   .names = {{u"de"_s, u"Wohnsitz ummelden"_s}},
                                   .leikaKey = {},
                                   .length = {},
                                   .checklist = {kCard, kLease}}};
    }
    return town;
}

//! Kim waits for the Bürgerservice, which Frau Schmidt staffs.
struct Lobby : GatewayKit
{
    Key schmidt{};
    Key kim{};

    explicit Lobby(std::optional<ConcernId> concern = kMoving)
        : GatewayKit(townWithChecklist())
    {
        schmidt = clerk(kSchmidt);
        open(schmidt);
        kim = citizen();
        say(kim, citizen::Draw{.id = u"draw"_s,
                               .office = kCitizens,
                               .token = token('a'),
                               .name = u"Kim"_s,
                               .concern = {},
                               .consentVersion = u"2026-01"_s,
                               .lang = u"de"_s,
                               .concernId = concern});
        forgetAll();
    }
    void tick(const QString &id, const QList<int> &ticked) { say(kim, citizen::TickChecklist{id, ticked}); }
    //! What the clerk was told of Kim, if anything; every paper of which it is said is named.
    [[nodiscard]] std::optional<QStringList> told(Key clerk)
    {
        const auto messages = heardOf<protocol::clerk::OfficeVisits>(clerk);
        return messages.isEmpty() ? std::nullopt : std::optional(papersOf(messages.back().visits));
    }
    static QStringList papersOf(const QList<protocol::VisitCard> &cards)
    {
        QStringList papers;
        for (const protocol::ChecklistEntry &entry : cards.first().checklist)
            papers.append(entry.words.value(u"de"_s) + (entry.ticked ? u"+"_s : u"-"_s));
        return papers;
    }
    [[nodiscard]] QList<int> tickedOn(Key citizen)
    {
        return heardOf<protocol::citizen::TicketStateMessage>(citizen).back().ticked;
    }
    void administrate(const std::function<void(broker::TownConfig &)> &change)
    {
        broker::TownConfig config = configOf(store.reload());
        change(config);
        store.reconfigure(config);
        broker().reconfigure(config);
        pass();
    }
};

} // namespace

//! What a citizen ticks of the checklist, and who sees it.
class GatewayChecklistTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theClerkSeesTheChecklistFromTheBeginning();
    void aTickIsToldToTheClerksOfTheOfficeAlone();
    void theNewestWordCounts();
    void aRepeatedCommandTakesNothingBack();
    void whatTheChecklistDoesNotHaveIsRefused();
    void ticksSurviveTheServerAndTheLine();
    void aClerkWhoComesBackIsTold();
    void ticksGoAlongToAnotherOffice();
    void ticksStayWithTheirEntriesWhenTheListChanges();
    void ticksGoWithTheVisit();
    void nothingIsKeptOnAFullDisk();
};

void GatewayChecklistTest::theClerkSeesTheChecklistFromTheBeginning()
{
    Lobby lobby;
    const auto kims = lobby.heardOf<clerk::OfficeSnapshot>(lobby.clerk(kOezdemir)).front().visits;
    QCOMPARE(Lobby::papersOf(kims), (QStringList{u"Personalausweis-"_s, u"Mietvertrag-"_s}));
    Lobby plain(std::nullopt);
    QVERIFY(plain.heardOf<clerk::OfficeSnapshot>(plain.clerk(kOezdemir)).front().visits.front().checklist.isEmpty());
}

void GatewayChecklistTest::aTickIsToldToTheClerksOfTheOfficeAlone()
{
    Lobby lobby;
    const auto weber = lobby.clerk(kWeber);
    const auto watcher = lobby.watcher();
    lobby.forgetAll();
    lobby.tick(u"1"_s, {1});
    QCOMPARE(lobby.told(lobby.schmidt), (QStringList{u"Personalausweis-"_s, u"Mietvertrag+"_s}));
    QCOMPARE(lobby.heard(lobby.kim), u"done"_s);
    QCOMPARE(lobby.heard(weber), QString());
    QCOMPARE(lobby.heard(watcher), QString());
    const auto seq = lobby.office().seq;
    lobby.tick(u"2"_s, {0, 1});
    QCOMPARE(lobby.office().seq, seq); // no fact: it is about a person
}

void GatewayChecklistTest::theNewestWordCounts()
{
    Lobby lobby;
    lobby.tick(u"1"_s, {0, 1});
    lobby.tick(u"2"_s, {0});
    QCOMPARE(lobby.told(lobby.schmidt), (QStringList{u"Personalausweis+"_s, u"Mietvertrag-"_s}));
    lobby.tick(u"3"_s, {});
    QCOMPARE(lobby.told(lobby.schmidt), (QStringList{u"Personalausweis-"_s, u"Mietvertrag-"_s}));
}

void GatewayChecklistTest::aRepeatedCommandTakesNothingBack()
{
    Lobby lobby;
    lobby.tick(u"1"_s, {0});
    lobby.tick(u"2"_s, {0, 1});
    lobby.forgetAll();
    lobby.tick(u"1"_s, {0});
    QCOMPARE(lobby.heard(lobby.kim), u"done"_s);
    QVERIFY(!lobby.told(lobby.schmidt));
    lobby.tick(u"1"_s, {1});
    QCOMPARE(lobby.heardOf<ErrorMessage>(lobby.kim).front().code, ErrorCode::Conflict);
}

void GatewayChecklistTest::whatTheChecklistDoesNotHaveIsRefused()
{
    Lobby lobby;
    lobby.tick(u"1"_s, {0, 2});
    const auto error = lobby.heardOf<ErrorMessage>(lobby.kim).front();
    QCOMPARE(error.code, ErrorCode::BadRequest);
    QCOMPARE(error.field, u"ticked"_s);
    QVERIFY(!lobby.told(lobby.schmidt));
    const auto stranger = lobby.citizen();
    lobby.say(stranger, citizen::TickChecklist{u"1"_s, {0}});
    QCOMPARE(lobby.heardOf<ErrorMessage>(stranger).front().code, ErrorCode::NoTicket);
}

void GatewayChecklistTest::ticksSurviveTheServerAndTheLine()
{
    Lobby lobby;
    lobby.tick(u"1"_s, {1});
    QCOMPARE(lobby.tickedOn(lobby.citizen(token('a'))), QList<int>{1});
    lobby.restart();
    QCOMPARE(lobby.tickedOn(lobby.citizen(token('a'))), QList<int>{1});
    const auto kims = lobby.heardOf<clerk::OfficeSnapshot>(lobby.clerk(kSchmidt)).front().visits;
    QCOMPARE(Lobby::papersOf(kims), (QStringList{u"Personalausweis-"_s, u"Mietvertrag+"_s}));
}

void GatewayChecklistTest::aClerkWhoComesBackIsTold()
{
    Lobby lobby;
    lobby.hangUp(lobby.clerk(kOezdemir));
    const QMap<QString, office::Sequence> seen{{QString::fromStdString(kCitizens.text()), lobby.office().seq}};
    lobby.tick(u"1"_s, {0});
    const auto back = lobby.clerk(kOezdemir, seen);
    QCOMPARE(lobby.told(back), (QStringList{u"Personalausweis+"_s, u"Mietvertrag-"_s}));
}

void GatewayChecklistTest::ticksGoAlongToAnotherOffice()
{
    Lobby lobby;
    lobby.tick(u"1"_s, {1});
    const auto weber = lobby.clerk(kWeber);
    lobby.open(weber, kCars);
    lobby.callNext(lobby.schmidt, u"k1"_s);
    lobby.say(lobby.kim, citizen::Enter{.id = u"c2"_s, .epoch = 1});
    const TicketId ticket = lobby.office().tickets.begin()->first;
    lobby.say(
        lobby.schmidt,
        clerk::TransferTicket{
            .id = u"k2"_s, .office = kCitizens, .ticket = ticket, .epoch = 1, .to = kCars, .clerk = {}, .note = {}});
    lobby.forgetAll();
    lobby.say(lobby.kim, citizen::AgreeTransfer{.id = u"c3"_s, .epoch = 1});
    QCOMPARE(lobby.tickedOn(lobby.kim), QList<int>{1});
    const auto facts = lobby.heardOf<clerk::OfficeFacts>(weber);
    QCOMPARE(Lobby::papersOf(facts.front().visits), (QStringList{u"Personalausweis-"_s, u"Mietvertrag+"_s}));
}

void GatewayChecklistTest::ticksStayWithTheirEntriesWhenTheListChanges()
{
    Lobby lobby;
    lobby.tick(u"1"_s, {1});
    lobby.forgetAll();
    lobby.administrate([](broker::TownConfig &config) {
        config.offices.front().concerns.front().checklist.prepend({{u"de"_s, u"Formular"_s}});
    });
    const auto kims = lobby.heardOf<clerk::OfficeSnapshot>(lobby.schmidt).front().visits;
    QCOMPARE(Lobby::papersOf(kims), (QStringList{u"Formular-"_s, u"Personalausweis-"_s, u"Mietvertrag+"_s}));
    QCOMPARE(lobby.tickedOn(lobby.citizen(token('a'))), QList<int>{2});
}

void GatewayChecklistTest::ticksGoWithTheVisit()
{
    Lobby lobby;
    lobby.tick(u"1"_s, {0, 1});
    QCOMPARE(lobby.store.reload().visits.front().ticked.reveal().size(), 2);
    lobby.say(lobby.kim, citizen::Leave{.id = u"c2"_s});
    QVERIFY(lobby.store.reload().visits.empty());
    lobby.say(lobby.kim, citizen::TickChecklist{u"3"_s, {0}});
    QCOMPARE(lobby.heardOf<ErrorMessage>(lobby.kim).front().code, ErrorCode::NoTicket);
}

void GatewayChecklistTest::nothingIsKeptOnAFullDisk()
{
    Lobby lobby;
    lobby.store.setFull(true);
    lobby.tick(u"1"_s, {0});
    QCOMPARE(lobby.heardOf<ErrorMessage>(lobby.kim).front().code, ErrorCode::StorageFull);
    QVERIFY(!lobby.told(lobby.schmidt));
    lobby.store.setFull(false);
    lobby.tick(u"1"_s, {0});
    QCOMPARE(lobby.heard(lobby.kim), u"done"_s);
}

QTEST_GUILESS_MAIN(GatewayChecklistTest)
#include "GatewayChecklistTest.moc"
