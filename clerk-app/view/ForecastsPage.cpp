// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/ForecastsPage.h"

#include "clerk-app/model/TownWords.h"
#include "clerk-app/view/Icons.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::TownWords;

namespace {

constexpr int kFirstNumber = 1; // the column beside the name
constexpr int kColumnCharacters = 16;

using Told = std::optional<std::uint64_t>;

std::array<Told, 3> columnsOf(const office::Accuracy &accuracy)
{
    return {accuracy.today, accuracy.week, accuracy.month};
}

bool isLow(const Told &percent)
{
    return percent && *percent < office::kGoodPercent;
}

bool isAnyLow(const office::Accuracy &accuracy)
{
    const auto columns = columnsOf(accuracy);
    return std::any_of(columns.begin(), columns.end(), isLow);
}

QLabel *wordsIn(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ForecastsPage::ForecastsPage(model::Administration &administration, QWidget *parent)
    : QWidget(parent)
    , m_administration(administration)
    , m_about(wordsIn(this, u"forecastsAbout"_s))
    , m_list(new QTreeWidget(this))
    , m_advice(wordsIn(this, u"forecastsAdvice"_s))
{
    m_about->setText(
        tr("Whoever draws a number reads how long the wait is likely to be. Here is how often the call then "
           "came within that range."));
    m_list->setObjectName(u"forecastsList"_s);
    m_list->setAccessibleName(tr("Forecasts of the wait"));
    m_list->setHeaderLabels({tr("Office"), tr("Today"), tr("7 days"), tr("30 days")});
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setMinimumSectionSize(fontMetrics().averageCharWidth() * kColumnCharacters);
    m_list->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_advice->setFocusPolicy(Qt::TabFocus);
    m_advice->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_advice->hide();
    auto *again = new QPushButton(tr("&Refresh"), this);
    again->setObjectName(u"forecastsRefresh"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_about);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_advice);
    layout->addWidget(again, 0, Qt::AlignLeft);
    connect(again, &QPushButton::clicked, this, &ForecastsPage::refresh);
    connect(&m_administration, &model::Administration::figuresRead, this, &ForecastsPage::show);
}

void ForecastsPage::refresh()
{
    m_administration.readFigures();
}

void ForecastsPage::show(const protocol::clerk::AdminOfficeFigures &figures)
{
    m_list->clear();
    bool low = false;
    for (const auto &row : figures.offices) {
        const auto office = town::valueOf(m_administration.town(), row.office);
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(0, office ? TownWords::nameOf(*office, {}) : QString::fromStdString(row.office.text()));
        fill(item, row.forecastsRight);
        low = low || isAnyLow(row.forecastsRight);
    }
    m_list->sortItems(0, Qt::AscendingOrder);
    //: %1 is a number: of a hundred waits so many should be right
    m_advice->setText(
        tr("Where less than %1 % are right: does the length of each concern fit, and the length of a visit "
           "that the office has typed? Does everybody who serves stand at a desk of this office, and are "
           "breaks told?")
            .arg(office::kGoodPercent));
    m_advice->setVisible(low);
}

// A sign and words beside the number: colour alone says nothing.
void ForecastsPage::fill(QTreeWidgetItem *row, const office::Accuracy &accuracy)
{
    int column = kFirstNumber;
    for (const Told &percent : columnsOf(accuracy)) {
        row->setTextAlignment(column, Qt::AlignLeft | Qt::AlignVCenter);
        if (!percent) {
            //: fewer than five waits: not told
            row->setText(column++, tr("too few"));
            continue;
        }
        //: %1 is a number
        row->setText(column, tr("%1 %").arg(*percent));
        if (isLow(percent)) {
            row->setIcon(column, themedIcon(u"warning"_s, QPalette::Text));
            //: for screen readers: %1 such as "62 %", %2 a number
            row->setData(column, Qt::AccessibleTextRole,
                         tr("%1, less than %2 %").arg(row->text(column)).arg(office::kGoodPercent));
        }
        ++column;
    }
}

} // namespace sprechtag::clerk::view
