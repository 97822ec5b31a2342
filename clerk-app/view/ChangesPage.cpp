// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/ChangesPage.h"

#include "clerk-app/model/ChangeWords.h"
#include "clerk-app/model/TownWords.h"
#include "clerk-app/model/Words.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::ChangeWords;
using model::TownWords;

ChangesPage::ChangesPage(model::Administration &administration, QWidget *parent)
    : QWidget(parent)
    , m_administration(administration)
    , m_list(new QTreeWidget(this))
    , m_older(new QPushButton(tr("&Older changes"), this))
{
    m_list->setObjectName(u"changesList"_s);
    m_list->setAccessibleName(tr("Changes"));
    m_list->setHeaderLabels({tr("When"), tr("Who"), tr("What")});
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->setAlternatingRowColors(true);
    m_list->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(m_older, 0, Qt::AlignLeft);
    m_older->setObjectName(u"olderButton"_s);
    connect(m_older, &QPushButton::clicked, this, &ChangesPage::ask);
    connect(&m_administration, &model::Administration::logRead, this, &ChangesPage::show);
    connect(&m_administration, &model::Administration::failed, this,
            [this] { m_older->setEnabled(m_before.has_value()); });
}

void ChangesPage::refresh()
{
    m_before.reset();
    m_list->clear();
    m_names.clear();
    ask();
}

void ChangesPage::ask()
{
    m_older->setEnabled(false); // until this is answered
    m_administration.readLog(m_before);
}

void ChangesPage::show(const protocol::clerk::AdminLogPage &page)
{
    for (const protocol::ChangeLine &line : page.changes)
        add(line);
    m_before = page.older;
    // Nothing of it was for this reader: the next may be.
    if (page.changes.isEmpty() && m_before)
        return ask();
    m_older->setEnabled(m_before.has_value());
}

void ChangesPage::add(const protocol::ChangeLine &line)
{
    //: %1 is a kind such as Office, %2 its name, %3 such as "changed"
    const QString what = tr("%1 %2: %3").arg(TownWords::kind(line.kind), nameOf(line), TownWords::action(line.action));
    const QString at = QLocale().toString(model::Words::localTime(line.at), QLocale::ShortFormat);
    const QString who = line.clerk.isEmpty() ? tr("on the server") : line.clerk;
    auto *item = new QTreeWidgetItem(m_list, {at, who, what});
    const bool isNew = line.action == "created"_L1;
    for (const protocol::FieldDifference &field : line.fields) {
        const auto words = ChangeWords::of(line.kind, field, m_administration.town());
        // Of something new, only what is filled in; of something old, a password is told by its name alone.
        if (isNew && words.after.isEmpty())
            continue;
        const QString sentence = ChangeWords::sentence(words, isNew);
        auto *below = new QTreeWidgetItem(item, {sentence});
        below->setToolTip(0, sentence);
        below->setFirstColumnSpanned(true);
    }
    item->setExpanded(true);
}

// The newest come first: what was taken away has told its name by then.
QString ChangesPage::nameOf(const protocol::ChangeLine &line)
{
    const QString language = m_administration.town().authority.languages.value(0);
    const auto key = town::keyFrom(line.kind, line.id);
    if (const auto value = key ? town::valueOf(m_administration.town(), *key) : std::nullopt)
        return TownWords::nameOf(*value, language);
    QString &name = m_names[line.id];
    for (const protocol::FieldDifference &field : line.fields) {
        if (!name.isEmpty() || (field.field != "name"_L1 && field.field != "names"_L1))
            continue;
        const QString &text = field.before.isEmpty() ? field.after : field.before;
        if (const auto value = protocol::valueWith(line.kind, field.field, text))
            name = TownWords::nameOf(*value, language);
    }
    return name.isEmpty() ? line.id : name;
}

} // namespace sprechtag::clerk::view
