// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/RingBar.h"

#include "clerk-app/view/Actions.h"
#include "clerk-app/view/Announce.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

RingBar::RingBar(const Actions &actions, model::ColleagueCall &call, QWidget *parent)
    : QFrame(parent)
    , m_actions(actions)
    , m_call(call)
    , m_text(new QLabel(this))
{
    setObjectName(u"ringBar"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_text->setObjectName(u"ringText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::ToolTipText);
    auto *accept = new QPushButton(this);
    accept->setObjectName(u"ringAcceptButton"_s);
    wearAction(accept, m_actions.acceptRing);
    auto *decline = new QPushButton(this);
    decline->setObjectName(u"ringDeclineButton"_s);
    wearAction(decline, m_actions.declineRing);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->addWidget(m_text, 1);
    row->addWidget(accept);
    row->addWidget(decline);
    connect(m_actions.acceptRing, &QAction::triggered, &m_call, &model::ColleagueCall::accept);
    connect(m_actions.declineRing, &QAction::triggered, &m_call, &model::ColleagueCall::decline);
    connect(m_actions.leaveTalk, &QAction::triggered, &m_call, &model::ColleagueCall::leave);
    connect(&m_call, &model::ColleagueCall::changed, this, &RingBar::refresh);
    hide();
    refresh();
}

// Read aloud with the keys that answer: whoever cannot see the bar need not look for it.
void RingBar::refresh()
{
    const bool rings = m_call.ring().has_value();
    const bool begins = rings && isHidden();
    m_actions.acceptRing->setEnabled(rings);
    m_actions.declineRing->setEnabled(rings);
    m_actions.leaveTalk->setEnabled(m_call.talk().has_value());
    m_text->setText(rings ? model::ColleagueCall::question(*m_call.ring()) : QString());
    setVisible(rings);
    if (begins)
        //: %1 is who rings and why, %2 and %3 are keys
        announce(this, tr("%1 Accept with %2, decline with %3.")
                           .arg(m_text->text(), m_actions.acceptRing->shortcut().toString(QKeySequence::NativeText),
                                m_actions.declineRing->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace sprechtag::clerk::view
