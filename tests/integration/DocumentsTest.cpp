// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/DocumentMessages.h"
#include "shared/protocol/Sessions.h"
#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"
#include "tests/unit/documents/SamplePdf.h"

#include <QDir>
#include <QDirIterator>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using documents::kPartBytes;
using documents::State;
using office::TicketState;
using protocol::ErrorCode;

namespace {

//! Large enough for three parts.
QByteArray longPdf()
{
    return samplePdf({}, {}, {"<< /Length 600000 >>\nstream\n" + QByteArray(600'000, 'a') + "\nendstream"});
}

} // namespace

//! Files over the wire, with a client that keeps no rule but those that the test names.
class DocumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_server.start());
        const auto schmidt = signIn(m_server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
        const auto weber = signIn(m_server.port(), u"weber"_s, TownFolder::password(u"weber"_s));
        QVERIFY(schmidt && weber);
        m_schmidt = "Bearer " + *schmidt;
        m_weber = "Bearer " + *weber;
        m_clerk = std::make_unique<ClerkDesk>(m_server.origin(), *schmidt);
        QVERIFY(m_clerk->greet() && m_clerk->open(m_counter));
    }

    void aFileGoesFromTheLobbyToTheClerkAndIsGoneWithTheVisit()
    {
        Citizen kim(m_server.origin());
        Citizen alex(m_server.origin());
        QVERIFY(kim.greet() && kim.draw(m_counter) && alex.greet() && alex.draw(m_counter));
        const QByteArray path = handOver(proof(kim), longPdf());
        const auto told = kim.expect<citizen::DocumentList>([](const citizen::DocumentList &list) {
            return !list.documents.isEmpty() && list.documents.front().state == State::Offered;
        });
        QVERIFY(told);
        QCOMPARE(told->documents.front().name.reveal(), u"Mietvertrag.pdf"_s);
        QCOMPARE(ask("GET", path, m_schmidt)->status, 404);
        meet(kim);
        const auto seen = m_clerk->expect<clerk::DocumentList>();
        QVERIFY(seen);
        QCOMPARE(codeOf(ask("GET", path, m_schmidt)), ErrorCode::WrongState);
        QVERIFY(m_clerk->run(judgement(kim, seen->documents.front().id)).done);
        for (const QByteArray &stranger : {m_weber, proof(alex)}) {
            QCOMPARE(ask("GET", path, stranger)->status, 404);
            QCOMPARE(ask("DELETE", path, stranger)->status, 404);
            QCOMPARE(putPart(path, stranger, 0, "x", 1)->status, 404);
        }
        const auto saved = ask("GET", path, m_schmidt);
        QCOMPARE(saved->status, 200);
        QCOMPARE(saved->body, longPdf());
        QVERIFY(saved->headers.at("content-disposition").startsWith("attachment; "));
        QVERIFY(saved->headers.at("content-security-policy").contains("sandbox"));
        QCOMPARE(saved->headers.at("x-content-type-options"), QByteArray("nosniff"));
        QCOMPARE(saved->headers.at("cache-control"), QByteArray("no-store"));
        const auto part = ask("GET", path, m_schmidt, "Range: bytes=300000-300009\r\n");
        QCOMPARE(part->status, 206);
        QCOMPARE(part->body, longPdf().mid(300'000, 10));
        QVERIFY(filesOnDisk() > 0);
        finish(kim);
        QCOMPARE(ask("GET", path, m_schmidt)->status, 404);
        QCOMPARE(ask("GET", path, proof(kim))->status, 401);
        QTRY_COMPARE(filesOnDisk(), 0);
        QVERIFY(alex.run(citizen::Leave{.id = {}}).done);
    }

    void theClerkHandsOver()
    {
        Citizen kim(m_server.origin());
        QVERIFY(kim.greet() && kim.draw(m_counter));
        const TicketId ticket = kim.state()->ticket;
        QCOMPARE(start(m_schmidt, 10, ticket, 0)->status, 404);
        meet(kim);
        QCOMPARE(start(m_weber, 10, ticket, 1)->status, 404);
        QCOMPARE(start(m_schmidt, 10, ticket, 0)->status, 404);
        const QByteArray path = handOver(m_schmidt, samplePdf(), ticket);
        const auto told = kim.expect<citizen::DocumentList>([](const citizen::DocumentList &list) {
            return !list.documents.isEmpty() && list.documents.front().state == State::Accepted;
        });
        QVERIFY(told);
        QCOMPARE(ask("GET", path, proof(kim))->body, samplePdf());
        finish(kim);
    }

    void withoutAProofNothingIsTold_data()
    {
        QTest::addColumn<QByteArray>("proof");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("a ticket that nobody has") << QByteArray("Ticket AAAAAAAAAAAAAAAAAAAAAA");
        QTest::newRow("a ticket that is too long") << "Ticket " + QByteArray(5000, 'A');
        QTest::newRow("a session that nobody has") << QByteArray("Bearer AAAA");
        QTest::newRow("something else") << QByteArray("Basic AAAA");
    }
    void withoutAProofNothingIsTold()
    {
        QFETCH(const QByteArray, proof);
        QCOMPARE(start(proof, 10)->status, 401);
        QCOMPARE(ask("GET", "/api/v1/files/doc_05kq7rjm3t8xv2bnc4hw9ey1sd", proof)->status, 401);
    }

    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("a page of the web") << QByteArray("<html><script>") << ErrorCode::DocumentType;
        QTest::newRow("the test virus without a scanner")
            << QByteArray("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            << ErrorCode::DocumentType;
        QTest::newRow("an archive") << QByteArray("PK\x03\x04 and so on") << ErrorCode::DocumentType;
        QTest::newRow("a PDF that is nothing without its programs")
            << samplePdf("/AcroForm << /Fields [] /XFA (x) >>") << ErrorCode::DocumentActive;
        QTest::newRow("a PDF that is cut") << samplePdf().chopped(80) << ErrorCode::DocumentDamaged;
    }
    void whatIsNoFileIsRefused()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const ErrorCode, code);
        Citizen kim(m_server.origin());
        QVERIFY(kim.greet() && kim.draw(m_counter));
        const QByteArray path = pathIn(start(proof(kim), content.size()));
        const auto answer = putPart(path, proof(kim), 0, content, content.size());
        QCOMPARE(codeOf(answer), code);
        // Whoever has lost the line hears the same again.
        QCOMPARE(codeOf(putPart(path, proof(kim), 0, content, content.size())), code);
        QCOMPARE(filesOnDisk(), 0);
        QVERIFY(kim.run(citizen::Leave{.id = {}}).done);
    }

    void aPartThatIsNoneIsRefused()
    {
        Citizen kim(m_server.origin());
        QVERIFY(kim.greet() && kim.draw(m_counter));
        const QByteArray who = proof(kim);
        QCOMPARE(codeOf(start(who, documents::kFileBytes + 1)), ErrorCode::DocumentTooLarge);
        QCOMPARE(codeOf(start(who, 0)), ErrorCode::DocumentDamaged);
        const QByteArray pdf = longPdf();
        const QByteArray path = pathIn(start(who, pdf.size()));
        const QByteArray first = pdf.left(kPartBytes);
        QCOMPARE(putPart(path, who, 0, first, pdf.size())->status, 200);
        QCOMPARE(putPart(path, who, 0, first, pdf.size())->status, 200);
        const auto skipped = putPart(path, who, 2 * kPartBytes, pdf.mid(2 * kPartBytes), pdf.size());
        QCOMPARE(skipped->status, 409);
        QCOMPARE(protocol::decodeRestError(skipped->body)->received, std::optional(kPartBytes));
        // Its fields say another length than it has.
        QCOMPARE(ask("PUT", path, who, "Content-Range: bytes 262144-262243/1000000\r\n", "short")->status, 400);
        QCOMPARE(ask("PUT", path, who, "Content-Range: bytes 99999999999999999999-1/2\r\n", "x")->status, 400);
        QCOMPARE(ask("PUT", path, who, {}, "x")->status, 400);
        QCOMPARE(ask("PUT", path, who, {}, QByteArray(kPartBytes + 1, 'x'))->status, 413);
        QCOMPARE(
            ask("POST", "/api/v1/files", who, "Content-Type: application/json\r\n", QByteArray(70'000, ' '))->status,
            413);
        QCOMPARE(ask("PATCH", path, who)->status, 405);
        QCOMPARE(ask("DELETE", path, who)->status, 204);
        QCOMPARE(ask("DELETE", path, who)->status, 404);
        QCOMPARE(filesOnDisk(), 0);
        QVERIFY(kim.run(citizen::Leave{.id = {}}).done);
    }

    void aFormForTheStockComesFromWhoLooksAfterIt()
    {
        Citizen kim(m_server.origin());
        QVERIFY(kim.greet() && kim.draw(m_counter));
        const QByteArray pdf = samplePdf("/OpenAction << /S /JavaScript /JS (x) >>");
        const auto begin = [&](const QByteArray &who) {
            const protocol::DocumentStart body{.office = m_counter, .name = u"Antrag.pdf"_s, .bytes = pdf.size()};
            return ask("POST", "/api/v1/files", who, "Content-Type: application/json\r\n", protocol::encode(body));
        };
        QCOMPARE(begin(proof(kim))->status, 403);
        QCOMPARE(begin({})->status, 401);
        const auto begun = begin(m_weber);
        QCOMPARE(begun->status, 201);
        const QByteArray path = pathIn(begun);
        QCOMPARE(putPart(path, m_schmidt, 0, pdf, pdf.size())->status, 404);
        const auto answer = putPart(path, m_weber, 0, pdf, pdf.size());
        QCOMPARE(answer->status, 200);
        const auto received = protocol::decodeDocumentReceived(answer->body);
        QVERIFY(received.ok() && received->form && received->cleaned);
        QCOMPARE(received->form->fields, 0);
        QCOMPARE(received->form->sha256.size(), 64);
        // It is nobody's to fetch, and on no disk.
        QCOMPARE(ask("GET", path, m_weber)->status, 404);
        QCOMPARE(filesOnDisk(), 0);
        QVERIFY(kim.run(citizen::Leave{.id = {}}).done);
    }

    void aRestartKeepsWhatWasHandedOver()
    {
        Citizen kim(m_server.origin());
        QVERIFY(kim.greet() && kim.draw(m_counter));
        const QByteArray path = handOver(proof(kim), longPdf());
        const QByteArray pdf = longPdf();
        const QByteArray unfinished = pathIn(start(proof(kim), pdf.size()));
        QCOMPARE(putPart(unfinished, proof(kim), 0, pdf.left(kPartBytes), pdf.size())->status, 200);
        QVERIFY(m_server.killAtOnce());
        QVERIFY(m_server.start());
        QCOMPARE(ask("GET", path, proof(kim))->body, longPdf());
        QCOMPARE(putPart(unfinished, proof(kim), kPartBytes, pdf.mid(kPartBytes, kPartBytes), pdf.size())->status, 404);
        QCOMPARE(filesOnDisk(), 2); // the file and its card
    }

private:
    static QByteArray proof(const Citizen &who) { return "Ticket " + who.token().toLatin1(); }

    [[nodiscard]] std::optional<HttpAnswer> ask(const QByteArray &method, const QByteArray &path,
                                                const QByteArray &proof, const QByteArray &fields = {},
                                                const QByteArray &body = {}) const
    {
        const QByteArray authorisation = proof.isEmpty() ? QByteArray() : "Authorization: " + proof + "\r\n";
        return exchange(m_server.port(),
                        requestText(method + " " + path + " HTTP/1.1\r\n" + authorisation + fields, body));
    }
    [[nodiscard]] std::optional<HttpAnswer> start(const QByteArray &proof, qint64 bytes,
                                                  std::optional<TicketId> ticket = {}, office::Epoch epoch = 1) const
    {
        const protocol::DocumentStart body{.ticket = ticket,
                                           .epoch = ticket ? std::optional(epoch) : std::nullopt,
                                           .name = u"../Mietvertrag.pdf"_s,
                                           .bytes = bytes};
        return ask("POST", "/api/v1/files", proof, "Content-Type: application/json\r\n", protocol::encode(body));
    }
    [[nodiscard]] std::optional<HttpAnswer> putPart(const QByteArray &path, const QByteArray &proof, qint64 from,
                                                    const QByteArray &part, qint64 whole) const
    {
        const QByteArray range = "Content-Range: bytes " + QByteArray::number(from) + '-' +
                                 QByteArray::number(from + part.size() - 1) + '/' + QByteArray::number(whole) + "\r\n";
        return ask("PUT", path, proof, range, part);
    }
    static QByteArray pathIn(const std::optional<HttpAnswer> &answer)
    {
        const auto started = protocol::decodeDocumentStarted(answer ? answer->body : QByteArray());
        return started ? "/api/v1/files/" + QByteArray::fromStdString(started->document.text()) : QByteArray();
    }
    static std::optional<ErrorCode> codeOf(const std::optional<HttpAnswer> &answer)
    {
        const auto error = protocol::decodeRestError(answer ? answer->body : QByteArray());
        return error ? std::optional(error->code) : std::nullopt;
    }
    QByteArray handOver(const QByteArray &proof, const QByteArray &pdf, std::optional<TicketId> ticket = {})
    {
        QByteArray path = pathIn(start(proof, pdf.size(), ticket));
        for (qint64 at = 0; at < pdf.size(); at += kPartBytes) {
            const auto answer = putPart(path, proof, at, pdf.mid(at, kPartBytes), pdf.size());
            [&] { QVERIFY2(answer && answer->status == 200, answer ? answer->body.constData() : "no answer"); }();
        }
        return path;
    }
    void meet(Citizen &who)
    {
        QVERIFY(m_clerk->run(clerk::CallNext{.id = {}, .office = m_counter}).done);
        QVERIFY(who.isSoon(TicketState::Called));
        QVERIFY(who.run(citizen::Enter{.id = {}, .epoch = 1}).done);
    }
    void finish(Citizen &who)
    {
        QVERIFY(m_clerk
                    ->run(clerk::FinishTicket{.id = {},
                                              .office = m_counter,
                                              .ticket = who.state()->ticket,
                                              .epoch = 1,
                                              .outcome = office::Outcome::Done})
                    .done);
        QVERIFY(who.expect<citizen::TicketEnded>());
    }
    static clerk::JudgeDocument judgement(const Citizen &who, DocumentId document)
    {
        return {.id = {}, .ticket = who.state()->ticket, .epoch = 1, .document = document, .accepted = true};
    }
    [[nodiscard]] int filesOnDisk() const
    {
        int files = 0;
        for (QDirIterator each(m_town.config().filesFolder(), QDir::Files, QDirIterator::Subdirectories);
             each.hasNext(); each.next())
            ++files;
        return files;
    }

    const OfficeId m_counter{TownFolder::office(u"F"_s)};
    const TownFolder m_town;
    ServerProgram m_server{m_town};
    std::unique_ptr<ClerkDesk> m_clerk;
    QByteArray m_schmidt;
    QByteArray m_weber;
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "DocumentsTest.moc"
