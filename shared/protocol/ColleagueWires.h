// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ClerkRoomWires.h"
#include "shared/protocol/ColleagueMessages.h"

//! Colleagues who are rung, on the wire of clerks.
namespace sprechtag::protocol::wire {

inline constexpr TextRule kRingRule{.most = limits::kRingChars, .least = 1, .charset = Charset::Identifier};

template <>
struct Wire<clerk::ListColleagues> : OfVisitWire<clerk::ListColleagues>
{
    static constexpr auto type = "colleague.list"_L1;
};
template <>
struct Wire<clerk::EndColleague> : OfVisitWire<clerk::EndColleague>
{
    static constexpr auto type = "colleague.end"_L1;
};
template <>
struct Wire<clerk::AdmitColleague> : OfVisitWire<clerk::AdmitColleague>
{
    static constexpr auto type = "colleague.admit"_L1;
};

template <>
struct Wire<clerk::RingColleague>
{
    static constexpr auto type = "colleague.ring"_L1;
    static clerk::RingColleague read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .clerk = value["clerk"_L1].id<ClerkTag>(),
                .directly = value["directly"_L1].flag()};
    }
    static void write(Fields &fields, const clerk::RingColleague &message)
    {
        writeOfVisit(fields, message).add("clerk"_L1, message.clerk).add("directly"_L1, message.directly);
    }
};

template <>
struct Wire<clerk::AnswerRing>
{
    static constexpr auto type = "colleague.answer"_L1;
    static clerk::AnswerRing read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .ring = value["ring"_L1].text(kRingRule),
                .accepted = value["accepted"_L1].flag()};
    }
    static void write(Fields &fields, const clerk::AnswerRing &message)
    {
        fields.add("id"_L1, message.id).add("ring"_L1, message.ring).add("accepted"_L1, message.accepted);
    }
};

template <>
struct Wire<clerk::LeaveConversation>
{
    static constexpr auto type = "colleague.leave"_L1;
    static clerk::LeaveConversation read(const Value &value) { return {.id = value["id"_L1].commandId()}; }
    static void write(Fields &fields, const clerk::LeaveConversation &message) { fields.add("id"_L1, message.id); }
};

[[nodiscard]] inline clerk::ReachableColleague readReachable(const Value &value)
{
    return {.clerk = value["clerk"_L1].id<ClerkTag>(),
            .name = value["name"_L1].text(kLabelRule),
            .offices = value["offices"_L1].list(limits::kOffices, [](const Value &v) { return v.text(kLabelRule); }),
            .reach = value["reach"_L1].choice<office::Reach>()};
}

[[nodiscard]] inline QJsonObject reachableJson(const clerk::ReachableColleague &colleague)
{
    Fields fields;
    fields.add("clerk"_L1, colleague.clerk)
        .add("name"_L1, colleague.name)
        .add("offices"_L1, QJsonArray::fromStringList(colleague.offices))
        .add("reach"_L1, colleague.reach);
    return fields.object();
}

template <>
struct Wire<clerk::ColleagueList>
{
    static constexpr auto type = "colleague.people"_L1;
    static clerk::ColleagueList read(const Value &value)
    {
        return {.re = value["re"_L1].commandId(),
                .colleagues = value["colleagues"_L1].list(limits::kClerks, readReachable)};
    }
    static void write(Fields &fields, const clerk::ColleagueList &message)
    {
        fields.add("re"_L1, message.re).addList("colleagues"_L1, message.colleagues, reachableJson);
    }
};

template <>
struct Wire<clerk::RingNews>
{
    static constexpr auto type = "colleague.ringing"_L1;
    static clerk::RingNews read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .name = value["name"_L1].text(kLabelRule),
                .state = value["state"_L1].choice<clerk::RingState>()};
    }
    static void write(Fields &fields, const clerk::RingNews &message)
    {
        fields.add("ticket"_L1, message.ticket)
            .add("epoch"_L1, message.epoch)
            .add("name"_L1, message.name.reveal())
            .add("state"_L1, message.state);
    }
};

template <>
struct Wire<clerk::RingCall>
{
    static constexpr auto type = "colleague.call"_L1;
    static clerk::RingCall read(const Value &value)
    {
        return {.ring = value["ring"_L1].text(kRingRule),
                .from = value["from"_L1].text(kLabelRule),
                .office = value["office_name"_L1].text(kLabelRule),
                .number = value["number"_L1].text(kNumberRule),
                .concern = value["concern"_L1].text(kConcernRule),
                .directly = value["directly"_L1].flag(),
                .until = value["until"_L1].instant()};
    }
    static void write(Fields &fields, const clerk::RingCall &message)
    {
        fields.add("ring"_L1, message.ring)
            .add("from"_L1, message.from.reveal())
            .add("office_name"_L1, message.office)
            .add("number"_L1, message.number)
            .add("concern"_L1, message.concern.reveal())
            .add("directly"_L1, message.directly)
            .add("until"_L1, message.until);
    }
};

template <>
struct Wire<clerk::ColleaguePlace>
{
    static constexpr auto type = "colleague.place"_L1;
    static clerk::ColleaguePlace read(const Value &value)
    {
        return {.ring = value["ring"_L1].text(kRingRule),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .peer = readPeer(value["peer"_L1]),
                .number = value["number"_L1].text(kNumberRule),
                .officeName = value["office_name"_L1].text(kLabelRule),
                .from = value["from"_L1].text(kLabelRule),
                .state = value["state"_L1].choice<PersonState>()};
    }
    static void write(Fields &fields, const clerk::ColleaguePlace &message)
    {
        fields.add("ring"_L1, message.ring)
            .add("office"_L1, message.office)
            .add("ticket"_L1, message.ticket)
            .add("epoch"_L1, message.epoch)
            .add("peer"_L1, message.peer)
            .add("number"_L1, message.number)
            .add("office_name"_L1, message.officeName)
            .add("from"_L1, message.from.reveal())
            .add("state"_L1, message.state);
    }
};

template <>
struct Wire<clerk::ColleagueOver>
{
    static constexpr auto type = "colleague.over"_L1;
    static clerk::ColleagueOver read(const Value &value)
    {
        return {.ring = value["ring"_L1].text(kRingRule), .reason = value["reason"_L1].choice<clerk::ColleagueEnd>()};
    }
    static void write(Fields &fields, const clerk::ColleagueOver &message)
    {
        fields.add("ring"_L1, message.ring).add("reason"_L1, message.reason);
    }
};

} // namespace sprechtag::protocol::wire
