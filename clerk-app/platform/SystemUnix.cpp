// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/System.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>

#include <sys/resource.h>
#include <unistd.h>

namespace sprechtag::clerk::platform {

using namespace Qt::StringLiterals;

namespace {

// A desktop that is busy is asked again later; nobody waits for it.
constexpr int kPatienceMs = 250;

//! The first value that the desktop answers with; none: it does not know the question.
template <typename T>
std::optional<T> ask(const QString &service, const QString &path, const QString &interface, const QString &question)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected() || !bus.interface()->isServiceRegistered(service))
        return std::nullopt;
    const auto call = QDBusMessage::createMethodCall(service, path, interface, question);
    const QDBusMessage reply = bus.call(call, QDBus::Block, kPatienceMs);
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty() ||
        !reply.arguments().first().canConvert<T>())
        return std::nullopt;
    return reply.arguments().first().value<T>();
}

std::optional<milliseconds> idleTime()
{
    if (const auto gnome = ask<qulonglong>(u"org.gnome.Mutter.IdleMonitor"_s, u"/org/gnome/Mutter/IdleMonitor/Core"_s,
                                           u"org.gnome.Mutter.IdleMonitor"_s, u"GetIdletime"_s))
        return milliseconds(static_cast<qint64>(*gnome));
    if (const auto kde = ask<uint>(u"org.freedesktop.ScreenSaver"_s, u"/ScreenSaver"_s,
                                   u"org.freedesktop.ScreenSaver"_s, u"GetSessionIdleTime"_s))
        return milliseconds(*kde);
    return std::nullopt;
}

bool isLocked()
{
    for (const QString &name : {u"org.gnome.ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s}) {
        const QString path = name == "org.gnome.ScreenSaver"_L1 ? u"/org/gnome/ScreenSaver"_s : u"/ScreenSaver"_s;
        if (const auto active = ask<bool>(name, path, name, u"GetActive"_s))
            return *active;
    }
    return false;
}

} // namespace

// Not PR_SET_DUMPABLE: the web engine's own processes could then no longer read what they need under /proc/self. The
// limit is inherited by them.
void disableCoreDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

QString userName()
{
    return QString::number(getuid());
}

Presence presence()
{
    return {.idleFor = idleTime(), .locked = isLocked()};
}

// X11 knows nothing of the kind.
void setInCaptures(WId /*window*/, InCaptures /*how*/) {}

} // namespace sprechtag::clerk::platform
