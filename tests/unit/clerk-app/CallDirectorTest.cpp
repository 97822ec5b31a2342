// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/CallDirector.h"

#include "tests/unit/clerk-app/AppKit.h"
#include "tests/unit/clerk-app/OfficeKit.h"
#include "tests/unit/clerk-app/ScriptedServer.h"

#include <algorithm>

using namespace sprechtag;
using namespace sprechtag::clerk::app;
using namespace sprechtag::clerk::test;
using sprechtag::clerk::model::LineState;
namespace wire = sprechtag::protocol::clerk;

namespace {

const DocumentId kForm = DocumentId::fromBits({5, 1});

//! A workplace whose line is real, and whose picture writes down what it is told.
struct Desk
{
    ScriptedServer server;
    StillClock clock;
    Counter counter{1, u"Bürgerservice"_s, u"B"_s, clock};
    clerk::connection::ServerConnection line;
    clerk::model::Workplace workplace{line, clock};
    clerk::model::Intents intents{line, workplace};
    int made{};
    QPointer<RecordingSurface> surface;
    CallDirector director{line, workplace, intents, [this] { return make(); }, u"de"_s};

    Desk()
    {
        QObject::connect(&line, &clerk::connection::ServerConnection::statusChanged, &workplace,
                         &clerk::model::Workplace::setLine);
        line.open(clerk::connection::ServerAddress::parse(server.address()).value(), Secret("token"), u"de"_s);
        (void)server.next<wire::Hello>();
        const wire::Welcome welcome{1, clock.now(), u"Musterland"_s, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {}};
        server.say(welcome);
        if (!QTest::qWaitFor([this] { return workplace.line().state == LineState::Online; }))
            qFatal("no line");
        workplace.welcome(welcome);
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
    }
    std::unique_ptr<RecordingSurface> make()
    {
        ++made;
        auto fresh = std::make_unique<RecordingSurface>();
        surface = fresh.get();
        return fresh;
    }
    //! The line comes back by itself; the server knows the app again.
    void returnToTheLine()
    {
        if (!QTest::qWaitFor([this] { return hasHeardA<wire::Hello>(); }, 20'000))
            qFatal("the app does not come back");
        server.say(wire::Welcome{1, clock.now(), u"Musterland"_s, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {}});
        if (!QTest::qWaitFor([this] { return workplace.line().state == LineState::Online; }))
            qFatal("no line");
    }
    template <typename Message>
    [[nodiscard]] bool hasHeardA() const
    {
        return std::ranges::any_of(server.heard, [](const auto &one) { return std::holds_alternative<Message>(one); });
    }
    template <typename Message>
    [[nodiscard]] bool hasHeard(const Message &message) const
    {
        return std::ranges::find(server.heard, wire::ToServer(message)) != server.heard.end();
    }
    void draw(std::uint64_t n = 1) { workplace.take(counter.afterDraw(n, u"Kim"_s)); }
    void call() { workplace.take(counter.after(office::CallNext{kMe})); }
    void enter() { workplace.take(counter.after(office::Enter{ticketId(1), counter.epoch(ticketId(1))})); }
    void control(const office::CallControl &control)
    {
        workplace.take(counter.after(office::ControlCall{kMe, ticketId(1), counter.epoch(ticketId(1)), control}));
    }
    void finish(std::uint64_t n = 1)
    {
        const office::Epoch epoch = counter.epoch(ticketId(n));
        workplace.take(counter.after(office::Enter{ticketId(n), epoch}));
        workplace.take(counter.after(office::Finish{kMe, ticketId(n), epoch, office::Outcome::Done}));
    }
    [[nodiscard]] wire::CallOffer offer(std::uint64_t n, office::Epoch epoch, int generation) const
    {
        return {counter.id(), ticketId(n), epoch, generation, u"v=0"_s};
    }
    [[nodiscard]] QStringList told() const { return surface ? surface->told : QStringList(); }
    void openForm() { server.say(wire::FormState{ticketId(1), {.form = protocol::FormCopy{.document = kForm}}}); }
    [[nodiscard]] wire::FormPlace place() const { return {counter.id(), ticketId(1), 1}; }
    [[nodiscard]] static protocol::Signal media() { return protocol::MediaState{true, false, false}; }
};

} // namespace

class CallDirectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAndEndsThePictureWithTheVisit()
    {
        Desk desk;
        desk.draw();
        QCOMPARE(desk.made, 0);
        desk.call();
        QCOMPARE(desk.told(), QStringList({u"warm"_s, u"start 1"_s}));
        QCOMPARE(desk.surface->started->name, u"Kim"_s);
        QCOMPARE(desk.surface->started->number, u"B 001"_s);
        QVERIFY(!desk.surface->started->offer);
        desk.finish();
        QCOMPARE(desk.told().mid(2), QStringList({u"end"_s, u"cold"_s}));
        QCOMPARE(desk.made, 1);
    }

