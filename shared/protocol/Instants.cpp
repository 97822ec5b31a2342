// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Instants.h"

#include <algorithm>
#include <array>

namespace sprechtag::protocol {
namespace {

using namespace std::chrono;

constexpr Instant kFirst{milliseconds{0}};
constexpr Instant kLast = Instant{sys_days{year{9999} / December / 31}} + hours{24} - milliseconds{1};

void put(QString &text, unsigned number, qsizetype digits)
{
    text += QString::number(number).rightJustified(digits, u'0');
}

//! The digits at a place of the text; nullopt where there is anything else.
std::optional<int> digitsAt(QStringView text, qsizetype at, qsizetype count)
{
    int number = 0;
    for (const QChar c : text.sliced(at, count)) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

bool separatorsFit(QStringView text)
{
    constexpr QStringView kPattern = u"    -  -  T  :  :  .   Z";
    if (text.size() != kPattern.size())
        return false;
    for (qsizetype i = 0; i < kPattern.size(); ++i)
        if (kPattern[i] != u' ' && text[i] != kPattern[i])
            return false;
    return true;
}

} // namespace

QString instantText(Instant instant)
{
    instant = std::clamp(instant, kFirst, kLast);
    const auto day = floor<days>(instant);
    const year_month_day date{day};
    const hh_mm_ss time{instant - day};
    QString text;
    text.reserve(24);
    put(text, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    put(text += u'-', static_cast<unsigned>(date.month()), 2);
    put(text += u'-', static_cast<unsigned>(date.day()), 2);
    put(text += u'T', static_cast<unsigned>(time.hours().count()), 2);
    put(text += u':', static_cast<unsigned>(time.minutes().count()), 2);
    put(text += u':', static_cast<unsigned>(time.seconds().count()), 2);
    put(text += u'.', static_cast<unsigned>(time.subseconds().count()), 3);
    return text += u'Z';
}

std::optional<Instant> parseInstant(QStringView text)
{
    if (!separatorsFit(text))
        return std::nullopt;
    constexpr std::array<std::pair<int, int>, 7> kParts{{{0, 4}, {5, 2}, {8, 2}, {11, 2}, {14, 2}, {17, 2}, {20, 3}}};
    std::array<int, 7> part{};
    for (std::size_t i = 0; i < kParts.size(); ++i) {
        const auto digits = digitsAt(text, kParts[i].first, kParts[i].second);
        if (!digits)
            return std::nullopt;
        part[i] = *digits;
    }
    const year_month_day date{year{part[0]}, month{static_cast<unsigned>(part[1])},
                              day{static_cast<unsigned>(part[2])}};
    if (!date.ok() || part[0] < 1970 || part[3] > 23 || part[4] > 59 || part[5] > 59)
        return std::nullopt;
    return Instant{sys_days{date}} + hours{part[3]} + std::chrono::minutes{part[4]} + std::chrono::seconds{part[5]} +
           std::chrono::milliseconds{part[6]};
}

} // namespace sprechtag::protocol
