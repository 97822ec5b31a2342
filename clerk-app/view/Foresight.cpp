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

QTreeWidget *listIn(QWidget *parent, const QStringList &heads)
{
    auto *list = new QTreeWidget(parent);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setHeaderLabels(heads);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins({});
    layout->addWidget(list);
    parent->setFocusProxy(list);
    return list;
}

void fill(QTreeWidget *list, const QList<QStringList> &lines)
{
    list->clear();
    for (const QStringList &line : lines)
        new QTreeWidgetItem(list, line);
    fitHeight(list, static_cast<int>(lines.size()), list->header()->sizeHint().height());
}

QString dateOf(QDate day)
{
    return QLocale().toString(day, u"ddd dd.MM.yyyy"_s);
}

QString hoursText(const hours::DayHours &day)
{
    return model::rangesText(day.ranges);
}

} // namespace

HoursForesight::HoursForesight(hours::Calendar calendar, QDate today, Shows shows, QWidget *parent)
    : FieldEditor(parent)
    , m_calendar(std::move(calendar))
    , m_today(today)
    , m_shows(shows)
    , m_list(listIn(this, shows == Shows::Days ? QStringList{tr("Day"), tr("virtual"), tr("in person"), tr("Reason")}
                                               : QStringList{tr("Day"), tr("Hours that nobody staffs")}))
{
}

void HoursForesight::setName(const QString &name)
{
    m_list->setAccessibleName(name);
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
    fill(m_list, lines);
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
    fill(m_list, lines);
}

HolidayForesight::HolidayForesight(QDate today, QWidget *parent)
    : FieldEditor(parent)
    , m_today(today)
    , m_list(listIn(this, {tr("Day"), tr("Public holiday")}))
{
}

void HolidayForesight::setName(const QString &name)
{
    m_list->setAccessibleName(name);
}

void HolidayForesight::follow(const town::Value &value)
{
    const hours::Calendar &calendar = std::get<town::Authority>(value).calendar;
    QList<QStringList> lines;
    for (const hours::PublicHoliday &one : hours::holidaysOf(calendar.land, calendar.rules, m_today.year()))
        lines.append({dateOf(one.day), TownWords::holiday(one.holiday)});
    fill(m_list, lines);
}

} // namespace sprechtag::clerk::view
