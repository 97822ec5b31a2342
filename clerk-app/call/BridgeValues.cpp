// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/BridgeValues.h"

namespace sprechtag::call {

namespace bridge = protocol::bridge;

namespace {

std::optional<QString> unlessDefault(const QString &id)
{
    return id.isEmpty() ? std::nullopt : std::optional(id);
}

void append(QList<Device> &all, DeviceKind kind, const QList<bridge::Device> &devices,
            const std::optional<QString> &chosen)
{
    // Browsers list the system's own choice under this id.
    const QString inUse = chosen.value_or(QStringLiteral("default"));
    for (const bridge::Device &device : devices)
        all.append({.kind = kind, .id = device.id, .name = device.label, .inUse = inUse == device.id});
}

DeviceKind fromBridge(bridge::DeviceKind kind)
{
    switch (kind) {
    case bridge::DeviceKind::Microphone:
        return DeviceKind::Microphone;
    case bridge::DeviceKind::Camera:
        return DeviceKind::Camera;
    case bridge::DeviceKind::Speaker:
        break;
    }
    return DeviceKind::Speaker;
}

SwitchReason fromBridge(bridge::SwitchReason reason)
{
    switch (reason) {
    case bridge::SwitchReason::Lost:
        return SwitchReason::Lost;
    case bridge::SwitchReason::Refused:
        return SwitchReason::Refused;
    case bridge::SwitchReason::Back:
        break;
    }
    return SwitchReason::Back;
}

LineLevel fromBridge(bridge::LineLevel level)
{
    switch (level) {
    case bridge::LineLevel::Good:
        return LineLevel::Good;
    case bridge::LineLevel::Weak:
        return LineLevel::Weak;
    case bridge::LineLevel::Bad:
        break;
    }
    return LineLevel::Bad;
}

PictureShare fromBridge(bridge::PictureShare picture)
{
    switch (picture) {
    case bridge::PictureShare::Full:
        return PictureShare::Full;
    case bridge::PictureShare::Less:
        return PictureShare::Less;
    case bridge::PictureShare::None:
        break;
    }
    return PictureShare::None;
}

} // namespace

bridge::Configure toBridge(const CallSettings &settings)
{
    return {.lang = settings.language,
            .iceServers = settings.iceServers,
            .icePolicy = settings.policy,
            .devices = {.camera = unlessDefault(settings.camera),
                        .microphone = unlessDefault(settings.microphone),
                        .speaker = unlessDefault(settings.speaker)}};
}

bridge::Offer toBridge(const CitizenOffer &offer)
{
    return {.generation = offer.generation, .sdp = offer.sdp};
}

bridge::ExpectCall toBridge(const ExpectedCall &call)
{
    return {.ticket = call.ticket, .offer = toBridge(call.offer)};
}

bridge::StartCall toBridge(const CallStart &call)
{
    return {.ticket = call.ticket,
            .epoch = call.epoch,
            .number = call.number,
            .name = call.name,
            .offer = call.offer ? std::optional(toBridge(*call.offer)) : std::nullopt};
}

std::optional<bridge::DeviceKind> toBridge(DeviceKind kind)
{
    switch (kind) {
    case DeviceKind::Microphone:
        return bridge::DeviceKind::Microphone;
    case DeviceKind::Camera:
        return bridge::DeviceKind::Camera;
    case DeviceKind::Speaker:
        return bridge::DeviceKind::Speaker;
    case DeviceKind::Screen:
        break;
    }
    return std::nullopt;
}

QList<Device> fromBridge(const bridge::DevicesChanged &devices)
{
    QList<Device> all;
    append(all, DeviceKind::Microphone, devices.microphones, devices.chosen.microphone);
    append(all, DeviceKind::Camera, devices.cameras, devices.chosen.camera);
    append(all, DeviceKind::Speaker, devices.speakers, devices.chosen.speaker);
    return all;
}

DeviceSwitch fromBridge(const bridge::DeviceSwitched &change)
{
    return {.kind = fromBridge(change.device),
            .reason = fromBridge(change.reason),
            .other = change.other,
            .now = change.now};
}

LineState fromBridge(bridge::Connection state)
{
    switch (state) {
    case bridge::Connection::Connecting:
        return LineState::Connecting;
    case bridge::Connection::Connected:
        return LineState::Connected;
    case bridge::Connection::Interrupted:
        return LineState::Interrupted;
    case bridge::Connection::Failed:
        break;
    }
    return LineState::Failed;
}

bridge::Background toBridge(Background background)
{
    switch (background) {
    case Background::None:
        return bridge::Background::None;
    case Background::Blur:
        return bridge::Background::Blur;
    case Background::Picture:
        break;
    }
    return bridge::Background::Picture;
}

Background fromBridge(bridge::Background background)
{
    switch (background) {
    case bridge::Background::None:
        return Background::None;
    case bridge::Background::Blur:
        return Background::Blur;
    case bridge::Background::Picture:
        break;
    }
    return Background::Picture;
}

BackgroundReason fromBridge(bridge::BackgroundReason reason)
{
    switch (reason) {
    case bridge::BackgroundReason::Chosen:
        return BackgroundReason::Chosen;
    case bridge::BackgroundReason::Slow:
        return BackgroundReason::Slow;
    case bridge::BackgroundReason::Unsupported:
        break;
    }
    return BackgroundReason::Unsupported;
}

LineQuality fromBridge(const bridge::QualityChanged &quality)
{
    return {.level = fromBridge(quality.level), .picture = fromBridge(quality.picture)};
}

MediaProblem fromBridge(bridge::ProblemKind kind)
{
    switch (kind) {
    case bridge::ProblemKind::Denied:
        return MediaProblem::Denied;
    case bridge::ProblemKind::Missing:
        return MediaProblem::Missing;
    case bridge::ProblemKind::Busy:
        return MediaProblem::InUse;
    case bridge::ProblemKind::Unsupported:
        break;
    }
    return MediaProblem::Unsupported;
}

DeviceKind fromBridge(bridge::ProblemDevice device)
{
    switch (device) {
    case bridge::ProblemDevice::Camera:
        return DeviceKind::Camera;
    case bridge::ProblemDevice::Microphone:
        return DeviceKind::Microphone;
    case bridge::ProblemDevice::Speaker:
        return DeviceKind::Speaker;
    case bridge::ProblemDevice::Screen:
        break;
    }
    return DeviceKind::Screen;
}

} // namespace sprechtag::call
