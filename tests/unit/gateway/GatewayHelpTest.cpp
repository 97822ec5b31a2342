// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GuestVisit.h"

#include <QCryptographicHash>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace sprechtag::test::guests;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using protocol::ErrorCode;
using protocol::LineStage;
using protocol::PersonRole;
using protocol::Speaker;

namespace {

constexpr InterpreterId kDemir = InterpreterId::fromBits({9, 1});
constexpr TicketId kAlex = ticketId(2);
const DocumentId kPlan = DocumentId::fromBits({8, 1});
const DocumentId kOther = DocumentId::fromBits({8, 2});

broker::Loaded townWithInterpreters()
{
    broker::Loaded town = testTown();
    town.interpreters = {
        {.id = kDemir, .name = u"Demir"_s, .languages = {u"tr"_s, u"gsg-DE"_s}, .phone = u"0941 1234"_s, .version = 1}};
    town.offices[0].config.settings.guestCodeLives = minutes{2};
    return town;
}

//! Kim talks to Frau Schmidt, Alex waits at the same office, and the town has an interpreter.
struct Helped : Visit
{
    Helped()
        : Visit(townWithInterpreters())
        , alex(kit.citizen())
    {
        kit.draw(alex, token('b'), kCitizens, u"Alex"_s);
        kit.forgetAll();
    }
    [[nodiscard]] QString interpretersCode(const QString &language, InterpreterId who = kDemir)
    {
        kit.say(schmidt, clerk::InviteGuest{.id = u"d"_s,
                                            .office = kCitizens,
                                            .ticket = kKim,
                                            .epoch = 1,
                                            .interpreter = clerk::InterpreterWish{who, language}});
        const auto codes = kit.heardOf<clerk::GuestCode>(schmidt);
        return codes.isEmpty() ? QString() : codes.back().code.reveal();
    }
    void fetch(GatewayKit::Key by, OfficeId office = kCitizens, TicketId who = kAlex)
    {
        kit.say(by, clerk::FetchGuest{.id = u"h%1"_s.arg(++m_fetches),
                                      .office = kCitizens,
                                      .ticket = kKim,
                                      .epoch = 1,
                                      .fromOffice = office,
                                      .fromTicket = who});
    }
    //! The code of the newest offer to Alex; empty: none came.
    [[nodiscard]] QString offered()
    {
        const auto offers = kit.heardOf<citizen::GuestOffer>(alex);
        return offers.isEmpty() ? QString() : offers.back().code.reveal();
    }
    [[nodiscard]] std::optional<office::TicketState> alexIs()
    {
        const auto &tickets = kit.office().tickets;
        const auto found = tickets.find(kAlex);
        return found == tickets.end() ? std::nullopt : std::optional(found->second.state);
    }
    void accept(DocumentId document, documents::State state = documents::State::Accepted)
    {
        documents::Card card{.id = document, .name = u"Plan.pdf"_s, .bytes = 1'000};
        card.kind = documents::Kind::Pdf;
        card.state = state;
        kit.documents.put(kKim, card);
    }
    void show(DocumentId document)
    {
        kit.say(schmidt, clerk::ShowDocument{.office = kCitizens, .ticket = kKim, .epoch = 1, .document = document});
    }
    void writes(GatewayKit::Key who, qint64 line, const QString &text, LineStage stage = LineStage::Done)
    {
        kit.say(who, citizen::TextLine{.epoch = 1, .written = {.line = line, .stage = stage, .text = text}});
    }
    //! As "guest 2 Deniz: Hallo|citizen: Ja".
    template <typename Message>
    [[nodiscard]] QString reads(GatewayKit::Key who)
    {
        QStringList words;
        for (const auto &message : kit.heardOf<Message>(who)) {
            for (const protocol::SpokenLine &line : message.lines) {
                const QString from = protocol::wireName(line.from);
                const bool isGuest = line.from == Speaker::Guest;
                words.append(
                    (isGuest ? u"%1 %2 %3: "_s.arg(from).arg(line.peer).arg(line.name.reveal()) : from + u": "_s) +
                    line.written.text.reveal());
            }
        }
        return words.join(u'|');
    }

    GatewayKit::Key alex;

private:
    int m_fetches{};
};

} // namespace

//! Who helps two people of a visit, and what those who help read and see.
class GatewayHelpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClerkReadsTheListOfInterpreters()
    {
        Helped visit;
        visit.kit.say(visit.oezdemir, clerk::ListInterpreters{.id = u"l"_s});
        const auto lists = visit.kit.heardOf<clerk::TownInterpreters>(visit.oezdemir);
        QCOMPARE(lists.size(), 1);
        QCOMPARE(lists.first().interpreters, townWithInterpreters().interpreters);
    }

