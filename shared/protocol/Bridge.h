// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/BridgeDevices.h"
#include "shared/protocol/BridgeNames.h"
#include "shared/protocol/BridgeView.h"
#include "shared/protocol/Codec.h"
#include "shared/protocol/FormMessages.h"
#include "shared/protocol/SightMessages.h"

//! PROTOCOL.md §10: what the clerk app and its call page say to each other, one struct a message.
namespace sprechtag::protocol::bridge {

struct Offer
{
    int generation{};
    QString sdp{};
    friend bool operator==(const Offer &, const Offer &) = default;
};

struct Configure
{
    QString lang{};
    QList<IceServer> iceServers{};
    IcePolicy icePolicy{};
    ChosenDevices devices{};
    friend bool operator==(const Configure &, const Configure &) = default;
};
struct Warm
{
    bool on{};
    friend bool operator==(const Warm &, const Warm &) = default;
};
//! Whom the next call may come with.
struct ExpectCall
{
    TicketId ticket;
    Offer offer{};
    friend bool operator==(const ExpectCall &, const ExpectCall &) = default;
};
//! `name` is empty where the citizen gave none. Personal data: never logged.
struct StartCall
{
    TicketId ticket;
    office::Epoch epoch{};
    QString number{};
    QString name{};
    std::optional<Offer> offer{};
    friend bool operator==(const StartCall &, const StartCall &) = default;
};
struct ReplaceOffer
{
    office::Epoch epoch{};
    Offer offer{};
    friend bool operator==(const ReplaceOffer &, const ReplaceOffer &) = default;
};
struct CallSignal
{
    office::Epoch epoch{};
    Signal signal{};
    friend bool operator==(const CallSignal &, const CallSignal &) = default;
};
struct EndCall
{
    friend bool operator==(const EndCall &, const EndCall &) = default;
};
//! What the visitor of the next call, or of the one that runs, may do.
struct ControlCall
{
    office::CallControl control{};
    friend bool operator==(const ControlCall &, const ControlCall &) = default;
};
//! What is not named stays as it is.
struct SetMedia
{
    std::optional<bool> microphone{};
    std::optional<bool> camera{};
    friend bool operator==(const SetMedia &, const SetMedia &) = default;
};
struct ChooseDevice
{
    DeviceKind kind{};
    QString id{};
    friend bool operator==(const ChooseDevice &, const ChooseDevice &) = default;
};
//! A few tones from the loudspeaker in use.
struct TestSpeaker
{
    friend bool operator==(const TestSpeaker &, const TestSpeaker &) = default;
};
struct ChooseBackground
{
    Background background{};
    friend bool operator==(const ChooseBackground &, const ChooseBackground &) = default;
};
struct StartShare
{
    friend bool operator==(const StartShare &, const StartShare &) = default;
};
//! The last picture stands, or the screen goes on.
struct PauseShare
{
    bool paused{};
    friend bool operator==(const PauseShare &, const PauseShare &) = default;
};
struct StopShare
{
    friend bool operator==(const StopShare &, const StopShare &) = default;
};

using ToPage =
    std::variant<Configure, Warm, ExpectCall, StartCall, ReplaceOffer, CallSignal, ControlCall, EndCall, SetMedia,
                 ChooseDevice, TestSpeaker, ChooseBackground, StartShare, PauseShare, StopShare, ShowView, ViewChanged,
                 CloseView, FormState, FormUpdated, FormClaimed, RoomPeople, RoomSignal, SightState, JoinRoom>;

struct PageReady
{
    friend bool operator==(const PageReady &, const PageReady &) = default;
};
//! The answer to whoever is expected, for the moment of the call.
struct AnswerPrepared
{
    TicketId ticket;
    Offer answer{};
    friend bool operator==(const AnswerPrepared &, const AnswerPrepared &) = default;
};
struct MediaChanged
{
    MediaState media{};
    friend bool operator==(const MediaChanged &, const MediaChanged &) = default;
};
struct PeerMedia
{
    MediaState media{};
    friend bool operator==(const PeerMedia &, const PeerMedia &) = default;
};
struct DevicesChanged
{
    QList<Device> cameras{};
    QList<Device> microphones{};
    QList<Device> speakers{};
    ChosenDevices chosen{};
    friend bool operator==(const DevicesChanged &, const DevicesChanged &) = default;
};
//! Another device came into use by itself: the one before was unplugged, the chosen one cannot be used or is back.
struct DeviceSwitched
{
    DeviceKind device{};
    SwitchReason reason{};
    QString other{};
    QString now{}; //!< empty where the system chooses
    friend bool operator==(const DeviceSwitched &, const DeviceSwitched &) = default;
};
struct ConnectionChanged
{
    Connection state{};
    friend bool operator==(const ConnectionChanged &, const ConnectionChanged &) = default;
};
//! How the line is, as the clerk reads it; and what becomes of the clerk's own picture on it.
struct QualityChanged
{
    LineLevel level{};
    PictureShare picture{};
    friend bool operator==(const QualityChanged &, const QualityChanged &) = default;
};
struct FirstFrame
{
    milliseconds after{};
    friend bool operator==(const FirstFrame &, const FirstFrame &) = default;
};
struct MediaProblem
{
    ProblemKind kind{};
    ProblemDevice device{};
    friend bool operator==(const MediaProblem &, const MediaProblem &) = default;
};
struct BackgroundChanged
{
    Background background{};
    BackgroundReason reason{};
    friend bool operator==(const BackgroundChanged &, const BackgroundChanged &) = default;
};
struct ShareEnded
{
    friend bool operator==(const ShareEnded &, const ShareEnded &) = default;
};
using ToApp =
    std::variant<PageReady, AnswerPrepared, CallSignal, MediaChanged, PeerMedia, DevicesChanged, DeviceSwitched,
                 ConnectionChanged, QualityChanged, FirstFrame, MediaProblem, BackgroundChanged, ShareEnded, ChangeView,
                 CloseView, OpenForm, CloseForm, FormUpdate, FormClaim, RoomSignal, AskSight, SightSeen, EndSight>;

[[nodiscard]] Decoded<ToPage> decodeToPage(const QByteArray &text);
[[nodiscard]] Decoded<ToApp> decodeToApp(const QByteArray &text);
[[nodiscard]] QByteArray encode(const ToPage &message);
[[nodiscard]] QByteArray encode(const ToApp &message);

} // namespace sprechtag::protocol::bridge