    void startsAtTheOfferThoughTheFactComesLater()
    {
        Desk desk;
        desk.draw();
        desk.server.say(desk.offer(1, 1, 4));
        QTRY_COMPARE(desk.told(), QStringList({u"warm"_s, u"start 1"_s}));
        QCOMPARE(desk.surface->started->offer->generation, 4);
        desk.call();
        QCOMPARE(desk.told().size(), 2);
        desk.server.say(desk.offer(1, 1, 5));
        QTRY_COMPARE(desk.told().last(), u"offer 1 5"_s);
    }

    void showsNobodyTheClerkBeforeTheConversationIsTakenUpAgain()
    {
        Desk desk;
        Counter held(2, u"Kfz"_s, u"K"_s, desk.clock);
        held.after(office::Open{kMe});
        held.afterDraw(7, u"Kim"_s);
        held.after(office::CallNext{kMe});
        held.after(office::LoseClerk{kMe});
        desk.workplace.take(held.snapshot());
        wire::CallOffer offer = desk.offer(7, held.epoch(ticketId(7)), 1);
        offer.office = held.id();
        desk.server.say(offer);
        desk.server.say(desk.offer(7, 1, 1));
        desk.draw();
        QVERIFY(QTest::qWaitFor([&desk] { return !desk.server.heard.empty(); }));
        QCOMPARE(desk.made, 0);
        desk.workplace.visit().takeUp();
        QCOMPARE(desk.told().last(), u"start %1"_s.arg(held.epoch(ticketId(7))));
    }

    void thePictureIsToldWhatTheVisitorMayDo()
    {
        Desk desk;
        desk.draw();
        desk.call();
        desk.enter();
        desk.control({.muted = true});
        desk.control({.onHold = true});
        desk.control({});
        QCOMPARE(desk.told().mid(2), QStringList({u"control muted"_s, u"control on hold"_s, u"control"_s}));
    }

    void whoIsOnHoldIsNotSeenWhenTheConversationIsTakenUpAgain()
    {
        Desk desk;
        Counter held(2, u"Kfz"_s, u"K"_s, desk.clock);
        held.after(office::Open{kMe});
        held.afterDraw(7, u"Kim"_s);
        held.after(office::CallNext{kMe});
        held.after(office::Enter{ticketId(7), held.epoch(ticketId(7))});
        held.after(office::ControlCall{kMe, ticketId(7), held.epoch(ticketId(7)), {.onHold = true}});
        held.after(office::LoseClerk{kMe});
        desk.workplace.take(held.snapshot());
        desk.workplace.visit().takeUp();
        QCOMPARE(desk.told().mid(desk.told().size() - 2),
                 QStringList({u"control on hold"_s, u"start %1"_s.arg(held.epoch(ticketId(7)))}));
    }

    void carriesSignalsOfTheRunningCallAlone()
    {
        Desk desk;
        desk.draw();
        desk.call();
        desk.server.say(wire::CallSignal{desk.counter.id(), ticketId(1), 9, Desk::media()});
        desk.server.say(wire::CallSignal{desk.counter.id(), ticketId(2), 1, Desk::media()});
        desk.server.say(wire::CallSignal{desk.counter.id(), ticketId(1), 1, Desk::media()});
        QTRY_COMPARE(desk.told().last(), u"signal 1"_s);
        QCOMPARE(desk.told().filter(u"signal"_s).size(), 1);

        desk.server.heard.clear();
        Q_EMIT desk.surface->signalToSend(2, Desk::media());
        Q_EMIT desk.surface->signalToSend(1, Desk::media());
        const auto sent = desk.server.next<wire::CallSignal>();
        QVERIFY(sent.ticket == ticketId(1));
        QCOMPARE(sent.epoch, office::Epoch(1));
        desk.finish();
        Q_EMIT desk.surface->signalToSend(1, Desk::media());
        desk.intents.prepareCall(this, [](const clerk::model::CommandResult &) {});
        (void)desk.server.next<wire::PrepareCall>();
    }

