// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Config.h"
#include "server/broker/AccountStore.h"
#include "shared/base/Time.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace sprechtag::app {

//! The whole server of one town, wired by hand; can be started inside a test.
class Server final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Server)

public:
    Server(Config config, const Clock &clock);
    ~Server() override;

    //! Why it cannot start, one sentence for the administrator; nothing when it runs.
    [[nodiscard]] std::optional<QString> start();
    [[nodiscard]] quint16 port() const;
    //! Where browsers reach it.
    [[nodiscard]] QString origin() const;

    //! Asks everybody to come back, writes what waits, closes everything. Blocks for at most some seconds.
    void stop();

private:
    struct Parts;

    [[nodiscard]] std::optional<QString> openStore();
    [[nodiscard]] std::optional<QString> listen();
    [[nodiscard]] std::optional<QString> serve();
    void openBackupDoor();
    void welcomeFirst(const broker::Account &first);
    void pass();
    void scheduleTick();

    Config m_config;
    const Clock &m_clock;
    std::unique_ptr<Parts> m_parts;
    QTimer m_timer;
};

} // namespace sprechtag::app
