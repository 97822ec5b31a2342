// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/AdminMessages.h"
#include "shared/protocol/Wire.h"

//! How the offices are doing, on the wire. Included by ClerkCodec.cpp alone.
namespace sprechtag::protocol::wire {

template <>
struct Wire<clerk::AdminFigures>
{
    static constexpr auto type = "admin.figures"_L1;
    static clerk::AdminFigures read(const Value &value) { return {.id = value["id"_L1].commandId()}; }
    static void write(Fields &fields, const clerk::AdminFigures &message) { fields.add("id"_L1, message.id); }
};

inline clerk::AdminOfficeFigures::Row readFiguresRow(const Value &value)
{
    const Value right = value["forecasts_right"_L1];
    const auto percent = [](const Value &v) { return v.count<std::uint64_t>(0, 100); };
    return {.office = value["office"_L1].id<OfficeTag>(),
            .forecastsRight = {.today = right["today_percent"_L1].optional(percent),
                               .week = right["week_percent"_L1].optional(percent),
                               .month = right["month_percent"_L1].optional(percent)}};
}

inline QJsonObject figuresRowJson(const clerk::AdminOfficeFigures::Row &row)
{
    return Fields()
        .add("office"_L1, row.office)
        .add("forecasts_right"_L1, Fields()
                                       .add("today_percent"_L1, row.forecastsRight.today)
                                       .add("week_percent"_L1, row.forecastsRight.week)
                                       .add("month_percent"_L1, row.forecastsRight.month)
                                       .object())
        .object();
}

template <>
struct Wire<clerk::AdminOfficeFigures>
{
    static constexpr auto type = "admin.office_figures"_L1;
    static clerk::AdminOfficeFigures read(const Value &value)
    {
        return {.re = value["re"_L1].commandId(),
                .offices = value["offices"_L1].list(limits::kOffices, readFiguresRow)};
    }
    static void write(Fields &fields, const clerk::AdminOfficeFigures &message)
    {
        fields.add("re"_L1, message.re).addList("offices"_L1, message.offices, figuresRowJson);
    }
};

} // namespace sprechtag::protocol::wire
