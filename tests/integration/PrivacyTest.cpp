// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/DocumentMessages.h"
#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"
#include "tests/support/PlainPages.h"
#include "tests/unit/documents/SamplePdf.h"

#include <QDir>
#include <QDirIterator>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using office::TicketState;

namespace {

constexpr auto kCanary = "Kanarienvogel";

//! A word that nobody else uses; all that a person says holds one.
QString canary(const QString &where)
{
    return QLatin1String(kCanary) + where;
}

const QString kSdp = u"v=0\r\no=%1 1 2 IN IP4 192.0.2.7\r\ns=%1\r\nt=0 0\r\n"_s.arg(canary(u"Sdp"_s));

protocol::Signal candidate(const QString &word)
{
    return protocol::Candidate{.candidate = u"candidate:1 1 udp 1 192.0.2.7 51234 typ host ufrag "_s + word,
                               .sdpMid = u"0"_s,
                               .sdpMLineIndex = 0,
                               .generation = 1};
}

} // namespace

//! What a person says reaches the clerk and nobody else, and is gone when the visit is over.
class PrivacyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfAPersonIsLeftWhenTheVisitIsOver();

private:
    void startDay();
    void people();
    void visitInFull();
    void theyWrite(TicketId ticket);
    void theyHandOver(TicketId ticket);
    void strangersSay();
    [[nodiscard]] int filesOnDisk() const;
    [[nodiscard]] QByteArray plainFiles() const { return plainDatabase(m_town.paths()) + plainLog(m_town.paths()); }

    const OfficeId m_counter{TownFolder::office(u"F"_s)};
    const TownFolder m_town;
    ServerProgram m_server{m_town};
    std::unique_ptr<ClerkDesk> m_clerk;    // of the office
    std::unique_ptr<ClerkDesk> m_foreign;  // of other offices
    std::unique_ptr<Citizen> m_visitor;    // finished
    std::unique_ptr<Citizen> m_leaver;     // leaves
    std::unique_ptr<Citizen> m_turnedAway; // waits until the office closes
    std::unique_ptr<Citizen> m_neighbour;  // waits with them and says nothing
    std::unique_ptr<Citizen> m_watcher;
    QByteArray m_session;
};

