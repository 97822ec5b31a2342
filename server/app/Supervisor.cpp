// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Supervisor.h"

#include "server/store/File.h"
#include "shared/base/Log.h"

#include <cstddef>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace sprechtag::app {
namespace {

QByteArray takeVariable(const char *name)
{
    QByteArray value = qgetenv(name);
    qunsetenv(name);
    return value;
}

} // namespace

Supervisor::Surroundings Supervisor::takeSurroundings()
{
    Surroundings found{takeVariable("NOTIFY_SOCKET"), std::nullopt};
    const qint64 patienceUs = takeVariable("WATCHDOG_USEC").toLongLong();
    const QByteArray whom = takeVariable("WATCHDOG_PID");
    // It may be meant for the one who has started us.
    if (patienceUs > 0 && (whom.isEmpty() || whom.toLongLong() == ::getpid()))
        found.patience = std::chrono::duration_cast<milliseconds>(std::chrono::microseconds(patienceUs));
    return found;
}

Supervisor::Supervisor(Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
{
    connect(&m_alive, &QTimer::timeout, this, [this] { say("WATCHDOG=1"); });
}

void Supervisor::ready()
{
    say("READY=1");
    // Half of it, as sd_watchdog_enabled(3) asks for.
    if (m_surroundings.patience)
        m_alive.start(*m_surroundings.patience / 2);
}

void Supervisor::stopping()
{
    m_alive.stop();
    say("STOPPING=1");
}

void Supervisor::say(const QByteArray &state) const
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray &name = m_surroundings.socket;
    if (name.isEmpty() || static_cast<std::size_t>(name.size()) >= sizeof address.sun_path)
        return;
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    if (name.startsWith('@'))
        address.sun_path[0] = '\0';
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path)) + static_cast<socklen_t>(name.size());
    const store::File socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const auto sent = ::sendto(socket.descriptor(), state.constData(), static_cast<std::size_t>(state.size()),
                               MSG_NOSIGNAL, reinterpret_cast<const sockaddr *>(&address), length);
    if (sent != state.size())
        qCWarning(lcServer) << "the supervisor does not take what it is told";
}

} // namespace sprechtag::app
