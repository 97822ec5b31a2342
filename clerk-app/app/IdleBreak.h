// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Intents.h"
#include "clerk-app/platform/IdleWatch.h"

namespace sprechtag::clerk::app {

//! Nobody waits for a desk that nobody sits at: warns the clerk, then begins the break in the clerk's place.
class IdleBreak final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdleBreak)
public:
    IdleBreak(platform::IdleWatch &watch, model::Workplace &workplace, model::Intents &intents);

Q_SIGNALS:
    void warned(const QString &text);
    //! The server knows, and those who wait do.
    void wentAway(const QString &text);

private:
    void step(platform::IdleStep step);

    platform::IdleWatch &m_watch;
    model::Workplace &m_workplace;
    model::Intents &m_intents;
};

} // namespace sprechtag::clerk::app
