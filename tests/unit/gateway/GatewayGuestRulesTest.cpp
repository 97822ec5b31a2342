// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Limits.h"
#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
namespace limits = protocol::limits;
using protocol::ErrorCode;
using protocol::ErrorMessage;
using protocol::LineStage;

namespace {

constexpr TicketId kKim = ticketId(1);
constexpr TicketId kAlex = ticketId(2);

//! Frau Schmidt calls nobody by name.
broker::Loaded townWhereOneCallsByName()
{
    broker::Loaded town = testTown();
    town.offices[0].config.namedCallers = {kOezdemir};
    return town;
}

//! Kim is with Frau Schmidt, and Alex waits at the same office.
struct Visit
{
    explicit Visit(broker::Loaded town = testTown())
        : kit(std::move(town))
        , schmidt(kit.clerk(kSchmidt))
        , kim(kit.citizen())
        , alex(kit.citizen())
    {
        kit.open(schmidt);
        kit.draw(kim, token('a'), kCitizens, u"Kim"_s);
        kit.draw(alex, token('b'), kCitizens, u"Alex"_s);
        kit.callNext(schmidt, u"k1"_s);
        kit.say(kim, citizen::Enter{.id = u"e1"_s, .epoch = 1});
        kit.forgetAll();
    }
    void fetch()
    {
        kit.say(schmidt, clerk::FetchGuest{.id = u"h"_s,
                                           .office = kCitizens,
                                           .ticket = kKim,
                                           .epoch = 1,
                                           .fromOffice = kCitizens,
                                           .fromTicket = kAlex});
    }
    //! Deniz comes by a code, and is admitted.
    [[nodiscard]] GatewayKit::Key guest(bool admitted = true)
    {
        const GatewayKit::Key key = kit.citizen();
        knock(key, code(u"i"_s));
        if (admitted)
            admit();
        return key;
    }
    void knock(GatewayKit::Key who, const QString &code, char letter = 'g')
    {
        kit.say(who, citizen::Knock{.id = u"n"_s + QChar::fromLatin1(letter),
                                    .code = code,
                                    .token = token(letter),
                                    .name = u"Deniz"_s,
                                    .lang = u"de"_s,
                                    .consentVersion = kit.broker().record().town().consentVersion});
    }
    [[nodiscard]] QString code(const QString &id)
    {
        kit.say(schmidt, clerk::InviteGuest{.id = id, .office = kCitizens, .ticket = kKim, .epoch = 1});
        const auto codes = kit.heardOf<clerk::GuestCode>(schmidt);
        return codes.isEmpty() ? QString() : codes.back().code.reveal();
    }
    void admit() { kit.say(schmidt, clerk::AdmitGuest{u"ad"_s, kCitizens, kKim, 1, protocol::kFirstGuestPeer}); }
    void hold(bool on)
    {
        const office::CallControl control{.onHold = on};
        kit.say(schmidt,
                clerk::ControlGuest{on ? u"h1"_s : u"h0"_s, kCitizens, kKim, 1, protocol::kFirstGuestPeer, control});
    }
    void writes(GatewayKit::Key who, qint64 line, const QString &text, LineStage stage)
    {
        kit.wait(seconds{1});
        kit.say(who, citizen::TextLine{.epoch = 1, .written = {.line = line, .stage = stage, .text = text}});
    }
    void kimWrites(qint64 line, const QString &text, LineStage stage = LineStage::Done)
    {
        writes(kim, line, text, stage);
    }
    [[nodiscard]] QStringList readBy(GatewayKit::Key who)
    {
        QStringList words;
        for (const auto &message : kit.heardOf<citizen::TextLines>(who)) {
            for (const protocol::SpokenLine &line : message.lines)
                words.append(line.written.text.reveal());
        }
        return words;
    }
    [[nodiscard]] std::optional<ErrorCode> refusedTo(GatewayKit::Key who)
    {
        const auto errors = kit.heardOf<ErrorMessage>(who);
        return errors.isEmpty() ? std::nullopt : std::optional(errors.back().code);
    }

    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key kim;
    GatewayKit::Key alex;
};

} // namespace

