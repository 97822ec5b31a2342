// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace sprechtag::clerk::connection {

//! Asks again and again whether the other side lives, and says so when two questions in a row stay without an answer.
class Heartbeat final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Heartbeat)
public:
    //! `doubt`: between questions while somebody has doubts about the line.
    Heartbeat(std::chrono::milliseconds calm, std::chrono::milliseconds doubt, QObject *parent = nullptr);

    void start();
    void stop();
    //! The other side has answered.
    void calm();
    //! Something else is lost on the same way: asks at once, and does not wait long. Nothing while it does not run.
    void doubt();

Q_SIGNALS:
    void due();
    void died();

private:
    void beat();

    std::chrono::milliseconds m_calm;
    std::chrono::milliseconds m_doubt;
    QTimer m_timer;
    int m_unanswered{};
};

} // namespace sprechtag::clerk::connection
