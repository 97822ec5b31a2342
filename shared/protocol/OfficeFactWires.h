// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/OfficeCodec.h"

//! The facts about an office and its desks. Included by FactCodec.cpp alone.
namespace sprechtag::protocol::wire {

//! Facts that say only which clerk.
template <typename T>
struct ClerkFact
{
    static T read(const Value &value) { return {.clerk = value["clerk"_L1].id<ClerkTag>()}; }
    static void write(Fields &fields, const T &fact) { fields.add("clerk"_L1, fact.clerk); }
};

template <>
struct Wire<office::OfficeOpened> : ClerkFact<office::OfficeOpened>
{
    static constexpr auto type = "office_opened"_L1;
};

template <>
struct Wire<office::OfficeClosed>
{
    static constexpr auto type = "office_closed"_L1;
    static office::OfficeClosed read(const Value &value)
    {
        return {.reason = value["reason"_L1].choice<office::CloseReason>()};
    }
    static void write(Fields &fields, const office::OfficeClosed &fact) { fields.add("reason"_L1, fact.reason); }
};

template <>
struct Wire<office::IntakeSuspended>
{
    static constexpr auto type = "intake_suspended"_L1;
    static office::IntakeSuspended read(const Value &value)
    {
        return {.clerk = value["clerk"_L1].optional([](const Value &v) { return v.id<ClerkTag>(); }),
                .thenClose = value["then_close"_L1].flag(),
                .hardEnd = value["hard_end"_L1].optional([](const Value &v) { return v.instant(); })};
    }
    static void write(Fields &fields, const office::IntakeSuspended &fact)
    {
        fields.add("clerk"_L1, fact.clerk).add("then_close"_L1, fact.thenClose).add("hard_end"_L1, fact.hardEnd);
    }
};

template <>
struct Wire<office::IntakeResumed> : ClerkFact<office::IntakeResumed>
{
    static constexpr auto type = "intake_resumed"_L1;
};

template <>
struct Wire<office::WindowSet>
{
    static constexpr auto type = "window_set"_L1;
    static office::WindowSet read(const Value &value) { return {.window = value["window"_L1].optional(readWindow)}; }
    static void write(Fields &fields, const office::WindowSet &fact)
    {
        if (fact.window)
            fields.add("window"_L1, windowJson(*fact.window));
    }
};

template <>
struct Wire<office::ClerkArrived> : ClerkFact<office::ClerkArrived>
{
    static constexpr auto type = "clerk_arrived"_L1;
};

template <>
struct Wire<office::ClerkDeparted> : ClerkFact<office::ClerkDeparted>
{
    static constexpr auto type = "clerk_departed"_L1;
};

template <>
struct Wire<office::ClerkPaused>
{
    static constexpr auto type = "clerk_paused"_L1;
    static office::ClerkPaused read(const Value &value)
    {
        return {.clerk = value["clerk"_L1].id<ClerkTag>(),
                .reason = value["reason"_L1].choice<office::PauseReason>(),
                .backAt = value["back_at"_L1].optional([](const Value &v) { return v.instant(); })};
    }
    static void write(Fields &fields, const office::ClerkPaused &fact)
    {
        fields.add("clerk"_L1, fact.clerk).add("reason"_L1, fact.reason).add("back_at"_L1, fact.backAt);
    }
};

template <>
struct Wire<office::ClerkResumed> : ClerkFact<office::ClerkResumed>
{
    static constexpr auto type = "clerk_resumed"_L1;
};

template <>
struct Wire<office::ClerkLost> : ClerkFact<office::ClerkLost>
{
    static constexpr auto type = "clerk_lost"_L1;
};

} // namespace sprechtag::protocol::wire
