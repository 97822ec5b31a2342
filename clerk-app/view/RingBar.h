// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/ColleagueCall.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace sprechtag::clerk::view {

class Actions;

//! At the top of the desk while a colleague rings: who it is, about whom, and the two answers. Takes no focus away.
class RingBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RingBar)
public:
    RingBar(const Actions &actions, model::ColleagueCall &call, QWidget *parent = nullptr);

private:
    void refresh();

    const Actions &m_actions;
    model::ColleagueCall &m_call;
    QLabel *m_text;
};

} // namespace sprechtag::clerk::view
