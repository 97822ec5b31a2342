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
    for (const bridge::Device &device : devices)
        all.append({.kind = kind, .id = device.id, .name = device.label, .inUse = chosen == device.id});
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
    case bridge::ProblemDevice::Screen:
        break;
    }
    return DeviceKind::Screen;
}

void remember(CallSettings &settings, DeviceKind kind, const QString &id)
{
    switch (kind) {
    case DeviceKind::Microphone:
        settings.microphone = id;
        break;
    case DeviceKind::Camera:
        settings.camera = id;
        break;
    case DeviceKind::Speaker:
        settings.speaker = id;
        break;
    case DeviceKind::Screen:
        break;
    }
}

} // namespace sprechtag::call