void PrivacyTest::startDay()
{
    QVERIFY(m_server.start());
    const auto schmidt = signIn(m_server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    const auto weber = signIn(m_server.port(), u"weber"_s, TownFolder::password(u"weber"_s));
    QVERIFY(schmidt && weber);
    m_session = *schmidt;
    m_clerk = std::make_unique<ClerkDesk>(m_server.origin(), *schmidt);
    m_foreign = std::make_unique<ClerkDesk>(m_server.origin(), *weber);
    QVERIFY(m_clerk->greet() && m_clerk->open(m_counter));
    QVERIFY(m_foreign->greet() && m_foreign->open(TownFolder::office(u"B"_s)));
}

void PrivacyTest::people()
{
    m_watcher = std::make_unique<Citizen>(m_server.origin());
    QVERIFY(m_watcher->greet());
    m_watcher->send(citizen::WatchOverview{});
    QVERIFY(m_watcher->expect<citizen::OverviewSnapshot>());
    for (auto *one : {&m_visitor, &m_leaver, &m_turnedAway}) {
        *one = std::make_unique<Citizen>(m_server.origin());
        QVERIFY((*one)->greet());
        QVERIFY((*one)->run((*one)->drawing(m_counter, canary(u"Name"_s), canary(u"Anliegen"_s))).done);
    }
    m_neighbour = std::make_unique<Citizen>(m_server.origin());
    QVERIFY(m_neighbour->greet() && m_neighbour->draw(m_counter));
}

//! Strangers and careless clients put words where none belong.
void PrivacyTest::strangersSay()
{
    const quint16 port = m_server.port();
    const QByteArray word = canary(u"Fremd"_s).toLatin1();
    QVERIFY(!signIn(port, QString::fromLatin1(word), word));
    QVERIFY(exchange(port, requestText("GET /" + word + "?q=" + word + " HTTP/1.1\r\nUser-Agent: " + word + "\r\n")));
    QVERIFY(exchange(port, upgradeText("/ws/clerk", "Authorization: Bearer " + word + "\r\n")));
    QVERIFY(exchange(port, upgradeText("/ws/citizen", "Origin: https://" + word + ".example\r\n")));
    QWebSocket careless(m_server.origin());
    QString answers;
    connect(&careless, &QWebSocket::textMessageReceived, &careless, [&](const QString &text) { answers += text; });
    connect(&careless, &QWebSocket::connected, &careless, [&] {
        const QString text = QString::fromLatin1(word);
        careless.sendTextMessage(
            uR"({"type":"hello","protocol":[1],"client":"%1","features":["%1"],"lang":"de"})"_s.arg(text));
        careless.sendTextMessage(uR"({"type":"%1"})"_s.arg(text));
        careless.sendTextMessage(uR"({"type":"ticket.draw","id":"c1","office":"%1"})"_s.arg(text));
        careless.sendTextMessage(text);
    });
    QString url = m_server.origin();
    careless.open(QUrl(url.replace(0, 4, u"ws"_s) + u"/ws/citizen"_s));
    QVERIFY(QTest::qWaitFor([&] { return answers.count(u"\"error\"") >= 3; }, kPatienceMs));
    QVERIFY2(!answers.contains(QLatin1String(kCanary)), qPrintable(answers));
}

//! Letter by letter and line by line, and a page that comes back in between.
void PrivacyTest::theyWrite(TicketId ticket)
{
    using protocol::LineStage;
    const auto wrote = [](qint64 line, LineStage stage, const QString &text) {
        return protocol::WrittenLine{.line = line, .stage = stage, .text = canary(text)};
    };
    m_visitor->send(citizen::TextLine{.epoch = 1, .written = wrote(1, LineStage::Writing, u"Buchst"_s)});
    QVERIFY(m_clerk->expect<clerk::TextLines>());
    m_visitor->send(citizen::TextLine{.epoch = 1, .written = wrote(1, LineStage::Done, u"Zeile"_s)});
    QVERIFY(m_clerk->expect<clerk::TextLines>());
    m_clerk->send(clerk::TextLine{
        .office = m_counter, .ticket = ticket, .epoch = 1, .written = wrote(1, LineStage::Done, u"Erwiderung"_s)});
    QVERIFY(m_visitor->expect<citizen::TextLines>(
        [](const citizen::TextLines &text) { return text.lines.front().from == protocol::Speaker::Clerk; }));
    Citizen again(m_server.origin(), m_visitor->token());
    QVERIFY(again.greet(Citizen::Greeting::Resume));
    const auto all = again.expect<citizen::TextLines>();
    QVERIFY(all && all->lines.size() == 2);
    m_visitor = std::make_unique<Citizen>(m_server.origin(), again.token());
    QVERIFY(m_visitor->greet(Citizen::Greeting::Resume));
}

//! A file with a canary in it and one in its name, and a clerk who accepts it.
void PrivacyTest::theyHandOver(TicketId ticket)
{
    const QByteArray pdf = samplePdf({}, {}, {"(" + canary(u"Datei"_s).toLatin1() + ")"});
    const QByteArray proof = "Authorization: Ticket " + m_visitor->token().toLatin1() + "\r\n";
    const protocol::DocumentStart start{.name = canary(u"Dateiname"_s), .bytes = pdf.size()};
    const auto begun = exchange(m_server.port(),
                                requestText("POST /api/v1/files HTTP/1.1\r\nContent-Type: application/json\r\n" + proof,
                                            protocol::encode(start)));
    QVERIFY(begun);
    const auto file = protocol::decodeDocumentStarted(begun->body);
    QVERIFY(file);
    const QByteArray size = QByteArray::number(pdf.size());
    const auto sent =
        exchange(m_server.port(), requestText("PUT /api/v1/files/" + QByteArray::fromStdString(file->document.text()) +
                                                  " HTTP/1.1\r\nContent-Range: bytes 0-" +
                                                  QByteArray::number(pdf.size() - 1) + '/' + size + "\r\n" + proof,
                                              pdf));
    QVERIFY(sent && sent->status == 200);
    const auto told = m_clerk->expect<clerk::DocumentList>([](const clerk::DocumentList &list) {
        return !list.documents.isEmpty() && list.documents.front().state == documents::State::Offered;
    });
    QVERIFY(told);
    QVERIFY(filesOnDisk() > 0);
    QVERIFY(m_clerk
                ->run(clerk::JudgeDocument{
                    .id = {}, .ticket = ticket, .epoch = 1, .document = file->document, .accepted = true})
                .done);
}

//! How many there are of the visits; none of them can be read.
int PrivacyTest::filesOnDisk() const
{
    int count = 0;
    for (QDirIterator each(m_town.config().filesFolder(), QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
        const QString path = each.next();
        ++count;
        if (path.contains(QLatin1String(kCanary)) || contentOf(path).contains(kCanary))
            qFatal("a file of a visit can be read on the disk");
    }
    return count;
}

void PrivacyTest::visitInFull()
{
    QVERIFY(m_visitor->offer(1, kSdp));
    const Answer called = m_clerk->run(clerk::CallNext{.id = {}, .office = m_counter});
    QVERIFY(called.done);
    QCOMPARE(called.done->ticket, std::optional(m_visitor->state()->ticket));
    QVERIFY(m_clerk->expect<clerk::CallOffer>());
    QVERIFY(m_visitor->isSoon(TicketState::Called));
    QVERIFY(m_visitor->run(citizen::Enter{.id = {}, .epoch = 1}).done);
    m_visitor->send(citizen::CallSignal{.epoch = 1, .signal = candidate(canary(u"Weg"_s))});
    QVERIFY(m_clerk->expect<clerk::CallSignal>());
    m_clerk->send(clerk::CallSignal{
        .office = m_counter, .ticket = *called.done->ticket, .epoch = 1, .signal = candidate(canary(u"Antwort"_s))});
    QVERIFY(m_visitor->expect<citizen::CallSignal>());
    theyWrite(*called.done->ticket);
    theyHandOver(*called.done->ticket);
    QVERIFY(m_clerk
                ->run(clerk::FinishTicket{.id = {},
                                          .office = m_counter,
                                          .ticket = *called.done->ticket,
                                          .epoch = 1,
                                          .outcome = office::Outcome::Done})
                .done);
    QVERIFY(m_visitor->expect<citizen::TicketEnded>());
    QVERIFY(m_leaver->run(citizen::Leave{.id = {}}).done);
    QVERIFY(m_clerk->run(clerk::CloseOffice{.id = {}, .office = m_counter, .mode = office::CloseMode::Now}).done);
    QVERIFY(m_turnedAway->expect<citizen::TicketEnded>());
}

void PrivacyTest::nothingOfAPersonIsLeftWhenTheVisitIsOver()
{
    for (const auto step : {&PrivacyTest::startDay, &PrivacyTest::people}) {
        (this->*step)();
        QVERIFY(!QTest::currentTestFailed());
    }
    // As long as they are there it is found: the search can find.
    QVERIFY(QTest::qWaitFor([&] { return plainFiles().contains(kCanary); }, kPatienceMs));
    QVERIFY(m_clerk->heard().contains(kCanary));
    for (const auto step : {&PrivacyTest::strangersSay, &PrivacyTest::visitInFull}) {
        (this->*step)();
        QVERIFY(!QTest::currentTestFailed());
    }
    QVERIFY(QTest::qWaitFor([&] { return !plainFiles().contains(kCanary); }, kPatienceMs));
    QTRY_COMPARE(filesOnDisk(), 0);
    for (const auto *other : {m_neighbour.get(), m_watcher.get()})
        QVERIFY2(!other->heard().contains(kCanary), other->heard().constData());
    QVERIFY(!m_foreign->heard().contains(kCanary));
    m_server.askToStop();
    QCOMPARE(m_server.exitCodeWithin(kPatienceMs), std::optional(0));
    const QByteArray plain = plainFiles();
    QVERIFY(plain.contains("ticket_drawn"));
    QVERIFY(!plain.contains(kCanary));
    for (const QByteArray &secret : {m_session, m_visitor->token().toLatin1(), TownFolder::password(u"schmidt"_s)})
        QVERIFY(!plain.contains(secret));
    const QByteArray log = m_server.output();
    QVERIFY(log.contains("signed in"));
    for (const QByteArray &secret :
         {QByteArray(kCanary), m_session, m_visitor->token().toLatin1(), QByteArray("192.0.2.7")})
        QVERIFY2(!log.contains(secret), log.constData());
    const auto files = QDir(m_town.config().dataDirectory).entryInfoList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &file : files)
        QVERIFY(!contentOf(file.filePath()).contains(kCanary));
}

QTEST_GUILESS_MAIN(PrivacyTest)
#include "PrivacyTest.moc"