    void anInterpreterIsShownWithTheLanguageThatWasAskedFor()
    {
        Helped visit;
        const auto guest = visit.kit.citizen();
        visit.knock(guest, visit.interpretersCode(u"gsg"_s), 'g', u"Elif Demir"_s);
        visit.admit(2);
        const auto rooms = visit.kit.heardOf<citizen::RoomState>(visit.kim);
        QVERIFY(!rooms.isEmpty());
        const protocol::Person &person = rooms.back().people.back();
        QCOMPARE(person.role, PersonRole::Interpreter);
        QCOMPARE(person.name.reveal(), u"Elif Demir"_s);
        QCOMPARE(person.language, u"gsg-DE"_s);
        QVERIFY(person.signLanguage);
    }

    void aSpokenLanguageIsNoneOfSigns()
    {
        Helped visit;
        const auto guest = visit.kit.citizen();
        visit.knock(guest, visit.interpretersCode(u"tr"_s), 'g');
        const auto rooms = visit.kit.heardOf<clerk::RoomState>(visit.schmidt);
        QVERIFY(!rooms.isEmpty());
        QCOMPARE(rooms.back().people.back().language, u"tr"_s);
        QVERIFY(!rooms.back().people.back().signLanguage);
    }

    void nobodyIsInvitedWhomTheListDoesNotHave()
    {
        Helped visit;
        QCOMPARE(visit.interpretersCode(u"uk"_s), QString());
        QCOMPARE(visit.interpretersCode(u"tr"_s, InterpreterId::fromBits({9, 7})), QString());
    }

    void theOfficeSetsHowLongACodeLives()
    {
        Helped visit;
        const QString code = visit.code();
        visit.kit.wait(minutes{2});
        const auto guest = visit.kit.citizen();
        visit.knock(guest, code, 'g');
        QCOMPARE(visit.refusedTo(guest), ErrorCode::Gone);
        const QString other = visit.code(u"i2"_s);
        visit.kit.wait(minutes{2} - seconds{1});
        visit.knock(guest, other, 'h');
        QCOMPARE(visit.refusedTo(guest), std::nullopt);
    }

    void whoeverWaitsComesInAndWaitsNoMore()
    {
        Helped visit;
        visit.fetch(visit.schmidt);
        QCOMPARE(visit.clerkSees(), u"0 in_room Frau Schmidt|1 in_room Kim|2 invited Alex"_s);
        const QString code = visit.offered();
        QCOMPARE(visit.alexIs(), office::TicketState::Waiting);
        const auto page = visit.kit.citizen();
        visit.knock(page, code, 'g', u"B 002"_s);
        visit.kit.pass();
        QCOMPARE(visit.alexIs(), std::nullopt);
        QCOMPARE(visit.kit.office().counts.finished, 1U);
        QCOMPARE(visit.kit.heardOf<citizen::TicketEnded>(visit.alex).size(), 1);
        QCOMPARE(visit.sees(page), u"0 in_room Frau Schmidt|1 in_room Kim|2 in_room Alex"_s);
        QCOMPARE(visit.sees(visit.kim), u"0 in_room Frau Schmidt|1 in_room Kim|2 in_room Alex"_s);
    }

