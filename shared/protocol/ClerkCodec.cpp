// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/ZoneName.h"
#include "shared/protocol/AdminWires.h"
#include "shared/protocol/ClerkFormWires.h"
#include "shared/protocol/ClerkLobbyWires.h"
#include "shared/protocol/ClerkRoomWires.h"
#include "shared/protocol/ClerkTicketWires.h"
#include "shared/protocol/ColleagueWires.h"
#include "shared/protocol/ControlWires.h"
#include "shared/protocol/DocumentWires.h"
#include "shared/protocol/FiguresWires.h"
#include "shared/protocol/OfficeCodec.h"
#include "shared/protocol/SightWires.h"
#include "shared/protocol/StockWires.h"
#include "shared/protocol/TextWires.h"
#include "shared/protocol/ValuesCodec.h"
#include "shared/protocol/ViewWires.h"

namespace sprechtag::protocol::wire {
namespace {

//! Commands that say only which office.
template <typename T>
struct OfficeCommand
{
    static T read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(), .office = value["office"_L1].id<OfficeTag>()};
    }
    static void write(Fields &fields, const T &message)
    {
        fields.add("id"_L1, message.id).add("office"_L1, message.office);
    }
};

//! The offices that the app knows, each with the number of the last fact that it has seen.
QMap<QString, office::Sequence> readResume(const Value &value)
{
    value.object();
    const QJsonObject object = value.raw().toObject();
    QMap<QString, office::Sequence> resume;
    Problem problem;
    for (auto it = object.begin(); it != object.end(); ++it) {
        resume.insert(it.key(), Value(it.value(), problem).sequence());
        if (!OfficeId::parse(it.key().toStdString()) || problem.field)
            value.refuse();
    }
    if (object.size() > limits::kOffices)
        value.refuse();
    return resume;
}

QJsonObject resumeJson(const QMap<QString, office::Sequence> &resume)
{
    QJsonObject object;
    for (auto it = resume.begin(); it != resume.end(); ++it)
        object.insert(it.key(), json(it.value()));
    return object;
}

QString readRun(const Value &value)
{
    return value["run"_L1].optional([](const Value &v) { return v.text(kWordRule); }).value_or(QString());
}

QTimeZone readZone(const Value &value)
{
    return hours::zoneNamed(value.text(kLabelRule));
}

void addRun(Fields &fields, const QString &run)
{
    if (!run.isEmpty())
        fields.add("run"_L1, run);
}

} // namespace

template <>
struct Wire<clerk::Hello>
{
    static constexpr auto type = "hello"_L1;
    static clerk::Hello read(const Value &value)
    {
        const Value resume = value["resume"_L1];
        return {.protocol = value["protocol"_L1].list(limits::kProtocols,
                                                      [](const Value &v) { return v.count<int>(1, 65535); }),
                .client = value["client"_L1].text(kProgramRule),
                .features =
                    value["features"_L1].list(limits::kFeatures, [](const Value &v) { return v.text(kProgramRule); }),
                .lang = value["lang"_L1].language(),
                .resume = resume.optional(readResume).value_or(QMap<QString, office::Sequence>()),
                .run = readRun(value)};
    }
    static void write(Fields &fields, const clerk::Hello &message)
    {
        fields.addList("protocol"_L1, message.protocol, [](int number) { return number; })
            .add("client"_L1, message.client)
            .add("features"_L1, QJsonArray::fromStringList(message.features))
            .add("lang"_L1, message.lang);
        if (!message.resume.isEmpty())
            fields.add("resume"_L1, resumeJson(message.resume));
        addRun(fields, message.run);
    }
};

