// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using documents::Erased;
using documents::From;
using documents::Mark;
using documents::Place;
using documents::Pointer;
using documents::SharedView;
using documents::ViewChange;
using protocol::ErrorCode;
using protocol::ErrorMessage;

namespace {

constexpr TicketId kKim = ticketId(1);
constexpr auto kPapers = DocumentId::fromBits({9, 1});
constexpr auto kOther = DocumentId::fromBits({9, 2});

documents::Card card(DocumentId id, documents::State state = documents::State::Accepted)
{
    return {.id = id,
            .from = From::Citizen,
            .state = state,
            .name = u"Mietvertrag.pdf"_s,
            .kind = documents::Kind::Pdf,
            .bytes = 10,
            .received = 10};
}

Place onPage(int page)
{
    return {.page = page};
}

Mark stroke(qint64 id)
{
    return {.id = id, .pen = documents::Pen::Line, .page = 1, .points = {0, 0, 10, 10}};
}

//! Kim talks with Frau Schmidt about two files; Herr Özdemir is at another desk, Alex waits.
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
        kit.documents.put(kKim, card(kPapers));
        kit.documents.put(kKim, card(kOther));
        kit.forgetAll();
    }
    void show(DocumentId document = kPapers)
    {
        kit.say(schmidt, clerk::ShowDocument{.office = kCitizens, .ticket = kKim, .epoch = 1, .document = document});
    }
    void shown()
    {
        show();
        kit.forgetAll();
    }
    void kimDoes(const ViewChange &change, office::Epoch epoch = 1)
    {
        kit.say(kim, citizen::ChangeView{.epoch = epoch, .document = kPapers, .change = change});
    }
    void schmidtDoes(const ViewChange &change)
    {
        kit.say(schmidt, clerk::ChangeView{
                             .office = kCitizens, .ticket = kKim, .epoch = 1, .document = kPapers, .change = change});
    }
    void hold(bool on)
    {
        kit.say(schmidt, clerk::ControlCall{.id = on ? u"h1"_s : u"h2"_s,
                                            .office = kCitizens,
                                            .ticket = kKim,
                                            .epoch = 1,
                                            .control = {.onHold = on}});
    }
    [[nodiscard]] std::optional<SharedView> kimSees() { return kit.heardOf<citizen::ViewState>(kim).back().view; }
    [[nodiscard]] std::optional<ErrorCode> refusedTo(GatewayKit::Key who)
    {
        const auto errors = kit.heardOf<ErrorMessage>(who);
        return errors.isEmpty() ? std::nullopt : std::optional(errors.back().code);
    }

    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key oezdemir;
    GatewayKit::Key kim;
    GatewayKit::Key alex;
};

} // namespace

