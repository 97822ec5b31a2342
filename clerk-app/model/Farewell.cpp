// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Farewell.h"

namespace sprechtag::clerk::model {

Farewell::Farewell(Workplace &workplace, Intents &intents, milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_intents(intents)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &Farewell::finish);
}

const std::optional<Visit> &Farewell::person() const
{
    const CurrentVisit &visit = m_workplace.visit();
    return visit.running() ? visit.running() : visit.waiting();
}

bool Farewell::mayHide() const
{
    return m_workplace.atAnyDesk() && !m_workplace.visit().running() && !m_intents.calling();
}

void Farewell::go(std::function<void()> then)
{
    const bool going = m_then != nullptr;
    m_then = std::move(then);
    if (going)
        return;
    // What is sent without a line is kept for the next one: it would be done when nobody expects it any more.
    if (m_workplace.line().state != LineState::Online) {
        finish();
        return;
    }
    m_patience.start();
    m_intents.leaveEverything(this, [this] { finish(); });
}

void Farewell::finish()
{
    m_patience.stop();
    if (const auto then = std::exchange(m_then, nullptr))
        then();
}

} // namespace sprechtag::clerk::model
