// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/ServerConnection.h"
#include "clerk-app/connection/SignIn.h"

#include <QDirIterator>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace sprechtag;
using namespace sprechtag::clerk::connection;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 10'000;

//! Somebody who says to be the server, with this certificate; to everything the answer is that the password is wrong.
class Impostor
{
public:
    Impostor(const QString &certificate, const QString &key)
    {
        QFile keyFile(key);
        if (!keyFile.open(QIODevice::ReadOnly))
            qFatal("no key");
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
        m_server.setSslConfiguration(configuration);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                heard += socket->readAll();
                socket->write(
                    "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: 23\r\n\r\n"
                    R"({"error":"wrong_login"})");
            });
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port");
    }
    [[nodiscard]] ServerAddress address(const QString &host) const
    {
        return *ServerAddress::parse(u"https://%1:%2"_s.arg(host).arg(m_server.serverPort()));
    }

    QByteArray heard;

private:
    QSslServer m_server;
};

} // namespace

//! Whoever cannot prove to be the town's server gets neither a password nor a session, and there is no way round it.
class TrustTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void onlyTheServerItselfIsToldAPassword_data();
    void onlyTheServerItselfIsToldAPassword();
    void onlyTheServerItselfIsToldASession_data() { onlyTheServerItselfIsToldAPassword_data(); }
    void onlyTheServerItselfIsToldASession();
    void nobodyIsAskedWhetherToGoOnAllTheSame();

private:
    void openssl(const QStringList &arguments) const;
    void certify(const QString &name, const QString &authority, const QString &days) const;
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TrustTest::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.start(u"openssl"_s, arguments);
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

void TrustTest::certify(const QString &name, const QString &authority, const QString &days) const
{
    openssl({u"x509"_s, u"-req"_s, u"-in"_s, file(u"server.csr"_s), u"-CA"_s, file(authority + u".pem"_s), u"-CAkey"_s,
             file(authority + u".key"_s), u"-CAcreateserial"_s, u"-days"_s, days, u"-extfile"_s, file(u"server.ext"_s),
             u"-out"_s, file(name + u".pem"_s)});
}

void TrustTest::initTestCase()
{
    const QStringList elliptic{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s};
    for (const QString &authority : {u"town"_s, u"stranger"_s})
        openssl(QStringList{u"req"_s, u"-x509"_s, u"-subj"_s, u"/CN="_s + authority, u"-days"_s, u"2"_s, u"-keyout"_s,
                            file(authority + u".key"_s), u"-out"_s, file(authority + u".pem"_s)} +
                elliptic);
    openssl(QStringList{u"req"_s, u"-subj"_s, u"/CN=127.0.0.1"_s, u"-keyout"_s, file(u"server.key"_s), u"-out"_s,
                        file(u"server.csr"_s)} +
            elliptic);
    QFile extensions(file(u"server.ext"_s));
    QVERIFY(extensions.open(QIODevice::WriteOnly));
    extensions.write("subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n");
    extensions.close();
    certify(u"good"_s, u"town"_s, u"2"_s);
    certify(u"strange"_s, u"stranger"_s, u"2"_s);
    certify(u"expired"_s, u"town"_s, u"0"_s);
    openssl({u"x509"_s, u"-req"_s, u"-in"_s, file(u"server.csr"_s), u"-signkey"_s, file(u"server.key"_s), u"-days"_s,
             u"2"_s, u"-extfile"_s, file(u"server.ext"_s), u"-out"_s, file(u"own.pem"_s)});
    QTest::qWait(1'100); // until what lasts no day has ended

    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(QSslCertificate::fromPath(file(u"town.pem"_s)));
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void TrustTest::onlyTheServerItselfIsToldAPassword_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("the server") << u"good"_s << u"127.0.0.1"_s << true;
    QTest::newRow("a certificate that it signed itself") << u"own"_s << u"127.0.0.1"_s << false;
    QTest::newRow("an authority that nobody knows") << u"strange"_s << u"127.0.0.1"_s << false;
    QTest::newRow("an expired certificate") << u"expired"_s << u"127.0.0.1"_s << false;
    QTest::newRow("the certificate of another host") << u"good"_s << u"localhost"_s << false;
}

void TrustTest::onlyTheServerItselfIsToldAPassword()
{
    QFETCH(QString, certificate);
    QFETCH(QString, host);
    QFETCH(bool, trusted);
    Impostor server(file(certificate + u".pem"_s), file(u"server.key"_s));
    if (!trusted)
        QTest::ignoreMessage(QtWarningMsg, "sign-in refused: the server's certificate is not trusted");
    SignIn signIn;
    std::optional<SignInTrouble> trouble;
    signIn.signIn(server.address(host), {u"schmidt"_s, Secret("geheim")}, [&trouble](const SignIn::Answer &answer) {
        if (!answer)
            trouble = answer.error().trouble;
    });
    QTRY_VERIFY_WITH_TIMEOUT(trouble.has_value(), kPatienceMs);
    QCOMPARE(*trouble, trusted ? SignInTrouble::WrongLogin : SignInTrouble::Certificate);
    QCOMPARE(server.heard.contains("geheim"), trusted);
}

void TrustTest::onlyTheServerItselfIsToldASession()
{
    QFETCH(QString, certificate);
    QFETCH(QString, host);
    QFETCH(bool, trusted);
    Impostor server(file(certificate + u".pem"_s), file(u"server.key"_s));
    ServerConnection line;
    line.open(server.address(host), Secret("token-of-a-clerk"), u"de"_s);
    if (trusted) {
        QTRY_VERIFY_WITH_TIMEOUT(server.heard.contains("token-of-a-clerk"), kPatienceMs);
    } else {
        QTRY_COMPARE_WITH_TIMEOUT(line.status().trouble, LineTrouble::Certificate, kPatienceMs);
        QVERIFY(server.heard.isEmpty());
    }
    line.close();
}

// The sentence for it has no button beside it; nor has the code a way.
void TrustTest::nobodyIsAskedWhetherToGoOnAllTheSame()
{
    int files = 0;
    QDirIterator sources(QStringLiteral(SPRECHTAG_SOURCE_DIR "/clerk-app"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        QFile source(sources.next());
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QByteArray text = source.readAll();
        for (const char *way : {"ignoreSslErrors", "setPeerVerifyMode", "VerifyNone", "acceptCertificate"})
            QVERIFY2(!text.contains(way), qPrintable(source.fileName()));
        ++files;
    }
    QVERIFY(files > 100);
}

QTEST_GUILESS_MAIN(TrustTest)
#include "TrustTest.moc"
