// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/Heartbeat.h"

namespace sprechtag::clerk::connection {

namespace {
constexpr int kMaxUnanswered = 2;
} // namespace

Heartbeat::Heartbeat(std::chrono::milliseconds calm, std::chrono::milliseconds doubt, QObject *parent)
    : QObject(parent)
    , m_calm(calm)
    , m_doubt(doubt)
{
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
}

void Heartbeat::start()
{
    m_unanswered = 0;
    m_timer.start(m_calm);
}

void Heartbeat::stop()
{
    m_timer.stop();
}

void Heartbeat::calm()
{
    m_unanswered = 0;
    if (m_timer.isActive())
        m_timer.start(m_calm);
}

void Heartbeat::doubt()
{
    if (!m_timer.isActive() || m_timer.intervalAsDuration() == m_doubt)
        return;
    m_timer.start(m_doubt);
    beat();
}

void Heartbeat::beat()
{
    if (m_unanswered >= kMaxUnanswered) {
        stop();
        Q_EMIT died();
        return;
    }
    ++m_unanswered;
    Q_EMIT due();
}

} // namespace sprechtag::clerk::connection
