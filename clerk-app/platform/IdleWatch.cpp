// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/IdleWatch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>

namespace sprechtag::clerk::platform {

namespace {

constexpr std::chrono::seconds kLookEvery{10};

bool isInput(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::MouseMove ||
           type == QEvent::Wheel || type == QEvent::TouchBegin || type == QEvent::TabletMove;
}

} // namespace

IdleWatch::IdleWatch(const Clock &clock, std::function<Presence()> system, minutes awayAfter, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_system(std::move(system))
    , m_idleness(awayAfter)
    , m_lastInput(clock.monotonicNow())
{
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.setInterval(kLookEvery);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
    m_timer.start();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(event->type()))
        m_lastInput = m_clock.monotonicNow();
    return QObject::eventFilter(watched, event);
}

void IdleWatch::look()
{
    const MonotonicInstant now = m_clock.monotonicNow();
    Presence presence = m_free ? m_system() : Presence();
    // Some desktops say 0 whenever they are asked: they do not know. One that does says something else within one look.
    m_desktopCounts = m_desktopCounts || presence.idleFor.value_or(milliseconds::zero()) > milliseconds::zero();
    if (!m_desktopCounts)
        presence.idleFor.reset();
    const bool ours = QGuiApplication::applicationState() == Qt::ApplicationActive;
    if (!presence.idleFor && ours)
        presence.idleFor = std::chrono::duration_cast<milliseconds>(now - m_lastInput);
    else if (!presence.idleFor)
        m_lastInput = now; // in another window, for all that is known
    const IdleStep step = m_idleness.look(now, presence, m_free);
    if (step != IdleStep::None)
        Q_EMIT stepped(step);
}

} // namespace sprechtag::clerk::platform