template <>
struct Wire<clerk::OpenOffice> : OfficeCommand<clerk::OpenOffice>
{
    static constexpr auto type = "office.open"_L1;
};
template <>
struct Wire<clerk::SuspendIntake> : OfficeCommand<clerk::SuspendIntake>
{
    static constexpr auto type = "office.suspend_intake"_L1;
};
template <>
struct Wire<clerk::ResumeIntake> : OfficeCommand<clerk::ResumeIntake>
{
    static constexpr auto type = "office.resume_intake"_L1;
};
template <>
struct Wire<clerk::Arrive> : OfficeCommand<clerk::Arrive>
{
    static constexpr auto type = "clerk.arrive"_L1;
};
template <>
struct Wire<clerk::Depart> : OfficeCommand<clerk::Depart>
{
    static constexpr auto type = "clerk.depart"_L1;
};
template <>
struct Wire<clerk::Pause>
{
    static constexpr auto type = "clerk.pause"_L1;
    static clerk::Pause read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .reason = value["reason"_L1].choice<office::PauseReason>(),
                .backAt = value["back_at"_L1].optional([](const Value &v) { return v.instant(); })};
    }
    static void write(Fields &fields, const clerk::Pause &message)
    {
        fields.add("id"_L1, message.id)
            .add("office"_L1, message.office)
            .add("reason"_L1, message.reason)
            .add("back_at"_L1, message.backAt);
    }
};
template <>
struct Wire<clerk::Resume> : OfficeCommand<clerk::Resume>
{
    static constexpr auto type = "clerk.resume"_L1;
};
template <>
struct Wire<clerk::CallNext> : OfficeCommand<clerk::CallNext>
{
    static constexpr auto type = "ticket.call_next"_L1;
};

template <>
struct Wire<clerk::CloseOffice>
{
    static constexpr auto type = "office.close"_L1;
    static clerk::CloseOffice read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .mode = value["mode"_L1].choice<office::CloseMode>()};
    }
    static void write(Fields &fields, const clerk::CloseOffice &message)
    {
        fields.add("id"_L1, message.id).add("office"_L1, message.office).add("mode"_L1, message.mode);
    }
};

template <>
struct Wire<clerk::PrepareCall>
{
    static constexpr auto type = "call.prepare"_L1;
    static clerk::PrepareCall read(const Value &value) { return {.id = value["id"_L1].commandId()}; }
    static void write(Fields &fields, const clerk::PrepareCall &message) { fields.add("id"_L1, message.id); }
};

template <>
struct Wire<clerk::ExpectCall>
{
    static constexpr auto type = "call.expect"_L1;
    static clerk::ExpectCall read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(), .ticket = value["ticket"_L1].id<TicketTag>()};
    }
    static void write(Fields &fields, const clerk::ExpectCall &message)
    {
        fields.add("office"_L1, message.office).add("ticket"_L1, message.ticket);
    }
};

template <>
struct Wire<clerk::CallSignal>
{
    static constexpr auto type = "call.signal"_L1;
    static clerk::CallSignal read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .signal = readSignal(value["signal"_L1])};
    }
    static void write(Fields &fields, const clerk::CallSignal &message)
    {
        fields.add("office"_L1, message.office)
            .add("ticket"_L1, message.ticket)
            .add("epoch"_L1, message.epoch)
            .add("signal"_L1, signalJson(message.signal));
    }
};

template <>
struct Wire<clerk::Welcome>
{
    static constexpr auto type = "clerk.welcome"_L1;
    static clerk::Welcome read(const Value &value)
    {
        return {.protocol = value["protocol"_L1].count<int>(1, 65535),
                .serverTime = value["server_time"_L1].instant(),
                .authority = value["authority"_L1].text(kLabelRule),
                .clerk = readClerkCard(value["clerk"_L1]),
                .roles = value["roles"_L1].list(limits::kRoles, [](const Value &v) { return v.choice<clerk::Role>(); }),
                .run = readRun(value),
                .zone = value["time_zone"_L1].optional(readZone).value_or(QTimeZone())};
    }
    static void write(Fields &fields, const clerk::Welcome &message)
    {
        fields.add("protocol"_L1, message.protocol)
            .add("server_time"_L1, message.serverTime)
            .add("authority"_L1, message.authority)
            .add("clerk"_L1, clerkCardJson(message.clerk))
            .addList("roles"_L1, message.roles, [](clerk::Role role) { return json(role); });
        addRun(fields, message.run);
        if (message.zone.isValid())
            fields.add("time_zone"_L1, QString::fromUtf8(message.zone.id()));
    }
};

