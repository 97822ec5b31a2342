// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/DocumentsPanel.h"

#include "tests/unit/clerk-app/FakeDocumentPort.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QDropEvent>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using documents::From;
using documents::State;
namespace wire = sprechtag::protocol::clerk;

namespace {

constexpr auto kPapers = DocumentId::fromBits({9, 1});

//! Kim is there.
struct Visit : Scene
{
    FakeDocumentPort files;
    QToolButton *button{find<QToolButton>(u"documentsButton"_s)};
    QWidget *panel{find<QWidget>(u"documentsPanel"_s)};
    QListView *list{find<QListView>(u"documentList"_s)};
    QPushButton *accept{find<QPushButton>(u"documentAcceptButton"_s)};
    QPushButton *save{find<QPushButton>(u"documentSaveButton"_s)};

    Visit()
    {
        workplace.documents().serveBy(files);
        draw(1, u"Kim"_s);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
        run(office::CallNext{kMe});
        port.sent.clear();
    }
    void run(const office::Command &command) { workplace.take(counter.after(command)); }
    void meet() { run(office::Enter{ticketId(1), 1}); }
    void hear(State state)
    {
        workplace.documents().take({ticketId(1),
                                    {{.id = kPapers,
                                      .from = From::Citizen,
                                      .state = state,
                                      .name = u"Mietvertrag.pdf"_s,
                                      .kind = documents::Kind::Pdf,
                                      .bytes = 2048,
                                      .received = 2048}}});
    }
};

} // namespace

//! The files of the visit in the window.
class DocumentsPanelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isThereWhenBothHaveMet()
    {
        Visit visit;
        QVERIFY(!visit.button->isEnabled());
        visit.meet();
        QVERIFY(visit.button->isEnabled());
        QVERIFY(!visit.panel->isVisible());
        visit.button->click();
        QVERIFY(visit.panel->isVisible());
    }

    void opensForAFileOfTheVisitorAndCountsIt()
    {
        Visit visit;
        visit.meet();
        visit.hear(State::Offered);
        QVERIFY(visit.panel->isVisible());
        QVERIFY(visit.button->text().contains(u"(1)"_s));
        QVERIFY(visit.accept->isEnabled());
        QVERIFY(!visit.save->isEnabled());
        visit.accept->click();
        QVERIFY(std::get<wire::JudgeDocument>(visit.port.take<wire::JudgeDocument>().command).accepted);
        visit.hear(State::Accepted);
        QVERIFY(!visit.accept->isEnabled());
        QVERIFY(visit.save->isEnabled());
        QVERIFY(!visit.button->text().contains(u"(1)"_s));
    }

    void whatIsAcceptedCanBeLookedAtTogether()
    {
        Visit visit;
        visit.meet();
        auto *show = visit.find<QPushButton>(u"documentShowButton"_s);
        auto &documents = visit.workplace.documents();
        std::optional<DocumentId> wanted;
        bool ended = false;
        QObject::connect(&documents, &clerk::model::VisitDocuments::showWanted, show,
                         [&wanted](DocumentId document) { wanted = document; });
        QObject::connect(&documents, &clerk::model::VisitDocuments::hideWanted, show, [&ended] { ended = true; });
        const auto press = [&] {
            visit.list->setCurrentIndex(visit.list->model()->index(0, 0));
            show->click();
        };
        visit.hear(State::Offered);
        QVERIFY(!show->isEnabled());
        visit.hear(State::Accepted);
        press();
        QCOMPARE(wanted, kPapers);
        documents.setShown(kPapers);
        QVERIFY(visit.list->model()->index(0, 0).data().toString().contains(u"both look at it now"_s));
        press();
        QVERIFY(ended);
        // On hold nothing is shown to anybody.
        documents.setShown(std::nullopt);
        visit.run(office::ControlCall{kMe, ticketId(1), 1, {.onHold = true}});
        QVERIFY(!show->isEnabled());
    }

    void aDroppedFileIsHandedOver()
    {
        Visit visit;
        visit.meet();
        visit.button->click();
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(u"/tmp/Bescheid.pdf"_s), QUrl(u"https://example.org/a.pdf"_s)});
        QDragEnterEvent entering({5, 5}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(visit.panel, &entering);
        QVERIFY(entering.isAccepted());
        QDropEvent event({5, 5}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(visit.panel, &event);
        QCOMPARE(visit.files.sending.size(), std::size_t{1});
        QCOMPARE(visit.files.sending.front().path, u"/tmp/Bescheid.pdf"_s);
    }

    void isEmptyAndShutWhenTheVisitIsOver()
    {
        Visit visit;
        visit.meet();
        visit.hear(State::Offered);
        visit.run(office::Finish{kMe, ticketId(1), 1, office::Outcome::Done});
        QCOMPARE(visit.list->model()->rowCount(), 0);
        QVERIFY(!visit.button->isEnabled());
        QVERIFY(!visit.button->isChecked());
    }
};

QTEST_MAIN(DocumentsPanelTest)
#include "DocumentsPanelTest.moc"