//! What two people look at together, and who else sees nothing of it.
class GatewayViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheClerkShowsBothSeeAndNobodyElse()
    {
        Visit visit;
        visit.show();
        const SharedView whole{.document = kPapers};
        QCOMPARE(visit.kit.heardOf<citizen::ViewState>(visit.kim).back().view, whole);
        const auto told = visit.kit.heardOf<clerk::ViewState>(visit.schmidt);
        QCOMPARE(told.back().ticket, kKim);
        QCOMPARE(told.back().view, whole);
        QVERIFY(visit.kit.heardOf<clerk::ViewState>(visit.oezdemir).isEmpty());
        QVERIFY(visit.kit.heardOf<citizen::ViewState>(visit.alex).isEmpty());
    }

    void onlyWhatIsAcceptedIsShown()
    {
        Visit visit;
        visit.kit.documents.cards[kKim].front().state = documents::State::Offered;
        visit.show();
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::Gone);
        visit.show(DocumentId::fromBits({9, 9}));
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::Gone);
        QVERIFY(visit.kit.heardOf<citizen::ViewState>(visit.kim).isEmpty());
    }

    void aPlaceIsToldToBothAndAllElseToTheOtherOne()
    {
        Visit visit;
        visit.shown();
        visit.kimDoes(onPage(3));
        QCOMPARE(visit.kit.heardOf<citizen::ViewChanged>(visit.kim),
                 (QList{citizen::ViewChanged{.from = From::Citizen, .document = kPapers, .change = onPage(3)}}));
        QCOMPARE(visit.kit.heardOf<clerk::ViewChanged>(visit.schmidt),
                 (QList{clerk::ViewChanged{
                     .ticket = kKim, .from = From::Citizen, .document = kPapers, .change = onPage(3)}}));
        visit.kimDoes(Pointer{.page = 1, .x = 2, .y = 3});
        visit.kimDoes(stroke(1));
        QVERIFY(visit.kit.heardOf<citizen::ViewChanged>(visit.kim).isEmpty());
        QCOMPARE(visit.kit.heardOf<clerk::ViewChanged>(visit.schmidt).size(), 2);
    }

    void whileTheClerkTurnsTheCitizenDoesNot()
    {
        Visit visit;
        visit.shown();
        visit.schmidtDoes(onPage(5));
        visit.kit.forgetAll();
        visit.kimDoes(onPage(2));
        const auto receipt = visit.kit.heardOf<citizen::ViewChanged>(visit.kim);
        QCOMPARE(receipt.size(), 1);
        QCOMPARE(receipt.front().change, ViewChange(onPage(5)));
        QVERIFY(visit.kit.heardOf<clerk::ViewChanged>(visit.schmidt).isEmpty());
        visit.kit.wait(milliseconds{1'001});
        visit.kimDoes(onPage(2));
        QCOMPARE(visit.kit.heardOf<clerk::ViewChanged>(visit.schmidt).back().change, ViewChange(onPage(2)));
    }

    void aPageThatIsReloadedSeesAllOfIt()
    {
        Visit visit;
        visit.shown();
        visit.schmidtDoes(onPage(4));
        visit.schmidtDoes(stroke(1));
        visit.kimDoes(stroke(1));
        visit.kit.hangUp(visit.kim);
        visit.kim = visit.kit.citizen(token('a'));
        const SharedView whole{
            .document = kPapers,
            .place = onPage(4),
            .marks = {{.from = From::Clerk, .mark = stroke(1)}, {.from = From::Citizen, .mark = stroke(1)}}};
        QCOMPARE(visit.kimSees(), whole);
    }

    void anAppThatComesBackSeesAllOfIt()
    {
        Visit visit;
        visit.shown();
        visit.schmidtDoes(onPage(4));
        visit.kit.hangUp(visit.schmidt);
        visit.schmidt = visit.kit.clerk(kSchmidt);
        visit.kit.say(visit.schmidt, clerk::Arrive{.id = u"back"_s, .office = kCitizens});
        QCOMPARE(visit.kit.heardOf<clerk::ViewState>(visit.schmidt).back().view->place, onPage(4));
    }

    void anotherDocumentBeginsAnewAndTheSameOneDoesNot()
    {
        Visit visit;
        visit.shown();
        visit.schmidtDoes(onPage(4));
        visit.show();
        QCOMPARE(visit.kimSees()->place, onPage(4));
        visit.show(kOther);
        QCOMPARE(visit.kimSees(), SharedView{.document = kOther});
        // Said of the one before: passed over.
        visit.kit.forgetAll();
        visit.schmidtDoes(onPage(7));
        QVERIFY(visit.kit.heard(visit.kim).isEmpty());
    }

    void theClerkClosesIt()
    {
        Visit visit;
        visit.shown();
        visit.kit.say(visit.schmidt, clerk::CloseView{.office = kCitizens, .ticket = kKim, .epoch = 1});
        QCOMPARE(visit.kimSees(), std::nullopt);
        QCOMPARE(visit.kit.heardOf<clerk::ViewState>(visit.schmidt).back().view, std::nullopt);
    }

    void whatWasTakenBackIsShownNoMore()
    {
        Visit visit;
        visit.shown();
        visit.kit.documents.cards[kKim].removeFirst();
        visit.kit.documents.change(kKim);
        QCOMPARE(visit.kimSees(), std::nullopt);
    }

    void onHoldNobodySeesItAndAfterwardsBothDo()
    {
        Visit visit;
        visit.shown();
        visit.hold(true);
        QCOMPARE(visit.kimSees(), std::nullopt);
        visit.kimDoes(onPage(2));
        QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::WrongState);
        visit.schmidtDoes(onPage(2));
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::WrongState);
        visit.show(kOther);
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::WrongState);
        // A page that is reloaded meanwhile does not see it either.
        visit.kit.hangUp(visit.kim);
        visit.kim = visit.kit.citizen(token('a'));
        QCOMPARE(visit.kimSees(), std::nullopt);
        visit.hold(false);
        QCOMPARE(visit.kimSees(), SharedView{.document = kPapers});
    }

    void partingForgetsIt()
    {
        Visit visit;
        visit.shown();
        visit.kit.say(
            visit.schmidt,
            clerk::ReturnTicket{
                .id = u"r"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .place = office::Place::Front});
        QCOMPARE(visit.kimSees(), std::nullopt);
        visit.kit.callNext(visit.oezdemir, u"k2"_s);
        visit.kit.say(visit.kim, citizen::Enter{.id = u"e2"_s, .epoch = 2});
        QVERIFY(visit.kit.heardOf<clerk::ViewState>(visit.oezdemir).isEmpty());
        visit.kimDoes(onPage(2), 2);
        QVERIFY(visit.kit.heardOf<clerk::ViewChanged>(visit.oezdemir).isEmpty());
    }

    void anOlderEpochAndWhoeverIsNotInTheVisitChangeNothing()
    {
        Visit visit;
        visit.shown();
        visit.kimDoes(onPage(2), 0);
        QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::StaleEpoch);
        visit.kit.say(visit.alex, citizen::ChangeView{.epoch = 0, .document = kPapers, .change = onPage(2)});
        QCOMPARE(visit.refusedTo(visit.alex), ErrorCode::WrongState);
        visit.kit.say(visit.oezdemir,
                      clerk::ShowDocument{.office = kCitizens, .ticket = kKim, .epoch = 1, .document = kOther});
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::NotYours);
        QVERIFY(visit.kit.heard(visit.schmidt).isEmpty());
    }

    void ofTheMarksTheNewestAreKeptAndEachErasesTheOwn()
    {
        Visit visit;
        visit.shown();
        for (qint64 id = 1; id <= documents::kMarksKept + 1; ++id) {
            visit.kimDoes(stroke(id));
            visit.kit.wait(milliseconds{100});
        }
        visit.schmidtDoes(stroke(1));
        visit.show();
        const auto marks = visit.kimSees()->marks;
        QCOMPARE(marks.size(), documents::kMarksKept);
        QCOMPARE(marks.front().mark.id, 3);
        visit.kimDoes(Erased{.mark = 5});
        visit.kimDoes(Erased{});
        visit.show();
        QCOMPARE(visit.kimSees()->marks, (QList{documents::OwnedMark{.from = From::Clerk, .mark = stroke(1)}}));
        visit.kimDoes(stroke(1));
        visit.schmidtDoes(Erased{});
        visit.show();
        QVERIFY(visit.kimSees()->marks.isEmpty());
    }

    void ofPointersASlowReaderGetsTheNewest()
    {
        Visit visit;
        visit.shown();
        visit.kit.outbox.sent.clear();
        visit.kimDoes(Pointer{.page = 1, .x = 1, .y = 1});
        visit.kimDoes(documents::PointerGone{});
        visit.kimDoes(onPage(2));
        QCOMPARE(visit.kit.outbox.sent.size(), 4U);
        QVERIFY(visit.kit.outbox.sent.at(0).topic != gateway::Topic{});
        QCOMPARE(visit.kit.outbox.sent.at(0).topic, visit.kit.outbox.sent.at(1).topic);
        QCOMPARE(visit.kit.outbox.sent.at(2).topic, gateway::Topic{});
    }
};

QTEST_GUILESS_MAIN(GatewayViewTest)
#include "GatewayViewTest.moc"
