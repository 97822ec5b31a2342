// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallValues.h"
#include "clerk-app/call/SightSurface.h"
#include "shared/protocol/FormMessages.h"
#include "shared/protocol/RoomMessages.h"

#include <chrono>

class QWidget;

namespace sprechtag::call {

//! Where the clerk sees and hears the citizen: one at a time, started, fed with signals, and ended from outside.
//!
//! Knows neither the server nor the lobby. Commands may be given at any time, before ready() too: they are kept and
//! done in order. A signal of another epoch than the running call's is ignored. All on the GUI thread.
class CallSurface : public SightSurface
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallSurface)

public:
    explicit CallSurface(QObject *parent = nullptr)
        : SightSurface(parent)
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
    //! Who is in the room of the running call; guests are connected to, whoever is not named any more is let go.
    virtual void showRoom(office::Epoch epoch, const QList<protocol::Person> &people) = 0;
    virtual void roomSignal(office::Epoch epoch, int peer, const protocol::Signal &signal) = 0;
    virtual void end() = 0;
    //! Of the form that both fill in.
    virtual void tellForm(const protocol::FormNews &news) = 0;

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
    void formSaid(const sprechtag::protocol::FormWord &word);
    void roomSignalToSend(sprechtag::office::Epoch epoch, int peer, const sprechtag::protocol::Signal &signal);
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
