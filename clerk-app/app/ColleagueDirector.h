// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/ServerConnection.h"
#include "clerk-app/model/Workplace.h"

namespace sprechtag::clerk::app {

//! Brings what the server tells of colleagues to the models, and says when the clerk must be told of a ring outside the
//! window: silent in a conversation, like an arrival.
class ColleagueDirector final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColleagueDirector)
public:
    ColleagueDirector(connection::ServerConnection &line, model::Workplace &workplace, QObject *parent = nullptr);

Q_SIGNALS:
    //! Without a word of whom it is about: a notice may be seen by whoever stands behind the clerk.
    void alerted(const QString &text, bool withSound);

private:
    model::Workplace &m_workplace;
};

} // namespace sprechtag::clerk::app
