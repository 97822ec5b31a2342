// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "shared/protocol/Codec.h"
#include "tests/unit/clerk-app/AdminKit.h"

#include <QSignalSpy>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using clerk::model::Administration;
using clerk::model::LineState;

//! What heads of office and administrators type, until it is stored.
class TownAdminTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsADraftUntilItIsStored()
    {
        AdminDesk desk;
        desk.rename(u"Bürgerbüro"_s);
        QVERIFY(desk.administration.draft(kBurger));
        desk.administration.save(kBurger);
        const auto sent = desk.bring<wire::AdminSave>(wire::AdminSaved{{}, 4, {}});
        QCOMPARE(std::get<town::Office>(sent.value).name, u"Bürgerbüro"_s);
        QCOMPARE(town::versionOf(sent.value), 3U);
        QVERIFY(!desk.administration.draft(kBurger));
        QCOMPARE(desk.office().version, 4U);
    }

    void typedBackIsNoDraft()
    {
        AdminDesk desk;
        desk.rename(u"Bürgerbüro"_s);
        desk.rename(u"Bürgerservice"_s);
        QVERIFY(!desk.administration.hasDrafts());
    }

    void whatIsWrongIsToldBeforeItIsSent()
    {
        AdminDesk desk;
        desk.rename({});
        desk.administration.save(kBurger);
        QVERIFY(desk.port.sent.empty());
        QCOMPARE(desk.administration.draft(kBurger)->faults,
                 (QList<town::Fault>{{u"name"_s, town::FaultCode::Missing}}));
        desk.rename(u"Bürgerbüro"_s);
        QVERIFY(desk.administration.draft(kBurger)->faults.isEmpty());
    }

    void aConflictKeepsWhatWasTyped()
    {
        AdminDesk desk;
        desk.rename(u"Bürgerbüro"_s);
        desk.administration.save(kBurger);
        desk.conflict(u"Bürgeramt"_s);
        QCOMPARE(desk.office().name, u"Bürgerbüro"_s);
        QCOMPARE(desk.administration.draft(kBurger)->conflict->by, u"Frau Weber"_s);
        desk.administration.saveMine(kBurger);
        const auto sent = desk.bring<wire::AdminSave>(wire::AdminSaved{{}, 5, {}});
        QCOMPARE(town::versionOf(sent.value), 4U);
        QCOMPARE(desk.office().name, u"Bürgerbüro"_s);
    }

    void afterAConflictOnlyWhatIHaveChangedIsSent()
    {
        AdminDesk desk;
        town::Office changed = desk.office();
        changed.hours = hours::everyWeek({{1, 540, 720}});
        desk.administration.edit(changed);
        desk.administration.save(kBurger);
        desk.conflict(u"Bürgeramt"_s);
        QVERIFY(desk.administration.draft(kBurger)->clashes.isEmpty());
        desk.administration.saveMine(kBurger);
        const auto sent = std::get<town::Office>(desk.bring<wire::AdminSave>(wire::AdminSaved{{}, 5, {}}).value);
        QCOMPARE(sent.name, u"Bürgeramt"_s);
        QCOMPARE(sent.hours, changed.hours);
    }

    void whatBothHaveChangedIsToldBeforehand()
    {
        AdminDesk desk;
        desk.rename(u"Bürgerbüro"_s);
        desk.administration.save(kBurger);
        desk.conflict(u"Bürgeramt"_s);
        QCOMPARE(desk.administration.draft(kBurger)->clashes, QStringList{u"name"_s});
    }

    void theSameChangeByTwoPeopleIsStored()
    {
        AdminDesk desk;
        QSignalSpy saved(&desk.administration, &Administration::saved);
        desk.rename(u"Bürgeramt"_s);
        desk.administration.save(kBurger);
        desk.conflict(u"Bürgeramt"_s);
        QVERIFY(!desk.administration.hasDrafts());
        QCOMPARE(saved.size(), 1);
        QCOMPARE(desk.office().version, 4U);
    }

    void whatWasTakenAwayIsStoredAsANewOne()
    {
        AdminDesk desk;
        QSignalSpy moved(&desk.administration, &Administration::moved);
        town::Office changed = desk.office();
        changed.roster = {{kBurger, kColleague, {}, {1, 480, 720}}};
        desk.administration.edit(changed);
        desk.administration.save(kBurger);
        desk.administration.take({kBurger, std::nullopt});
        QCOMPARE(desk.administration.newKeys(), QList<town::Key>{kBurger});
        desk.bring<wire::AdminSave>(
            wire::AdminRefused{{}, {}, wire::AdminConflict{u"Frau Weber"_s, desk.clock.now(), {}}});
        desk.administration.saveMine(kBurger);
        const auto sent = std::get<town::Office>(desk.bring<wire::AdminSave>(wire::AdminSaved{{}, 1, {}}).value);
        QVERIFY(sent.id != kBurger);
        QCOMPARE(sent.version, 0U);
        QCOMPARE(sent.name, u"Bürgerservice"_s);
        QCOMPARE(sent.roster.first().office, sent.id);
        QCOMPARE(moved.size(), 1);
        QVERIFY(!desk.administration.hasDrafts());
        QCOMPARE(desk.administration.town().offices.size(), 1);
    }

    void whatCannotBeReadYetIsADraft()
    {
        AdminDesk desk;
        const town::Office shown = desk.office();
        desk.administration.edit(shown, true);
        QVERIFY(desk.administration.hasDrafts());
        town::Office stored = shown;
        stored.version = 4;
        desk.administration.take({kBurger, stored});
        QCOMPARE(desk.office().version, 3U); // what it was typed into
        desk.administration.edit(shown, false);
        QVERIFY(!desk.administration.hasDrafts());
    }

    void whatBecomesUnreadableWhileItIsStoredStays()
    {
        AdminDesk desk;
        desk.rename(u"Bürgerbüro"_s);
        desk.administration.save(kBurger);
        desk.administration.edit(desk.office(), true);
        desk.bring<wire::AdminSave>(wire::AdminSaved{{}, 4, {}});
        QVERIFY(desk.administration.draft(kBurger)->unreadable);
        QCOMPARE(desk.office().version, 4U);
    }

    void otherPeoplesChangesLeaveTheDraftAlone()
    {
        AdminDesk desk;
        desk.rename(u"Bürgerbüro"_s);
        town::Office stored = desk.administration.town().offices.first();
        stored.name = u"Bürgeramt"_s;
        stored.version = 4;
        desk.administration.take({kBurger, stored});
        QCOMPARE(desk.office().name, u"Bürgerbüro"_s);
        desk.administration.discard(kBurger);
        QCOMPARE(desk.office().name, u"Bürgeramt"_s);
    }

    void whatIsTypedWhileItIsStoredStays()
    {
        AdminDesk desk;
        desk.rename(u"Bürgerbüro"_s);
        desk.administration.save(kBurger);
        desk.rename(u"Bürgeramt"_s);
        desk.bring<wire::AdminSave>(wire::AdminSaved{{}, 4, {}});
        QCOMPARE(desk.office().name, u"Bürgeramt"_s);
        QCOMPARE(desk.office().version, 4U);
        QVERIFY(!desk.administration.draft(kBurger)->saving);
    }

    void aLostLineLosesNothing()
    {
        AdminDesk desk;
        desk.rename(u"Bürgerbüro"_s);
        desk.workplace.setLine({LineState::Waiting, {}, {}, {}});
        desk.workplace.setLine({LineState::Online, {}, {}, {}});
        desk.bring<wire::AdminRead>(wire::AdminTown{{}, adminTown()});
        QCOMPARE(desk.office().name, u"Bürgerbüro"_s);
    }

    void aSessionThatEndsKeepsWhatItsPersonHasTyped()
    {
        AdminDesk desk;
        desk.rename(u"Bürgerbüro"_s);
        desk.administration.save(kBurger);
        desk.workplace.signOut();
        QVERIFY(!desk.administration.ready());
        QVERIFY(desk.administration.town().offices.isEmpty());
        desk.signIn(kMe);
        QCOMPARE(desk.office().name, u"Bürgerbüro"_s);
        QVERIFY(!desk.administration.draft(kBurger)->saving);
    }

    void anotherPersonFindsNothingOfIt()
    {
        AdminDesk desk;
        desk.rename(u"Bürgerbüro"_s);
        desk.workplace.signOut();
        desk.signIn(kColleague);
        QVERIFY(!desk.administration.hasDrafts());
    }

    void whatIsGivenUpIsForgotten()
    {
        AdminDesk desk;
        desk.rename(u"Bürgerbüro"_s);
        desk.administration.forget();
        QVERIFY(!desk.administration.hasDrafts());
        QCOMPARE(desk.office().name, u"Bürgerservice"_s);
    }

    void aNewValueIsNothingUntilItIsStored()
    {
        AdminDesk desk;
        const town::Key key = desk.administration.create(town::Kind::Department);
        QCOMPARE(desk.administration.newKeys(), QList<town::Key>{key});
        desk.administration.edit(town::Department{std::get<DepartmentId>(key), u"Ordnungsamt"_s, 0});
        desk.administration.save(key);
        desk.bring<wire::AdminSave>(wire::AdminSaved{{}, 1, {}});
        QCOMPARE(desk.administration.town().departments.size(), 2);
        QVERIFY(desk.administration.newKeys().isEmpty());
    }

    void aNewTownBeginsWithWhatIsRightNearlyEverywhere()
    {
        town::Town town = adminTown();
        town.authority = town::Authority();
        town.authority.languages = {u"de"_s};
        // As it comes over the wire: what is not there yet must not be there after it.
        const auto read =
            protocol::decodeClerkToClient(protocol::encode(wire::ToClient(wire::AdminTown{u"a1"_s, town})));
        QVERIFY(read.ok());
        const AdminDesk desk(std::get<wire::AdminTown>(*read).town);
        const auto first = std::get<town::Authority>(*desk.administration.shown(town::Key()));
        QCOMPARE(first.calendar.zone, QTimeZone("Europe/Berlin"));
        QCOMPARE(first.consentVersion, u"1"_s);
        QVERIFY(desk.administration.draft(town::Key()));
        QVERIFY(!AdminDesk().administration.draft(town::Key()));
    }

    void aStartPasswordIsTold()
    {
        AdminDesk desk;
        QSignalSpy saved(&desk.administration, &Administration::saved);
        desk.administration.resetPassword(kColleague);
        desk.bring<wire::AdminResetPassword>(wire::AdminSaved{{}, 2, u"4k7m-2hqt-x0rn-9wbz"_s});
        QCOMPARE(saved.first().at(1).toString(), u"4k7m-2hqt-x0rn-9wbz"_s);
    }

    void aLostPhoneIsTakenFromAnAccount()
    {
        AdminDesk desk;
        QSignalSpy reset(&desk.administration, &Administration::secondFactorReset);
        QSignalSpy failed(&desk.administration, &Administration::failed);
        desk.administration.resetSecondFactor(kColleague);
        const auto sent = desk.bring<wire::AdminResetSecondFactor>(wire::AdminSaved{{}, 2, {}});
        QCOMPARE(sent.account, kColleague);
        QCOMPARE(sent.version, 1U);
        QCOMPARE(reset.size(), 1);
        desk.administration.resetSecondFactor(kColleague);
        desk.bring<wire::AdminResetSecondFactor>(
            wire::AdminRefused{{}, {{u"second_factor"_s, town::FaultCode::Unknown}}, {}});
        QVERIFY(failed.first().at(1).toString().contains(u"no second factor"_s));
        desk.administration.resetSecondFactor(kBurger);
        QVERIFY(desk.port.sent.empty());
        QCOMPARE(reset.size(), 1);
    }

    void whatIsResetIsNoConflictWithWhatIsTyped()
    {
        AdminDesk desk;
        auto meier = std::get<town::Account>(*desk.administration.shown(kColleague));
        meier.name = u"Herr Dr. Meier"_s;
        desk.administration.edit(meier);
        desk.administration.resetPassword(kColleague);
        desk.bring<wire::AdminResetPassword>(wire::AdminSaved{{}, 2, u"4k7m-2hqt-x0rn-9wbz"_s});
        desk.administration.resetSecondFactor(kColleague);
        desk.bring<wire::AdminResetSecondFactor>(wire::AdminSaved{{}, 3, {}});
        desk.administration.save(kColleague);
        const auto sent = std::get<town::Account>(desk.bring<wire::AdminSave>(wire::AdminSaved{{}, 4, {}}).value);
        QCOMPARE(sent.version, 3U);
        QCOMPARE(sent.name, u"Herr Dr. Meier"_s);
    }

    void whatTheServerHasMadeOfItCounts()
    {
        AdminDesk desk;
        town::Office typed = desk.office();
        typed.roster = {{kBurger, kColleague, QDate(2020, 1, 1), {0, 480, 720}}, {kBurger, kMe, {}, {1, 480, 720}}};
        desk.administration.edit(typed);
        desk.administration.save(kBurger);
        desk.rename(u"Bürgerbüro"_s); // typed on meanwhile
        town::Office stored = typed;
        stored.roster.removeFirst(); // that day is past
        stored.version = 4;
        desk.administration.take({kBurger, stored});
        desk.bring<wire::AdminSave>(wire::AdminSaved{{}, 4, {}});
        QCOMPARE(desk.administration.town().offices.first(), stored);
        QCOMPARE(desk.office().roster, stored.roster);
        QCOMPARE(desk.office().name, u"Bürgerbüro"_s);
    }

    void aTownThatCouldNotBeReadIsAskedForAgain()
    {
        AdminDesk desk;
        desk.workplace.signOut();
        desk.signIn(kMe);
        desk.port.sent.clear();
        desk.administration.open();
        answer(desk.port.take<wire::AdminRead>(), refused(protocol::ErrorCode::TryLater));
        QVERIFY(!desk.administration.ready());
        desk.administration.open();
        desk.bring<wire::AdminRead>(wire::AdminTown{{}, adminTown()});
        QVERIFY(desk.administration.ready());
        desk.administration.open();
        QVERIFY(desk.port.sent.empty());
    }

    void aRefusalIsTold()
    {
        AdminDesk desk;
        QSignalSpy failed(&desk.administration, &Administration::failed);
        desk.administration.remove(kBurger);
        desk.bring<wire::AdminRemove>(wire::AdminRefused{{}, {{{}, town::FaultCode::HasLiveTickets}}, {}});
        QCOMPARE(failed.size(), 1);
        QCOMPARE(desk.administration.town().offices.size(), 1);
        desk.rename(u"Bürgerbüro"_s);
        desk.administration.save(kBurger);
        answer(desk.port.take<wire::AdminSave>(), refused(protocol::ErrorCode::NotAuthorised));
        QCOMPARE(failed.size(), 2);
        QVERIFY(!desk.administration.draft(kBurger)->saving);
    }

    void aHeadMayChangeTheOwnOfficeOnly()
    {
        town::Town town = adminTown();
        town.accounts.first().roles = {town::Role::HeadOfOffice};
        AdminDesk desk(town);
        QVERIFY(desk.administration.offered());
        QVERIFY(desk.administration.mayChange(kBurger, town::Group::Hours));
        QVERIFY(!desk.administration.mayChange(kBurger, town::Group::Staff));
        QVERIFY(!desk.administration.mayCreate(town::Kind::Office));
    }
};

QTEST_GUILESS_MAIN(TownAdminTest)
#include "TownAdminTest.moc"
