// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;

//! Who learns what of whom, looked at on the wire.
class GatewayPrivacyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nameAndConcernReachTheClerksOfTheOfficeAlone();
    void nobodyElseLearnsOfATicket();
    void aTicketStateHasJustTheseFields_data();
    void aTicketStateHasJustTheseFields();
    void theFeedHasJustTheseFields();
    void factsHoldNothingOfThePerson();
    void refusalsToCitizensNameNobody();
};

namespace {

QStringList keysOf(const QByteArray &frame)
{
    QStringList keys = QJsonDocument::fromJson(frame).object().keys();
    keys.sort();
    return keys;
}

QByteArray lastOf(const QList<QByteArray> &frames, const QString &type)
{
    for (auto frame = frames.crbegin(); frame != frames.crend(); ++frame) {
        if (typeOf(*frame) == type)
            return *frame;
    }
    return {};
}

} // namespace

void GatewayPrivacyTest::nameAndConcernReachTheClerksOfTheOfficeAlone()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    const auto weber = kit.clerk(kWeber);
    const auto watcher = kit.watcher();
    kit.open(schmidt);
    const auto alex = kit.citizen();
    kit.draw(alex, token('b'));
    const auto kim = kit.citizen();
    kit.say(kim, citizen::Draw{.id = u"c1"_s,
                               .office = kCitizens,
                               .token = token('a'),
                               .name = u"Canaryname"_s,
                               .concern = u"Canaryconcern"_s,
                               .consentVersion = u"2026-01"_s,
                               .lang = u"en"_s});
    kit.say(schmidt, clerk::CallNamed{
                         .id = u"k"_s, .office = kCitizens, .ticket = kit.broker().record().visits().rbegin()->first});
    kit.say(kim, citizen::Enter{.id = u"c2"_s, .epoch = 1});
    static_cast<void>(kit.watcher());
    static_cast<void>(kit.clerk(kWeber));
    const auto colleague = kit.clerk(kOezdemir);
    kit.say(schmidt, clerk::FinishTicket{.id = u"k2"_s,
                                         .office = kCitizens,
                                         .ticket = kit.broker().record().visits().rbegin()->first,
                                         .epoch = 1,
                                         .outcome = office::Outcome::Done});
    static_cast<void>(kit.citizen(token('a')));
    int seenByColleagues = 0;
    for (const FakeOutbox::Sent &sent : kit.outbox.sent) {
        const bool mayKnow = sent.to == schmidt || sent.to == colleague;
        if (mayKnow)
            seenByColleagues += sent.frame.contains("Canaryname") && sent.frame.contains("Canaryconcern") ? 1 : 0;
        else
            QVERIFY2(!sent.frame.contains("Canary"), sent.frame.constData());
    }
    QCOMPARE(seenByColleagues, 2); // the facts to the one, the snapshot to the other
    QVERIFY(watcher != alex && weber != kim);
    // After the end nobody gets it any more.
    const auto before = kit.outbox.sent.size();
    static_cast<void>(kit.clerk(kOezdemir));
    static_cast<void>(kit.clerk(kSchmidt, {{QString::fromStdString(kCitizens.text()), 1}}));
    for (auto i = before; i < kit.outbox.sent.size(); ++i)
        QVERIFY(!kit.outbox.sent[i].frame.contains("Canary"));
}

void GatewayPrivacyTest::nobodyElseLearnsOfATicket()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto watcher = kit.watcher();
    const auto alex = kit.citizen();
    kit.draw(alex, token('b'));
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    const QByteArray ticketOfKim = QByteArray::fromStdString(kit.broker().record().visits().rbegin()->first.text());
    kit.callNext(schmidt, u"k1"_s);
    kit.say(kim, citizen::Leave{.id = u"c"_s});
    for (const FakeOutbox::Sent &sent : kit.outbox.sent) {
        if (sent.to == watcher || sent.to == alex)
            QVERIFY2(!sent.frame.contains(ticketOfKim), sent.frame.constData());
        if (sent.to == watcher)
            QVERIFY2(!sent.frame.contains("Schmidt"), sent.frame.constData());
    }
}

void GatewayPrivacyTest::aTicketStateHasJustTheseFields_data()
{
    QTest::addColumn<bool>("called");
    QTest::addColumn<QStringList>("fields");
    const QStringList always{u"epoch"_s, u"number"_s, u"office"_s, u"seq"_s, u"state"_s, u"ticket"_s, u"type"_s};
    QTest::newRow("while waiting") << false << always + QStringList{u"rank"_s};
    QTest::newRow("when called") << true << always + QStringList{u"clerk"_s, u"enter_by"_s};
}

void GatewayPrivacyTest::aTicketStateHasJustTheseFields()
{
    QFETCH(bool, called);
    QFETCH(QStringList, fields);
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'), kCitizens, u"Kim"_s);
    if (called)
        kit.callNext(schmidt, u"k"_s);
    const QByteArray frame = lastOf(kit.outbox.take(kim), u"ticket.state"_s);
    fields.sort();
    QCOMPARE(keysOf(frame), fields);
    const auto clerkObject = QJsonDocument::fromJson(frame).object().value(u"clerk"_s).toObject();
    QCOMPARE(clerkObject.keys(), called ? QStringList{u"name"_s} : QStringList());
}

void GatewayPrivacyTest::theFeedHasJustTheseFields()
{
    GatewayKit kit;
    kit.open(kit.clerk(kSchmidt));
    const auto watcher = kit.watcher();
    kit.draw(kit.citizen(), token('a'), kCitizens, u"Kim"_s);
    const QByteArray frame = lastOf(kit.outbox.take(watcher), u"office.feed"_s);
    QCOMPARE(keysOf(frame), (QStringList{u"changes"_s, u"office"_s, u"seq"_s, u"type"_s, u"view"_s}));
    QStringList view = QJsonDocument::fromJson(frame).object().value(u"view"_s).toObject().keys();
    QCOMPARE(view, (QStringList{u"idle"_s, u"intake_ends_at"_s, u"serving"_s, u"state"_s, u"waiting"_s}));
}

void GatewayPrivacyTest::factsHoldNothingOfThePerson()
{
    GatewayKit kit;
    kit.open(kit.clerk(kSchmidt));
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'), kCitizens, u"Canaryname"_s);
    kit.say(kim, citizen::Leave{.id = u"c"_s});
    const QByteArray hash = kit.store.batches().back().erasedVisits.empty() ? QByteArray() : QByteArray("erased");
    QCOMPARE(hash, QByteArray("erased"));
    for (const auto &office : kit.store.reload().offices) {
        for (const office::Fact &fact : office.facts) {
            const QByteArray text = protocol::encodeFact(fact);
            QVERIFY(!text.contains("Canary"));
            QVERIFY(!text.contains(token('a').toLatin1()));
        }
    }
}

void GatewayPrivacyTest::refusalsToCitizensNameNobody()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.callNext(schmidt, u"k"_s);
    kit.forgetAll();
    kit.say(kim, citizen::Enter{.id = u"c"_s, .epoch = 9});
    const auto frames = kit.outbox.take(kim);
    QCOMPARE(frames.size(), 1);
    QCOMPARE(keysOf(frames.front()), (QStringList{u"code"_s, u"re"_s, u"type"_s}));
}

QTEST_GUILESS_MAIN(GatewayPrivacyTest)
#include "GatewayPrivacyTest.moc"
