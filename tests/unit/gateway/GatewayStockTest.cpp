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

constexpr TicketId kKim = ticketId(1);
constexpr FormId kForm = FormId::fromBits({6, 1});
constexpr FormId kPaper = FormId::fromBits({6, 2});
constexpr FormId kOfCars = FormId::fromBits({6, 3});

town::Form form(FormId id, OfficeId office, const QString &name, int position, int fields)
{
    return {.id = id,
            .office = office,
            .names = {{u"de"_s, name}, {u"en"_s, name + u" (en)"_s}},
            .position = position,
            .file = {.sha256 = QString(64, u'a'), .bytes = 6, .fields = fields},
            .version = 1};
}

town::Town stockedTown()
{
    town::Town town = administeredTown();
    town.forms = {form(kPaper, kCitizens, u"Merkblatt"_s, 2, 0), form(kForm, kCitizens, u"Anmeldung"_s, 1, 14),
                  form(kOfCars, kCars, u"Abmeldung"_s, 1, 3)};
    return town;
}

//! Kim is in call with Frau Schmidt; both offices have forms ready.
struct Visit
{
    Visit()
        : schmidt(kit.clerk(kSchmidt))
        , oezdemir(kit.clerk(kOezdemir))
        , weber(kit.clerk(kWeber))
        , kim(kit.citizen())
    {
        kit.towns.contents = {{kForm, "%PDF-1"}, {kPaper, "%PDF-2"}, {kOfCars, "%PDF-3"}};
        kit.open(schmidt);
        kit.draw(kim, token('a'));
        kit.callNext(schmidt, u"k1"_s);
        kit.say(kim, citizen::Enter{.id = u"e1"_s, .epoch = 1});
        kit.forgetAll();
    }
    void take(GatewayKit::Key who, FormId id, const QString &key = u"t"_s)
    {
        kit.say(who, clerk::TakeForm{.id = key, .office = kCitizens, .ticket = kKim, .epoch = 1, .form = id});
    }
    [[nodiscard]] std::optional<ErrorCode> refusedTo(GatewayKit::Key who)
    {
        const auto errors = kit.heardOf<ErrorMessage>(who);
        return errors.isEmpty() ? std::nullopt : std::optional(errors.back().code);
    }

    GatewayKit kit{testTown(), stockedTown()};
    GatewayKit::Key schmidt;
    GatewayKit::Key oezdemir;
    GatewayKit::Key weber;
    GatewayKit::Key kim;
};

} // namespace