    void thePictureHearsOfTheFormOfItsVisitAlone()
    {
        Desk desk;
        desk.draw();
        desk.call();
        desk.server.say(wire::FormUpdated{ticketId(2), {.document = kForm, .said = 1, .bytes = Personal(u"AAA="_s)}});
        desk.openForm();
        desk.server.say(wire::FormUpdated{ticketId(1), {.document = kForm, .said = 1, .bytes = Personal(u"AAA="_s)}});
        desk.server.say(wire::FormClaimed{ticketId(1), {.document = kForm, .field = 3}});
        QTRY_COMPARE(desk.told().last(), u"form 2"_s);
        QCOMPARE(desk.told().filter(u"form"_s), QStringList({u"form 0"_s, u"form 1"_s, u"form 2"_s}));
    }

    void whatTheClerkEntersGoesWithTheVisit()
    {
        Desk desk;
        desk.draw();
        desk.call();
        (void)desk.server.next<wire::PrepareCall>();
        const protocol::FormUpdate update{.document = kForm, .whole = true, .bytes = Personal(u"AAA="_s)};
        Q_EMIT desk.surface->formSaid(protocol::bridge::OpenForm{kForm});
        Q_EMIT desk.surface->formSaid(update);
        Q_EMIT desk.surface->formSaid(protocol::FormClaim{.document = kForm, .field = 3});
        Q_EMIT desk.surface->formSaid(protocol::bridge::CloseForm{});
        QVERIFY((desk.server.next<wire::OpenForm>() == wire::OpenForm{desk.place(), kForm}));
        QVERIFY((desk.server.next<wire::UpdateForm>() == wire::UpdateForm{desk.place(), update}));
        QCOMPARE(desk.server.next<wire::ClaimForm>().claim.field, 3);
        QVERIFY((desk.server.next<wire::CloseForm>() == wire::CloseForm{desk.place()}));

        desk.finish();
        Q_EMIT desk.surface->formSaid(update);
        desk.intents.prepareCall(this, [](const clerk::model::CommandResult &) {});
        (void)desk.server.next<wire::PrepareCall>();
    }

    void onANewLineTheFormIsOpenedAgain()
    {
        Desk desk;
        desk.draw();
        desk.call();
        desk.openForm();
        QTRY_COMPARE(desk.told().last(), u"form 0"_s);
        // Whoever was in a field on the other side holds up nobody.
        desk.server.drop();
        QTRY_VERIFY(desk.told().contains(u"form 2"_s));
        desk.server.heard.clear();
        desk.returnToTheLine();
        QTRY_VERIFY(desk.hasHeard(wire::OpenForm{desk.place(), kForm}));
    }

    void aFormThatIsClosedIsNotOpenedAgain()
    {
        Desk desk;
        desk.draw();
        desk.call();
        desk.openForm();
        desk.server.say(wire::FormState{ticketId(1), {}});
        QTRY_COMPARE(desk.told().filter(u"form 0"_s).size(), 2);
        desk.server.drop();
        QTRY_COMPARE(desk.workplace.line().state, LineState::Waiting);
        desk.server.heard.clear();
        desk.returnToTheLine();
        Q_EMIT desk.surface->formSaid(protocol::bridge::CloseForm{});
        QTRY_VERIFY(desk.hasHeard(wire::CloseForm{desk.place()}));
        QVERIFY(!desk.hasHeard(wire::OpenForm{desk.place(), kForm}));
        QCOMPARE(desk.told().filter(u"form 2"_s).size(), 0);
    }

    void keepsDevicesReadyOnlyWhileSomebodyMayBeCalled()
    {
        Desk desk;
        desk.draw();
        desk.call();
        desk.finish();
        QCOMPARE(desk.told().last(), u"cold"_s);
        desk.draw(2);
        QCOMPARE(desk.told().last(), u"warm"_s);
        desk.workplace.take(desk.counter.after(office::Pause{kMe}));
        QCOMPARE(desk.told().last(), u"cold"_s);
        desk.workplace.take(desk.counter.after(office::Resume{kMe}));
        QCOMPARE(desk.told().last(), u"warm"_s);
        desk.director.setWarm(false);
        QCOMPARE(desk.told().last(), u"cold"_s);
        desk.director.setWarm(true);
        QCOMPARE(desk.told().last(), u"warm"_s);
        desk.server.drop();
        QTRY_COMPARE(desk.told().last(), u"cold"_s);
    }

    void asksForTheRelayOnceAndTellsThePicture()
    {
        Desk desk;
        QVERIFY(desk.server.heard.empty());
        desk.draw();
        const auto asked = desk.server.next<wire::PrepareCall>();
        desk.draw(2);
        protocol::CallIce ice;
        ice.re = asked.id;
        ice.servers = {{{u"turn:relay.example.de"_s}, u"name"_s, u"word"_s}};
        ice.policy = protocol::IcePolicy::RelayOnly;
        ice.ttlSeconds = 3600;
        desk.server.say(ice);
        desk.call();
        QTRY_COMPARE(desk.surface->configured.policy, protocol::IcePolicy::RelayOnly);
        QCOMPARE(desk.surface->configured.iceServers.size(), 1);
        QCOMPARE(desk.surface->configured.language, u"de"_s);
        QVERIFY2(desk.server.heard.empty(), "one question is enough");
    }

