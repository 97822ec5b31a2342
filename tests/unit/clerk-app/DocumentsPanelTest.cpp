// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/DocumentsPanel.h"

#include "tests/unit/clerk-app/FakeDocumentPort.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QDirIterator>
#include <QDropEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWindow>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using documents::From;
using documents::State;
namespace wire = sprechtag::protocol::clerk;

namespace {

constexpr auto kPapers = DocumentId::fromBits({9, 1});
constexpr auto kForm = FormId::fromBits({6, 1});
constexpr auto kPaper = FormId::fromBits({6, 2});

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

    void aFormOfTheOfficeIsOpenedWithOneChoice()
    {
        Visit visit;
        visit.meet();
        visit.button->click();
        auto *button = visit.find<QPushButton>(u"stockButton"_s);
        QVERIFY(button->isEnabled());
        button->click();
        const auto asked = visit.port.take<wire::ListStock>();
        QVERIFY(std::get<wire::ListStock>(asked.command).ticket == ticketId(1));
        clerk::connection::Answer stock;
        stock.stock = {{kForm, u"Anmeldung & Ummeldung"_s, 14}, {kPaper, u"Merkblatt"_s, 0}};
        answer(asked, stock);
        auto *menu = visit.find<QMenu>(u"stockMenu"_s);
        QCOMPARE(menu->actions().size(), 2);
        QCOMPARE(menu->actions().constFirst()->text(), u"Anmeldung && Ummeldung"_s);
        QCOMPARE(menu->activeAction(), menu->actions().constFirst());
        std::optional<std::pair<DocumentId, bool>> taken;
        QObject::connect(&visit.workplace.documents().stock(), &clerk::model::FormStock::taken, button,
                         [&taken](DocumentId document, bool toFillIn) { taken.emplace(document, toFillIn); });
        menu->actions().constFirst()->trigger();
        const auto sent = visit.port.take<wire::TakeForm>();
        const auto &command = std::get<wire::TakeForm>(sent.command);
        QVERIFY(command.form == kForm && command.ticket == ticketId(1) && command.epoch == 1);
        clerk::connection::Answer copy;
        copy.document = kPapers;
        answer(sent, copy);
        QVERIFY(taken && taken->first == kPapers && taken->second);
        menu->hide();
    }

    void anOfficeWithoutFormsSaysWhoAddsThem()
    {
        Visit visit;
        visit.meet();
        visit.button->click();
        visit.find<QPushButton>(u"stockButton"_s)->click();
        answer(visit.port.take<wire::ListStock>(), clerk::connection::Answer());
        auto *menu = visit.find<QMenu>(u"stockMenu"_s);
        QCOMPARE(menu->actions().size(), 1);
        QVERIFY(!menu->actions().constFirst()->isEnabled());
        QVERIFY(visit.find<QLabel>(u"documentNews"_s)->text().contains(u"head of office"_s));
        menu->hide();
    }

    void aFormThatIsGoneIsTold()
    {
        Visit visit;
        visit.meet();
        visit.button->click();
        visit.workplace.documents().stock().take({kForm, u"Anmeldung"_s, 14});
        answer(visit.port.take<wire::TakeForm>(), refused(protocol::ErrorCode::Gone));
        QVERIFY(visit.find<QLabel>(u"documentNews"_s)->text().contains(u"not there any more"_s));
    }

    void whatWasTakenOutOfAFileIsTold()
    {
        Visit visit;
        visit.meet();
        visit.workplace.documents().take({ticketId(1),
                                          {{.id = kPapers,
                                            .from = From::Citizen,
                                            .state = State::Offered,
                                            .name = u"Antrag.pdf"_s,
                                            .kind = documents::Kind::Pdf,
                                            .cleaned = true,
                                            .bytes = 2048,
                                            .received = 2048}}});
        QVERIFY(visit.list->model()->index(0, 0).data().toString().contains(u"were taken out"_s));
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

    void aQuestionIsGoneWithItsAnswer()
    {
        Visit visit;
        visit.meet();
        auto *news = visit.find<QLabel>(u"documentNews"_s);
        visit.hear(State::Offered);
        QVERIFY(news->text().contains(u"Mietvertrag.pdf"_s));
        visit.hear(State::Accepted);
        QCOMPARE(news->text(), QString());
    }

    // The drag itself needs a desktop to drop it on; what is dragged is a file that lies ready.
    void aFileCanBeDraggedOutUntilTheVisitEnds()
    {
        const QTemporaryDir temporary;
        qputenv("TMPDIR", QFile::encodeName(temporary.path()));
        const auto restore = qScopeGuard([] { qunsetenv("TMPDIR"); });
        const auto laid = [&] {
            QDirIterator files(temporary.path(), QDir::Files, QDirIterator::Subdirectories);
            return files.hasNext() ? files.next() : QString();
        };
        Visit visit;
        visit.meet();
        visit.files.content = QByteArray("%PDF-1.7");
        visit.hear(State::Offered);
        const QModelIndex file = visit.list->model()->index(0, 0);
        QVERIFY(!file.flags().testFlag(Qt::ItemIsDragEnabled));
        visit.hear(State::Accepted);
        visit.list->setCurrentIndex(visit.list->model()->index(0, 0));
        QCoreApplication::processEvents(); // the list is laid out
        QWidget *surface = visit.list->viewport();
        const QPoint row = surface->mapTo(&visit.window, visit.list->visualRect(visit.list->currentIndex()).center());
        QWindow *window = visit.window.windowHandle();
        QTest::mousePress(window, Qt::LeftButton, {}, row);
        QCOMPARE(laid(), QString());
        QTest::mouseMove(window, row + QPoint(QApplication::startDragDistance() + 1, 0));
        QTest::mouseMove(window, row + QPoint(3 * QApplication::startDragDistance(), 0));
        QTest::mouseRelease(window, Qt::LeftButton, {}, row);
        QFile dragged(laid());
        QVERIFY(dragged.fileName().endsWith(u"/Mietvertrag.pdf"_s));
        QVERIFY(dragged.open(QIODevice::ReadOnly));
        QCOMPARE(dragged.readAll(), QByteArray("%PDF-1.7"));
        visit.run(office::Finish{kMe, ticketId(1), 1, office::Outcome::Done});
        QCOMPARE(laid(), QString());
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
