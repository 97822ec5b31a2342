// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Checklist.h"

namespace sprechtag::town {

using namespace Qt::StringLiterals;

namespace {

// In one line, for entries are kept one a line; in the language that all of them are most likely to have.
QString nameOf(const Words &entry)
{
    return entry.value(u"de"_s, entry.isEmpty() ? QString() : entry.first()).simplified();
}

} // namespace

std::optional<QStringList> entriesAt(const QList<int> &places, const QList<Words> &checklist)
{
    QStringList entries;
    for (const int place : places) {
        if (place < 0 || place >= checklist.size())
            return std::nullopt;
        entries.append(nameOf(checklist[place]));
    }
    return entries;
}

bool isTicked(const Words &entry, const QStringList &ticked)
{
    return ticked.contains(nameOf(entry));
}

QList<int> placesOf(const QStringList &ticked, const QList<Words> &checklist)
{
    QList<int> places;
    for (int place = 0; place < checklist.size(); ++place) {
        if (isTicked(checklist[place], ticked))
            places.append(place);
    }
    return places;
}

} // namespace sprechtag::town
