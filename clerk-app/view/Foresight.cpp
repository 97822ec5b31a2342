// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/Foresight.h"

#include "clerk-app/model/RangesText.h"
#include "clerk-app/model/TownWords.h"
#include "shared/domain/hours/Roster.h"

#include <QHeaderView>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::TownWords;

namespace {

constexpr int kDays = 14;

QString dateOf(QDate day)
{
    return QLocale().toString(day, u"ddd dd.MM.yyyy"_s);
}

QString hoursText(const hours::DayHours &day)
{
    return model::rangesText(day.ranges);
}

} // namespace

Foresight::Foresight(const QStringList &heads, QWidget *parent)
    : FieldEditor(parent)
    , m_list(new QTreeWidget(this))
{
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHeaderLabels(heads);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list);
    setFocusProxy(m_list);
}

void Foresight::setName(const QString &name)
{
    m_list->setAccessibleName(name);
}

void Foresight::fill(const QList<QStringList> &lines)
{
    m_list->clear();
    for (const QStringList &line : lines)
        new QTreeWidgetItem(m_list, line);
    fitHeight(m_list, static_cast<int>(lines.size()), m_list->header()->sizeHint().height());
}

HoursForesight::HoursForesight(hours::Calendar calendar, QDate today, Shows shows, QWidget *parent)
    : Foresight(shows == Shows::Days ? QStringList{tr("Day"), tr("virtual"), tr("in person"), tr("Reason")}
                                     : QStringList{tr("Day"), tr("Hours that nobody staffs")},
                parent)
    , m_calendar(std::move(calendar))
    , m_today(today)
    , m_shows(shows)
{
}

void HoursForesight::follow(const town::Value &value)
{
    // Without a time zone there are no days.
    if (!m_calendar.zone.isValid())
        return;
    const auto &office = std::get<town::Office>(value);
    if (m_shows == Shows::Days)
        showDays(office);
    else
        showGaps(office);
}

void HoursForesight::showDays(const town::Office &office)
{
    const QString closed = tr("closed");
    QList<QStringList> lines;
    for (const hours::Day &day : hours::preview(office.hours, m_calendar, m_today, kDays)) {
        const QString virtualHours = hoursText(day.virtualHours);
        const QString inPerson = hoursText(day.inPersonHours);
        QString reason = day.virtualHours.note;
        if (day.holiday)
            reason = TownWords::holiday(*day.holiday);
        lines.append({dateOf(day.date), virtualHours.isEmpty() ? closed : virtualHours,
                      inPerson.isEmpty() ? closed : inPerson, reason});
    }
    fill(lines);
}

void HoursForesight::showGaps(const town::Office &office)
{
    QList<QStringList> lines;
    for (const hours::Window &gap : hours::gaps(office.hours, m_calendar, office.roster, office.id, m_today, kDays)) {
        const auto local = [this](Instant at) {
            return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), m_calendar.zone);
        };
        const QDateTime from = local(gap.opens);
        lines.append(
            {dateOf(from.date()), u"%1–%2"_s.arg(from.toString(u"HH:mm"_s), local(gap.closes).toString(u"HH:mm"_s))});
    }
    if (lines.isEmpty())
        lines.append({tr("none"), tr("Somebody is there in all virtual hours of the next two weeks.")});
    fill(lines);
}

HolidayForesight::HolidayForesight(QDate today, QWidget *parent)
    : Foresight({tr("Day"), tr("Public holiday")}, parent)
    , m_today(today)
{
}

void HolidayForesight::follow(const town::Value &value)
{
    const hours::Calendar &calendar = std::get<town::Authority>(value).calendar;
    QList<QStringList> lines;
    for (const hours::PublicHoliday &one : hours::holidaysOf(calendar.land, calendar.rules, m_today.year()))
        lines.append({dateOf(one.day), TownWords::holiday(one.holiday)});
    fill(lines);
}

} // namespace sprechtag::clerk::view
