// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/Cabinet.h"
#include "shared/domain/town/Validate.h"
#include "tests/unit/broker/BrokerKit.h"
#include "tests/unit/documents/SamplePdf.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::documents;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using broker::DocumentPerson;
using broker::DocumentProgress;

namespace {

//! A visit in the Bürgerservice, and a cabinet for its files.
struct Scene
{
    explicit Scene(const QString &scanner = {})
        : scannerAddress(scanner)
    {
        kit.open();
        kit.draw("kim");
        kit.broker.flush();
        openCabinet();
    }

    //! As a server that starts anew.
    void openCabinet()
    {
        cabinet.reset();
        cabinet = std::make_unique<Cabinet>(Cabinet::Tools{.record = kit.broker.record(),
                                                           .clock = kit.clock,
                                                           .shelf = Shelf(folder.path()),
                                                           .scanner = Scanner(scannerAddress, 500),
                                                           .inspector = Inspector(QStringLiteral(SPRECHTAG_INSPECT))});
        cabinet->load();
        cabinet->onChanged([this](TicketId) { ++changes; });
    }
    void meet()
    {
        kit.broker.run(kCitizens, office::CallNext{.clerk = kSchmidt}, BrokerKit::key("call"), kit.witness.reply({}));
        kit.broker.flush();
        kit.broker.runForTicket(
            "kim",
            [](TicketId ticket) {
                return office::Enter{ticket, 1};
            },
            BrokerKit::key("enter"), kit.witness.reply({}));
        kit.broker.flush();
    }
    void finish()
    {
        kit.broker.run(kCitizens, office::Finish{kSchmidt, kKim, 1, office::Outcome::Done}, BrokerKit::key("finish"),
                       kit.witness.reply({}));
        kit.broker.flush();
        cabinet->ended(kKim);
    }
    [[nodiscard]] broker::DocumentStart ofClerk(qint64 bytes) const
    {
        return {.ticket = kKim, .epoch = 1, .name = u"Bescheid.pdf"_s, .bytes = bytes};
    }
    //! Every part of it; what the last one was answered.
    DocumentProgress send(const DocumentPerson &who, DocumentId document, const QByteArray &content)
    {
        DocumentProgress last;
        for (qint64 at = 0; at < content.size(); at += kPartBytes)
            last = part(who, document, at, content.mid(at, kPartBytes));
        return last;
    }
    DocumentProgress part(const DocumentPerson &who, DocumentId document, qint64 from, const QByteArray &bytes)
    {
        std::optional<DocumentProgress> answer;
        cabinet->append(who, document, from, bytes, [&answer](const DocumentProgress &progress) { answer = progress; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 30'000); }();
        return answer.value_or(DocumentProgress{});
    }
    //! A form of the stock, by the clerk who is with the visitor; none: it was refused.
    std::optional<DocumentId> place(const QByteArray &pdf)
    {
        std::optional<Result<DocumentId, Fault>> answer;
        cabinet->place(kSchmidt, ofClerk(0), pdf,
                       [&answer](const Result<DocumentId, Fault> &placed) { answer = placed; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 30'000); }();
        return answer && *answer ? std::optional(answer->value()) : std::nullopt;
    }
    //! A whole file of the citizen.
    DocumentId handOver(const QByteArray &content, const QString &name = u"Mietvertrag.pdf"_s)
    {
        const auto begun = cabinet->begin(kKim, {.name = name, .bytes = content.size()});
        [&] { QVERIFY(begun.ok()); }();
        const DocumentProgress done = send(kKim, *begun, content);
        [&] { QCOMPARE(static_cast<int>(done.refused.value_or(static_cast<Fault>(-1))), -1); }();
        return *begun;
    }
    [[nodiscard]] int filesOnDisk() const
    {
        int files = 0;
        for (QDirIterator each(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext();
             each.next())
            ++files;
        return files;
    }
    [[nodiscard]] bool diskHolds(const QByteArray &word) const
    {
        for (QDirIterator each(folder.path(), QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
            QFile file(each.next());
            if (file.open(QIODevice::ReadOnly) &&
                (file.readAll().contains(word) || file.fileName().contains(QString::fromLatin1(word))))
                return true;
        }
        return false;
    }

    static constexpr TicketId kKim = ticketId(1);
    QString scannerAddress;
    QTemporaryDir folder;
    BrokerKit kit;
    std::unique_ptr<Cabinet> cabinet;
    int changes{};
};

//! Large enough for several parts.
QByteArray longPdf()
{
    return samplePdf({}, {}, {"<< /Length 600000 >>\nstream\n" + QByteArray(600'000, 'a') + "\nendstream"});
}

} // namespace

//! Who may do what with the files of a visit, and what is left of them.
class CabinetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileFromTheLobbyWaitsForTheClerk()
    {
        Scene scene;
        const DocumentId document = scene.handOver(longPdf());
        QCOMPARE(scene.cabinet->read(kSchmidt, document, 0, 10).error(), Fault::Gone);
        scene.meet();
        QCOMPARE(scene.cabinet->of(Scene::kKim).front().state, State::Offered);
        QCOMPARE(scene.cabinet->of(Scene::kKim).front().name.reveal(), u"Mietvertrag.pdf"_s);
        QCOMPARE(scene.cabinet->read(kSchmidt, document, 0, 10).error(), Fault::WrongState);
        const broker::DocumentVerdict yes{.ticket = Scene::kKim, .epoch = 1, .document = document, .accepted = true};
        QCOMPARE(scene.cabinet->judge(kOezdemir, yes), std::optional(Fault::Gone));
        QCOMPARE(scene.cabinet->judge(kSchmidt, yes), std::nullopt);
        QCOMPARE(scene.cabinet->judge(kSchmidt, yes), std::nullopt);
        QCOMPARE(scene.cabinet->read(kSchmidt, document, 0, kFileBytes)->bytes, longPdf());
        QCOMPARE(scene.cabinet->read(kOezdemir, document, 0, 10).error(), Fault::Gone);
        QCOMPARE(scene.cabinet->read(ticketId(9), document, 0, 10).error(), Fault::Gone);
    }

    void whatWasTakenOutOfAFileIsToldAndStaysTold()
    {
        Scene scene;
        scene.handOver(samplePdf());
        scene.handOver(samplePdf("/OpenAction << /S /JavaScript /JS (x) >>"));
        QVERIFY(!scene.cabinet->of(Scene::kKim).front().cleaned);
        QVERIFY(scene.cabinet->of(Scene::kKim).back().cleaned);
        scene.openCabinet();
        QVERIFY(!scene.cabinet->of(Scene::kKim).front().cleaned);
        QVERIFY(scene.cabinet->of(Scene::kKim).back().cleaned);
    }

    void aFormOfTheStockIsAFileOfTheVisit()
    {
        Scene scene;
        QVERIFY(!scene.place(samplePdf()));
        scene.meet();
        const auto document = scene.place(samplePdf());
        QVERIFY(document);
        const Card card = scene.cabinet->of(Scene::kKim).front();
        QCOMPARE(card.id, *document);
        QCOMPARE(card.from, From::Clerk);
        QCOMPARE(card.state, State::Accepted);
        QCOMPARE(card.kind, std::optional(Kind::Pdf));
        QCOMPARE(card.name.reveal(), u"Bescheid.pdf"_s);
        QCOMPARE(scene.cabinet->read(Scene::kKim, *document, 0, kFileBytes)->bytes, samplePdf());
        QVERIFY(!scene.diskHolds("MediaBox"));
        scene.openCabinet();
        QCOMPARE(scene.cabinet->read(Scene::kKim, *document, 0, kFileBytes)->bytes, samplePdf());
        for (int i = 1; i < kOfOneSide; ++i)
            QVERIFY(scene.place(samplePdf()));
        QVERIFY(!scene.place(samplePdf()));
        scene.finish();
        QCOMPARE(scene.filesOnDisk(), 0);
    }

    void aFileForTheStockIsCheckedAndWaitsForItsName()
    {
        Scene scene;
        const QByteArray pdf = samplePdf("/OpenAction << /S /JavaScript /JS (x) >>");
        const broker::DocumentStart start{.office = kCitizens, .name = u"Antrag.pdf"_s, .bytes = pdf.size()};
        QCOMPARE(scene.cabinet->begin(Scene::kKim, start).error(), Fault::Gone);
        const auto begun = scene.cabinet->begin(kSchmidt, start);
        QVERIFY(begun.ok());
        QCOMPARE(scene.part(kOezdemir, *begun, 0, pdf).refused, std::optional(Fault::Gone));
        const DocumentProgress done = scene.send(kSchmidt, *begun, pdf);
        QVERIFY(done.form && done.form->cleaned);
        QVERIFY(!done.form->content.contains("/JS"));
        // Whoever has lost the line hears the same again.
        QCOMPARE(scene.send(kSchmidt, *begun, pdf), done);
        const QString sum = done.form->file.sha256;
        QCOMPARE(scene.cabinet->formFor(kSchmidt, kCitizens, sum), done.form);
        QVERIFY(!scene.cabinet->formFor(kSchmidt, kCars, sum));
        QVERIFY(!scene.cabinet->formFor(kOezdemir, kCitizens, sum));
        QCOMPARE(scene.cabinet->read(kSchmidt, *begun, 0, 10).error(), Fault::Gone);
        QCOMPARE(scene.filesOnDisk(), 0);
        scene.kit.clock.advance(minutes{11});
        scene.cabinet->tick();
        QVERIFY(!scene.cabinet->formFor(kSchmidt, kCitizens, sum));
    }

    void noPictureAndNothingTooLargeIsAForm()
    {
        Scene scene;
        const auto start = [](qint64 bytes) {
            return broker::DocumentStart{.office = kCitizens, .name = u"Antrag.pdf"_s, .bytes = bytes};
        };
        QCOMPARE(scene.cabinet->begin(kSchmidt, start(town::kMostFormBytes + 1)).error(), Fault::TooLarge);
        QCOMPARE(scene.cabinet->begin(kSchmidt, start(0)).error(), Fault::Damaged);
        const auto begun = scene.cabinet->begin(kSchmidt, start(6));
        QCOMPARE(scene.send(kSchmidt, *begun, "GIF89a").refused, std::optional(Fault::WrongType));
        QCOMPARE(scene.cabinet->withdraw(kOezdemir, *begun), std::optional(Fault::Gone));
        QCOMPARE(scene.cabinet->withdraw(kSchmidt, *begun), std::nullopt);
        // A person brings one at a time, and only few do so at once.
        for (std::uint64_t i = 1; i <= 4; ++i)
            QVERIFY(scene.cabinet->begin(clerkId(i), start(6)).ok());
        QVERIFY(scene.cabinet->begin(clerkId(1), start(6)).ok());
        QCOMPARE(scene.cabinet->begin(clerkId(5), start(6)).error(), Fault::TooMany);
    }

    void whatIsRefusedIsGone()
    {
        Scene scene;
        const DocumentId document = scene.handOver(samplePdf());
        scene.meet();
        QCOMPARE(scene.cabinet->judge(kSchmidt,
                                      {.ticket = Scene::kKim, .epoch = 1, .document = document, .accepted = false}),
                 std::nullopt);
        QCOMPARE(scene.cabinet->of(Scene::kKim).front().state, State::Refused);
        QCOMPARE(scene.cabinet->read(Scene::kKim, document, 0, 10).error(), Fault::Gone);
        QCOMPARE(scene.filesOnDisk(), 1); // its card
        QCOMPARE(
            scene.cabinet->judge(kSchmidt, {.ticket = Scene::kKim, .epoch = 1, .document = document, .accepted = true}),
            std::optional(Fault::WrongState));
    }

    void theClerkHandsOverToTheOwnVisitorAlone()
    {
        Scene scene;
        QCOMPARE(scene.cabinet->begin(kSchmidt, scene.ofClerk(10)).error(), Fault::Gone);
        scene.meet();
        QCOMPARE(scene.cabinet->begin(kOezdemir, scene.ofClerk(10)).error(), Fault::Gone);
        auto old = scene.ofClerk(10);
        old.epoch = 0;
        QCOMPARE(scene.cabinet->begin(kSchmidt, old).error(), Fault::Gone);
        const auto begun = scene.cabinet->begin(kSchmidt, scene.ofClerk(samplePdf().size()));
        QVERIFY(begun.ok());
        QCOMPARE(scene.part(Scene::kKim, *begun, 0, samplePdf()).refused, std::optional(Fault::Gone));
        QCOMPARE(scene.send(kSchmidt, *begun, samplePdf()).refused, std::nullopt);
        QCOMPARE(scene.cabinet->of(Scene::kKim).front().state, State::Accepted);
        QCOMPARE(scene.cabinet->read(Scene::kKim, *begun, 0, kFileBytes)->bytes, samplePdf());
    }

    void aPartThatCameBeforeIsAnsweredAgain()
    {
        Scene scene;
        const QByteArray pdf = longPdf();
        const auto begun = scene.cabinet->begin(Scene::kKim, {.name = u"a"_s, .bytes = pdf.size()});
        const QByteArray first = pdf.left(kPartBytes);
        QCOMPARE(scene.part(Scene::kKim, *begun, 0, first).received, kPartBytes);
        QCOMPARE(scene.part(Scene::kKim, *begun, 0, QByteArray(kPartBytes, 'x')).received, kPartBytes);
        const auto skipped = scene.part(Scene::kKim, *begun, 2 * kPartBytes, pdf.mid(2 * kPartBytes));
        QCOMPARE(skipped.refused, std::optional(Fault::OutOfOrder));
        QCOMPARE(skipped.received, kPartBytes);
        const auto half = scene.part(Scene::kKim, *begun, kPartBytes, first.left(100));
        QCOMPARE(half.refused, std::optional(Fault::OutOfOrder));
        QCOMPARE(scene.send(Scene::kKim, *begun, pdf).refused, std::nullopt);
        QCOMPARE(scene.part(Scene::kKim, *begun, 2 * kPartBytes, pdf.mid(2 * kPartBytes)).received, pdf.size());
        QCOMPARE(scene.cabinet->read(Scene::kKim, *begun, 0, kFileBytes)->bytes, pdf);
    }

    void thereIsAnEndToSizeAndNumber()
    {
        Scene scene;
        const auto begin = [&](qint64 bytes) {
            return scene.cabinet->begin(Scene::kKim, {.name = u"a"_s, .bytes = bytes});
        };
        QCOMPARE(begin(kFileBytes + 1).error(), Fault::TooLarge);
        QCOMPARE(begin(0).error(), Fault::Damaged);
        QCOMPARE(scene.filesOnDisk(), 0);
        std::vector<DocumentId> begun;
        begun.reserve(kOfOneSide);
        for (int i = 0; i < kOfOneSide; ++i)
            begun.push_back(*begin(kFileBytes));
        QCOMPARE(begin(1).error(), Fault::TooMany);
        for (int i = kOfOneSide; i < kBegunByOneSide; ++i) {
            QCOMPARE(scene.cabinet->withdraw(Scene::kKim, begun.back()), std::nullopt);
            begun.back() = *begin(1);
        }
        QCOMPARE(scene.cabinet->withdraw(Scene::kKim, begun.back()), std::nullopt);
        QCOMPARE(begin(1).error(), Fault::TooMany);
    }

    void whatNeverEndsIsForgotten()
    {
        Scene scene;
        const auto begun = scene.cabinet->begin(Scene::kKim, {.name = u"a"_s, .bytes = 2 * kPartBytes});
        QCOMPARE(scene.part(Scene::kKim, *begun, 0, QByteArray(kPartBytes, 'a')).received, kPartBytes);
        scene.kit.clock.advance(seconds{kUnfinishedSeconds - 1});
        scene.cabinet->tick();
        QCOMPARE(scene.cabinet->of(Scene::kKim).size(), 1);
        scene.kit.clock.advance(seconds{2});
        scene.cabinet->tick();
        QVERIFY(scene.cabinet->of(Scene::kKim).isEmpty());
        QCOMPARE(scene.filesOnDisk(), 0);
        QCOMPARE(scene.part(Scene::kKim, *begun, kPartBytes, QByteArray(kPartBytes, 'a')).refused,
                 std::optional(Fault::Gone));
    }

    void whoLostTheLineHearsOfTheRefusalAgain()
    {
        Scene scene;
        const QByteArray page("<html>");
        const auto begun = scene.cabinet->begin(Scene::kKim, {.name = u"a.pdf"_s, .bytes = page.size()});
        QCOMPARE(scene.send(Scene::kKim, *begun, page).refused, std::optional(Fault::WrongType));
        QVERIFY(scene.cabinet->of(Scene::kKim).isEmpty());
        QCOMPARE(scene.part(Scene::kKim, *begun, 0, page).refused, std::optional(Fault::WrongType));
        QCOMPARE(scene.filesOnDisk(), 0);
    }

    void withoutItsScannerNothingIsTaken()
    {
        Scene scene(u"unix:/nowhere/clamd.ctl"_s);
        const auto begun = scene.cabinet->begin(Scene::kKim, {.name = u"a.pdf"_s, .bytes = samplePdf().size()});
        QCOMPARE(scene.send(Scene::kKim, *begun, samplePdf()).refused, std::optional(Fault::Unchecked));
        QCOMPARE(scene.filesOnDisk(), 0);
    }

    void theEndOfTheVisitIsTheEndOfItsFiles()
    {
        Scene scene;
        const DocumentId document = scene.handOver(samplePdf());
        QVERIFY(scene.cabinet->begin(Scene::kKim, {.name = u"a"_s, .bytes = 100}).ok());
        scene.meet();
        scene.finish();
        QVERIFY(scene.cabinet->of(Scene::kKim).isEmpty());
        QCOMPARE(scene.cabinet->read(kSchmidt, document, 0, 10).error(), Fault::Gone);
        QVERIFY(QDir(scene.folder.path()).isEmpty());
    }

    void whatWasTakenBackLeavesNothingEither()
    {
        Scene scene;
        QCOMPARE(scene.cabinet->withdraw(Scene::kKim, scene.handOver(samplePdf())), std::nullopt);
        QVERIFY(scene.cabinet->of(Scene::kKim).isEmpty());
        QCOMPARE(scene.filesOnDisk(), 0);
        scene.meet();
        scene.finish();
        QVERIFY(QDir(scene.folder.path()).isEmpty());
    }

    void aCheckThatEndsAfterTheVisitLeavesNothing()
    {
        Scene scene;
        scene.meet();
        const QByteArray pdf = samplePdf();
        const auto begun = scene.cabinet->begin(Scene::kKim, {.name = u"a"_s, .bytes = pdf.size()});
        std::optional<DocumentProgress> answer;
        scene.cabinet->append(Scene::kKim, *begun, 0, pdf, [&](const DocumentProgress &said) { answer = said; });
        scene.finish();
        QVERIFY(answer && answer->refused == Fault::Gone);
        QTRY_VERIFY_WITH_TIMEOUT(QDir(scene.folder.path()).isEmpty(), 30'000);
    }

    void nothingOfItCanBeReadOnTheDisk()
    {
        Scene scene;
        const QByteArray pdf = samplePdf({}, {}, {"(Kanarienvogel)"});
        QVERIFY(pdf.contains("Kanarienvogel"));
        scene.handOver(pdf, u"Kanarienvogel.pdf"_s);
        QVERIFY(scene.filesOnDisk() > 0);
        QVERIFY(!scene.diskHolds("Kanarienvogel"));
        QVERIFY(!scene.diskHolds("%PDF"));
    }

    void aRestartKeepsWhatIsWholeAndNothingElse()
    {
        Scene scene;
        const DocumentId whole = scene.handOver(longPdf());
        const auto begun = scene.cabinet->begin(Scene::kKim, {.name = u"a"_s, .bytes = 2 * kPartBytes});
        QCOMPARE(scene.part(Scene::kKim, *begun, 0, QByteArray(kPartBytes, 'a')).received, kPartBytes);
        QVERIFY(QDir(scene.folder.path()).mkpath(QString::fromStdString(ticketId(7).text()) + u"/x"_s));
        scene.openCabinet();
        QCOMPARE(QDir(scene.folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        QCOMPARE(scene.filesOnDisk(), 2); // the file and its card
        QCOMPARE(scene.cabinet->of(Scene::kKim).size(), 1);
        QCOMPARE(scene.cabinet->read(Scene::kKim, whole, 0, kFileBytes)->bytes, longPdf());
        QCOMPARE(scene.cabinet->of(Scene::kKim).front().name.reveal(), u"Mietvertrag.pdf"_s);
    }
};

QTEST_GUILESS_MAIN(CabinetTest)
#include "CabinetTest.moc"