    void whoeverCannotLeaveTheLineIsInNoRoomAlsoWhereTheLineWasLostMeanwhile()
    {
        Helped visit;
        visit.fetch(visit.schmidt);
        const QString code = visit.offered();
        const auto page = visit.kit.citizen();
        visit.kit.store.setFull(true);
        visit.kit.gateway().message(page, protocol::encode(citizen::ToServer{visit.knocking(code, 'g')}));
        visit.kit.gateway().disconnected(page);
        visit.kit.pass();
        QCOMPARE(visit.alexIs(), office::TicketState::Waiting);
        QCOMPARE(visit.clerkSees(), u"0 in_room Frau Schmidt|1 in_room Kim"_s);
    }

    void anOfferComesAgainToWhoeverReloads()
    {
        Helped visit;
        visit.fetch(visit.schmidt);
        const QString code = visit.offered();
        visit.kit.hangUp(visit.alex);
        visit.alex = visit.kit.citizen(token('b'));
        QCOMPARE(visit.offered(), code);
    }

    void whoeverDeclinesGoesOnWaiting()
    {
        Helped visit;
        visit.fetch(visit.schmidt);
        const QString code = visit.offered();
        visit.kit.say(visit.alex, citizen::DeclineOffer{.id = u"x"_s});
        QCOMPARE(visit.alexIs(), office::TicketState::Waiting);
        QCOMPARE(visit.clerkSees(), u"0 in_room Frau Schmidt|1 in_room Kim"_s);
        const auto page = visit.kit.citizen();
        visit.knock(page, code, 'g');
        QCOMPARE(visit.refusedTo(page), ErrorCode::Gone);
        QCOMPARE(visit.alexIs(), office::TicketState::Waiting);
    }

    void anOfferEndsByTimeByTheClerkAndByACall()
    {
        Helped visit;
        visit.fetch(visit.schmidt);
        visit.kit.wait(minutes{2});
        QCOMPARE(visit.kit.heardOf<citizen::GuestOfferEnded>(visit.alex).size(), 1);
        visit.fetch(visit.schmidt);
        visit.kit.say(visit.schmidt,
                      clerk::RemoveGuest{.id = u"r"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .peer = 3});
        QCOMPARE(visit.kit.heardOf<citizen::GuestOfferEnded>(visit.alex).size(), 1);
        visit.fetch(visit.schmidt);
        visit.kit.callNext(visit.oezdemir, u"k2"_s);
        QCOMPARE(visit.kit.heardOf<citizen::GuestOfferEnded>(visit.alex).size(), 1);
        QCOMPARE(visit.alexIs(), office::TicketState::Called);
    }

    void anOfferEndsWithTheConversation()
    {
        Helped visit;
        visit.fetch(visit.schmidt);
        visit.finish();
        visit.kit.pass();
        QCOMPARE(visit.kit.heardOf<citizen::GuestOfferEnded>(visit.alex).size(), 1);
        QCOMPARE(visit.alexIs(), office::TicketState::Waiting);
    }

