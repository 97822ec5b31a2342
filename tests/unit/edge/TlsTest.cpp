// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/edge/EdgeHost.h"
#include "tests/unit/edge/RawClient.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/obj_mac.h>

#include <future>
#include <sys/socket.h>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace std::string_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view kGet = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

using ClientContext = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

ClientContext clientContext()
{
    return {SSL_CTX_new(TLS_client_method()), &SSL_CTX_free};
}

} // namespace

//! TLS as the Federal Office for Information Security wants it, and sessions that are taken up again.
class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void servesHttpAndWebSocket();
    void takesASessionUpAgain_data();
    void takesASessionUpAgain();
    void refusesOldVersionsAndSuites_data();
    void refusesOldVersionsAndSuites();
    void servesWithAnRsaCertificate_data() { takesASessionUpAgain_data(); }
    void servesWithAnRsaCertificate();
    void refusesSignaturesOfPkcs1();
    void choosesHttp11AndRefusesHttp2Alone();
    void deliversToASlowReader();
    void endsAHandshakeThatDoesNotComeToAnEnd();
    void sleepsUntilTheRestOfARecordComes_data();
    void sleepsUntilTheRestOfARecordComes();
    void answersPlainHttpWithNothing();
    void saysWhichFileIsWrong();

private:
    [[nodiscard]] edge::Config config() const;
    [[nodiscard]] edge::Config rsaConfig() const;
    void makeCertificate(const QString &name, const QStringList &key) const;

    QTemporaryDir m_folder;
};

void TlsTest::makeCertificate(const QString &name, const QStringList &key) const
{
    QProcess openssl;
    openssl.start(u"openssl"_s, QStringList{u"req"_s, u"-x509"_s, u"-nodes"_s, u"-subj"_s, u"/CN=localhost"_s,
                                            u"-days"_s, u"2"_s, u"-keyout"_s, m_folder.filePath(name + u".key"_s),
                                            u"-out"_s, m_folder.filePath(name + u".pem"_s), u"-newkey"_s} +
                                    key);
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);
}

void TlsTest::initTestCase()
{
    const QStringList elliptic{u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};
    makeCertificate(u"one"_s, elliptic);
    makeCertificate(u"other"_s, elliptic);
    makeCertificate(u"rsa"_s, {u"rsa:2048"_s});
}

edge::Config TlsTest::config() const
{
    edge::Config config;
    config.certificateFile = m_folder.filePath(u"one.pem"_s).toStdString();
    config.keyFile = m_folder.filePath(u"one.key"_s).toStdString();
    return config;
}

edge::Config TlsTest::rsaConfig() const
{
    edge::Config config;
    config.certificateFile = m_folder.filePath(u"rsa.pem"_s).toStdString();
    config.keyFile = m_folder.filePath(u"rsa.key"_s).toStdString();
    return config;
}

void TlsTest::servesHttpAndWebSocket()
{
    EdgeHost host(config());
    QVERIFY(host.isStarted());
    const auto context = clientContext();
    RawClient client(host.port());
    QVERIFY(client.startTls(context.get()));
    QCOMPARE(std::string(SSL_get_version(client.ssl())), "TLSv1.3"s);
    client.send(kGet);
    const auto arrived = host.expect<edge::RequestArrived>();
    host.edge().respond(arrived->id, textResponse(std::string(100000, 'x')));
    QCOMPARE(client.answer()->body.size(), 100000U);
    auto upgraded = std::async([&] { return client.upgrade(); });
    const auto id = host.open();
    QVERIFY(id && upgraded.get());
    client.sendText(std::string(60000, 'm'));
    QCOMPARE(host.expect<edge::MessageArrived>()->text.size(), 60000U);
    for (int i = 0; i < 10; ++i)
        host.edge().send(*id, edge::Frame::text("frame " + std::to_string(i)));
    for (int i = 0; i < 10; ++i)
        QCOMPARE(client.frame()->payload, "frame " + std::to_string(i));
    host.edge().close(*id, 1000, "bye");
    QCOMPARE(client.frame()->closeCode(), 1000);
    client.sendFrame(0x88, {});
    QVERIFY(client.isClosedByServer());
    QVERIFY(host.expect<edge::ConnectionClosed>());
}

