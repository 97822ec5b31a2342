// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/HoursEditor.h"

#include "clerk-app/model/RangesText.h"
#include "clerk-app/model/TownWords.h"
#include "clerk-app/view/InputGuard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::dayText;
using model::parseDay;
using model::parseRanges;
using model::rangesText;

namespace {

QList<hours::Range> onDay(const QList<hours::Range> &ranges, int day)
{
    QList<hours::Range> some;
    for (const hours::Range &range : ranges) {
        if (range.day == day)
            some.append(range);
    }
    return some;
}

} // namespace

HoursEditor::HoursEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_chosen(new QComboBox(this))
    , m_add(new QPushButton(tr("Another period"), this))
    , m_remove(new QPushButton(tr("Remove this period"), this))
    , m_from(new QLineEdit(this))
    , m_until(new QLineEdit(this))
{
    new InputGuard(m_chosen);
    auto *top = new QHBoxLayout;
    top->addWidget(m_chosen, 1);
    top->addWidget(m_add);
    top->addWidget(m_remove);
    auto *span = new QHBoxLayout;
    for (const auto &[text, field] : {std::pair(tr("valid from"), m_from), std::pair(tr("until"), m_until)}) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        //: an example of a date
        field->setPlaceholderText(tr("always"));
        span->addWidget(label);
        span->addWidget(field, 1);
        connect(field, &QLineEdit::textChanged, this, &FieldEditor::edited);
    }
    auto *grid = new QGridLayout;
    grid->addWidget(new QLabel(tr("virtual"), this), 0, 1);
    grid->addWidget(new QLabel(tr("in person"), this), 0, 2);
    for (int day = 0; day < kDays; ++day) {
        grid->addWidget(new QLabel(model::TownWords::weekday(day + 1), this), day + 1, 0);
        for (auto *fields : {&m_virtual, &m_inPerson}) {
            auto *field = new QLineEdit(this);
            field->setPlaceholderText(tr("closed"));
            field->setToolTip(tr("Such as 08:00–12:00, 13:30–18:00"));
            connect(field, &QLineEdit::textChanged, this, &FieldEditor::edited);
            (*fields)[static_cast<std::size_t>(day)] = field;
            grid->addWidget(field, day + 1, fields == &m_virtual ? 1 : 2);
        }
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(top);
    layout->addLayout(span);
    layout->addLayout(grid);
    setFocusProxy(m_virtual.front());
    connect(m_chosen, &QComboBox::activated, this, [this](int index) {
        keepWeek();
        showWeek(index);
    });
    connect(m_add, &QPushButton::clicked, this, &HoursEditor::addWeek);
    connect(m_remove, &QPushButton::clicked, this, &HoursEditor::removeWeek);
}

// The periods can still be looked at one by one.
void HoursEditor::setReadOnly(bool readOnly)
{
    m_add->setHidden(readOnly);
    m_remove->setHidden(readOnly);
    for (QLineEdit *line : findChildren<QLineEdit *>()) {
        line->setReadOnly(readOnly);
        showReadOnly(line, readOnly);
    }
}

void HoursEditor::setName(const QString &name)
{
    m_chosen->setAccessibleName(tr("Period of the year"));
    m_from->setAccessibleName(tr("valid from"));
    m_until->setAccessibleName(tr("until"));
    for (int day = 0; day < kDays; ++day) {
        const auto at = static_cast<std::size_t>(day);
        const QString weekday = model::TownWords::weekday(day + 1);
        //: for screen readers: %1 is a field, %2 a weekday
        m_virtual[at]->setAccessibleName(tr("%1, %2, virtual").arg(name, weekday));
        //: for screen readers: %1 is a field, %2 a weekday
        m_inPerson[at]->setAccessibleName(tr("%1, %2, in person").arg(name, weekday));
    }
}

void HoursEditor::showValue(const town::Value &value)
{
    const auto &stored = std::get<town::Office>(value).hours.periods;
    if (!m_weeks.isEmpty()) {
        keepWeek();
        const auto own = periodsOf(m_weeks, nullptr);
        // What is typed another way and means the same is left as it is.
        if (own && *own == stored)
            return;
    }
    m_weeks.clear();
    for (const hours::Period &period : stored)
        m_weeks.append(weekOf(period));
    if (m_weeks.isEmpty())
        m_weeks.append(Week{});
    showWeek(std::min(m_shown, static_cast<int>(m_weeks.size()) - 1));
}

