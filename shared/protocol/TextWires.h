// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/TextMessages.h"
#include "shared/protocol/ValuesCodec.h"

//! What the two people of a visit write to each other, on the wire.
namespace sprechtag::protocol::wire {

inline constexpr TextRule kLineRule{.most = limits::kTextChars, .least = 0, .charset = Charset::Lines};

//! A line that is done says something; one that is not to be seen yet says nothing.
inline WrittenLine readWrittenLine(const Value &value)
{
    const Value text = value["text"_L1];
    const auto stage = value["stage"_L1].choice<LineStage>();
    WrittenLine line{
        .line = value["line"_L1].count<qint64>(1, limits::kSafeInteger), .stage = stage, .text = text.text(kLineRule)};
    const bool empty = line.text.reveal().isEmpty();
    if ((stage == LineStage::Done && empty) || (stage == LineStage::Unseen && !empty))
        text.refuse();
    return line;
}

inline void writeWrittenLine(Fields &fields, const WrittenLine &line)
{
    fields.add("line"_L1, line.line).add("stage"_L1, line.stage).add("text"_L1, line.text.reveal());
}

inline SpokenLine readSpokenLine(const Value &value)
{
    return {.from = value["from"_L1].choice<Speaker>(),
            .written = readWrittenLine(value),
            .at = value["at"_L1].instant(),
            .peer =
                value["peer"_L1].optional([](const Value &v) { return v.count<int>(0, limits::kPeer); }).value_or(0),
            .name = value["name"_L1].textOrEmpty(kLabelRule)};
}

inline QJsonObject spokenLineJson(const SpokenLine &line)
{
    Fields fields;
    fields.add("from"_L1, line.from).add("at"_L1, line.at);
    if (line.from == Speaker::Guest)
        fields.add("peer"_L1, line.peer).addUnlessEmpty("name"_L1, line.name.reveal());
    writeWrittenLine(fields, line.written);
    return fields.object();
}

inline QList<SpokenLine> readSpokenLines(const Value &value)
{
    return value["lines"_L1].list(limits::kTextLinesKept + limits::kPeople,
                                  readSpokenLine); // one of each is being written
}

template <>
struct Wire<citizen::TextLine>
{
    static constexpr auto type = "text.line"_L1;
    static citizen::TextLine read(const Value &value)
    {
        return {.epoch = value["epoch"_L1].epoch(), .written = readWrittenLine(value)};
    }
    static void write(Fields &fields, const citizen::TextLine &message)
    {
        fields.add("epoch"_L1, message.epoch);
        writeWrittenLine(fields, message.written);
    }
};

template <>
struct Wire<citizen::TextLines>
{
    static constexpr auto type = "text.lines"_L1;
    static citizen::TextLines read(const Value &value) { return {.lines = readSpokenLines(value)}; }
    static void write(Fields &fields, const citizen::TextLines &message)
    {
        fields.addList("lines"_L1, message.lines, spokenLineJson);
    }
};

template <>
struct Wire<clerk::TextLine>
{
    static constexpr auto type = "text.line"_L1;
    static clerk::TextLine read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .written = readWrittenLine(value)};
    }
    static void write(Fields &fields, const clerk::TextLine &message)
    {
        fields.add("office"_L1, message.office).add("ticket"_L1, message.ticket).add("epoch"_L1, message.epoch);
        writeWrittenLine(fields, message.written);
    }
};

template <>
struct Wire<clerk::TextLines>
{
    static constexpr auto type = "text.lines"_L1;
    static clerk::TextLines read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .lines = readSpokenLines(value)};
    }
    static void write(Fields &fields, const clerk::TextLines &message)
    {
        fields.add("ticket"_L1, message.ticket).addList("lines"_L1, message.lines, spokenLineJson);
    }
};

} // namespace sprechtag::protocol::wire
