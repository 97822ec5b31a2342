// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

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
using protocol::FormClaimed;
using protocol::FormState;
using protocol::FormUpdated;

namespace {

constexpr TicketId kKim = ticketId(1);
constexpr DocumentId kForm = DocumentId::fromBits({7, 1});
constexpr DocumentId kPicture = DocumentId::fromBits({7, 2});
constexpr DocumentId kOffered = DocumentId::fromBits({7, 3});
const QString kDigest(64, u'a');

documents::Card card(DocumentId id, documents::Kind kind, documents::State state)
{
    return {.id = id,
            .from = documents::From::Clerk,
            .state = state,
            .name = u"Antrag.pdf"_s,
            .kind = kind,
            .bytes = 10,
            .received = 10};
}

//! Kim is in call with Frau Schmidt, and they have a form; Herr Özdemir and Alex look on.
struct Visit
{
    Visit()
        : schmidt(kit.clerk(kSchmidt))
        , oezdemir(kit.clerk(kOezdemir))
        , kim(kit.citizen())
        , alex(kit.citizen())
    {
        kit.open(schmidt);
        kit.say(oezdemir, clerk::Arrive{.id = u"a"_s, .office = kCitizens});
        kit.draw(kim, token('a'));
        kit.draw(alex, token('b'));
        kit.callNext(schmidt, u"k1"_s);
        kit.say(kim, citizen::Enter{.id = u"e1"_s, .epoch = 1});
        kit.documents.put(kKim, card(kForm, documents::Kind::Pdf, documents::State::Accepted));
        kit.documents.put(kKim, card(kPicture, documents::Kind::Png, documents::State::Accepted));
        kit.documents.put(kKim, card(kOffered, documents::Kind::Pdf, documents::State::Offered));
        kit.forgetAll();
    }
    [[nodiscard]] static clerk::FormPlace at(office::Epoch epoch = 1)
    {
        return {.office = kCitizens, .ticket = kKim, .epoch = epoch};
    }
    void open(DocumentId form = kForm) { kit.say(schmidt, clerk::OpenForm{.at = at(), .document = form}); }
    void kimEnters(const QString &bytes, bool whole = false)
    {
        kit.say(kim, citizen::UpdateForm{.epoch = 1, .update = {.document = kForm, .whole = whole, .bytes = bytes}});
    }
    void clerkEnters(const QString &bytes, bool whole = false)
    {
        kit.say(schmidt, clerk::UpdateForm{.at = at(), .update = {.document = kForm, .whole = whole, .bytes = bytes}});
    }
    void confirm(qint64 clerkSaid)
    {
        kit.say(
            kim,
            citizen::ConfirmForm{
                .id = u"f%1"_s.arg(++said), .epoch = 1, .document = kForm, .sha256 = kDigest, .clerkSaid = clerkSaid});
    }
    void hold(bool on)
    {
        kit.say(schmidt, clerk::ControlCall{.id = u"h%1"_s.arg(++said),
                                            .office = kCitizens,
                                            .ticket = kKim,
                                            .epoch = 1,
                                            .control = {.onHold = on}});
    }
    void reloadPage()
    {
        kit.hangUp(kim);
        kim = kit.citizen(token('a'));
    }
    //! What the newest state says that Kim was told.
    [[nodiscard]] const std::optional<protocol::FormCopy> &kimSees()
    {
        for (const FormState &state : kit.heardOf<FormState>(kim))
            toldKim = state.form;
        return toldKim;
    }
    [[nodiscard]] std::optional<ErrorCode> refusedTo(GatewayKit::Key who)
    {
        const auto errors = kit.heardOf<ErrorMessage>(who);
        return errors.isEmpty() ? std::nullopt : std::optional(errors.back().code);
    }
    [[nodiscard]] static QString join(const QList<Personal<QString>> &pieces)
    {
        QStringList words;
        for (const auto &piece : pieces)
            words.append(piece.reveal());
        return words.join(u'|');
    }

    int said{};
    std::optional<protocol::FormCopy> toldKim{};
    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key oezdemir;
    GatewayKit::Key kim;
    GatewayKit::Key alex;
};

} // namespace

