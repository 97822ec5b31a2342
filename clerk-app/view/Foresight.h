// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/view/FieldEditor.h"

class QTreeWidget;

namespace sprechtag::clerk::view {

//! A list of what follows from what is typed, so that nobody has to work it out. Nothing in it is stored.
class Foresight : public FieldEditor
{
    Q_OBJECT
public:
    void showValue(const town::Value &value) final { follow(value); }
    [[nodiscard]] QString writeTo(town::Value &) const final { return {}; }
    void setReadOnly(bool) final {}
    void setName(const QString &name) final;
    [[nodiscard]] bool isWide() const final { return true; }

protected:
    Foresight(const QStringList &heads, QWidget *parent);
    void fill(const QList<QStringList> &lines);

private:
    QTreeWidget *m_list;
};

//! The next two weeks of an office, as citizens will see them, or the hours that nobody staffs.
class HoursForesight final : public Foresight
{
    Q_OBJECT
public:
    enum class Shows { Days, Gaps };
    HoursForesight(hours::Calendar calendar, QDate today, Shows shows, QWidget *parent);
    void follow(const town::Value &value) override;

private:
    void showDays(const town::Office &office);
    void showGaps(const town::Office &office);

    hours::Calendar m_calendar;
    QDate m_today;
    Shows m_shows;
};

//! The public holidays of the year that follow from Land and town.
class HolidayForesight final : public Foresight
{
    Q_OBJECT
public:
    HolidayForesight(QDate today, QWidget *parent);
    void follow(const town::Value &value) override;

private:
    QDate m_today;
};

} // namespace sprechtag::clerk::view
