// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Workplace.h"

#include "tests/unit/clerk-app/FakeDocumentPort.h"
#include "tests/unit/clerk-app/OfficeKit.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::model;
using documents::From;
using documents::State;
using protocol::ErrorCode;
namespace wire = sprechtag::protocol::clerk;

namespace {

constexpr auto kPapers = DocumentId::fromBits({9, 1});

//! A workplace where Kim is there, and the files of the visit.
struct Desk
{
    StillClock clock;
    KeepingPort port;
    FakeDocumentPort files;
    Workplace workplace{port, clock};
    Counter counter{1, u"Bürgerservice"_s, u"B"_s, clock};
    VisitDocuments &documents{workplace.documents()};

    Desk()
    {
        documents.serveBy(files);
        workplace.setLine({LineState::Online, {}, {}, {}});
        workplace.welcome({1, clock.now(), {}, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {wire::Role::Clerk}});
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
        workplace.take(counter.afterDraw(1, u"Kim"_s));
        run(office::CallNext{kMe});
        port.sent.clear();
    }
    void run(const office::Command &command) { workplace.take(counter.after(command)); }
    void enter() { run(office::Enter{ticketId(1), counter.epoch(ticketId(1))}); }
    void hear(From from, State state, std::uint64_t ticket = 1)
    {
        documents.take({ticketId(ticket),
                        {{.id = kPapers,
                          .from = from,
                          .state = state,
                          .name = u"Mietvertrag.pdf"_s,
                          .kind = sprechtag::documents::Kind::Pdf,
                          .bytes = 2048,
                          .received = 2048}}});
    }
    [[nodiscard]] QString text(int row = 0) const { return documents.index(row).data().toString(); }
};

} // namespace

//! The files of my visit: what waits for my word, and what I hand over.
class VisitDocumentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileOfTheVisitorWaitsForMyWord()
    {
        Desk desk;
        desk.enter();
        QSignalSpy offered(&desk.documents, &VisitDocuments::offered);
        desk.hear(From::Citizen, State::Offered);
        desk.hear(From::Citizen, State::Offered);
        QCOMPARE(offered.size(), 1);
        QCOMPARE(desk.documents.waiting(), 1);
        QVERIFY(desk.text().startsWith(u"Mietvertrag.pdf ("_s));
        desk.documents.judge(desk.documents.index(0), true);
        const auto said = std::get<wire::JudgeDocument>(desk.port.take<wire::JudgeDocument>().command);
        QCOMPARE(said.document, kPapers);
        QCOMPARE(said.epoch, office::Epoch{1});
        QVERIFY(said.accepted);
        desk.hear(From::Citizen, State::Accepted);
        QCOMPARE(desk.documents.waiting(), 0);
        QVERIFY(VisitDocuments::maySave(desk.documents.row(desk.documents.index(0))));
    }

    void whatIsSavedIsWhatCame()
    {
        Desk desk;
        desk.enter();
        desk.hear(From::Citizen, State::Accepted);
        desk.files.content = "the file";
        const QTemporaryDir folder;
        QSignalSpy saved(&desk.documents, &VisitDocuments::savedTo);
        desk.documents.save(desk.documents.index(0), folder.filePath(u"a.pdf"_s));
        QCOMPARE(saved.size(), 1);
        QFile file(folder.filePath(u"a.pdf"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("the file"));
    }

    void whatCannotBeSavedIsTold()
    {
        Desk desk;
        desk.enter();
        desk.hear(From::Citizen, State::Accepted);
        QSignalSpy troubled(&desk.documents, &VisitDocuments::troubled);
        desk.documents.save(desk.documents.index(0), u"/nowhere/a.pdf"_s);
        desk.files.content = "the file";
        desk.documents.save(desk.documents.index(0), u"/nowhere/a.pdf"_s);
        QCOMPARE(troubled.size(), 2);
    }

    void whatIsNotOfferedIsNotJudged()
    {
        Desk desk;
        desk.enter();
        for (const auto &[from, state] :
             {std::pair(From::Citizen, State::Coming), std::pair(From::Clerk, State::Accepted),
              std::pair(From::Citizen, State::Refused)}) {
            desk.hear(from, state);
            desk.documents.judge(desk.documents.index(0), true);
            QVERIFY(desk.port.sent.empty());
            QVERIFY(!VisitDocuments::mayAccept(desk.documents.row(desk.documents.index(0))));
        }
    }

    void mineIsShownFromTheFirstPartOn()
    {
        Desk desk;
        QVERIFY(!desk.documents.canSend());
        desk.enter();
        desk.documents.send({u"/tmp/Bescheid.pdf"_s});
        QCOMPARE(desk.files.sending.front().ticket, ticketId(1));
        QCOMPARE(desk.files.sending.front().epoch, office::Epoch{1});
        QCOMPARE(desk.documents.rowCount(), 1);
        desk.hear(From::Clerk, State::Coming);
        QCOMPARE(desk.documents.rowCount(), 1);
        desk.hear(From::Clerk, State::Accepted);
        Q_EMIT desk.files.sent(1);
        QCOMPARE(desk.documents.rowCount(), 1);
        QVERIFY(desk.files.cancelled.empty());
        desk.documents.remove(desk.documents.index(0));
        QCOMPARE(desk.files.withdrawn, std::vector{kPapers});
    }

    void aFailureStaysUntilItIsPutAway()
    {
        Desk desk;
        desk.enter();
        desk.documents.send({u"/tmp/Bescheid.pdf"_s});
        QSignalSpy troubled(&desk.documents, &VisitDocuments::troubled);
        Q_EMIT desk.files.failed(1, ErrorCode::DocumentActive);
        QCOMPARE(troubled.size(), 1);
        QVERIFY(desk.text().contains(VisitDocuments::faultText(ErrorCode::DocumentActive)));
        desk.documents.remove(desk.documents.index(0));
        QCOMPARE(desk.documents.rowCount(), 0);
        QVERIFY(desk.files.cancelled.empty());
    }

    void withTheVisitAllOfItIsGone()
    {
        Desk desk;
        desk.enter();
        desk.hear(From::Citizen, State::Offered);
        desk.documents.send({u"/tmp/Bescheid.pdf"_s});
        desk.hear(From::Citizen, State::Offered, 2);
        QCOMPARE(desk.documents.rowCount(), 2);
        desk.run(office::Finish{kMe, ticketId(1), 1, office::Outcome::Done});
        QCOMPARE(desk.documents.rowCount(), 0);
        QCOMPARE(desk.files.cancelled, std::vector{1});
        QVERIFY(!desk.documents.canSend());
    }
};

QTEST_GUILESS_MAIN(VisitDocumentsTest)
#include "VisitDocumentsTest.moc"
