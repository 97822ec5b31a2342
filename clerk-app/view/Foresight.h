// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/view/FieldEditor.h"

class QLabel;
class QTreeWidget;

//! What follows from what is typed, so that nobody has to work it out. Nothing here is stored.
namespace sprechtag::clerk::view {

//! The next two weeks of an office, as citizens will see them, and the hours that nobody staffs.
class HoursForesight final : public FieldEditor
{
    Q_OBJECT
public:
    enum class Shows { Days, Gaps };
    HoursForesight(hours::Calendar calendar, QDate today, Shows shows, QWidget *parent);
    void showValue(const town::Value &value) override { follow(value); }
    [[nodiscard]] QString writeTo(town::Value &) const override { return {}; }
    void follow(const town::Value &value) override;
    void setReadOnly(bool) override {}
    void setName(const QString &name) override;
    [[nodiscard]] bool isWide() const override { return true; }

private:
    void showDays(const town::Office &office);
    void showGaps(const town::Office &office);

    hours::Calendar m_calendar;
    QDate m_today;
    Shows m_shows;
    QTreeWidget *m_list;
};

//! The public holidays of the year that follow from Land and town.
class HolidayForesight final : public FieldEditor
{
    Q_OBJECT
public:
    HolidayForesight(QDate today, QWidget *parent);
    void showValue(const town::Value &value) override { follow(value); }
    [[nodiscard]] QString writeTo(town::Value &) const override { return {}; }
    void follow(const town::Value &value) override;
    void setReadOnly(bool) override {}
    void setName(const QString &name) override;
    [[nodiscard]] bool isWide() const override { return true; }

private:
    QDate m_today;
    QTreeWidget *m_list;
};

} // namespace sprechtag::clerk::view
