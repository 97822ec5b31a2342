// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Values.h"
#include "shared/protocol/ViewMessages.h"

#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

class QWidget;

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

//! Where the clerk sees and hears the citizen: one at a time, started, fed with signals, and ended from outside.
//!
//! Knows neither the server nor the lobby. Commands may be given at any time, before ready() too: they are kept and
//! done in order. A signal of another epoch than the running call's is ignored. All on the GUI thread.
class CallSurface : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallSurface)

public:
    explicit CallSurface(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    //! To be placed into a window; may outlive this surface there and is then empty.
    [[nodiscard]] virtual QWidget *widget() = 0;

    virtual void configure(const CallSettings &settings) = 0;
    //! Warm: camera and microphone are open, so that a call starts at once. Cold: they are released while no call runs.
    virtual void warm(bool on) = 0;

    virtual void expect(const ExpectedCall &call) = 0;
    virtual void start(const CallStart &call) = 0;
    virtual void offer(office::Epoch epoch, const CitizenOffer &offer) = 0;
    virtual void signal(office::Epoch epoch, const protocol::Signal &signal) = 0;
    //! What the citizen of the next call, or of the one that runs, may do; holds until end().
    virtual void control(const office::CallControl &control) = 0;
    virtual void end() = 0;

    virtual void setMicrophone(bool on) = 0;
    virtual void setCamera(bool on) = 0;
    virtual void chooseDevice(DeviceKind kind, const QString &id) = 0;
    //! Plays tones from the loudspeaker in use.
    virtual void testSpeaker() = 0;
    virtual void chooseBackground(Background background) = 0;
    //! The file that is shown as Background::Picture.
    virtual void setBackgroundPicture(const QString &file) = 0;
    //! Only after a click of the clerk: the permission to capture the screen is given for this one time.
    virtual void startShare() = 0;
    //! Stands still: the last picture is shown on, until it goes on or ends.
    virtual void pauseShare(bool paused) = 0;
    virtual void stopShare() = 0;

    virtual void showDocument(const ShownDocument &document) = 0;
    //! Of the one that is shown, by either side.
    virtual void changeDocument(documents::From from, const documents::ViewChange &change) = 0;
    virtual void hideDocument() = 0;

Q_SIGNALS:
    void ready();
    void signalToSend(sprechtag::office::Epoch epoch, const sprechtag::protocol::Signal &signal);
    void mediaChanged(sprechtag::protocol::MediaState own);
    //! The screen that is shown stands still, or goes on.
    void sharePaused(bool paused);
    void peerMediaChanged(sprechtag::protocol::MediaState peer);
    void devicesChanged(const QList<sprechtag::call::Device> &devices);
    void deviceSwitched(const sprechtag::call::DeviceSwitch &change);
    void lineChanged(sprechtag::call::LineState state);
    //! Good until told otherwise, and anew with each connection.
    void lineQualityChanged(const sprechtag::call::LineQuality &quality);
    //! The first picture of the citizen was decoded, this long after start().
    void firstFrameShown(std::chrono::milliseconds afterStart);
    void mediaProblem(sprechtag::call::MediaProblem problem, sprechtag::call::DeviceKind device);
    void backgroundChanged(sprechtag::call::Background background, sprechtag::call::BackgroundReason reason);
    //! Also when the clerk ended it with the system's own control.
    void shareEnded();
    //! The clerk turns, points or marks.
    void documentChanged(const sprechtag::DocumentId &document, const sprechtag::documents::ViewChange &change);
    void documentCloseWanted();
    //! The page behind the picture died. It is loaded again and a running call resumed; nothing to do but to say so.
    void surfaceFailed();
};

} // namespace sprechtag::call
