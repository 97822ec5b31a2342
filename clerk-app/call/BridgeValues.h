// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallSurface.h"
#include "shared/protocol/Bridge.h"

//! The call surface's words in those of the call page, and back.
namespace sprechtag::call {

[[nodiscard]] protocol::bridge::Configure toBridge(const CallSettings &settings);
[[nodiscard]] protocol::bridge::Offer toBridge(const CitizenOffer &offer);
[[nodiscard]] protocol::bridge::ExpectCall toBridge(const ExpectedCall &call);
[[nodiscard]] protocol::bridge::StartCall toBridge(const CallStart &call);
//! None for the screen, which is not chosen among devices.
[[nodiscard]] std::optional<protocol::bridge::DeviceKind> toBridge(DeviceKind kind);

[[nodiscard]] QList<Device> fromBridge(const protocol::bridge::DevicesChanged &devices);
[[nodiscard]] DeviceSwitch fromBridge(const protocol::bridge::DeviceSwitched &change);
[[nodiscard]] protocol::bridge::Background toBridge(Background background);
[[nodiscard]] Background fromBridge(protocol::bridge::Background background);
[[nodiscard]] BackgroundReason fromBridge(protocol::bridge::BackgroundReason reason);
[[nodiscard]] LineQuality fromBridge(const protocol::bridge::QualityChanged &quality);
[[nodiscard]] LineState fromBridge(protocol::bridge::Connection state);
[[nodiscard]] MediaProblem fromBridge(protocol::bridge::ProblemKind kind);
[[nodiscard]] DeviceKind fromBridge(protocol::bridge::ProblemDevice device);

} // namespace sprechtag::call
