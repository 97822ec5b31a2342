// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/OfficePanel.h"

#include "clerk-app/view/Icons.h"
#include "clerk-app/view/OfficeRowView.h"
#include "shared/domain/town/Rights.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

OfficePanel::OfficePanel(model::Workplace &workplace, QWidget *parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_list(new QVBoxLayout)
    , m_all(new QPushButton(themedIcon(u"people"_s), tr("All my open offices"), this))
    , m_none(new QLabel(this))
{
    m_none->setObjectName(u"noOffices"_s);
    m_none->setTextFormat(Qt::PlainText);
    m_none->setWordWrap(true);
    m_none->setContentsMargins(8, 0, 8, 0);
    setObjectName(u"officePanel"_s);
    auto *heading = new QLabel(tr("My offices"), this);
    QFont bold = heading->font();
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    bold.setBold(true);
    heading->setFont(bold);
    heading->setContentsMargins(8, 0, 0, 0);
    m_all->setObjectName(u"allOfficesButton"_s);
    m_all->setCheckable(true);
    m_all->setAutoExclusive(true);
    m_all->setChecked(true);
    connect(m_all, &QAbstractButton::clicked, this, [this] { Q_EMIT officeChosen(std::nullopt); });

    auto *content = new QWidget(this);
    content->setAutoFillBackground(false);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(2);
    m_list->addWidget(m_all);
    m_list->addSpacing(4);
    m_list->addStretch(1);
    content->setLayout(m_list);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 12, 4, 4);
    layout->setSpacing(10);
    layout->addWidget(heading);
    layout->addWidget(m_none);
    layout->addWidget(scroll, 1);

    setMinimumWidth(fontMetrics().averageCharWidth() * 36);

    model::Offices &offices = m_workplace.offices();
    connect(&offices, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first) { insertRow(first); });
    connect(&offices, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(&offices, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &index) { refreshRow(index.row()); });
    connect(&m_workplace, &model::Workplace::lineChanged, this, &OfficePanel::refreshReach);
    connect(&m_workplace, &model::Workplace::meChanged, this, &OfficePanel::refreshNone);
    refreshNone();
    for (int index = 0; index < offices.rowCount(); ++index)
        insertRow(index);
}

void OfficePanel::insertRow(int index)
{
    constexpr int kBeforeRows = 2; // the button for all and the gap below it
    auto *row = new OfficeRowView(this);
    m_rows.insert(m_rows.begin() + index, row);
    m_list->insertWidget(index + kBeforeRows, row);
    connect(row, &QAbstractButton::clicked, this, [this, row] { Q_EMIT officeChosen(row->row()->id); });
    connect(row, &OfficeRowView::openWanted, this, &OfficePanel::openWanted);
    connect(row, &OfficeRowView::closeWanted, this, &OfficePanel::closeWanted);
    connect(row, &OfficeRowView::departWanted, this, &OfficePanel::departWanted);
    connect(row, &OfficeRowView::suspendIntakeWanted, this, &OfficePanel::suspendIntakeWanted);
    connect(row, &OfficeRowView::resumeIntakeWanted, this, &OfficePanel::resumeIntakeWanted);
    refreshRow(index);
    refreshReach();
    refreshNone();
    orderTabs();
}

// Rows come when the server has told of them; the Tab key goes by what is seen, not by what came first.
void OfficePanel::orderTabs()
{
    QWidget *before = m_all;
    for (OfficeRowView *row : m_rows)
        before = row->takeTabAfter(before);
}

void OfficePanel::removeRows(int first, int last)
{
    for (int index = last; index >= first; --index) {
        m_rows[static_cast<std::size_t>(index)]->deleteLater();
        m_list->removeWidget(m_rows[static_cast<std::size_t>(index)]);
        m_rows.erase(m_rows.begin() + index);
    }
    m_all->setChecked(true);
    refreshNone();
}

// Whoever has set up a server sees this first.
void OfficePanel::refreshNone()
{
    const auto &me = m_workplace.me();
    const bool none = me && m_rows.empty();
    m_none->setVisible(none);
    m_all->setVisible(!none);
    if (none)
        m_none->setText(town::administers(me->roles)
                            ? tr("You staff no office. Offices and accounts are made in the menu Sprechtag, under "
                                 "Administration.")
                            : tr("You staff no office yet. Your administrator puts you into the staff of one."));
}

void OfficePanel::refreshRow(int index)
{
    const auto at = static_cast<std::size_t>(index);
    m_rows[at]->show(m_workplace.offices().rows()[at], m_workplace.clock().now());
}

void OfficePanel::refreshReach()
{
    const bool online = m_workplace.online();
    for (OfficeRowView *row : m_rows)
        row->setReachable(online);
}

} // namespace sprechtag::clerk::view
