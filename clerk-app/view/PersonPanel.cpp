// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/PersonPanel.h"

#include "clerk-app/model/Words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

PersonPanel::PersonPanel(QWidget *parent)
    : QFrame(parent)
    , m_who(new QLabel(this))
    , m_papers(new QLabel(this))
{
    setObjectName(u"personPanel"_s);
    setFrameShape(QFrame::StyledPanel);
    m_who->setObjectName(u"personWho"_s);
    m_papers->setObjectName(u"personPapers"_s);
    QFont strong = m_who->font();
    strong.setWeight(QFont::DemiBold);
    m_who->setFont(strong);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    for (QLabel *label : {m_who, m_papers}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    m_who->setFocusPolicy(Qt::NoFocus); // the table has said it already
    m_papers->setFocusPolicy(Qt::TabFocus);
    hide();
}

void PersonPanel::show(const std::optional<model::LobbyRow> &person)
{
    if (person) {
        QStringList who{person->number, person->name, person->concern, model::Words::language(person->language)};
        who.removeAll(QString());
        m_who->setText(who.join(u" · "_s));
        m_papers->setText(model::Words::papers(person->papers));
    }
    setVisible(person && person->papers.listed > 0);
}

} // namespace sprechtag::clerk::view
