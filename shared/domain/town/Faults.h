// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Validate.h"

//! Inside of validate(): collecting what is wrong.
namespace sprechtag::town::detail {

//! Faults with their paths.
class Faults
{
public:
    void add(const QString &field, FaultCode code) { m_list.append({field, code}); }
    void addIf(bool wrong, const QString &field, FaultCode code)
    {
        if (wrong)
            add(field, code);
    }
    //! Words of one line that must be there.
    void checkName(const QString &field, const QString &name);
    //! Words of one line that may be missing.
    void checkNote(const QString &field, const QString &note);
    //! Words in several lines, per language.
    void checkWords(const QString &field, const Words &words);

    [[nodiscard]] const QList<Fault> &list() const { return m_list; }

private:
    QList<Fault> m_list;
};

void checkCalendar(Faults &faults, const hours::Calendar &calendar);
void checkHours(Faults &faults, const hours::OpeningHours &hours);
//! Ranges on days of the week.
void checkWeek(Faults &faults, const QString &field, const QList<hours::Range> &ranges);
void checkRoster(Faults &faults, const Office &office);

[[nodiscard]] bool isLanguage(const QString &tag);

} // namespace sprechtag::town::detail
