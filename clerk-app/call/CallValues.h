// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Values.h"
#include "shared/protocol/ViewMessages.h"

#include <QList>
#include <QString>

#include <optional>

//! What a call is given, and what it tells.
namespace sprechtag::call {

//! What the clerk may have trouble with; the first three may be chosen.
enum class DeviceKind { Microphone, Camera, Speaker, Screen };

//! A microphone, camera or loudspeaker as the clerk may choose it. `id` means nothing outside this run of the app.
struct Device
{
    DeviceKind kind{};
    QString id;
    QString name; //!< empty until the page may use devices of the kind
    bool inUse{};
    friend bool operator==(const Device &, const Device &) = default;
};

//! Why a device cannot be used: the system or the clerk says no, there is none, another program has it, or
//! this build cannot.
enum class MediaProblem { Denied, Missing, InUse, Unsupported };

//! Another device came into use by itself: the one before was unplugged, the chosen one cannot be used, or it is back.
enum class SwitchReason { Lost, Refused, Back };
struct DeviceSwitch
{
    DeviceKind kind{};
    SwitchReason reason{};
    QString other;
    QString now; //!< empty where the system chooses
    friend bool operator==(const DeviceSwitch &, const DeviceSwitch &) = default;
};

//! How the line to the citizen stands.
enum class LineState { Idle, Connecting, Connected, Interrupted, Failed };

//! How good the line is, and what becomes of the clerk's own picture so that the sound comes through.
enum class LineLevel { Good, Weak, Bad };
enum class PictureShare { Full, Less, None };
struct LineQuality
{
    LineLevel level{};
    PictureShare picture{};
    friend bool operator==(const LineQuality &, const LineQuality &) = default;
};

//! What is behind the clerk, and why it is so: the clerk's choice, or because this computer is too slow or cannot.
enum class Background { None, Blur, Picture };
enum class BackgroundReason { Chosen, Slow, Unsupported };

//! What holds for every call until it is set anew. Devices by id or, from another run of the app, by name; empty: the
//! system's default.
struct CallSettings
{
    QList<protocol::IceServer> iceServers;
    protocol::IcePolicy policy{};
    QString language{QStringLiteral("de")}; //!< of the words in the call picture, `de` or `en`
    QString microphone;
    QString camera;
    QString speaker;

    void choose(DeviceKind kind, const QString &device)
    {
        if (kind == DeviceKind::Microphone)
            microphone = device;
        else if (kind == DeviceKind::Camera)
            camera = device;
        else if (kind == DeviceKind::Speaker)
            speaker = device;
    }
    friend bool operator==(const CallSettings &, const CallSettings &) = default;
};

//! The citizen's standing offer: the complete SDP with its candidates.
struct CitizenOffer
{
    int generation{};
    QString sdp;
    friend bool operator==(const CitizenOffer &, const CitizenOffer &) = default;
};

//! Whom the next call may come with: everything is made ready for it, and nothing leaves before start().
struct ExpectedCall
{
    TicketId ticket;
    CitizenOffer offer;
    friend bool operator==(const ExpectedCall &, const ExpectedCall &) = default;
};

//! Whom the call is with. Name and number are shown over the picture; the name is personal and never logged.
struct CallStart
{
    TicketId ticket;
    office::Epoch epoch{};
    QString number;
    QString name;
    std::optional<CitizenOffer> offer;
    std::optional<int> joinsAs{}; //!< in the conversation of a colleague: my number in the room, where all lines are
    friend bool operator==(const CallStart &, const CallStart &) = default;
};

//! What both look at, as it is now; name and content are personal and never logged.
struct ShownDocument // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    documents::SharedView view;
    documents::Kind kind{};
    QString name{};
    QByteArray content{};
    friend bool operator==(const ShownDocument &, const ShownDocument &) = default;
};

} // namespace sprechtag::call
