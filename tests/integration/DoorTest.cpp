// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Limits.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <QTcpSocket>
#include <QTest>
#include <QtEndian>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kHello = R"({"type":"hello","protocol":[1],"client":"door/1","features":[],"lang":"de")";

//! A hello of exactly so many bytes, with a field that nobody knows.
QByteArray helloOf(qsizetype bytes)
{
    const QByteArray start = kHello + R"(,"padding":")";
    return start + QByteArray(bytes - start.size() - 2, 'x') + "\"}";
}

//! As a client frames it, under a mask of zeros.
QByteArray frameOf(const QByteArray &text)
{
    QByteArray length(2, 0);
    qToBigEndian(static_cast<quint16>(text.size()), length.data());
    return QByteArray("\x81\xfe", 2) + length + QByteArray(4, 0) + text;
}

//! The first frame that the server sends to a citizen who sends this together with the upgrade.
QByteArray firstFrameAfter(const LocalServer &server, const QByteArray &early)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, server.port());
    socket.write(upgradeText("/ws/citizen", "Origin: " + server.origin().toLatin1() + "\r\n") + early);
    QByteArray heard;
    const auto frame = [&heard] {
        const qsizetype end = heard.indexOf("\r\n\r\n");
        return end < 0 ? QByteArray() : heard.sliced(end + 4);
    };
    const bool answered = QTest::qWaitFor(
        [&] {
            heard += socket.readAll();
            return frame().size() >= 4 || socket.state() == QAbstractSocket::UnconnectedState;
        },
        kPatienceMs);
    return answered && heard.startsWith("HTTP/1.1 101 ") ? frame() : QByteArray();
}

//! Why the server closes; 0: it does not.
int closeCodeOf(const QByteArray &frame)
{
    return frame.startsWith('\x88') ? qFromBigEndian<quint16>(frame.constData() + 2) : 0;
}

} // namespace

//! What strangers may take up before they are anybody.
class DoorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstMessageIsLimitedHoweverEarlyItComes_data();
    void theFirstMessageIsLimitedHoweverEarlyItComes();
    void whoIsDisabledInTheTownFileIsOut();
};

void DoorTest::theFirstMessageIsLimitedHoweverEarlyItComes_data()
{
    QTest::addColumn<qsizetype>("bytes");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("as long as it may be") << protocol::limits::kMessageBytesBeforeTicket << true;
    QTest::newRow("a byte too long") << protocol::limits::kMessageBytesBeforeTicket + 1 << false;
    QTest::newRow("as long as those of people with a ticket") << qsizetype{40'000} << false;
}

void DoorTest::theFirstMessageIsLimitedHoweverEarlyItComes()
{
    QFETCH(const qsizetype, bytes);
    QFETCH(const bool, accepted);
    const TownFolder town;
    const LocalServer server(town.config());
    const QByteArray hello = helloOf(bytes);
    QCOMPARE(hello.size(), bytes);
    const QByteArray answer = firstFrameAfter(server, frameOf(hello));
    QVERIFY(answer.size() >= 4);
    QCOMPARE(answer.contains("\"welcome\""), accepted);
    QCOMPARE(closeCodeOf(answer), accepted ? 0 : 1009);
}

void DoorTest::whoIsDisabledInTheTownFileIsOut()
{
    const TownFolder town;
    ServerProgram server(town);
    QVERIFY(server.start());
    const auto token = signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    QVERIFY(token);
    server.askToStop();
    QCOMPARE(server.exitCodeWithin(kPatienceMs), std::optional(0));
    QByteArray file = contentOf(QStringLiteral(SPRECHTAG_SOURCE_DIR "/resources/demo/town.toml"));
    file.replace("login = \"schmidt\"\n", "login = \"schmidt\"\ndisabled = true\n");
    QVERIFY(writeFile(town.path(u"town.toml"_s), file));
    const app::Config config = town.config();
    QCOMPARE(server.exitCodeOf({u"--data"_s, config.dataDirectory, u"--key-file"_s, config.databaseKeyFile, u"admin"_s,
                                u"import"_s, town.path(u"town.toml"_s)}),
             std::optional(0));
    QVERIFY(server.start());
    QVERIFY(!signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s)));
    QCOMPARE(signOut(server.port(), *token), std::optional(401));
    QVERIFY(signIn(server.port(), u"weber"_s, TownFolder::password(u"weber"_s)));
}

QTEST_GUILESS_MAIN(DoorTest)
#include "DoorTest.moc"
