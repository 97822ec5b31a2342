// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Workplace.h"

#include "tests/unit/clerk-app/OfficeKit.h"

#include <QSignalSpy>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::model;
using protocol::Person;
using protocol::PersonRole;
namespace wire = sprechtag::protocol::clerk;
using There = protocol::PersonState;

namespace {

//! A workplace where Kim is with me, and who else comes.
struct Desk
{
    StillClock clock;
    KeepingPort port;
    Workplace workplace{port, clock};
    Counter counter{1, u"Bürgerservice"_s, u"B"_s, clock};
    VisitGuests &guests{workplace.guests()};
    QStringList troubles;

    Desk()
    {
        QObject::connect(&guests, &VisitGuests::troubled, &guests,
                         [this](const QString &text) { troubles.append(text); });
        guests.setPage(u"https://buergerbuero.example"_s);
        workplace.setLine({LineState::Online, {}, {}, {}});
        workplace.welcome({1, clock.now(), {}, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {wire::Role::Clerk}});
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
        workplace.take(counter.afterDraw(1, u"Kim"_s));
        workplace.take(counter.after(office::CallNext{kMe}));
        workplace.take(counter.after(office::Enter{ticketId(1), counter.epoch(ticketId(1))}));
    }
    void finish()
    {
        workplace.take(
            counter.after(office::Finish{kMe, ticketId(1), counter.epoch(ticketId(1)), office::Outcome::Done}));
    }
    void show(const QList<Person> &others)
    {
        QList<Person> all{{.peer = 0, .role = PersonRole::Clerk, .name = u"Frau Schmidt"_s},
                          {.peer = 1, .role = PersonRole::Citizen, .name = u"Kim"_s}};
        all.append(others);
        guests.take({ticketId(1), 1, all});
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList texts;
        for (int row = 0; row < guests.rowCount(); ++row)
            texts.append(guests.index(row).data().toString());
        return texts;
    }
};

Person guest(int peer, const QString &name, There state)
{
    return {.peer = peer, .role = PersonRole::Guest, .state = state, .name = name};
}

Person colleague(There state)
{
    return {.peer = 2, .role = PersonRole::Colleague, .state = state, .name = u"Herr Meier"_s, .office = u"Wohngeld"_s};
}

} // namespace

