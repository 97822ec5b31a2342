// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Workplace.h"

#include "tests/unit/clerk-app/OfficeKit.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::model;
namespace wire = sprechtag::protocol::clerk;
using protocol::Person;
using protocol::PersonRole;

namespace {

using InRoom = protocol::PersonState; // of somebody in the room, not in the line

constexpr InterpreterId kDemir = InterpreterId::fromBits({9, 1});
constexpr InterpreterId kNovak = InterpreterId::fromBits({9, 2});

//! A workplace where Kim is in the conversation, and Sascha waits.
struct Desk
{
    StillClock clock;
    KeepingPort port;
    Workplace workplace{port, clock};
    Counter counter{1, u"Bürgerservice"_s, u"B"_s, clock};
    VisitGuests &guests{workplace.guests()};
    QAbstractItemModelTester tester{&guests};

    Desk()
    {
        workplace.setLine({LineState::Online, {}, {}, {}});
        workplace.welcome({1, clock.now(), {}, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {wire::Role::Clerk}});
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
        workplace.take(counter.afterDraw(1, u"Kim"_s));
        workplace.take(counter.afterDraw(2, u"Sascha"_s));
        workplace.take(counter.after(office::CallNext{kMe}));
        workplace.take(counter.after(office::Enter{ticketId(1), counter.epoch(ticketId(1))}));
        port.sent.clear();
    }
    void room(const QList<Person> &others) { guests.take({ticketId(1), counter.epoch(ticketId(1)), others}); }
    [[nodiscard]] QString row(int row) const { return guests.index(row).data().toString(); }
    [[nodiscard]] static Person invited(int peer = 2)
    {
        return {.peer = peer, .role = PersonRole::Guest, .state = InRoom::Invited, .name = u"Sascha"_s};
    }
    //! The list as the server has it: Demir by arrangement, Novak day and night.
    void listFor(const QString &language)
    {
        guests.interpreters().ask(language);
        QList<hours::Range> always;
        for (int day = 1; day <= 7; ++day)
            always.append({day, 0, 24 * 60});
        clerk::connection::Answer list;
        list.interpreters = {
            {.id = kDemir, .name = u"Demir"_s, .languages = {u"tr"_s, u"gsg"_s}, .phone = u"1234"_s},
            {.id = kNovak, .name = u"Novak"_s, .languages = {u"uk"_s, u"tr"_s}, .phone = u"5678"_s, .hours = always}};
        port.sent.back().then(list);
    }
    [[nodiscard]] QStringList names()
    {
        QStringList all;
        Interpreters &list = guests.interpreters();
        for (int i = 0; i < list.rowCount(); ++i)
            all.append(list.index(i).data().toString().section(u' ', 0, 0));
        return all;
    }
};

} // namespace

//! Who comes into my visit beside the two of us: interpreters from the list, and people who wait.
class VisitHelpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverCanBeReachedNowIsFirst()
    {
        Desk desk;
        desk.listFor(u"tr"_s);
        QCOMPARE(desk.names(), (QStringList{u"Novak"_s, u"Demir"_s}));
    }

    void onlyThoseWhoKnowTheLanguageAreListed()
    {
        Desk desk;
        desk.listFor(u"uk"_s);
        QCOMPARE(desk.names(), QStringList{u"Novak"_s});
        desk.guests.interpreters().setLanguage(u"gsg"_s);
        QCOMPARE(desk.names(), QStringList{u"Demir"_s});
    }

    void allAreListedWhereNobodyKnowsTheLanguage()
    {
        Desk desk;
        desk.listFor(u"de"_s);
        QCOMPARE(desk.names().size(), 2);
        QCOMPARE(desk.guests.interpreters().language(), QString());
    }

    void anInterpreterIsInvitedForTheLanguageThatIsWanted()
    {
        Desk desk;
        desk.listFor(u"tr"_s);
        const auto wish = desk.guests.interpreters().wish(desk.guests.interpreters().index(0));
        QVERIFY(wish);
        QCOMPARE(wish->interpreter, kNovak);
        QCOMPARE(wish->language, u"tr"_s);
        desk.guests.invite(wish);
        QCOMPARE(std::get<wire::InviteGuest>(desk.port.sent.back().command).interpreter, wish);
    }

    void anInterpreterIsNamedWithTheLanguage()
    {
        Desk desk;
        desk.room({{.peer = 2,
                    .role = PersonRole::Interpreter,
                    .state = InRoom::Waiting,
                    .name = u"Elif"_s,
                    .language = u"gsg"_s,
                    .signLanguage = true}});
        QCOMPARE(desk.row(0), u"Elif, interprets German sign language: waits to be let in"_s);
    }

    void whoeverWaitsCanBeAskedOnce()
    {
        Desk desk;
        const auto people = desk.guests.waitingPeople();
        QCOMPARE(people.size(), 1);
        QVERIFY(people.first().text.contains(u"Sascha"_s));
        desk.guests.fetch(people.first().office, people.first().ticket);
        const auto asked = std::get<wire::FetchGuest>(desk.port.sent.back().command);
        QCOMPARE(asked.ticket, ticketId(1));
        QCOMPARE(asked.fromTicket, ticketId(2));
        desk.room({Desk::invited()});
        QCOMPARE(desk.row(0), u"Sascha: was asked to come in"_s);
        QVERIFY(desk.guests.waitingPeople().isEmpty());
    }

    void whoeverStaysInTheLineIsTold()
    {
        Desk desk;
        QSignalSpy stayed(&desk.guests, &VisitGuests::stayedAway);
        desk.room({Desk::invited()});
        desk.room({});
        QCOMPARE(stayed.size(), 1);
        QCOMPARE(stayed.first().first().toString(), u"Sascha"_s);
    }

    void whoeverComesInOrIsTakenBackIsNot()
    {
        Desk desk;
        QSignalSpy stayed(&desk.guests, &VisitGuests::stayedAway);
        desk.room({Desk::invited()});
        Person inside = Desk::invited();
        inside.state = InRoom::InRoom;
        desk.room({inside});
        desk.room({inside, Desk::invited(3)});
        desk.guests.remove(desk.guests.index(1));
        desk.room({inside});
        QCOMPARE(stayed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(VisitHelpTest)
#include "VisitHelpTest.moc"
