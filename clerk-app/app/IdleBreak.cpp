// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/IdleBreak.h"

namespace sprechtag::clerk::app {

using platform::IdleStep;

IdleBreak::IdleBreak(platform::IdleWatch &watch, model::Workplace &workplace, model::Intents &intents)
    : m_watch(watch)
    , m_workplace(workplace)
    , m_intents(intents)
{
    connect(&m_workplace, &model::Workplace::changed, this, [this] {
        m_watch.setFree(m_workplace.online() && m_workplace.atAnyDesk() && !m_workplace.onBreak() &&
                        !m_workplace.inConversation() && !m_workplace.visit().waiting());
    });
    connect(&m_watch, &platform::IdleWatch::stepped, this, &IdleBreak::step);
}

void IdleBreak::step(IdleStep step)
{
    switch (step) {
    case IdleStep::None:
        return;
    case IdleStep::FirstWarning:
        Q_EMIT warned(tr("Are you still there? In two minutes you are shown as away for a moment."));
        return;
    case IdleStep::SecondWarning:
        Q_EMIT warned(tr("In one minute you are shown as away for a moment. Press a key to stay."));
        return;
    case IdleStep::Away:
        m_intents.pause(office::PauseReason::Idle, std::nullopt, this, [this](const model::CommandResult &result) {
            if (!result.ok())
                return m_watch.sayAwayAgain();
            Q_EMIT wentAway(
                tr("Nobody was at this computer, so you are shown as away for a moment. End the break to go on."));
        });
        return;
    }
}

} // namespace sprechtag::clerk::app
