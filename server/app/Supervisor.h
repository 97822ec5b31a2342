// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <QByteArray>
#include <QTimer>

#include <optional>

namespace sprechtag::app {

//! Tells systemd that the server serves (Type=notify) and that its event loop still goes round (WatchdogSec): a loop
//! that hangs says nothing any more, and systemd starts the server anew. Without systemd it does nothing.
class Supervisor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Supervisor)

public:
    //! What sd_notify(3) and sd_watchdog_enabled(3) read from the environment.
    struct Surroundings
    {
        QByteArray socket;                    //!< path, or @ and an abstract name; empty: nobody listens
        std::optional<milliseconds> patience; //!< silence after which the process is ended
    };
    //! Of this process; the variables are taken away, so that no child speaks for it.
    [[nodiscard]] static Surroundings takeSurroundings();

    explicit Supervisor(Surroundings surroundings);

    //! Says that it serves, and from now on that it lives.
    void ready();
    //! Says that it ends on purpose.
    void stopping();

private:
    void say(const QByteArray &state) const;

    Surroundings m_surroundings;
    QTimer m_alive;
};

} // namespace sprechtag::app