void TlsTest::takesASessionUpAgain_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("TLS 1.2") << TLS1_2_VERSION;
    QTest::newRow("TLS 1.3") << TLS1_3_VERSION;
}

void TlsTest::takesASessionUpAgain()
{
    QFETCH(const int, version);
    EdgeHost host(config(), [](const edge::Request &) { return textResponse("x"); });
    const auto context = clientContext();
    SSL_CTX_set_max_proto_version(context.get(), version);
    RawClient first(host.port());
    QVERIFY(first.startTls(context.get()));
    QCOMPARE(SSL_version(first.ssl()), version);
    QVERIFY(!SSL_session_reused(first.ssl()));
    first.send(kGet);
    QCOMPARE(first.answer()->status, 200); // the ticket of TLS 1.3 comes with the first answer
    SSL_SESSION *session = SSL_get1_session(first.ssl());
    RawClient second(host.port());
    QVERIFY(second.startTls(context.get(), session));
    SSL_SESSION_free(session);
    QVERIFY(SSL_session_reused(second.ssl()));
    second.send(kGet);
    QCOMPARE(second.answer()->status, 200);
}

void TlsTest::refusesOldVersionsAndSuites_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("suites");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("TLS 1.1") << TLS1_1_VERSION << QByteArray("ALL:@SECLEVEL=0") << false;
    QTest::newRow("TLS 1.2 with CBC") << TLS1_2_VERSION
                                      << QByteArray("ECDHE-ECDSA-AES256-SHA384:ECDHE-ECDSA-AES128-SHA") << false;
    QTest::newRow("TLS 1.2 without forward secrecy") << TLS1_2_VERSION << QByteArray("AES256-GCM-SHA384") << false;
    QTest::newRow("TLS 1.2 with ECDHE and AES-GCM")
        << TLS1_2_VERSION << QByteArray("ECDHE-ECDSA-AES128-GCM-SHA256") << true;
}

void TlsTest::refusesOldVersionsAndSuites()
{
    QFETCH(const int, version);
    QFETCH(const QByteArray, suites);
    QFETCH(const bool, accepted);
    EdgeHost host(config());
    const auto context = clientContext();
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_min_proto_version(context.get(), version);
    SSL_CTX_set_max_proto_version(context.get(), version);
    QCOMPARE(SSL_CTX_set_cipher_list(context.get(), suites.constData()), 1);
    RawClient client(host.port());
    QCOMPARE(client.startTls(context.get()), accepted);
}

void TlsTest::servesWithAnRsaCertificate()
{
    QFETCH(const int, version);
    EdgeHost host(rsaConfig());
    const auto context = clientContext();
    SSL_CTX_set_max_proto_version(context.get(), version);
    RawClient client(host.port());
    QVERIFY(client.startTls(context.get()));
    int signature{};
    QCOMPARE(SSL_get_peer_signature_type_nid(client.ssl(), &signature), 1);
    QCOMPARE(signature, NID_rsassaPss);
}

void TlsTest::refusesSignaturesOfPkcs1()
{
    EdgeHost host(rsaConfig());
    const auto context = clientContext();
    SSL_CTX_set_max_proto_version(context.get(), TLS1_2_VERSION);
    QCOMPARE(SSL_CTX_set1_sigalgs_list(context.get(), "RSA+SHA256:RSA+SHA384:RSA+SHA512"), 1);
    RawClient client(host.port());
    QVERIFY(!client.startTls(context.get()));
}

void TlsTest::choosesHttp11AndRefusesHttp2Alone()
{
    EdgeHost host(config());
    const auto context = clientContext();
    const auto both = "\x02h2\x08http/1.1"s;
    SSL_CTX_set_alpn_protos(context.get(), reinterpret_cast<const unsigned char *>(both.data()),
                            static_cast<unsigned>(both.size()));
    RawClient browser(host.port());
    QVERIFY(browser.startTls(context.get()));
    const unsigned char *chosen{};
    unsigned length{};
    SSL_get0_alpn_selected(browser.ssl(), &chosen, &length);
    QCOMPARE(std::string(chosen, chosen + length), "http/1.1"s);
    SSL_CTX_set_alpn_protos(context.get(), reinterpret_cast<const unsigned char *>(both.data()), 3);
    RawClient stubborn(host.port());
    QVERIFY(!stubborn.startTls(context.get()));
}

