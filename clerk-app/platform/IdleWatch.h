// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/platform/Idleness.h"

#include <QObject>
#include <QTimer>

namespace sprechtag::clerk::platform {

//! Looks again and again whether anybody is at the computer. Where the desktop does not say, keys and mouse in this
//! program's own active window count: of a clerk who works in another one nothing is known, and nothing is assumed.
class IdleWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdleWatch)
public:
    IdleWatch(const Clock &clock, std::function<Presence()> system, minutes awayAfter, QObject *parent = nullptr);

    //! At a desk, not on a break, with nobody in a call.
    void setFree(bool free) { m_free = free; }
    void look();
    void sayAwayAgain() { m_idleness.sayAwayAgain(); }

Q_SIGNALS:
    void stepped(sprechtag::clerk::platform::IdleStep step);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Clock &m_clock;
    std::function<Presence()> m_system;
    Idleness m_idleness;
    MonotonicInstant m_lastInput;
    QTimer m_timer;
    bool m_free{};
    bool m_desktopCounts{};
};

} // namespace sprechtag::clerk::platform