template <>
struct Wire<clerk::OfficeSnapshot>
{
    static constexpr auto type = "office.snapshot"_L1;
    static clerk::OfficeSnapshot read(const Value &value)
    {
        return {.card = readOfficeCard(value["office"_L1]),
                .clerks = value["clerks"_L1].list(limits::kClerks, readClerkCard),
                .state = readOfficeState(value["state"_L1]),
                .visits = value["visits"_L1].list(limits::kTickets, readVisitCard),
                .mayCallNamed = readFlag(value["may_call_named"_L1])};
    }
    static void write(Fields &fields, const clerk::OfficeSnapshot &message)
    {
        Fields card;
        writeOfficeCard(card, message.card);
        fields.add("office"_L1, card.object())
            .addList("clerks"_L1, message.clerks, clerkCardJson)
            .add("state"_L1, officeStateJson(message.state))
            .addList("visits"_L1, message.visits, visitCardJson);
        if (message.mayCallNamed)
            fields.add("may_call_named"_L1, true);
    }
};

template <>
struct Wire<clerk::OfficeResumed>
{
    static constexpr auto type = "office.resumed"_L1;
    static clerk::OfficeResumed read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(), .seq = value["seq"_L1].sequence()};
    }
    static void write(Fields &fields, const clerk::OfficeResumed &message)
    {
        fields.add("office"_L1, message.office).add("seq"_L1, message.seq);
    }
};

template <>
struct Wire<clerk::OfficeFacts>
{
    static constexpr auto type = "office.facts"_L1;
    static clerk::OfficeFacts read(const Value &value)
    {
        const auto facts = value["facts"_L1].list(limits::kFacts, readFact);
        return {.office = value["office"_L1].id<OfficeTag>(),
                .facts = {facts.begin(), facts.end()},
                .visits = value["visits"_L1].list(limits::kTickets, readVisitCard)};
    }
    static void write(Fields &fields, const clerk::OfficeFacts &message)
    {
        fields.add("office"_L1, message.office)
            .addList("facts"_L1, message.facts, factJson)
            .addList("visits"_L1, message.visits, visitCardJson);
    }
};

template <>
struct Wire<clerk::OfficeVisits>
{
    static constexpr auto type = "office.visits"_L1;
    static clerk::OfficeVisits read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(),
                .visits = value["visits"_L1].list(limits::kTickets, readVisitCard)};
    }
    static void write(Fields &fields, const clerk::OfficeVisits &message)
    {
        fields.add("office"_L1, message.office).addList("visits"_L1, message.visits, visitCardJson);
    }
};

template <>
struct Wire<clerk::OfficeRemoved>
{
    static constexpr auto type = "office.removed"_L1;
    static clerk::OfficeRemoved read(const Value &value) { return {.office = value["office"_L1].id<OfficeTag>()}; }
    static void write(Fields &fields, const clerk::OfficeRemoved &message) { fields.add("office"_L1, message.office); }
};

template <>
struct Wire<clerk::CallOffer>
{
    static constexpr auto type = "call.offer"_L1;
    static clerk::CallOffer read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .generation = value["generation"_L1].generation(),
                .sdp = value["sdp"_L1].text(kSdpRule)};
    }
    static void write(Fields &fields, const clerk::CallOffer &message)
    {
        fields.add("office"_L1, message.office)
            .add("ticket"_L1, message.ticket)
            .add("epoch"_L1, message.epoch)
            .add("generation"_L1, message.generation)
            .add("sdp"_L1, message.sdp);
    }
};

template <>
struct Wire<clerk::ExpectedOffer>
{
    static constexpr auto type = "call.expected"_L1;
    static clerk::ExpectedOffer read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .generation = value["generation"_L1].generation(),
                .sdp = value["sdp"_L1].text(kSdpRule)};
    }
    static void write(Fields &fields, const clerk::ExpectedOffer &message)
    {
        fields.add("office"_L1, message.office)
            .add("ticket"_L1, message.ticket)
            .add("generation"_L1, message.generation)
            .add("sdp"_L1, message.sdp);
    }
};

} // namespace sprechtag::protocol::wire

namespace sprechtag::protocol {

Decoded<clerk::ToServer> decodeClerkToServer(const QByteArray &frame)
{
    return wire::decodeMessage<clerk::ToServer>(frame, limits::kMessageBytesFromClerk);
}

Decoded<clerk::ToClient> decodeClerkToClient(const QByteArray &frame)
{
    return wire::decodeMessage<clerk::ToClient>(frame, limits::kMessageBytesToClient);
}

QByteArray encode(const clerk::ToServer &message)
{
    return wire::encodeMessage(message);
}

QByteArray encode(const clerk::ToClient &message)
{
    return wire::encodeMessage(message);
}

} // namespace sprechtag::protocol