QString HoursEditor::writeTo(town::Value &value) const
{
    int unreadable = -1;
    const QList<Week> weeks = typed();
    const auto read = periodsOf(weeks, &unreadable);
    if (!read)
        //: %1 is a period such as "always"
        return tr("The hours (%1) cannot be read. Write them such as 08:00–12:00, 13:30–18:00.")
            .arg(titleOf(weeks[unreadable]));
    std::get<town::Office>(value).hours.periods = *read;
    return {};
}

QString HoursEditor::placeOf(const QString &below) const
{
    const int index = below.mid(1).section(u']', 0, 0).toInt();
    return index < m_weeks.size() ? titleOf(m_weeks[index]) : QString();
}

std::optional<QList<hours::Period>> HoursEditor::periodsOf(const QList<Week> &weeks, int *unreadable)
{
    QList<hours::Period> list;
    for (int i = 0; i < weeks.size(); ++i) {
        const auto period = periodOf(weeks[i]);
        if (!period) {
            if (unreadable)
                *unreadable = i;
            return std::nullopt;
        }
        list.append(*period);
    }
    const bool nothing = list.size() == 1 && list.first() == hours::Period{};
    return nothing ? QList<hours::Period>() : list;
}

std::optional<hours::Period> HoursEditor::periodOf(const Week &week)
{
    const auto from = parseDay(week.from);
    const auto until = parseDay(week.until);
    if (!from || !until)
        return std::nullopt;
    hours::Period period{.from = *from, .until = *until, .virtualRanges = {}, .inPersonRanges = {}};
    for (int day = 0; day < kDays; ++day) {
        const auto at = static_cast<std::size_t>(day);
        const auto virtualHours = parseRanges(week.virtualHours[at], day + 1);
        const auto inPersonHours = parseRanges(week.inPersonHours[at], day + 1);
        if (!virtualHours || !inPersonHours)
            return std::nullopt;
        period.virtualRanges += *virtualHours;
        period.inPersonRanges += *inPersonHours;
    }
    return period;
}

HoursEditor::Week HoursEditor::weekOf(const hours::Period &period)
{
    Week week{.from = dayText(period.from), .until = dayText(period.until), .virtualHours = {}, .inPersonHours = {}};
    for (int day = 0; day < kDays; ++day) {
        const auto at = static_cast<std::size_t>(day);
        week.virtualHours[at] = rangesText(onDay(period.virtualRanges, day + 1));
        week.inPersonHours[at] = rangesText(onDay(period.inPersonRanges, day + 1));
    }
    return week;
}

QString HoursEditor::titleOf(const Week &week) const
{
    return model::TownWords::period(week.from, week.until);
}

void HoursEditor::showWeek(int index)
{
    m_shown = index;
    // What is shown is not typed.
    std::vector<QSignalBlocker> quiet;
    for (QLineEdit *line : findChildren<QLineEdit *>())
        quiet.emplace_back(line);
    const Week &week = m_weeks[index];
    m_from->setText(week.from);
    m_until->setText(week.until);
    for (std::size_t day = 0; day < kDays; ++day) {
        m_virtual[day]->setText(week.virtualHours[day]);
        m_inPerson[day]->setText(week.inPersonHours[day]);
    }
    nameWeeks();
}

// The fields hold one of the weeks.
QList<HoursEditor::Week> HoursEditor::typed() const
{
    QList<Week> weeks = m_weeks;
    Week &week = weeks[m_shown];
    week.from = m_from->text().trimmed();
    week.until = m_until->text().trimmed();
    for (std::size_t day = 0; day < kDays; ++day) {
        week.virtualHours[day] = m_virtual[day]->text();
        week.inPersonHours[day] = m_inPerson[day]->text();
    }
    return weeks;
}

void HoursEditor::nameWeeks()
{
    const QSignalBlocker quiet(m_chosen);
    m_chosen->clear();
    for (const Week &week : std::as_const(m_weeks))
        m_chosen->addItem(titleOf(week));
    m_chosen->setCurrentIndex(m_shown);
    m_chosen->setEnabled(m_weeks.size() > 1);
    m_remove->setEnabled(m_weeks.size() > 1);
}

void HoursEditor::addWeek()
{
    keepWeek();
    m_weeks.append(m_weeks[m_shown]);
    showWeek(static_cast<int>(m_weeks.size()) - 1);
    m_from->setFocus();
    Q_EMIT edited();
}

void HoursEditor::removeWeek()
{
    m_weeks.removeAt(m_shown);
    showWeek(std::min(m_shown, static_cast<int>(m_weeks.size()) - 1));
    Q_EMIT edited();
}

} // namespace sprechtag::clerk::view
