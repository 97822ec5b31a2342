// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/CallPanel.h"
#include "clerk-app/view/DeskPage.h"
#include "clerk-app/view/LobbyPanel.h"
#include "clerk-app/view/Notice.h"

//! The conversation of a colleague at my desk: it comes, and when it ends the lobby is there again.
namespace sprechtag::clerk::view {

void DeskPage::wireTalk()
{
    model::ColleagueCall &call = m_workplace.colleagueCall();
    connect(&call, &model::ColleagueCall::talkChanged, this, &DeskPage::followTalk);
    connect(&call, &model::ColleagueCall::talkEnded, this, &DeskPage::followTalk);
    // What was said of it is over with it.
    connect(&call, &model::ColleagueCall::talkEnded, m_notice, &Notice::clear);
    connect(&call, &model::ColleagueCall::told, this,
            [this](const QString &text) { m_notice->tell(NoticeKind::Info, text); });
}

void DeskPage::followTalk()
{
    const auto &talk = m_workplace.colleagueCall().talk();
    const bool wasThere = !talk && m_call->isAncestorOf(focusWidget());
    if (talk)
        m_call->show(*talk);
    else
        m_call->end();
    arrange();
    refreshActions();
    if (wasThere)
        m_lobby->takeFocus();
}

} // namespace sprechtag::clerk::view
