// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Wire.h"

//! Reading and writing of what messages of several directions share.
namespace sprechtag::protocol::wire {

//! Left out where it is as for most.
[[nodiscard]] inline bool readFlag(const Value &value)
{
    return value.optional([](const Value &v) { return v.flag(); }).value_or(false);
}

[[nodiscard]] OfficeCard readOfficeCard(const Value &value);
void writeOfficeCard(Fields &fields, const OfficeCard &card);

[[nodiscard]] ClerkCard readClerkCard(const Value &value);
[[nodiscard]] QJsonObject clerkCardJson(const ClerkCard &card);

//! What the town says in its own words, in its languages.
[[nodiscard]] town::Words readTownWords(const Value &value);

[[nodiscard]] VisitCard readVisitCard(const Value &value);
[[nodiscard]] QJsonObject visitCardJson(const VisitCard &card);

[[nodiscard]] IceServer readIceServer(const Value &value);
[[nodiscard]] QJsonObject iceServerJson(const IceServer &server);

[[nodiscard]] MessageContent readContent(const Value &value);
void writeContent(Fields &fields, const MessageContent &content);

[[nodiscard]] Signal readSignal(const Value &value);
[[nodiscard]] QJsonObject signalJson(const Signal &signal);

[[nodiscard]] MediaState readMediaState(const Value &value);
void writeMediaState(Fields &fields, const MediaState &media);

//! `HH:MM`, 24:00 included, as minutes since midnight.
[[nodiscard]] QString clockText(int minuteOfDay);
[[nodiscard]] int readClock(const Value &value);

//! Opening hours; without days they are those of one day.
enum class RangeDays { Named, Unnamed };
[[nodiscard]] QList<hours::Range> readRanges(const Value &value, RangeDays days);
[[nodiscard]] QJsonArray rangesJson(const QList<hours::Range> &ranges, RangeDays days);

[[nodiscard]] office::PublicView readPublicView(const Value &value);
[[nodiscard]] QJsonObject publicViewJson(const office::PublicView &view);

template <>
struct Wire<CallIce>
{
    static constexpr auto type = "call.ice"_L1;
    static CallIce read(const Value &value);
    static void write(Fields &fields, const CallIce &message);
};
template <>
struct Wire<DoneMessage>
{
    static constexpr auto type = "done"_L1;
    static DoneMessage read(const Value &value);
    static void write(Fields &fields, const DoneMessage &message);
};
template <>
struct Wire<ErrorMessage>
{
    static constexpr auto type = "error"_L1;
    static ErrorMessage read(const Value &value);
    static void write(Fields &fields, const ErrorMessage &message);
};
template <>
struct Wire<Goodbye>
{
    static constexpr auto type = "goodbye"_L1;
    static Goodbye read(const Value &value);
    static void write(Fields &fields, const Goodbye &message);
};

} // namespace sprechtag::protocol::wire