    void asksForTheRelayAgainBeforeItEnds()
    {
        Desk desk;
        desk.draw();
        protocol::CallIce ice;
        ice.re = desk.server.next<wire::PrepareCall>().id;
        ice.ttlSeconds = 1;
        desk.server.say(ice);
        (void)desk.server.next<wire::PrepareCall>();
    }

    void makesThePictureReadyForWhoeverIsNext()
    {
        Desk desk;
        desk.director.prepareSoon();
        QTRY_COMPARE(desk.made, 1);
        desk.draw();
        (void)desk.server.next<wire::PrepareCall>();
        QVERIFY((desk.server.next<wire::ExpectCall>() == wire::ExpectCall{desk.counter.id(), ticketId(1)}));
        desk.draw(2);
        desk.server.say(wire::ExpectedOffer{desk.counter.id(), ticketId(2), 9, u"v=0"_s});
        desk.server.say(wire::ExpectedOffer{desk.counter.id(), ticketId(1), 4, u"v=0"_s});
        const QString expected = u"expect %1 4"_s.arg(QString::fromStdString(ticketId(1).text()));
        QTRY_COMPARE(desk.told(), QStringList({u"cold"_s, u"warm"_s, expected}));

        desk.call();
        desk.server.say(wire::ExpectedOffer{desk.counter.id(), ticketId(1), 5, u"v=0"_s});
        desk.server.say(desk.offer(1, 1, 5));
        QTRY_COMPARE(desk.told().last(), u"offer 1 5"_s);
        QCOMPARE(desk.told().filter(u"expect"_s).size(), 1);
        QVERIFY(desk.server.heard.empty());
        desk.finish();
        QVERIFY((desk.server.next<wire::ExpectCall>() == wire::ExpectCall{desk.counter.id(), ticketId(2)}));
    }

    void asksForWhoeverIsNextAgainWhenThePictureHasForgotten()
    {
        Desk desk;
        desk.director.prepareSoon();
        QTRY_COMPARE(desk.made, 1);
        desk.draw();
        (void)desk.server.next<wire::PrepareCall>();
        (void)desk.server.next<wire::ExpectCall>();
        desk.workplace.take(desk.counter.after(office::Pause{kMe}));
        QCOMPARE(desk.told().last(), u"cold"_s);
        desk.workplace.take(desk.counter.after(office::Resume{kMe}));
        (void)desk.server.next<wire::ExpectCall>();
    }

    void makesThePictureByItselfOnceTheLobbyStands()
    {
        Desk desk;
        desk.director.prepareSoon();
        QCOMPARE(desk.made, 0);
        QTRY_COMPARE(desk.made, 1);
        desk.director.prepareSoon();
        QCOMPARE(desk.told(), QStringList({u"cold"_s}));
    }

    void theConversationOfAColleagueBeginsWithMyNumberInItAndEnds()
    {
        Desk desk;
        auto &colleague = desk.workplace.colleagueCall();
        const wire::ColleaguePlace place{.ring = u"r1"_s,
                                         .office = OfficeId::fromBits({3, 9}),
                                         .ticket = ticketId(9),
                                         .epoch = 4,
                                         .peer = 2,
                                         .number = u"K 001"_s,
                                         .officeName = u"Kfz"_s,
                                         .from = u"Frau Yilmaz"_s,
                                         .state = protocol::PersonState::Consulting};
        colleague.take(place);
        QVERIFY(desk.surface && desk.surface->started);
        QCOMPARE(desk.surface->started->joinsAs, std::optional(2));
        colleague.take(wire::RoomState{ticketId(9), 4, {{.peer = 0}, {.peer = 2}}});
        QVERIFY(desk.surface->told.contains(u"room 4 of 2"_s));
        wire::ColleaguePlace taken = place;
        taken.state = protocol::PersonState::InRoom;
        colleague.take(taken);
        QCOMPARE(desk.surface->told.count(u"start 4"_s), 1);
        colleague.take(wire::ColleagueOver{u"r1"_s, wire::ColleagueEnd::Over});
        QVERIFY(desk.surface->told.contains(u"end"_s));
    }
};

QTEST_MAIN(CallDirectorTest)
#include "CallDirectorTest.moc"