    void onlyWhoeverHoldsTheVisitFetchesAndOnlyFromTheOwnOffices()
    {
        Helped visit;
        visit.fetch(visit.oezdemir);
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::NotYours);
        visit.fetch(visit.schmidt, kCars);
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::NotAuthorised);
        visit.fetch(visit.schmidt, kCitizens, ticketId(99));
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::Gone);
        visit.fetch(visit.schmidt, kCitizens, kKim);
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::WrongState);
        QCOMPARE(visit.offered(), QString());
    }

    void guestsWriteByNameAndReadWhatIsWrittenSinceTheyCame()
    {
        Helped visit;
        visit.writes(visit.kim, 1, u"Nur für Sie"_s);
        visit.kit.clock.advance(seconds{1});
        const auto guest = visit.guest();
        visit.writes(guest, 5, u"Vor der Tür"_s);
        QCOMPARE(visit.refusedTo(guest), ErrorCode::WrongState);
        visit.admit(2);
        QCOMPARE(visit.reads<citizen::TextLines>(guest), QString());
        visit.writes(visit.kim, 2, u"Hallo"_s);
        QCOMPARE(visit.reads<citizen::TextLines>(guest), u"citizen: Hallo"_s);
        visit.kit.forgetAll();
        visit.writes(guest, 6, u"Guten Tag"_s, LineStage::Writing);
        visit.writes(guest, 6, u"Guten Tag!"_s);
        QCOMPARE(visit.reads<citizen::TextLines>(visit.kim), u"guest 2 Deniz: Guten Tag|guest 2 Deniz: Guten Tag!"_s);
        QCOMPARE(visit.reads<clerk::TextLines>(visit.schmidt), u"guest 2 Deniz: Guten Tag|guest 2 Deniz: Guten Tag!"_s);
        QCOMPARE(visit.reads<citizen::TextLines>(guest), u"guest 2 Deniz: Guten Tag!"_s); // the receipt
    }

    void onHoldAGuestReadsAndWritesNothing()
    {
        Helped visit;
        const auto guest = visit.guest();
        visit.admit(2);
        visit.control(2, {.onHold = true});
        visit.kit.forgetAll();
        visit.writes(visit.kim, 1, u"Unter uns"_s);
        visit.writes(guest, 2, u"Hallo?"_s);
        QCOMPARE(visit.refusedTo(guest), ErrorCode::WrongState);
        visit.kit.clock.advance(seconds{1});
        visit.control(2, {});
        QCOMPARE(visit.reads<citizen::TextLines>(guest), QString());
    }

    void guestsSeeWhatIsShownAndNoOtherFile()
    {
        Helped visit;
        visit.accept(kPlan);
        visit.accept(kOther);
        const auto guest = visit.guest();
        const QByteArray hash = QCryptographicHash::hash(token('g').toLatin1(), QCryptographicHash::Sha256);
        visit.show(kPlan);
        QVERIFY(visit.kit.heardOf<citizen::ViewState>(guest).isEmpty());
        QCOMPARE(visit.kit.gateway().shownTo(hash, kPlan), std::nullopt);
        visit.admit(2);
        const auto views = visit.kit.heardOf<citizen::ViewState>(guest);
        QVERIFY(!views.isEmpty() && views.back().view);
        QCOMPARE(views.back().view->document, kPlan);
        QCOMPARE(visit.kit.gateway().shownTo(hash, kPlan), kKim);
        QCOMPARE(visit.kit.gateway().shownTo(hash, kOther), std::nullopt);
        visit.kit.say(guest, citizen::ChangeView{.epoch = 1, .document = kPlan, .change = documents::Place{.page = 2}});
        QCOMPARE(visit.refusedTo(guest), ErrorCode::NotAuthorised);
        visit.kit.say(visit.kim,
                      citizen::ChangeView{.epoch = 1, .document = kPlan, .change = documents::Place{.page = 2}});
        QCOMPARE(visit.kit.heardOf<citizen::ViewChanged>(guest).size(), 1);
    }

    void onHoldAGuestSeesNothing()
    {
        Helped visit;
        visit.accept(kPlan);
        const auto guest = visit.guest();
        const QByteArray hash = QCryptographicHash::hash(token('g').toLatin1(), QCryptographicHash::Sha256);
        visit.admit(2);
        visit.show(kPlan);
        visit.kit.forgetAll();
        visit.control(2, {.onHold = true});
        const auto views = visit.kit.heardOf<citizen::ViewState>(guest);
        QVERIFY(!views.isEmpty() && !views.back().view);
        QCOMPARE(visit.kit.gateway().shownTo(hash, kPlan), std::nullopt);
        visit.control(2, {});
        QCOMPARE(visit.kit.gateway().shownTo(hash, kPlan), kKim);
    }
};

QTEST_GUILESS_MAIN(GatewayHelpTest)
#include "GatewayHelpTest.moc"
