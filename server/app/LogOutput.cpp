// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/LogOutput.h"

#include <QString>

#include <atomic>
#include <climits>
#include <mutex>

#include <poll.h>
#include <unistd.h>

namespace sprechtag::app {
namespace {

// A message handler of Qt is a plain function, and threads of all layers log.
std::atomic<std::uint64_t> s_lost{0};

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!writeLogLine(STDERR_FILENO, qFormatLogMessage(type, context, message).toLocal8Bit()))
        ++s_lost;
}

} // namespace

void logToStandardError()
{
    qInstallMessageHandler(writeMessage);
}

std::uint64_t lostLogLines()
{
    return s_lost;
}

bool writeLogLine(int descriptor, QByteArray line)
{
    // So much a pipe takes whole or not at all, and when it is ready it does not make us wait for its reader.
    line.truncate(PIPE_BUF - 1);
    line.append('\n');
    // Of two threads that find room for one line the second would wait for the reader.
    static std::mutex s_writing;
    const std::scoped_lock writing(s_writing);
    pollfd ready{.fd = descriptor, .events = POLLOUT, .revents = 0};
    if (::poll(&ready, 1, 0) != 1 || ready.revents != POLLOUT)
        return false;
    return ::write(descriptor, line.constData(), static_cast<std::size_t>(line.size())) == line.size();
}

} // namespace sprechtag::app
