// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/DocumentDirector.h"

#include "tests/unit/clerk-app/AppKit.h"
#include "tests/unit/clerk-app/FakeDocumentPort.h"
#include "tests/unit/clerk-app/OfficeKit.h"
#include "tests/unit/clerk-app/ScriptedServer.h"

#include <QSignalSpy>

using namespace sprechtag;
using namespace sprechtag::clerk::app;
using namespace sprechtag::clerk::test;
using documents::From;
using sprechtag::clerk::model::LineState;
using sprechtag::clerk::model::VisitDocuments;
namespace wire = sprechtag::protocol::clerk;

namespace {

constexpr auto kPapers = DocumentId::fromBits({9, 1});
const QByteArray kContent("%PDF-1.7");

//! Kim is in the conversation and has handed over a paper.
struct Desk
{
    ScriptedServer server;
    StillClock clock;
    Counter counter{1, u"Bürgerservice"_s, u"B"_s, clock};
    FakeDocumentPort files;
    clerk::connection::ServerConnection line;
    clerk::model::Workplace workplace{line, clock};
    RecordingSurface surface;
    DocumentDirector director{line, workplace, files};

    Desk()
    {
        QObject::connect(&line, &clerk::connection::ServerConnection::statusChanged, &workplace,
                         &clerk::model::Workplace::setLine);
        QObject::connect(&line, &clerk::connection::ServerConnection::documentsReceived, &workplace.documents(),
                         [this](const wire::DocumentList &list) { workplace.documents().take(list); });
        line.open(clerk::connection::ServerAddress::parse(server.address()).value(), Secret("token"), u"de"_s);
        (void)server.next<wire::Hello>();
        const wire::Welcome welcome{1, clock.now(), u"Musterland"_s, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {}};
        server.say(welcome);
        if (!QTest::qWaitFor([this] { return workplace.line().state == LineState::Online; }))
            qFatal("no line");
        workplace.welcome(welcome);
        workplace.documents().serveBy(files);
        files.content = kContent;
        director.attach(surface);
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
        workplace.take(counter.afterDraw(1, u"Kim"_s));
        run(office::CallNext{kMe});
        run(office::Enter{ticketId(1), 1});
    }
    void run(const office::Command &command) { workplace.take(counter.after(command)); }
    void handOver(documents::Kind kind = documents::Kind::Pdf)
    {
        server.say(wire::DocumentList{ticketId(1),
                                      {{.id = kPapers,
                                        .from = From::Citizen,
                                        .state = documents::State::Accepted,
                                        .name = u"Antrag"_s,
                                        .kind = kind,
                                        .bytes = 8,
                                        .received = 8}}});
    }
    void tell(int page = 1)
    {
        server.say(wire::ViewState{ticketId(1), documents::SharedView{.document = kPapers, .place = {.page = page}}});
    }
};

} // namespace

//! The document that both look at, between server and call page.
class DocumentDirectorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isShownAsItIsWithItsContent_data()
    {
        QTest::addColumn<documents::Kind>("kind");
        QTest::newRow("PDF") << documents::Kind::Pdf;
        QTest::newRow("JPEG") << documents::Kind::Jpeg;
        QTest::newRow("PNG") << documents::Kind::Png;
    }
    void isShownAsItIsWithItsContent()
    {
        QFETCH(documents::Kind, kind);
        Desk desk;
        desk.handOver(kind);
        desk.tell(3);
        QTRY_COMPARE(desk.surface.told, QStringList({u"document Antrag on page 3"_s}));
        QCOMPARE(desk.surface.shown->content, kContent);
        QCOMPARE(desk.surface.shown->kind, kind);
    }

    void theListMayComeAfterWhatIsShownOfIt()
    {
        Desk desk;
        desk.tell();
        desk.handOver();
        QTRY_COMPARE(desk.surface.told, QStringList({u"document Antrag on page 1"_s}));
    }

    void theClerkShowsAndEnds()
    {
        Desk desk;
        Q_EMIT desk.workplace.documents().showWanted(kPapers);
        QCOMPARE(desk.server.next<wire::ShowDocument>().document, kPapers);
        Q_EMIT desk.surface.documentCloseWanted();
        QCOMPARE(desk.server.next<wire::CloseView>().ticket, ticketId(1));
    }

    void whatOneDoesTheOtherOneSees()
    {
        Desk desk;
        desk.handOver();
        desk.tell();
        QTRY_VERIFY(desk.surface.shown);
        desk.server.say(wire::ViewChanged{ticketId(1), From::Citizen, kPapers, documents::Place{.page = 2}});
        QTRY_COMPARE(desk.surface.changes.size(), 1);
        QCOMPARE(desk.surface.changes.back(), documents::ViewChange(documents::Place{.page = 2}));
        Q_EMIT desk.surface.documentChanged(kPapers, documents::Place{.page = 5});
        QCOMPARE(desk.server.next<wire::ChangeView>().change, documents::ViewChange(documents::Place{.page = 5}));
        // Of another document than the one that is shown nothing is said.
        Q_EMIT desk.surface.documentChanged(DocumentId::fromBits({9, 2}), documents::Place{.page = 6});
        Q_EMIT desk.surface.documentCloseWanted();
        QCOMPARE(desk.server.next<wire::CloseView>().ticket, ticketId(1));
    }

    void aNewPictureShowsItAsItIsNow()
    {
        Desk desk;
        desk.handOver();
        desk.tell();
        QTRY_VERIFY(desk.surface.shown);
        desk.server.say(wire::ViewChanged{ticketId(1), From::Citizen, kPapers, documents::Place{.page = 2}});
        QTRY_COMPARE(desk.surface.changes.size(), 1);
        RecordingSurface anew;
        desk.director.attach(anew);
        QCOMPARE(anew.told, QStringList({u"document Antrag on page 2"_s}));
    }

    void isGoneWhenItIsEndedAndWithTheVisit_data()
    {
        QTest::addColumn<bool>("byServer");
        QTest::newRow("ended") << true;
        QTest::newRow("with the visit") << false;
    }
    void isGoneWhenItIsEndedAndWithTheVisit()
    {
        QFETCH(bool, byServer);
        Desk desk;
        desk.handOver();
        desk.tell();
        QTRY_VERIFY(desk.surface.shown);
        if (byServer)
            desk.server.say(wire::ViewState{ticketId(1), std::nullopt});
        else
            desk.run(office::Finish{kMe, ticketId(1), 1, office::Outcome::Done});
        QTRY_COMPARE(desk.surface.told.last(), u"hide document"_s);
    }

    void whatCannotBeFetchedIsSaidAndEnded()
    {
        Desk desk;
        desk.files.content.reset();
        QSignalSpy trouble(&desk.workplace.documents(), &VisitDocuments::troubled);
        desk.handOver();
        desk.tell();
        QTRY_COMPARE(trouble.size(), 1);
        QCOMPARE(desk.server.next<wire::CloseView>().ticket, ticketId(1));
        QVERIFY(!desk.surface.shown);
    }

    void whatIsShownToAnotherVisitorIsNoneOfIt()
    {
        Desk desk;
        desk.handOver();
        desk.server.say(wire::ViewState{ticketId(2), documents::SharedView{.document = kPapers}});
        desk.tell();
        QTRY_COMPARE(desk.surface.told, QStringList({u"document Antrag on page 1"_s}));
    }
};

QTEST_MAIN(DocumentDirectorTest)
#include "DocumentDirectorTest.moc"
