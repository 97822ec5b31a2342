// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/ChangesPage.h"

#include "clerk-app/model/ChangeWords.h"
#include "clerk-app/model/TownWords.h"

#include <QDateTime>
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
    connect(m_older, &QPushButton::clicked, this, [this] { m_administration.readLog(m_before); });
    connect(&m_administration, &model::Administration::logRead, this, &ChangesPage::show);
}

void ChangesPage::refresh()
{
    m_before.reset();
    m_list->clear();
    m_older->setEnabled(false);
    m_administration.readLog(std::nullopt);
}

void ChangesPage::show(const protocol::clerk::AdminLogPage &page)
{
    const QString language = m_administration.town().authority.languages.value(0);
    for (const protocol::ChangeLine &line : page.changes) {
        const auto key = town::keyFrom(line.kind, line.id);
        const auto value = key ? town::valueOf(m_administration.town(), *key) : std::nullopt;
        const QString name = value ? TownWords::nameOf(*value, language) : line.id;
        //: %1 is a kind such as Office, %2 its name, %3 such as "changed"
        const QString what = tr("%1 %2: %3").arg(TownWords::kind(line.kind), name, TownWords::action(line.action));
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(line.at.time_since_epoch().count());
        const QString who = line.clerk.isEmpty() ? tr("on the server") : line.clerk;
        auto *item = new QTreeWidgetItem(m_list, {QLocale().toString(at, QLocale::ShortFormat), who, what});
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
    m_before = page.older;
    m_older->setEnabled(page.older.has_value());
}

} // namespace sprechtag::clerk::view
