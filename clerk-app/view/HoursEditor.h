// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/view/FieldEditor.h"

#include <array>

class QPushButton;

namespace sprechtag::clerk::view {

//! The week of an office as people write it on the door: a line a day, virtual and in person apart; for each period of
//! the year a week of its own.
class HoursEditor final : public FieldEditor
{
    Q_OBJECT
public:
    explicit HoursEditor(QWidget *parent);
    void showValue(const town::Value &value) override;
    [[nodiscard]] QString writeTo(town::Value &value) const override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;
    [[nodiscard]] QString placeOf(const QString &below) const override;
    [[nodiscard]] bool isWide() const override { return true; }

private:
    static constexpr int kDays = 7;
    struct Week
    {
        QString from;
        QString until;
        std::array<QString, kDays> virtualHours;
        std::array<QString, kDays> inPersonHours;
    };

    void showWeek(int index);
    void keepWeek() { m_weeks = typed(); }
    [[nodiscard]] QList<Week> typed() const;
    void nameWeeks();
    void addWeek();
    void removeWeek();
    [[nodiscard]] QString titleOf(const Week &week) const;
    [[nodiscard]] static std::optional<hours::Period> periodOf(const Week &week);
    [[nodiscard]] static Week weekOf(const hours::Period &period);
    [[nodiscard]] static std::optional<QList<hours::Period>> periodsOf(const QList<Week> &weeks, int *unreadable);

    QComboBox *m_chosen;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLineEdit *m_from;
    QLineEdit *m_until;
    std::array<QLineEdit *, kDays> m_virtual{};
    std::array<QLineEdit *, kDays> m_inPerson{};
    QList<Week> m_weeks;
    int m_shown{};
};

} // namespace sprechtag::clerk::view