//! The forms that an office has ready, and how a copy of one comes into a visit.
class GatewayStockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListIsThatOfTheOfficeInItsOrder()
    {
        Visit visit;
        visit.kit.say(visit.schmidt, clerk::ListStock{.id = u"l"_s, .office = kCitizens, .ticket = kKim});
        const auto stock = visit.kit.heardOf<clerk::StockForms>(visit.schmidt);
        QCOMPARE(stock.size(), 1);
        const QList<clerk::StockForm> expected{{kForm, u"Anmeldung"_s, 14}, {kPaper, u"Merkblatt"_s, 0}};
        QCOMPARE(stock.first().forms, expected);
    }

    void whoDoesNotStaffTheOfficeSeesNothing()
    {
        Visit visit;
        visit.kit.say(visit.weber, clerk::ListStock{.id = u"l"_s, .office = kCitizens, .ticket = kKim});
        QCOMPARE(visit.refusedTo(visit.weber), std::optional(ErrorCode::NotAuthorised));
        visit.kit.say(visit.schmidt, clerk::ListStock{.id = u"m"_s, .office = kCitizens, .ticket = ticketId(99)});
        QCOMPARE(visit.refusedTo(visit.schmidt), std::optional(ErrorCode::Gone));
    }

    void aCopyIsAFileOfTheVisit()
    {
        Visit visit;
        visit.take(visit.schmidt, kForm);
        const auto taken = visit.kit.heardOf<clerk::FormTaken>(visit.schmidt);
        QCOMPARE(taken.size(), 1);
        QCOMPARE(visit.kit.documents.placed.size(), std::size_t{1});
        QCOMPARE(visit.kit.documents.placed.front().second, QByteArray("%PDF-1"));
        const QList<documents::Card> cards = visit.kit.documents.of(kKim);
        QCOMPARE(cards.size(), 1);
        QCOMPARE(cards.first().id, taken.first().document);
        QCOMPARE(cards.first().from, documents::From::Clerk);
        // It is a file as any other from here on: both look at it and fill it in.
        visit.kit.say(visit.schmidt, clerk::OpenForm{.at = {kCitizens, kKim, 1}, .document = taken.first().document});
        QVERIFY(visit.kit.heardOf<protocol::FormState>(visit.kim).back().form);
    }

    void saidAgainItIsTheSameCopy()
    {
        Visit visit;
        visit.take(visit.schmidt, kForm);
        visit.take(visit.schmidt, kForm);
        QCOMPARE(visit.kit.documents.placed.size(), std::size_t{1});
        const auto taken = visit.kit.heardOf<clerk::FormTaken>(visit.schmidt);
        QCOMPARE(taken.size(), 2);
        QCOMPARE(taken.first().document, taken.last().document);
        visit.take(visit.schmidt, kPaper);
        QCOMPARE(visit.refusedTo(visit.schmidt), std::optional(ErrorCode::Conflict));
        visit.take(visit.schmidt, kPaper, u"u"_s);
        QCOMPARE(visit.kit.documents.placed.size(), std::size_t{2});
    }

    void theFormOfAnotherOfficeIsNotThere()
    {
        Visit visit;
        visit.take(visit.schmidt, kOfCars);
        QCOMPARE(visit.refusedTo(visit.schmidt), std::optional(ErrorCode::Gone));
        QVERIFY(visit.kit.documents.placed.empty());
    }

    void onlyWhoIsWithTheVisitorTakesOne()
    {
        Visit visit;
        visit.take(visit.oezdemir, kForm);
        QVERIFY(visit.refusedTo(visit.oezdemir));
        visit.take(visit.weber, kForm);
        QCOMPARE(visit.refusedTo(visit.weber), std::optional(ErrorCode::NotAuthorised));
        visit.kit.say(visit.schmidt,
                      clerk::TakeForm{.id = u"o"_s, .office = kCitizens, .ticket = kKim, .epoch = 0, .form = kForm});
        QCOMPARE(visit.refusedTo(visit.schmidt), std::optional(ErrorCode::StaleEpoch));
        QVERIFY(visit.kit.documents.placed.empty());
    }

    void whatCannotBePlacedIsToldAndTriedAgain()
    {
        Visit visit;
        visit.kit.documents.refusal = documents::Fault::TooMany;
        visit.take(visit.schmidt, kForm);
        QCOMPARE(visit.refusedTo(visit.schmidt), std::optional(ErrorCode::TooManyDocuments));
        visit.kit.documents.refusal = documents::Fault::NoRoom;
        visit.take(visit.schmidt, kForm);
        QCOMPARE(visit.refusedTo(visit.schmidt), std::optional(ErrorCode::StorageFull));
        visit.kit.documents.refusal.reset();
        visit.take(visit.schmidt, kForm);
        QCOMPARE(visit.kit.heardOf<clerk::FormTaken>(visit.schmidt).size(), 1);
    }

    void aFormWhoseFileIsGoneIsGone()
    {
        Visit visit;
        visit.kit.towns.contents.clear();
        visit.take(visit.schmidt, kForm);
        QCOMPARE(visit.refusedTo(visit.schmidt), std::optional(ErrorCode::Gone));
    }
};

QTEST_GUILESS_MAIN(GatewayStockTest)
#include "GatewayStockTest.moc"
