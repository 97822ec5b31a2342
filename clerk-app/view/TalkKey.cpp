// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/TalkKey.h"

#include <QAction>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QWidget>
#include <QWindow>

namespace sprechtag::clerk::view {

TalkKey::TalkKey(QWidget *place, const QAction *microphone)
    : QObject(place)
    , m_place(place)
{
    // The window itself is made late, and the picture of the call takes keys that no widget of ours would see.
    QCoreApplication::instance()->installEventFilter(this);
    // A key that is let go elsewhere is told to nobody.
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, &TalkKey::release);
    connect(microphone, &QAction::triggered, this, [this](bool on) {
        m_chosen = on;
        m_held = false;
    });
}

void TalkKey::setActive(bool active)
{
    m_active = active;
    if (!active)
        release();
}

bool TalkKey::eventFilter(QObject *watched, QEvent *event)
{
    if (!takes(watched, *event))
        return QObject::eventFilter(watched, event);
    if (!static_cast<QKeyEvent *>(event)->isAutoRepeat()) {
        if (event->type() == QEvent::KeyPress)
            hold();
        else
            release();
    }
    return true;
}

bool TalkKey::takes(QObject *watched, const QEvent &event) const
{
    if (event.type() != QEvent::KeyPress && event.type() != QEvent::KeyRelease)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(event);
    if (key.key() != kKey || watched != m_place->window()->windowHandle())
        return false;
    // Let go is let go, whatever else is down by then.
    return m_held || (m_active && key.modifiers() == Qt::NoModifier);
}

void TalkKey::hold()
{
    if (m_held || !m_active)
        return;
    m_held = true;
    Q_EMIT microphoneWanted(!m_chosen);
}

void TalkKey::release()
{
    if (std::exchange(m_held, false))
        Q_EMIT microphoneWanted(m_chosen);
}

} // namespace sprechtag::clerk::view
