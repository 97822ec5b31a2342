// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/RangesText.h"

#include "shared/domain/hours/ClockText.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;
using hours::clockText;

std::optional<int> parseClock(const QString &text)
{
    static const QRegularExpression kClock(u"^(\\d{1,2})(?:[:.](\\d{2}))?$"_s);
    const auto match = kClock.match(text.trimmed());
    const int minute = match.captured(2).toInt();
    const int result = match.captured(1).toInt() * 60 + minute;
    const bool fits = match.hasMatch() && minute < 60 && result <= hours::kMinutesPerDay;
    return fits ? std::optional(result) : std::nullopt;
}

QString shortWeekday(int day)
{
    return QLocale().standaloneDayName(day, QLocale::ShortFormat).remove(u'.');
}

namespace {

//! The weekday that a text begins with, which it is freed of; nullopt: it begins with another word.
std::optional<int> takeDay(QString &text, int day)
{
    static const QRegularExpression kWord(u"^(\\p{L}+)\\.?\\s*"_s);
    const auto match = kWord.match(text);
    if (!match.hasMatch())
        return day;
    text.remove(0, match.capturedLength());
    for (int one = 1; one <= 7; ++one) {
        const QString full = QLocale().standaloneDayName(one, QLocale::LongFormat);
        const QString word = match.captured(1);
        if (word.compare(shortWeekday(one), Qt::CaseInsensitive) == 0 || word.compare(full, Qt::CaseInsensitive) == 0)
            return one;
    }
    return std::nullopt;
}

} // namespace

QString rangesText(const QList<hours::Range> &ranges, Weekdays days)
{
    QStringList texts;
    for (const hours::Range &range : ranges) {
        const QString span = u"%1–%2"_s.arg(clockText(range.fromMinute), clockText(range.toMinute));
        texts.append(days == Weekdays::Named && range.day != 0 ? u"%1 %2"_s.arg(shortWeekday(range.day), span) : span);
    }
    return texts.join(u", "_s);
}

std::optional<QList<hours::Range>> parseRanges(const QString &text, int day)
{
    static const QRegularExpression kDash(u"\\s*(?:-|–|—|bis)\\s*"_s);
    QList<hours::Range> ranges;
    for (const QString &part : text.split(QRegularExpression(u"[,;]"_s), Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        QString span = part.trimmed();
        const auto own = takeDay(span, day);
        const QStringList ends = span.split(kDash);
        const auto from = parseClock(ends.value(0));
        const auto to = parseClock(ends.value(1));
        if (!own || ends.size() != 2 || !from || !to || *to <= *from)
            return std::nullopt;
        ranges.append({*own, *from, *to});
    }
    std::ranges::stable_sort(ranges, {},
                             [](const hours::Range &range) { return std::pair(range.day, range.fromMinute); });
    return ranges;
}

QString dayText(QDate day)
{
    return day.toString(u"dd.MM.yyyy"_s);
}

std::optional<QDate> parseDay(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return QDate();
    QDate day = QDate::fromString(trimmed, u"d.M.yyyy"_s);
    if (!day.isValid())
        day = QDate::fromString(trimmed, Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

} // namespace sprechtag::clerk::model