void TlsTest::deliversToASlowReader()
{
    edge::Config slow = config();
    slow.limits.sendQueueBytes = 300 * 1024;
    EdgeHost host(slow);
    const auto context = clientContext();
    RawClient client(host.port(), "127.0.0.1", 4096);
    QVERIFY(client.startTls(context.get()));
    auto upgraded = std::async([&] { return client.upgrade(); });
    const auto id = host.open();
    QVERIFY(id && upgraded.get());
    // States that replace each other while TLS waits for room: what it has begun must not change under it.
    for (int i = 0; i < 300; ++i)
        host.edge().send(*id, edge::Frame::text(std::to_string(i) + ' ' + std::string(20000, 's')), 7);
    int last = -1;
    while (last != 299) {
        const auto frame = client.dataFrame();
        QVERIFY(frame && frame->opcode == 1);
        const int state = std::atoi(frame->payload.c_str());
        QVERIFY(state > last);
        last = state;
    }
}

void TlsTest::endsAHandshakeThatDoesNotComeToAnEnd()
{
    edge::Config quick = config();
    quick.limits.headerTimeoutMs = 40;
    EdgeHost host(quick);
    RawClient client(host.port());
    client.send("\x16\x03\x01"s);
    QVERIFY(client.isClosedByServer());
}

void TlsTest::sleepsUntilTheRestOfARecordComes_data()
{
    QTest::addColumn<bool>("afterTheHandshake");
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("the first bytes of a handshake") << false << QByteArray("\x16\x03\x01", 3);
    QTest::newRow("a handshake without its end") << false << QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7);
    QTest::newRow("the head of a record") << true << QByteArray("\x17\x03\x03\x10\x00", 5);
    QTest::newRow("a record without its end") << true << QByteArray("\x17\x03\x03\x10\x00only this", 14);
}

void TlsTest::sleepsUntilTheRestOfARecordComes()
{
    QFETCH(const bool, afterTheHandshake);
    QFETCH(const QByteArray, piece);
    edge::Config quick = config();
    quick.limits.headerTimeoutMs = 300;
    EdgeHost host(quick);
    const auto context = clientContext();
    RawClient client(host.port());
    QVERIFY(!afterTheHandshake || client.startTls(context.get()));
    QCOMPARE(::send(client.descriptor(), piece.constData(), static_cast<std::size_t>(piece.size()), 0), piece.size());
    QVERIFY(client.isClosedByServer());
    // A few for the handshake and one for the piece; a thread that spins gets to thousands.
    const auto reads = host.edge().figures().reads;
    QVERIFY2(reads < 20, std::to_string(reads).c_str());
}

void TlsTest::answersPlainHttpWithNothing()
{
    EdgeHost host(config());
    RawClient client(host.port());
    client.send(kGet);
    QVERIFY(client.isClosedByServer());
    QVERIFY(host.isQuiet());
}

void TlsTest::saysWhichFileIsWrong()
{
    edge::Config wrong = config();
    wrong.certificateFile = m_folder.filePath(u"none.pem"_s).toStdString();
    QCOMPARE(EdgeHost(wrong).failure(), std::optional(edge::StartError::CertificateUnreadable));
    wrong = config();
    wrong.keyFile = m_folder.filePath(u"one.pem"_s).toStdString();
    QCOMPARE(EdgeHost(wrong).failure(), std::optional(edge::StartError::KeyUnreadable));
    wrong.keyFile = m_folder.filePath(u"other.key"_s).toStdString();
    QCOMPARE(EdgeHost(wrong).failure(), std::optional(edge::StartError::KeyMismatch));
}

QTEST_GUILESS_MAIN(TlsTest)
#include "TlsTest.moc"