//! Further people in my conversation, as rows, and what I do about them.
class VisitGuestsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anInvitationIsReadInTwoGroupsAndOpenedAsALink()
    {
        Desk desk;
        QVERIFY(desk.guests.canInvite());
        desk.guests.invite();
        const auto asked = desk.port.take<wire::InviteGuest>();
        clerk::connection::Answer brought;
        brought.guestCode = wire::GuestCode{.re = {}, .code = u"BCDFGHJK"_s, .expiresAt = desk.clock.now()};
        answer(asked, brought);
        QVERIFY(desk.guests.invitation());
        QCOMPARE(desk.guests.invitation()->spoken, u"BCDF GHJK"_s);
        QCOMPARE(desk.guests.invitation()->link, u"https://buergerbuero.example/#gast=BCDFGHJK"_s);
    }

    void aRefusedInvitationIsTold()
    {
        Desk desk;
        desk.guests.invite();
        answer(desk.port.take<wire::InviteGuest>(), refused(protocol::ErrorCode::RoomFull));
        QCOMPARE(desk.troubles.size(), 1);
        QVERIFY(!desk.troubles.first().isEmpty());
        QVERIFY(!desk.guests.invitation());
    }

    void clerkAndCitizenAreNoRows()
    {
        Desk desk;
        desk.show({guest(2, u"Deniz"_s, There::InRoom)});
        QCOMPARE(desk.rows(), QStringList{u"Deniz: in the conversation"_s});
    }

    void whoeverComesIsToldOfOnceAndTheCodeIsSpent()
    {
        Desk desk;
        QSignalSpy arrived(&desk.guests, &VisitGuests::arrived);
        desk.show({guest(2, u"Deniz"_s, There::Waiting)});
        desk.show({guest(2, u"Deniz"_s, There::Waiting)});
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(arrived.first().first().toString(), u"Deniz"_s);
        QCOMPARE(desk.guests.waiting(), 1);
        QVERIFY(!desk.guests.invitation());
    }

    void aGuestIsLetInLockedAndLetGo()
    {
        Desk desk;
        desk.show({guest(2, u"Deniz"_s, There::Waiting)});
        desk.guests.admit(desk.guests.index(0));
        const auto admitted = desk.port.take<wire::AdmitGuest>();
        QCOMPARE(std::get<wire::AdmitGuest>(admitted.command).peer, 2);
        desk.guests.toggle(desk.guests.index(0), &office::CallControl::muted);
        const auto locked = desk.port.take<wire::ControlGuest>();
        QVERIFY(std::get<wire::ControlGuest>(locked.command).control.muted);
        desk.guests.remove(desk.guests.index(0));
        const auto removed = desk.port.take<wire::RemoveGuest>();
        QCOMPARE(std::get<wire::RemoveGuest>(removed.command).peer, 2);
        answer(removed, refused(protocol::ErrorCode::NotYours));
        QCOMPARE(desk.troubles.size(), 1);
    }

    void fiveAreEnough()
    {
        Desk desk;
        desk.show({guest(2, u"A"_s, There::InRoom), guest(3, u"B"_s, There::Away)});
        QVERIFY(!desk.guests.isFull());
        desk.show({guest(2, u"A"_s, There::InRoom), guest(3, u"B"_s, There::Away), guest(4, u"C"_s, There::InRoom),
                   guest(5, u"D"_s, There::Waiting)});
        QVERIFY(desk.guests.isFull());
    }

    void aConsultedColleagueIsARowWithOfficeThatIsBroughtInOrHungUp()
    {
        Desk desk;
        desk.show({colleague(There::Consulting)});
        QCOMPARE(desk.rows(),
                 QStringList{u"Herr Meier (Wohngeld): talks with you alone; the others hear neither of you"_s});
        desk.guests.admit(desk.guests.index(0));
        static_cast<void>(desk.port.take<wire::AdmitColleague>());
        desk.guests.remove(desk.guests.index(0));
        static_cast<void>(desk.port.take<wire::EndColleague>());
        desk.show({colleague(There::InRoom)});
        desk.guests.remove(desk.guests.index(0));
        static_cast<void>(desk.port.take<wire::RemoveGuest>());
    }

    void ofAnotherVisitNothingIsShown()
    {
        Desk desk;
        desk.guests.take({ticketId(7), 1, {guest(2, u"Deniz"_s, There::InRoom)}});
        QCOMPARE(desk.guests.rowCount(), 0);
    }

    void withTheVisitTheyAreGone()
    {
        Desk desk;
        desk.show({guest(2, u"Deniz"_s, There::InRoom)});
        desk.finish();
        QCOMPARE(desk.guests.rowCount(), 0);
        QVERIFY(!desk.guests.canInvite());
    }

    void aColleagueIsRungAndItIsToldHowItStands()
    {
        Desk desk;
        VisitColleagues &colleagues = desk.guests.colleagues();
        QSignalSpy told(&colleagues, &VisitColleagues::told);
        QVERIFY(colleagues.canRing());
        colleagues.ring(kColleague, VisitColleagues::How::Consult);
        const auto rung = desk.port.take<wire::RingColleague>();
        QCOMPARE(std::get<wire::RingColleague>(rung.command).clerk, kColleague);
        QVERIFY(!std::get<wire::RingColleague>(rung.command).directly);
        colleagues.take({ticketId(1), 1, u"Herr Meier"_s, wire::RingState::Ringing});
        QCOMPARE(colleagues.ringing(), u"Herr Meier"_s);
        QVERIFY(!colleagues.canRing());
        colleagues.cancel();
        static_cast<void>(desk.port.take<wire::EndColleague>());
        colleagues.take({ticketId(1), 1, u"Herr Meier"_s, wire::RingState::Unanswered});
        QVERIFY(colleagues.ringing().isEmpty());
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.last().first().toString(), u"Herr Meier does not answer."_s);
    }

    void aBusyColleagueIsToldAsSuch()
    {
        Desk desk;
        QSignalSpy told(&desk.guests.colleagues(), &VisitColleagues::told);
        desk.guests.colleagues().ring(kColleague, VisitColleagues::How::Directly);
        answer(desk.port.take<wire::RingColleague>(), refused(protocol::ErrorCode::Busy));
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first().first().toString().startsWith(u"The colleague cannot be rung now"_s));
    }

    void onANewLineNobodyRingsAnyMore()
    {
        Desk desk;
        desk.guests.colleagues().take({ticketId(1), 1, u"Herr Meier"_s, wire::RingState::Ringing});
        desk.workplace.welcome({1, desk.clock.now(), {}, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {wire::Role::Clerk}});
        QVERIFY(desk.guests.colleagues().ringing().isEmpty());
    }
};

QTEST_GUILESS_MAIN(VisitGuestsTest)
#include "VisitGuestsTest.moc"
