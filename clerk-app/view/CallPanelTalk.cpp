// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/ColleagueCall.h"
#include "clerk-app/view/Announce.h"
#include "clerk-app/view/CallButtons.h"
#include "clerk-app/view/CallPanel.h"
#include "clerk-app/view/TalkKey.h"

#include <QLabel>
#include <QToolButton>

//! As a colleague in somebody else's conversation: there is no visitor of one's own to do anything with.
namespace sprechtag::clerk::view {

void CallPanel::show(const protocol::clerk::ColleaguePlace &talk)
{
    m_visit.reset();
    m_talkKey->setActive(true);
    m_who->setText(model::ColleagueCall::who(talk));
    m_concern->setText(talk.officeName);
    m_peer->clear();
    for (QWidget *part : {m_papers, m_note})
        part->hide();
    for (QWidget *button : std::initializer_list<QWidget *>{m_answers, m_hold, m_share, m_text, m_files, m_people,
                                                            m_visitor, m_handOver, m_finish})
        button->hide();
    m_leave->show();
    const QString state = model::ColleagueCall::stateText(talk);
    if (m_state->text() == state)
        return;
    m_state->setText(state);
    announce(m_state);
}

} // namespace sprechtag::clerk::view
