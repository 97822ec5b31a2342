// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Bridge.h"

#include "shared/protocol/BridgeDeviceWires.h"
#include "shared/protocol/BridgeRoomWires.h"
#include "shared/protocol/BridgeViewWires.h"
#include "shared/protocol/ControlWires.h"
#include "shared/protocol/FormWires.h"
#include "shared/protocol/SightWires.h"
#include "shared/protocol/ValuesCodec.h"

namespace sprechtag::protocol::wire {
namespace {

bridge::Offer readOffer(const Value &value)
{
    return {.generation = value["generation"_L1].generation(), .sdp = value["sdp"_L1].text(kSdpRule)};
}

Fields &writeOffer(Fields &fields, const bridge::Offer &offer)
{
    return fields.add("generation"_L1, offer.generation).add("sdp"_L1, offer.sdp);
}

template <typename T>
struct MediaWire
{
    static T read(const Value &value) { return {.media = readMediaState(value)}; }
    static void write(Fields &fields, const T &message) { writeMediaState(fields, message.media); }
};

std::optional<bool> readOptionalFlag(const Value &value)
{
    return value.optional([](const Value &v) { return v.flag(); });
}

} // namespace

template <>
struct Wire<bridge::Configure>
{
    static constexpr auto type = "configure"_L1;
    static bridge::Configure read(const Value &value)
    {
        const Value ice = value["ice"_L1];
        return {.lang = value["lang"_L1].language(),
                .iceServers = ice["servers"_L1].list(limits::kIceServers, readIceServer),
                .icePolicy = ice["policy"_L1].choice<IcePolicy>(),
                .devices = readChosen(value["devices"_L1])};
    }
    static void write(Fields &fields, const bridge::Configure &message)
    {
        Fields ice;
        ice.addList("servers"_L1, message.iceServers, iceServerJson).add("policy"_L1, message.icePolicy);
        fields.add("lang"_L1, message.lang).add("ice"_L1, ice.object()).add("devices"_L1, chosenJson(message.devices));
    }
};

template <>
struct Wire<bridge::Warm>
{
    static constexpr auto type = "warm"_L1;
    static bridge::Warm read(const Value &value) { return {.on = value["on"_L1].flag()}; }
    static void write(Fields &fields, const bridge::Warm &message) { fields.add("on"_L1, message.on); }
};

template <>
struct Wire<bridge::ExpectCall>
{
    static constexpr auto type = "call.expect"_L1;
    static bridge::ExpectCall read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .offer = readOffer(value)};
    }
    static void write(Fields &fields, const bridge::ExpectCall &message)
    {
        writeOffer(fields.add("ticket"_L1, message.ticket), message.offer);
    }
};

template <>
struct Wire<bridge::StartCall>
{
    static constexpr auto type = "call.start"_L1;
    static bridge::StartCall read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .number = value["number"_L1].text({.most = limits::kNumberChars}),
                .name = value["name"_L1].textOrEmpty(kNameRule),
                .offer = value["offer"_L1].optional(readOffer)};
    }
    static void write(Fields &fields, const bridge::StartCall &message)
    {
        fields.add("ticket"_L1, message.ticket)
            .add("epoch"_L1, message.epoch)
            .add("number"_L1, message.number)
            .addUnlessEmpty("name"_L1, message.name);
        if (message.offer) {
            Fields offer;
            fields.add("offer"_L1, writeOffer(offer, *message.offer).object());
        }
    }
};

template <>
struct Wire<bridge::ReplaceOffer>
{
    static constexpr auto type = "call.offer"_L1;
    static bridge::ReplaceOffer read(const Value &value)
    {
        return {.epoch = value["epoch"_L1].epoch(), .offer = readOffer(value)};
    }
    static void write(Fields &fields, const bridge::ReplaceOffer &message)
    {
        writeOffer(fields.add("epoch"_L1, message.epoch), message.offer);
    }
};

template <>
struct Wire<bridge::CallSignal>
{
    static constexpr auto type = "call.signal"_L1;
    static bridge::CallSignal read(const Value &value)
    {
        return {.epoch = value["epoch"_L1].epoch(), .signal = readSignal(value["signal"_L1])};
    }
    static void write(Fields &fields, const bridge::CallSignal &message)
    {
        fields.add("epoch"_L1, message.epoch).add("signal"_L1, signalJson(message.signal));
    }
};

template <>
struct Wire<bridge::EndCall> : EmptyWire<bridge::EndCall>
{
    static constexpr auto type = "call.end"_L1;
};

template <>
struct Wire<bridge::SetMedia>
{
    static constexpr auto type = "media.set"_L1;
    static bridge::SetMedia read(const Value &value)
    {
        return {.microphone = readOptionalFlag(value["microphone"_L1]), .camera = readOptionalFlag(value["camera"_L1])};
    }
    static void write(Fields &fields, const bridge::SetMedia &message)
    {
        fields.add("microphone"_L1, message.microphone).add("camera"_L1, message.camera);
    }
};

