// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Bridge.h"
#include "shared/protocol/ValuesCodec.h"

//! Microphones, cameras and loudspeakers, between the clerk app and its call page.
namespace sprechtag::protocol::wire {

inline constexpr TextRule kDeviceIdRule{.most = limits::kDeviceIdChars, .least = 0, .charset = Charset::Printable};

inline bridge::ChosenDevices readChosen(const Value &value)
{
    value.object();
    const auto id = [](const Value &v) { return v.text(kDeviceIdRule); };
    return {.camera = value["camera"_L1].optional(id),
            .microphone = value["microphone"_L1].optional(id),
            .speaker = value["speaker"_L1].optional(id)};
}

inline QJsonObject chosenJson(const bridge::ChosenDevices &chosen)
{
    return Fields()
        .add("camera"_L1, chosen.camera)
        .add("microphone"_L1, chosen.microphone)
        .add("speaker"_L1, chosen.speaker)
        .object();
}

inline QList<bridge::Device> readDevices(const Value &value)
{
    return value.list(limits::kDevices, [](const Value &device) {
        return bridge::Device{.id = device["id"_L1].text(kDeviceIdRule), .label = device["label"_L1].text(kLabelRule)};
    });
}

inline QJsonObject deviceJson(const bridge::Device &device)
{
    return Fields().add("id"_L1, device.id).add("label"_L1, device.label).object();
}

template <>
struct Wire<bridge::ChooseDevice>
{
    static constexpr auto type = "devices.choose"_L1;
    static bridge::ChooseDevice read(const Value &value)
    {
        return {.kind = value["kind"_L1].choice<bridge::DeviceKind>(), .id = value["id"_L1].text(kDeviceIdRule)};
    }
    static void write(Fields &fields, const bridge::ChooseDevice &message)
    {
        fields.add("kind"_L1, message.kind).add("id"_L1, message.id);
    }
};

template <>
struct Wire<bridge::TestSpeaker> : EmptyWire<bridge::TestSpeaker>
{
    static constexpr auto type = "speaker.test"_L1;
};

template <>
struct Wire<bridge::DevicesChanged>
{
    static constexpr auto type = "devices.changed"_L1;
    static bridge::DevicesChanged read(const Value &value)
    {
        return {.cameras = readDevices(value["cameras"_L1]),
                .microphones = readDevices(value["microphones"_L1]),
                .speakers = readDevices(value["speakers"_L1]),
                .chosen = readChosen(value["chosen"_L1])};
    }
    static void write(Fields &fields, const bridge::DevicesChanged &message)
    {
        fields.addList("cameras"_L1, message.cameras, deviceJson)
            .addList("microphones"_L1, message.microphones, deviceJson)
            .addList("speakers"_L1, message.speakers, deviceJson)
            .add("chosen"_L1, chosenJson(message.chosen));
    }
};

template <>
struct Wire<bridge::DeviceSwitched>
{
    static constexpr auto type = "device.switched"_L1;
    static bridge::DeviceSwitched read(const Value &value)
    {
        return {.device = value["device"_L1].choice<bridge::DeviceKind>(),
                .reason = value["reason"_L1].choice<bridge::SwitchReason>(),
                .other = value["other"_L1].text(kLabelRule),
                .now = value["now"_L1].text(kLabelRule)};
    }
    static void write(Fields &fields, const bridge::DeviceSwitched &message)
    {
        fields.add("device"_L1, message.device)
            .add("reason"_L1, message.reason)
            .add("other"_L1, message.other)
            .add("now"_L1, message.now);
    }
};

} // namespace sprechtag::protocol::wire
