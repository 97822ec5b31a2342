// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;

//! The server dies at the worst moment and comes back.
class GatewayRestartTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tenWhoWaitAllResumeWithNumberAndPlace();
    void theRunningCallGoesOn();
    void theClerkAppIsToldEverythingAnew();
    void commandsThatWereNotAnsweredAreRepeated();
    void whoDoesNotComeBackIsUnreachableAfterTheGrace();
};

void GatewayRestartTest::tenWhoWaitAllResumeWithNumberAndPlace()
{
    GatewayKit kit;
    kit.open(kit.clerk(kSchmidt));
    QStringList numbers;
    for (int i = 0; i < 10; ++i) {
        const auto person = kit.citizen();
        kit.draw(person, token(static_cast<char>('a' + i)));
        numbers.append(kit.heardOf<citizen::TicketStateMessage>(person).back().number);
    }
    kit.restart();
    // In another order than they came.
    for (int i = 9; i >= 0; --i) {
        const auto person = kit.citizen(token(static_cast<char>('a' + i)));
        const auto state = kit.heardOf<citizen::TicketStateMessage>(person).back();
        QCOMPARE(state.number, numbers[i]);
        QCOMPARE(state.rank, std::optional(static_cast<std::uint32_t>(i)));
        QCOMPARE(state.state, office::TicketState::Waiting);
    }
    QVERIFY(kit.office().open);
    kit.wait(seconds{91}); // the clerk did not come back
    QVERIFY(kit.office().clerks.empty());
    for (const auto &[id, ticket] : kit.office().tickets)
        QCOMPARE(ticket.line, office::Line::Connected);
}

void GatewayRestartTest::theRunningCallGoesOn()
{
    GatewayKit kit;
    auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.callNext(schmidt, u"k1"_s);
    kit.say(kim, citizen::Enter{.id = u"c"_s, .epoch = 1});
    kit.restart();
    kim = kit.citizen(token('a'));
    QCOMPARE(kit.heardOf<citizen::TicketStateMessage>(kim).back().state, office::TicketState::Held);
    schmidt = kit.clerk(kSchmidt);
    kit.say(schmidt, clerk::Arrive{.id = u"k2"_s, .office = kCitizens});
    const auto state = kit.heardOf<citizen::TicketStateMessage>(kim).back();
    QCOMPARE(state.state, office::TicketState::InCall);
    kit.forgetAll();
    kit.say(kim, citizen::CallSignal{.epoch = state.epoch, .signal = protocol::RestartCall{}});
    QCOMPARE(kit.heard(schmidt), u"call.signal"_s);
}

// The numbers may be those of a backup that was restored, with other facts under them, and the office may be another.
void GatewayRestartTest::theClerkAppIsToldEverythingAnew()
{
    GatewayKit kit;
    const auto before = kit.clerk(kSchmidt);
    kit.open(before);
    kit.draw(kit.citizen(), token('a'));
    const auto seen = kit.office().seq;
    kit.restart();
    const auto after = kit.clerk(kSchmidt, {{QString::fromStdString(kCitizens.text()), seen}});
    const auto snapshots = kit.heardOf<clerk::OfficeSnapshot>(after);
    QCOMPARE(snapshots.size(), 1);
    QCOMPARE(snapshots.front().state, kit.office());
    // From then on the new run is the one that is known.
    const auto newest = kit.clerk(kSchmidt, {{QString::fromStdString(kCitizens.text()), kit.office().seq}});
    QCOMPARE(kit.heard(newest), u"clerk.welcome office.resumed"_s);
}

void GatewayRestartTest::commandsThatWereNotAnsweredAreRepeated()
{
    GatewayKit kit;
    auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    kit.draw(kit.citizen(), token('a'));
    kit.draw(kit.citizen(), token('b'));
    kit.forgetAll();
    // The one is durable but not told, the other not even durable.
    kit.store.setCompletion(MemoryStore::Completion::ByHand);
    kit.callNext(schmidt, u"k1"_s);
    QCOMPARE(kit.heard(schmidt), QString());
    kit.restart();
    kit.store.setCompletion(MemoryStore::Completion::AtOnce);
    kit.store.completeAll();
    schmidt = kit.clerk(kSchmidt);
    kit.say(schmidt, clerk::Arrive{.id = u"k0"_s, .office = kCitizens});
    kit.forgetAll();
    kit.callNext(schmidt, u"k1"_s);
    const auto done = kit.heardOf<protocol::DoneMessage>(schmidt);
    QCOMPARE(done.size(), 1);
    QCOMPARE(done.front().epoch, std::optional(office::Epoch{1}));
    kit.restart();
    schmidt = kit.clerk(kSchmidt);
    kit.forgetAll();
    kit.callNext(schmidt, u"k1"_s);
    QCOMPARE(kit.heardOf<protocol::DoneMessage>(schmidt), done);
}

void GatewayRestartTest::whoDoesNotComeBackIsUnreachableAfterTheGrace()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    kit.draw(kit.citizen(), token('a'));
    const auto alex = kit.citizen();
    kit.draw(alex, token('b'));
    kit.restart();
    const auto again = kit.citizen(token('b'));
    kit.forgetAll();
    kit.wait(seconds{120});
    // The feed alone moves the rank.
    const auto feeds = kit.heardOf<citizen::OfficeFeed>(again);
    std::vector<office::LineChange> changes;
    for (const auto &feed : feeds)
        changes.insert(changes.end(), feed.changes.begin(), feed.changes.end());
    QCOMPARE(changes, std::vector<office::LineChange>{office::LineLeft{0}});
}

QTEST_GUILESS_MAIN(GatewayRestartTest)
#include "GatewayRestartTest.moc"
