// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Codec.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSslConfiguration>
#include <QTest>
#include <QWebSocket>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

//! What becomes of a call on the server by somebody who trusts these authorities.
struct Meeting
{
    bool connected{};
    QList<QSslError> doubts;
    QString heard;
};

QSslConfiguration trusting(const QList<QSslCertificate> &authorities)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(authorities);
    return configuration;
}

} // namespace

//! The server with certificate files of its own, without a proxy in front.
class EncryptedLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void whoTrustsTheAuthorityIsWelcome();
    void whoDoesNotTrustItHangsUp();
    void anotherNameIsRefused();
    void pagesAndCallsGoOverIt();
    void aCertificateWithoutItsKeyIsRefused();

private:
    void openssl(const QStringList &arguments) const;
    [[nodiscard]] QString file(const QString &name) const { return m_town->path(name); }
    [[nodiscard]] Meeting meet(const QString &host, const QList<QSslCertificate> &authorities) const;

    std::unique_ptr<TownFolder> m_town;
    std::unique_ptr<LocalServer> m_server;
};

void EncryptedLineTest::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.start(u"openssl"_s, arguments);
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

void EncryptedLineTest::initTestCase()
{
    m_town = std::make_unique<TownFolder>();
    const QStringList elliptic{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s};
    openssl(QStringList{u"req"_s, u"-x509"_s, u"-subj"_s, u"/CN=Town CA"_s, u"-days"_s, u"2"_s, u"-keyout"_s,
                        file(u"ca.key"_s), u"-out"_s, file(u"ca.pem"_s)} +
            elliptic);
    openssl(QStringList{u"req"_s, u"-subj"_s, u"/CN=127.0.0.1"_s, u"-keyout"_s, file(u"server.key"_s), u"-out"_s,
                        file(u"server.csr"_s)} +
            elliptic);
    QVERIFY(writeFile(file(u"server.ext"_s), "subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n"));
    openssl({u"x509"_s, u"-req"_s, u"-in"_s, file(u"server.csr"_s), u"-CA"_s, file(u"ca.pem"_s), u"-CAkey"_s,
             file(u"ca.key"_s), u"-CAcreateserial"_s, u"-days"_s, u"2"_s, u"-extfile"_s, file(u"server.ext"_s),
             u"-out"_s, file(u"server.pem"_s)});
    app::Config config = m_town->config();
    config.certificateFile = file(u"server.pem"_s);
    config.keyFile = file(u"server.key"_s);
    m_server = std::make_unique<LocalServer>(config);
}

void EncryptedLineTest::cleanupTestCase()
{
    m_server.reset();
    m_town.reset();
}

Meeting EncryptedLineTest::meet(const QString &host, const QList<QSslCertificate> &authorities) const
{
    Meeting meeting;
    QWebSocket socket(m_server->origin());
    bool ended = false;
    connect(&socket, &QWebSocket::sslErrors, &socket, [&](const QList<QSslError> &errors) { meeting.doubts = errors; });
    connect(&socket, &QWebSocket::disconnected, &socket, [&] { ended = true; });
    connect(&socket, &QWebSocket::textMessageReceived, &socket, [&](const QString &text) { meeting.heard = text; });
    connect(&socket, &QWebSocket::connected, &socket, [&] {
        meeting.connected = true;
        socket.sendTextMessage(QString::fromUtf8(protocol::encode(protocol::citizen::ToServer{protocol::citizen::Hello{
            .protocol = {1}, .client = u"integration/1"_s, .features = {}, .lang = u"de"_s, .ticketToken = {}}})));
    });
    socket.setSslConfiguration(trusting(authorities));
    socket.open(QUrl(u"wss://%1:%2/ws/citizen"_s.arg(host).arg(m_server->port())));
    if (!QTest::qWaitFor([&] { return ended || !meeting.heard.isEmpty(); }, kPatienceMs))
        qWarning("neither welcome nor refusal");
    return meeting;
}

void EncryptedLineTest::whoTrustsTheAuthorityIsWelcome()
{
    const Meeting meeting = meet(u"127.0.0.1"_s, QSslCertificate::fromPath(file(u"ca.pem"_s)));
    QVERIFY(meeting.connected);
    QVERIFY(meeting.doubts.isEmpty());
    const auto welcome = protocol::decodeCitizenToClient(meeting.heard.toUtf8());
    QVERIFY(welcome);
    QVERIFY(std::holds_alternative<protocol::citizen::Welcome>(*welcome));
}

void EncryptedLineTest::whoDoesNotTrustItHangsUp()
{
    const Meeting meeting = meet(u"127.0.0.1"_s, {});
    QVERIFY(!meeting.connected);
    QVERIFY(!meeting.doubts.isEmpty());
    QVERIFY(meeting.heard.isEmpty());
}

void EncryptedLineTest::anotherNameIsRefused()
{
    const Meeting meeting = meet(u"localhost"_s, QSslCertificate::fromPath(file(u"ca.pem"_s)));
    QVERIFY(!meeting.connected);
    QVERIFY(std::ranges::any_of(meeting.doubts,
                                [](const QSslError &doubt) { return doubt.error() == QSslError::HostNameMismatch; }));
}

void EncryptedLineTest::pagesAndCallsGoOverIt()
{
    QVERIFY(m_server->origin().startsWith(u"https://"));
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_server->origin() + u"/health"_s));
    request.setSslConfiguration(trusting(QSslCertificate::fromPath(file(u"ca.pem"_s))));
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }, kPatienceMs));
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    QVERIFY(reply->hasRawHeader("strict-transport-security"));
    // Nothing is told to somebody who does not encrypt.
    QVERIFY(!exchange(m_server->port(), requestText("GET /health HTTP/1.1\r\n")));
}

void EncryptedLineTest::aCertificateWithoutItsKeyIsRefused()
{
    const TownFolder town;
    app::Config config = town.config();
    config.certificateFile = file(u"server.pem"_s);
    config.keyFile = file(u"ca.key"_s);
    const SystemClock clock;
    app::Server server(config, clock);
    const auto failure = server.start();
    QVERIFY(failure);
    QVERIFY(failure->contains(u"does not belong to the certificate"));
}

QTEST_GUILESS_MAIN(EncryptedLineTest)
#include "EncryptedLineTest.moc"
