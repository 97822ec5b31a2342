// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using documents::State;
using protocol::ErrorCode;
using protocol::ErrorMessage;

namespace {

constexpr TicketId kKim = ticketId(1);
constexpr auto kPapers = DocumentId::fromBits({9, 1});

documents::Card offered()
{
    return {.id = kPapers,
            .from = documents::From::Citizen,
            .state = State::Offered,
            .name = u"Mietvertrag.pdf"_s,
            .kind = documents::Kind::Pdf,
            .bytes = 10,
            .received = 10};
}

//! Kim waits with Alex; Frau Schmidt and Herr Özdemir are at desks of the same office.
struct Lobby
{
    Lobby()
        : schmidt(kit.clerk(kSchmidt))
        , oezdemir(kit.clerk(kOezdemir))
        , kim(kit.citizen())
        , alex(kit.citizen())
    {
        kit.open(schmidt);
        kit.say(oezdemir, clerk::Arrive{.id = u"a"_s, .office = kCitizens});
        kit.draw(kim, token('a'));
        kit.draw(alex, token('b'));
        kit.forgetAll();
    }
    void meet()
    {
        kit.callNext(schmidt, u"k1"_s);
        kit.say(kim, citizen::Enter{.id = u"e1"_s, .epoch = 1});
    }
    void judge(GatewayKit::Key who, bool accepted, office::Epoch epoch = 1)
    {
        kit.say(who, clerk::JudgeDocument{
                         .id = u"j"_s, .ticket = kKim, .epoch = epoch, .document = kPapers, .accepted = accepted});
    }
    [[nodiscard]] std::optional<ErrorCode> refusedTo(GatewayKit::Key who)
    {
        const auto errors = kit.heardOf<ErrorMessage>(who);
        return errors.isEmpty() ? std::nullopt : std::optional(errors.back().code);
    }
    static QString token(char mark) { return QString(22, QLatin1Char(mark)); }

    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key oezdemir;
    GatewayKit::Key kim;
    GatewayKit::Key alex;
};

} // namespace

//! Who is told which files there are.
class GatewayDocumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheLobbyNobodyButTheSenderHears()
    {
        Lobby lobby;
        lobby.kit.documents.put(kKim, offered());
        QCOMPARE(lobby.kit.heardOf<citizen::DocumentList>(lobby.kim).back().documents.front().state, State::Offered);
        for (const auto key : {lobby.schmidt, lobby.oezdemir})
            QVERIFY(lobby.kit.heardOf<clerk::DocumentList>(key).isEmpty());
        QVERIFY(lobby.kit.heardOf<citizen::DocumentList>(lobby.alex).isEmpty());
    }

    void theClerkHearsWhenBothHaveMet()
    {
        Lobby lobby;
        lobby.kit.documents.put(kKim, offered());
        lobby.kit.callNext(lobby.schmidt, u"k1"_s);
        QVERIFY(lobby.kit.heardOf<clerk::DocumentList>(lobby.schmidt).isEmpty());
        lobby.kit.forgetAll();
        lobby.kit.say(lobby.kim, citizen::Enter{.id = u"e1"_s, .epoch = 1});
        // In the order in which the app needs it.
        QCOMPARE(lobby.kit.heard(lobby.schmidt), u"office.facts file.list"_s);
        lobby.kit.documents.change(kKim);
        const auto lists = lobby.kit.heardOf<clerk::DocumentList>(lobby.schmidt);
        QVERIFY(!lists.isEmpty());
        QCOMPARE(lists.back().ticket, kKim);
        QCOMPARE(lists.back().documents, QList{offered()});
        QVERIFY(lobby.kit.heardOf<clerk::DocumentList>(lobby.oezdemir).isEmpty());
    }

    void bothHearOfEveryChange()
    {
        Lobby lobby;
        lobby.meet();
        lobby.kit.forgetAll();
        lobby.kit.documents.put(kKim, offered());
        lobby.judge(lobby.schmidt, true);
        QVERIFY(lobby.kit.heard(lobby.kim).contains(u"file.list"_s));
        QCOMPARE(lobby.kit.documents.cards.at(kKim).front().state, State::Accepted);
        const auto told = lobby.kit.heardOf<clerk::DocumentList>(lobby.schmidt);
        QCOMPARE(told.back().documents.front().state, State::Accepted);
    }

    void aPageThatIsReloadedHearsOfAll()
    {
        Lobby lobby;
        lobby.kit.documents.put(kKim, offered());
        lobby.kit.hangUp(lobby.kim);
        lobby.kim = lobby.kit.citizen(Lobby::token('a'));
        QCOMPARE(lobby.kit.heardOf<citizen::DocumentList>(lobby.kim).size(), 1);
    }

    void anAppThatComesBackHearsOfAll()
    {
        Lobby lobby;
        lobby.meet();
        lobby.kit.documents.put(kKim, offered());
        lobby.kit.hangUp(lobby.schmidt);
        lobby.schmidt = lobby.kit.clerk(kSchmidt);
        lobby.kit.say(lobby.schmidt, clerk::Arrive{.id = u"back"_s, .office = kCitizens});
        QVERIFY(!lobby.kit.heardOf<clerk::DocumentList>(lobby.schmidt).isEmpty());
    }

    void nobodyElseJudges()
    {
        Lobby lobby;
        lobby.kit.documents.put(kKim, offered());
        lobby.judge(lobby.schmidt, true);
        QCOMPARE(lobby.refusedTo(lobby.schmidt), std::optional(ErrorCode::NotYours));
        lobby.meet();
        lobby.kit.forgetAll();
        lobby.judge(lobby.oezdemir, true);
        QCOMPARE(lobby.refusedTo(lobby.oezdemir), std::optional(ErrorCode::NotYours));
        const auto weber = lobby.kit.clerk(kWeber);
        lobby.judge(weber, true);
        QCOMPARE(lobby.refusedTo(weber), std::optional(ErrorCode::NotAuthorised));
        lobby.judge(lobby.schmidt, true, 0);
        QCOMPARE(lobby.refusedTo(lobby.schmidt), std::optional(ErrorCode::StaleEpoch));
        QCOMPARE(lobby.kit.documents.cards.at(kKim).front().state, State::Offered);
    }

    void theEndOfTheVisitIsTheEndOfItsFiles()
    {
        Lobby lobby;
        lobby.meet();
        lobby.kit.documents.put(kKim, offered());
        lobby.kit.say(
            lobby.schmidt,
            clerk::FinishTicket{
                .id = u"f"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .outcome = office::Outcome::Done});
        QCOMPARE(lobby.kit.documents.over, std::vector{kKim});
        lobby.kit.say(lobby.alex, citizen::Leave{.id = u"l"_s});
        QCOMPARE(lobby.kit.documents.over.size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(GatewayDocumentsTest)
#include "GatewayDocumentsTest.moc"