//! What guests, and those who invite them, may not.
class GatewayGuestRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverCallsByNameMayFetchSomebodyOutOfTheLine()
    {
        Visit visit;
        visit.fetch();
        QCOMPARE(visit.refusedTo(visit.schmidt), std::nullopt);
        QCOMPARE(visit.kit.heardOf<citizen::GuestOffer>(visit.alex).size(), 1);
    }

    void whoeverCallsNobodyByNameMayNot()
    {
        Visit visit(townWhereOneCallsByName());
        visit.fetch();
        QCOMPARE(visit.refusedTo(visit.schmidt), std::optional(ErrorCode::NotAuthorised));
        QVERIFY(visit.kit.heardOf<citizen::GuestOffer>(visit.alex).isEmpty());
    }

    void whatIsWrittenDuringAHoldIsNotForWhoeverWasOnHold()
    {
        Visit visit;
        const auto guest = visit.guest();
        visit.hold(true);
        visit.kit.forgetAll();
        visit.kimWrites(1, u"Unter uns"_s);
        visit.kimWrites(2, u"Auch d"_s, LineStage::Writing);
        visit.kit.wait(seconds{1});
        visit.hold(false);
        visit.kimWrites(2, u"Auch das"_s);
        QCOMPARE(visit.readBy(guest), QStringList());
        visit.kimWrites(3, u"Da sind Sie ja"_s);
        QCOMPARE(visit.readBy(guest), QStringList{u"Da sind Sie ja"_s});
    }

    void aLineThatWasBegunBeforeTheAdmissionIsNotForTheGuest()
    {
        Visit visit;
        const auto guest = visit.guest(false);
        visit.kimWrites(1, u"Unter u"_s, LineStage::Writing);
        visit.kimWrites(2, u"Auch d"_s, LineStage::Writing);
        visit.kit.wait(seconds{1});
        visit.admit();
        visit.kimWrites(2, u"Auch das"_s, LineStage::Writing);
        // Done late, after the newer one was begun.
        visit.kimWrites(1, u"Unter uns"_s);
        visit.kimWrites(2, u"Auch das!"_s);
        QCOMPARE(visit.readBy(guest), QStringList());
        visit.kimWrites(3, u"Guten"_s, LineStage::Writing);
        visit.kimWrites(3, u"Guten Tag"_s);
        QCOMPARE(visit.readBy(guest), (QStringList{u"Guten"_s, u"Guten Tag"_s}));
    }

    void manyLinesOfAGuestMakeNobodyElsesLookNewer()
    {
        Visit visit;
        const auto guest = visit.guest();
        for (int line = 1; line <= limits::kTextLinesKept + 1; ++line)
            visit.writes(guest, line, u"x"_s, LineStage::Writing);
        visit.hold(true);
        visit.kit.forgetAll();
        visit.kimWrites(1, u"Unter u"_s, LineStage::Writing);
        visit.kit.wait(seconds{1});
        visit.hold(false);
        visit.kimWrites(1, u"Unter uns"_s);
        QCOMPARE(visit.readBy(guest), QStringList());
    }

    void ofAGuestWhoHasLeftNothingGrowsAnyMore()
    {
        Visit visit;
        const auto guest = visit.guest();
        visit.writes(guest, 1, u"Ich wol"_s, LineStage::Writing);
        visit.kit.say(visit.schmidt, clerk::RemoveGuest{u"rm"_s, kCitizens, kKim, 1, protocol::kFirstGuestPeer});
        visit.kit.hangUp(visit.kim);
        visit.kim = visit.kit.citizen(token('a'));
        QCOMPARE(visit.readBy(visit.kim), QStringList());
    }

    void whereThereIsNoPlaceLeftANewCodeTakesThePlaceOfTheOldest()
    {
        Visit visit;
        QStringList codes;
        for (int i = 0; i <= limits::kGuests; ++i) {
            visit.kit.clock.advance(seconds{1});
            codes.append(visit.code(u"c%1"_s.arg(i)));
            QVERIFY(!codes.back().isEmpty());
        }
        const auto late = visit.kit.citizen();
        visit.knock(late, codes.front());
        QCOMPARE(visit.refusedTo(late), std::optional(ErrorCode::Gone));
        visit.knock(late, codes.at(1));
        QCOMPARE(visit.refusedTo(late), std::nullopt);
    }

    void guestsWhoAreThereGoForNobody()
    {
        Visit visit;
        for (int i = 0; i < limits::kGuests; ++i) {
            const auto key = visit.kit.citizen();
            visit.knock(key, visit.code(u"c%1"_s.arg(i)), static_cast<char>('g' + i));
        }
        QCOMPARE(visit.code(u"one more"_s), QString());
    }

    void whoeverWaitsAtTheDoorGetsNoRelayYet()
    {
        Visit visit;
        const auto guest = visit.guest(false);
        visit.kit.say(guest, citizen::PrepareCall{.id = u"p1"_s});
        QCOMPARE(visit.refusedTo(guest), std::optional(ErrorCode::NotYet));
        const auto grants = visit.kit.ice.grants.size();
        visit.admit();
        visit.kit.say(guest, citizen::PrepareCall{.id = u"p2"_s});
        QCOMPARE(visit.kit.heardOf<protocol::CallIce>(guest).size(), 1);
        QCOMPARE(visit.kit.ice.grants.size(), grants + 1);
    }
};

QTEST_GUILESS_MAIN(GatewayGuestRulesTest)
#include "GatewayGuestRulesTest.moc"
