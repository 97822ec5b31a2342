// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/LettersOfDay.h"

#include <algorithm>

namespace sprechtag::app {
namespace {

using namespace Qt::StringLiterals;

Instant beginningOf(QDate day, const QTimeZone &zone)
{
    return Instant(milliseconds(day.startOfDay(zone).toMSecsSinceEpoch()));
}

void undo(std::map<OfficeId, QString> &letters, const broker::LoggedChange &change)
{
    const auto office = OfficeId::parse(change.id.toStdString());
    const auto field = std::ranges::find(change.fields, u"letter"_s, &broker::FieldChange::field);
    if (change.kind == town::Kind::Office && office && field != change.fields.end())
        letters.insert_or_assign(*office, field->before);
}

} // namespace

std::set<OfficeId> officesWithLetter(const QString &letter, QDate day, const town::Town &town,
                                     const QList<broker::LoggedChange> &changes)
{
    const QTimeZone &zone = town.authority.calendar.zone;
    const Instant begin = beginningOf(day, zone);
    const Instant end = beginningOf(day.addDays(1), zone);
    std::map<OfficeId, QString> letters;
    for (const town::Office &office : town.offices)
        letters.emplace(office.id, office.letter);
    std::set<OfficeId> found;
    const auto look = [&] {
        for (const auto &[office, its] : letters) {
            if (its == letter)
                found.insert(office);
        }
    };
    for (const broker::LoggedChange &change : changes) {
        if (change.at < begin)
            break;
        if (change.at < end)
            look();
        undo(letters, change);
    }
    look();
    return found;
}

} // namespace sprechtag::app