template <>
struct Wire<bridge::ChooseBackground>
{
    static constexpr auto type = "background.choose"_L1;
    static bridge::ChooseBackground read(const Value &value)
    {
        return {.background = value["background"_L1].choice<bridge::Background>()};
    }
    static void write(Fields &fields, const bridge::ChooseBackground &message)
    {
        fields.add("background"_L1, message.background);
    }
};

template <>
struct Wire<bridge::StartShare> : EmptyWire<bridge::StartShare>
{
    static constexpr auto type = "share.start"_L1;
};

template <>
struct Wire<bridge::PauseShare>
{
    static constexpr auto type = "share.pause"_L1;
    static bridge::PauseShare read(const Value &value) { return {.paused = value["paused"_L1].flag()}; }
    static void write(Fields &fields, const bridge::PauseShare &message) { fields.add("paused"_L1, message.paused); }
};

template <>
struct Wire<bridge::StopShare> : EmptyWire<bridge::StopShare>
{
    static constexpr auto type = "share.stop"_L1;
};

template <>
struct Wire<bridge::PageReady> : EmptyWire<bridge::PageReady>
{
    static constexpr auto type = "page.ready"_L1;
};

template <>
struct Wire<bridge::AnswerPrepared>
{
    static constexpr auto type = "call.prepared"_L1;
    static bridge::AnswerPrepared read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .answer = readOffer(value)};
    }
    static void write(Fields &fields, const bridge::AnswerPrepared &message)
    {
        writeOffer(fields.add("ticket"_L1, message.ticket), message.answer);
    }
};

template <>
struct Wire<bridge::MediaChanged> : MediaWire<bridge::MediaChanged>
{
    static constexpr auto type = "media.changed"_L1;
};

template <>
struct Wire<bridge::PeerMedia> : MediaWire<bridge::PeerMedia>
{
    static constexpr auto type = "peer.media"_L1;
};

template <>
struct Wire<bridge::ConnectionChanged>
{
    static constexpr auto type = "call.connection"_L1;
    static bridge::ConnectionChanged read(const Value &value)
    {
        return {.state = value["state"_L1].choice<bridge::Connection>()};
    }
    static void write(Fields &fields, const bridge::ConnectionChanged &message)
    {
        fields.add("state"_L1, message.state);
    }
};

template <>
struct Wire<bridge::QualityChanged>
{
    static constexpr auto type = "call.quality"_L1;
    static bridge::QualityChanged read(const Value &value)
    {
        return {.level = value["level"_L1].choice<bridge::LineLevel>(),
                .picture = value["picture"_L1].choice<bridge::PictureShare>()};
    }
    static void write(Fields &fields, const bridge::QualityChanged &message)
    {
        fields.add("level"_L1, message.level).add("picture"_L1, message.picture);
    }
};

template <>
struct Wire<bridge::FirstFrame>
{
    static constexpr auto type = "call.first_frame"_L1;
    static bridge::FirstFrame read(const Value &value)
    {
        return {.after = milliseconds{value["ms"_L1].integer(0, limits::kFirstFrameMs)}};
    }
    static void write(Fields &fields, const bridge::FirstFrame &message) { fields.add("ms"_L1, message.after); }
};

template <>
struct Wire<bridge::MediaProblem>
{
    static constexpr auto type = "media.problem"_L1;
    static bridge::MediaProblem read(const Value &value)
    {
        return {.kind = value["kind"_L1].choice<bridge::ProblemKind>(),
                .device = value["device"_L1].choice<bridge::ProblemDevice>()};
    }
    static void write(Fields &fields, const bridge::MediaProblem &message)
    {
        fields.add("kind"_L1, message.kind).add("device"_L1, message.device);
    }
};

template <>
struct Wire<bridge::BackgroundChanged>
{
    static constexpr auto type = "background.changed"_L1;
    static bridge::BackgroundChanged read(const Value &value)
    {
        return {.background = value["background"_L1].choice<bridge::Background>(),
                .reason = value["reason"_L1].choice<bridge::BackgroundReason>()};
    }
    static void write(Fields &fields, const bridge::BackgroundChanged &message)
    {
        fields.add("background"_L1, message.background).add("reason"_L1, message.reason);
    }
};

template <>
struct Wire<bridge::ShareEnded> : EmptyWire<bridge::ShareEnded>
{
    static constexpr auto type = "share.ended"_L1;
};

} // namespace sprechtag::protocol::wire

namespace sprechtag::protocol::bridge {

Decoded<ToPage> decodeToPage(const QByteArray &text)
{
    return wire::decodeMessage<ToPage>(text, limits::kBridgeBytes);
}

Decoded<ToApp> decodeToApp(const QByteArray &text)
{
    return wire::decodeMessage<ToApp>(text, limits::kBridgeBytes);
}

QByteArray encode(const ToPage &message)
{
    return wire::encodeMessage(message);
}

QByteArray encode(const ToApp &message)
{
    return wire::encodeMessage(message);
}

} // namespace sprechtag::protocol::bridge
