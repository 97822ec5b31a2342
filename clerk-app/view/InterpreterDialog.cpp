// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/InterpreterDialog.h"

#include "clerk-app/model/LanguageWords.h"
#include "clerk-app/view/DialogParts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::Interpreters;
using model::LanguageWords;

InterpreterDialog::InterpreterDialog(Interpreters &interpreters, QWidget *parent)
    : QDialog(parent)
    , m_interpreters(interpreters)
    , m_language(new QComboBox(this))
    , m_list(new QListView(this))
    , m_contact(new QLabel(this))
    , m_invite(new QPushButton(tr("&Make a code"), this))
{
    setObjectName(u"interpreterDialog"_s);
    setWindowTitle(tr("Ask an interpreter"));
    build();
    connect(&interpreters, &Interpreters::listed, this, &InterpreterDialog::showLanguages);
    connect(&interpreters, &Interpreters::troubled, m_contact, &QLabel::setText);
    connect(m_language, &QComboBox::currentIndexChanged, this,
            [this] { m_interpreters.setLanguage(m_language->currentData().toString()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &InterpreterDialog::refresh);
    connect(m_list, &QListView::activated, this, &QDialog::accept);
    connect(m_invite, &QPushButton::clicked, this, &QDialog::accept);
    showLanguages();
}

void InterpreterDialog::build()
{
    m_language->setObjectName(u"interpreterLanguage"_s);
    m_list->setObjectName(u"interpreterList"_s);
    m_list->setModel(&m_interpreters);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("Interpreters"));
    m_contact->setObjectName(u"interpreterContact"_s);
    m_contact->setTextFormat(Qt::PlainText);
    m_contact->setWordWrap(true);
    m_contact->setFocusPolicy(Qt::TabFocus);
    m_contact->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_invite->setObjectName(u"interpreterInvite"_s);
    m_invite->setDefault(true);
    auto *buttons = cancelBox(this);
    buttons->addButton(m_invite, QDialogButtonBox::ActionRole);
    auto *label = new QLabel(tr("&Language:"), this);
    label->setBuddy(m_language);
    auto *layout = new QVBoxLayout(this);
    for (QWidget *part : std::initializer_list<QWidget *>{label, m_language, m_list, m_contact, buttons})
        layout->addWidget(part);
    layout->setStretchFactor(m_list, 1);
}

// The list is a fresh one: whoever is first is chosen, and the languages are those that somebody has.
void InterpreterDialog::showLanguages()
{
    const QSignalBlocker quiet(m_language);
    m_language->clear();
    m_language->addItem(tr("all languages"), QString());
    for (const QString &tag : m_interpreters.languages())
        m_language->addItem(LanguageWords::name(tag), tag);
    int chosen = 0;
    for (int i = 1; i < m_language->count(); ++i) {
        if (town::isSameLanguage(m_language->itemData(i).toString(), m_interpreters.language()))
            chosen = i;
    }
    m_language->setCurrentIndex(chosen);
    m_list->setCurrentIndex(m_interpreters.index(0));
    refresh();
}

void InterpreterDialog::refresh()
{
    const QModelIndex index = m_list->currentIndex();
    m_invite->setEnabled(wish().has_value());
    if (index.isValid())
        m_contact->setText(m_interpreters.contact(index));
    else
        m_contact->setText(m_interpreters.isAsking() ? tr("The list is being read …")
                                                     : tr("Nobody is on the list. The administration keeps it."));
}

std::optional<protocol::clerk::InterpreterWish> InterpreterDialog::wish() const
{
    return m_interpreters.wish(m_list->currentIndex());
}

} // namespace sprechtag::clerk::view
