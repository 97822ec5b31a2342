// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/ValuesCodec.h"

namespace sprechtag::protocol::wire {

CallIce Wire<CallIce>::read(const Value &value)
{
    return {.re = value["re"_L1].commandId(),
            .servers = value["servers"_L1].list(limits::kIceServers, readIceServer),
            .policy = value["policy"_L1].choice<IcePolicy>(),
            .ttlSeconds = value["ttl_s"_L1].count<int>(0, limits::kDurationSeconds)};
}

void Wire<CallIce>::write(Fields &fields, const CallIce &message)
{
    fields.add("re"_L1, message.re)
        .addList("servers"_L1, message.servers, iceServerJson)
        .add("policy"_L1, message.policy)
        .add("ttl_s"_L1, message.ttlSeconds);
}

DoneMessage Wire<DoneMessage>::read(const Value &value)
{
    return {.re = value["re"_L1].commandId(),
            .ticket = value["ticket"_L1].optional([](const Value &v) { return v.id<TicketTag>(); }),
            .epoch = value["epoch"_L1].optional([](const Value &v) { return v.epoch(); })};
}

void Wire<DoneMessage>::write(Fields &fields, const DoneMessage &message)
{
    fields.add("re"_L1, message.re).add("ticket"_L1, message.ticket).add("epoch"_L1, message.epoch);
}

ErrorMessage Wire<ErrorMessage>::read(const Value &value)
{
    return {.re = value["re"_L1].textOrEmpty(kCommandIdRule),
            .code = value["code"_L1].choice<ErrorCode>(),
            .field = value["field"_L1].textOrEmpty({.most = limits::kLabelChars, .charset = Charset::Printable}),
            .clerk = value["clerk"_L1].optional([](const Value &v) { return v.id<ClerkTag>(); }),
            .clerkName = value["clerk_name"_L1].textOrEmpty(kLabelRule),
            .ticket = value["ticket"_L1].optional([](const Value &v) { return v.id<TicketTag>(); }),
            .afterSeconds =
                value["after_s"_L1].optional([](const Value &v) { return v.count<int>(0, limits::kDurationSeconds); })};
}

void Wire<ErrorMessage>::write(Fields &fields, const ErrorMessage &message)
{
    fields.addUnlessEmpty("re"_L1, message.re)
        .add("code"_L1, message.code)
        .addUnlessEmpty("field"_L1, message.field)
        .add("clerk"_L1, message.clerk)
        .addUnlessEmpty("clerk_name"_L1, message.clerkName)
        .add("ticket"_L1, message.ticket)
        .add("after_s"_L1, message.afterSeconds);
}

Goodbye Wire<Goodbye>::read(const Value &value)
{
    return {.reason = value["reason"_L1].text(kWordRule),
            .action = value["action"_L1].choice<GoodbyeAction>(),
            .afterSeconds =
                value["after_s"_L1].optional([](const Value &v) { return v.count<int>(0, limits::kDurationSeconds); })};
}

void Wire<Goodbye>::write(Fields &fields, const Goodbye &message)
{
    fields.add("reason"_L1, message.reason).add("action"_L1, message.action).add("after_s"_L1, message.afterSeconds);
}

} // namespace sprechtag::protocol::wire
