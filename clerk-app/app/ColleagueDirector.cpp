// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/ColleagueDirector.h"

namespace sprechtag::clerk::app {

namespace wire = protocol::clerk;

ColleagueDirector::ColleagueDirector(connection::ServerConnection &line, model::Workplace &workplace, QObject *parent)
    : QObject(parent)
    , m_workplace(workplace)
{
    using Line = connection::ServerConnection;
    model::ColleagueCall &call = m_workplace.colleagueCall();
    connect(&line, &Line::ringReported, this,
            [this](const wire::RingNews &news) { m_workplace.colleagues().take(news); });
    connect(&line, &Line::rung, &call, [&call](const wire::RingCall &ring) { call.take(ring); });
    connect(&line, &Line::placed, &call, [&call](const wire::ColleaguePlace &place) { call.take(place); });
    connect(&line, &Line::colleagueEnded, &call, [&call](const wire::ColleagueOver &over) { call.take(over); });
    connect(&line, &Line::roomChanged, &call, [&call](const wire::RoomState &room) { call.take(room); });
    connect(&call, &model::ColleagueCall::rung, this,
            [this] { Q_EMIT alerted(tr("A colleague rings you."), !m_workplace.inConversation()); });
}

} // namespace sprechtag::clerk::app