//! What two people enter into a form: to each other, to nobody else, confirmed by one of them alone, gone when they
//! part.
class GatewayFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothHearThatAFormIsOpen()
    {
        Visit visit;
        visit.open();
        QVERIFY(visit.kimSees());
        QCOMPARE(visit.kimSees()->document, kForm);
        const auto told = visit.kit.heardOf<clerk::FormState>(visit.schmidt);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.back().ticket, kKim);
        for (const auto key : {visit.oezdemir, visit.alex})
            QVERIFY(!visit.kit.heard(key).contains(u"form."_s));
    }

    void onlyAPdfOfTheVisitThatWasAcceptedIsOpened()
    {
        Visit visit;
        for (const DocumentId other : {kPicture, kOffered, DocumentId::fromBits({7, 9})}) {
            visit.open(other);
            QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::Gone);
            QVERIFY(!visit.kimSees());
        }
    }

    void whatOneEntersTheOtherReadsAndNobodyElse()
    {
        Visit visit;
        visit.open();
        visit.kit.forgetAll();
        visit.kimEnters(u"AAAA"_s);
        visit.clerkEnters(u"BBBB"_s);
        const auto read = visit.kit.heardOf<clerk::FormUpdated>(visit.schmidt);
        QCOMPARE(read.size(), 1);
        QCOMPARE(read.back().updated.bytes.reveal(), u"AAAA"_s);
        QCOMPARE(read.back().updated.said, 1);
        const auto kimRead = visit.kit.heardOf<FormUpdated>(visit.kim);
        QCOMPARE(kimRead.size(), 1);
        QCOMPARE(kimRead.back().bytes.reveal(), u"BBBB"_s);
        for (const auto key : {visit.oezdemir, visit.alex})
            QVERIFY(!visit.kit.heard(key).contains(u"form."_s));
    }

    void aPageThatComesBackReadsEverything()
    {
        Visit visit;
        visit.open();
        visit.kimEnters(u"AAAA"_s);
        visit.clerkEnters(u"BBBB"_s);
        visit.kimEnters(u"CCCC"_s);
        visit.reloadPage();
        QVERIFY(visit.kimSees());
        QCOMPARE(Visit::join(visit.kimSees()->byCitizen), u"AAAA|CCCC"_s);
        QCOMPARE(Visit::join(visit.kimSees()->byClerk), u"BBBB"_s);
        QCOMPARE(visit.kimSees()->clerkSaid, 1);
    }

    void anAppThatComesBackReadsEverything()
    {
        Visit visit;
        visit.open();
        visit.kimEnters(u"AAAA"_s);
        visit.kit.hangUp(visit.schmidt);
        visit.kimEnters(u"CCCC"_s);
        visit.schmidt = visit.kit.clerk(kSchmidt);
        visit.kit.say(visit.schmidt, clerk::Arrive{.id = u"back"_s, .office = kCitizens});
        const auto told = visit.kit.heardOf<clerk::FormState>(visit.schmidt);
        QVERIFY(!told.isEmpty());
        QCOMPARE(Visit::join(told.back().state.form->byCitizen), u"AAAA|CCCC"_s);
    }

    void openedAgainItGoesOn()
    {
        Visit visit;
        visit.open();
        visit.kimEnters(u"AAAA"_s);
        visit.open();
        QCOMPARE(Visit::join(visit.kimSees()->byCitizen), u"AAAA"_s);
        visit.kit.say(visit.schmidt, clerk::CloseForm{.at = Visit::at()});
        QVERIFY(!visit.kimSees());
        visit.open();
        QVERIFY(visit.kimSees()->byCitizen.isEmpty());
    }

    void aWholeTakesThePlaceOfWhatItsSideSaidBefore()
    {
        Visit visit;
        visit.open();
        visit.kimEnters(u"AAAA"_s);
        visit.kimEnters(u"CCCC"_s);
        visit.clerkEnters(u"BBBB"_s);
        visit.kimEnters(u"DDDD"_s, true);
        visit.reloadPage();
        QCOMPARE(Visit::join(visit.kimSees()->byCitizen), u"DDDD"_s);
        QCOMPARE(Visit::join(visit.kimSees()->byClerk), u"BBBB"_s);
    }

    void memoryHasAnEndAndAWholeMakesRoom()
    {
        Visit visit;
        visit.open();
        const QString much(limits::kFormChangeChars, u'A');
        for (int i = 0; i < limits::kFormCharsKept / limits::kFormChangeChars + 2; ++i) {
            visit.clerkEnters(much);
            visit.kit.clock.advance(std::chrono::seconds{1});
        }
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::DocumentTooLarge);
        visit.kit.forgetAll();
        visit.clerkEnters(much, true);
        QVERIFY(!visit.refusedTo(visit.schmidt));
    }

    void whereTheOtherOneIsIsToldUntilTheLineIsLost()
    {
        Visit visit;
        visit.open();
        visit.kit.forgetAll();
        visit.kit.say(visit.schmidt, clerk::ClaimForm{.at = Visit::at(), .claim = {.document = kForm, .field = 4}});
        QCOMPARE(visit.kit.heardOf<FormClaimed>(visit.kim).back().field, 4);
        visit.reloadPage();
        QCOMPARE(visit.kit.heardOf<FormClaimed>(visit.kim).back().field, 4);
        visit.kit.hangUp(visit.schmidt);
        QVERIFY(!visit.kit.heardOf<FormClaimed>(visit.kim).back().field);
    }

    void theClerkHearsWhenTheCitizenIsInNoFieldAnyMore()
    {
        Visit visit;
        visit.open();
        visit.kit.say(visit.kim, citizen::ClaimForm{.epoch = 1, .claim = {.document = kForm, .field = 2}});
        QCOMPARE(visit.kit.heardOf<clerk::FormClaimed>(visit.schmidt).back().claimed.field, 2);
        visit.kit.hangUp(visit.kim);
        QVERIFY(!visit.kit.heardOf<clerk::FormClaimed>(visit.schmidt).back().claimed.field);
    }

    void theCitizenConfirmsAndNothingIsEnteredAnyMore()
    {
        Visit visit;
        visit.open();
        visit.clerkEnters(u"BBBB"_s);
        visit.confirm(1);
        QVERIFY(visit.kimSees() && visit.kimSees()->seal);
        QCOMPARE(visit.kimSees()->seal->sha256.reveal(), kDigest);
        QVERIFY(visit.kit.heardOf<clerk::FormState>(visit.schmidt).back().state.form->seal);
        // Whoever did not hear of it confirms once more, and it is as it was.
        visit.confirm(1);
        QCOMPARE(visit.kit.heard(visit.kim), u"done"_s);
        QCOMPARE(visit.kit.heard(visit.schmidt), QString());
        visit.kit.forgetAll();
        visit.clerkEnters(u"EEEE"_s);
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::WrongState);
        visit.kimEnters(u"EEEE"_s);
        QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::WrongState);
        QVERIFY(visit.kit.heardOf<FormUpdated>(visit.kim).isEmpty());
        visit.reloadPage();
        QVERIFY(visit.kimSees()->seal);
    }

    void whatTheClerkEnteredAfterTheLastLookIsNotConfirmed()
    {
        Visit visit;
        visit.open();
        visit.clerkEnters(u"BBBB"_s);
        visit.clerkEnters(u"CCCC"_s);
        visit.confirm(1);
        QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::Conflict);
        QVERIFY(!visit.kimSees()->seal);
    }

    void aFormThatIsOpenedAnewIsNotConfirmedByALookAtTheOneBefore()
    {
        Visit visit;
        visit.open();
        visit.clerkEnters(u"BBBB"_s);
        visit.kit.say(visit.schmidt, clerk::CloseForm{.at = Visit::at()});
        visit.open();
        QVERIFY(visit.kimSees()->byClerk.isEmpty());
        for (const qint64 seen : {0, 1}) {
            visit.confirm(seen);
            QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::Conflict);
        }
        visit.clerkEnters(u"CCCC"_s);
        visit.reloadPage();
        visit.confirm(visit.kimSees()->clerkSaid);
        QVERIFY(visit.kimSees()->seal);
    }

    void aFileThatIsTakenBackClosesItsForm()
    {
        Visit visit;
        visit.open();
        visit.kimEnters(u"AAAA"_s);
        visit.clerkEnters(u"BBBB"_s);
        visit.kit.documents.cards[kKim].removeFirst();
        visit.kit.documents.change(kKim);
        QVERIFY(!visit.kimSees());
        QVERIFY(!visit.kit.heardOf<clerk::FormState>(visit.schmidt).back().state.form);
        visit.confirm(1);
        QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::Gone);
        visit.kit.forgetAll();
        visit.reloadPage();
        QVERIFY(visit.kit.heardOf<FormState>(visit.kim).isEmpty());
    }

    void anotherFileThatIsTakenBackLeavesItOpen()
    {
        Visit visit;
        visit.open();
        visit.kit.documents.cards[kKim].removeAt(1);
        visit.kit.documents.change(kKim);
        QVERIFY(visit.kimSees());
    }

    void onHoldNothingPasses()
    {
        Visit visit;
        visit.open();
        visit.hold(true);
        QVERIFY(!visit.kimSees());
        visit.kit.forgetAll();
        visit.clerkEnters(u"BBBB"_s);
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::WrongState);
        visit.kimEnters(u"AAAA"_s);
        QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::WrongState);
        visit.hold(false);
        QVERIFY(visit.kimSees());
    }

    void whatElseTheClerkSetsTellsNothingOfIt()
    {
        Visit visit;
        visit.open();
        visit.kit.forgetAll();
        visit.kit.say(visit.schmidt,
                      clerk::ControlCall{
                          .id = u"m"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .control = {.muted = true}});
        QVERIFY(visit.kit.heardOf<FormState>(visit.kim).isEmpty());
    }

    void itIsForgottenWhenTheyPart()
    {
        Visit visit;
        visit.open();
        visit.kimEnters(u"AAAA"_s);
        visit.kit.say(
            visit.schmidt,
            clerk::ReturnTicket{
                .id = u"r"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .place = office::Place::Front});
        QVERIFY(!visit.kimSees());
        visit.reloadPage();
        QVERIFY(!visit.kimSees());
        visit.kimEnters(u"CCCC"_s);
        QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::WrongState);
    }

    void anotherOneThanTheirsIsRefused()
    {
        Visit visit;
        visit.open();
        visit.kit.say(visit.oezdemir,
                      clerk::UpdateForm{.at = Visit::at(), .update = {.document = kForm, .bytes = u"AAAA"_s}});
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::NotYours);
        visit.kit.say(visit.schmidt,
                      clerk::UpdateForm{.at = Visit::at(2), .update = {.document = kForm, .bytes = u"AAAA"_s}});
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::StaleEpoch);
        visit.kit.say(visit.kim, citizen::UpdateForm{.epoch = 1, .update = {.document = kPicture, .bytes = u"AAAA"_s}});
        QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::Gone);
    }
};

QTEST_GUILESS_MAIN(GatewayFormTest)
#include "GatewayFormTest.moc"
