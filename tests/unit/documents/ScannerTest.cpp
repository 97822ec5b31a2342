// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/Scanner.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QtEndian>

#include <thread>

using namespace sprechtag::documents;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kEicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

enum class Mood { Honest, Silent, HangsUp, TooLarge };

//! As much of clamd as INSTREAM is: takes the stream apart and finds the test virus in it.
QByteArray answerTo(const QByteArray &stream)
{
    if (stream.size() < 10)
        return {};
    if (!stream.startsWith(QByteArray("zINSTREAM\0", 10)))
        return QByteArray("UNKNOWN COMMAND\0", 16);
    QByteArray content;
    for (qsizetype at = 10; at + 4 <= stream.size();) {
        const auto length = qFromBigEndian<quint32>(stream.constData() + at);
        at += 4;
        if (length == 0)
            return content.contains("EICAR-STANDARD") ? QByteArray("stream: Eicar-Signature FOUND\0", 30)
                                                      : QByteArray("stream: OK\0", 11);
        if (at + static_cast<qsizetype>(length) > stream.size())
            return {};
        content += stream.mid(at, static_cast<qsizetype>(length));
        at += static_cast<qsizetype>(length);
    }
    return {};
}

void serve(QIODevice &line, Mood mood, QByteArray &stream)
{
    stream += line.readAll();
    if (mood == Mood::HangsUp)
        return line.close();
    if (mood == Mood::TooLarge) {
        line.write(QByteArray("INSTREAM size limit exceeded. ERROR\0", 36));
        return;
    }
    if (const QByteArray answer = answerTo(stream); mood == Mood::Honest && !answer.isEmpty())
        line.write(answer);
}

} // namespace

//! What is asked of a clamd, and that nothing passes which it has not called clean.
class ScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsCleanPasses_data() { whereItListens(); }
    void whatIsCleanPasses() { QVERIFY(scan(QByteArray(300'000, 'a'), Mood::Honest).ok()); }

    void aVirusIsFound_data() { whereItListens(); }
    void aVirusIsFound() { QCOMPARE(scan(QByteArray(200'000, 'a') + kEicar, Mood::Honest).error(), Fault::Infected); }

    void withoutAnAnswerNothingPasses_data()
    {
        QTest::addColumn<int>("mood");
        QTest::newRow("it is silent") << static_cast<int>(Mood::Silent);
        QTest::newRow("it hangs up") << static_cast<int>(Mood::HangsUp);
        QTest::newRow("it says that the file is too large") << static_cast<int>(Mood::TooLarge);
    }
    void withoutAnAnswerNothingPasses()
    {
        QFETCH(const int, mood);
        m_tcp = true;
        QCOMPARE(scan(QByteArray(5'000'000, 'a'), static_cast<Mood>(mood)).error(), Fault::Unchecked);
    }

    void whereNobodyListensNothingPasses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("a path") << u"unix:/nowhere/clamd.ctl"_s;
        QTest::newRow("a port") << u"tcp:127.0.0.1:1"_s;
        QTest::newRow("nonsense") << u"clamd"_s;
    }
    void whereNobodyListensNothingPasses()
    {
        QFETCH(const QString, address);
        const std::atomic<bool> stop{false};
        QCOMPARE(Scanner(address, 2000).scan("a", stop).error(), Fault::Unchecked);
    }

    void withoutAScannerNothingIsAsked()
    {
        const std::atomic<bool> stop{false};
        QVERIFY(Scanner(QString()).scan(kEicar, stop).ok());
    }

    void aStopEndsTheWait()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const std::atomic<bool> stop{true};
        QCOMPARE(Scanner(u"tcp:127.0.0.1:%1"_s.arg(silent.serverPort())).scan("a", stop).error(), Fault::Unchecked);
    }

private:
    static void whereItListens()
    {
        QTest::addColumn<bool>("tcp");
        QTest::newRow("on a port") << true;
        QTest::newRow("on a path") << false;
    }

    sprechtag::Result<sprechtag::Done, Fault> scan(const QByteArray &content, Mood mood)
    {
        if (const auto *row = QTest::currentDataTag(); row != nullptr && qstrncmp(row, "on a", 4) == 0)
            m_tcp = qstrcmp(row, "on a port") == 0;
        QTemporaryDir folder;
        QTcpServer port;
        QLocalServer path;
        QByteArray stream;
        const QString name = folder.filePath(u"clamd.ctl"_s);
        const bool listens = m_tcp ? port.listen(QHostAddress::LocalHost) : path.listen(name);
        if (!listens)
            qFatal("the false clamd does not listen");
        connect(&port, &QTcpServer::newConnection, this, [&] { take(port.nextPendingConnection(), mood, stream); });
        connect(&path, &QLocalServer::newConnection, this, [&] { take(path.nextPendingConnection(), mood, stream); });
        const QString address = m_tcp ? u"tcp:127.0.0.1:%1"_s.arg(port.serverPort()) : u"unix:"_s + name;
        sprechtag::Result<sprechtag::Done, Fault> result{sprechtag::Failure(Fault::Gone)};
        std::atomic<bool> done{false};
        const std::atomic<bool> stop{false};
        std::thread asking([&] {
            result = Scanner(address, 3000).scan(content, stop);
            done = true;
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(done, 20'000); }();
        asking.join();
        return result;
    }

    template <typename Line>
    void take(Line *line, Mood mood, QByteArray &stream)
    {
        connect(line, &Line::readyRead, this, [line, mood, &stream] { serve(*line, mood, stream); });
        serve(*line, mood, stream);
    }

    bool m_tcp{};
};

QTEST_GUILESS_MAIN(ScannerTest)
#include "ScannerTest.moc"
