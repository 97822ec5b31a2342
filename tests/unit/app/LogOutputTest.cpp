// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/LogOutput.h"
#include "server/store/File.h"

#include <QTest>

#include <climits>

#include <fcntl.h>
#include <unistd.h>

using namespace sprechtag;
using app::writeLogLine;
using store::File;

namespace {

struct Pipe
{
    Pipe()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            qFatal("there is no pipe");
        reading = File(ends[0]);
        writing = File(ends[1]);
    }
    [[nodiscard]] QByteArray read() const
    {
        char bytes[2 * PIPE_BUF];
        const auto length = ::read(reading.descriptor(), bytes, sizeof bytes);
        return length > 0 ? QByteArray(bytes, qsizetype(length)) : QByteArray();
    }
    File reading;
    File writing;
};

} // namespace

//! A log that cannot be written must not stop whoever logs (C-18).
class LogOutputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsWrittenWhole();
    void aLongLineIsCutOff();
    void whatCannotBeWrittenIsLost_data();
    void whatCannotBeWrittenIsLost();
    void aReaderWhoIsGoneIsNoHarm();
    void nobodyWaitsForAReaderWhoDoesNotRead();
};

void LogOutputTest::aLineIsWrittenWhole()
{
    const Pipe pipe;
    QVERIFY(writeLogLine(pipe.writing.descriptor(), "serving 8 offices"));
    QCOMPARE(pipe.read(), "serving 8 offices\n");
}

void LogOutputTest::aLongLineIsCutOff()
{
    const Pipe pipe;
    QVERIFY(writeLogLine(pipe.writing.descriptor(), QByteArray(3 * PIPE_BUF, 'x')));
    QCOMPARE(pipe.read(), QByteArray(PIPE_BUF - 1, 'x') + '\n');
}

void LogOutputTest::whatCannotBeWrittenIsLost_data()
{
    QTest::addColumn<int>("descriptor");
    QTest::newRow("the disk is full") << ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    QTest::newRow("opened for reading alone") << ::open("/dev/zero", O_RDONLY | O_CLOEXEC);
    QTest::newRow("closed") << 1'000'000;
}

void LogOutputTest::whatCannotBeWrittenIsLost()
{
    QFETCH(int, descriptor);
    const File file(descriptor);
    QVERIFY(!writeLogLine(descriptor, "a line"));
}

void LogOutputTest::aReaderWhoIsGoneIsNoHarm()
{
    Pipe pipe;
    pipe.reading = File();
    QVERIFY(!writeLogLine(pipe.writing.descriptor(), "a line"));
}

void LogOutputTest::nobodyWaitsForAReaderWhoDoesNotRead()
{
    const Pipe pipe;
    int lines = 0;
    while (lines < 100'000 && writeLogLine(pipe.writing.descriptor(), QByteArray(1000, 'x')))
        ++lines;
    // Some fit in, and the rest was not waited for.
    QVERIFY(lines > 0 && lines < 100'000);
}

QTEST_GUILESS_MAIN(LogOutputTest)
#include "LogOutputTest.moc"
