// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallPageHost.h"
#include "clerk-app/call/CallSurface.h"
#include "shared/protocol/Bridge.h"

namespace sprechtag::call {

//! The call inside the app, shown by QtWebEngine.
//!
//! Remembers all that the page was told, so that a page that is not there yet, or has died, is brought to the same
//! state once it listens.
class WebEngineCallSurface final : public CallSurface
{
    Q_OBJECT

public:
    //! `root` is the folder of the Qt resources with the page, see CallPageHost.
    explicit WebEngineCallSurface(const QString &root, QObject *parent = nullptr);

    [[nodiscard]] QWidget *widget() override;
    void configure(const CallSettings &settings) override;
    void warm(bool on) override;
    void expect(const ExpectedCall &call) override;
    void start(const CallStart &call) override;
    void offer(office::Epoch epoch, const CitizenOffer &offer) override;
    void signal(office::Epoch epoch, const protocol::Signal &signal) override;
    void control(const office::CallControl &control) override;
    void showRoom(office::Epoch epoch, const QList<protocol::Person> &people) override;
    void roomSignal(office::Epoch epoch, int peer, const protocol::Signal &signal) override;
    void end() override;
    void tellForm(const protocol::FormNews &news) override;
    void setMicrophone(bool on) override;
    void setCamera(bool on) override;
    void chooseDevice(DeviceKind kind, const QString &id) override;
    void testSpeaker() override;
    void chooseBackground(Background background) override;
    void setBackgroundPicture(const QString &file) override;
    void startShare() override;
    void pauseShare(bool paused) override;
    void stopShare() override;
    void showDocument(const ShownDocument &document) override;
    void changeDocument(documents::From from, const documents::ViewChange &change) override;
    void hideDocument() override;
    void showSight(std::optional<protocol::SightStep> step) override;

    //! For tests that look at the page or kill it.
    [[nodiscard]] CallPageHost &host() { return m_host; }

private:
    void tell(const protocol::bridge::ToPage &message);
    void tellMedia();
    void tellStart();
    void tellShare();
    void tellDocument();
    void hear(const QByteArray &text);
    void hear(const protocol::bridge::ToApp &report);
    void bringUpToDate();
    void survivePageDeath();
    void expectNobody();
    void sayPrepared();
    void endShare();
    void allowMediaAsNeeded();

    CallPageHost m_host;
    CallSettings m_settings;
    std::optional<CallStart> m_call;
    std::optional<ExpectedCall> m_expected;
    std::optional<protocol::bridge::AnswerPrepared> m_prepared; //!< to whoever is expected
    office::CallControl m_control;                              //!< as the page was told
    QList<protocol::Signal> m_earlySignals;
    std::optional<ShownDocument> m_document; //!< as it is now
    std::optional<DocumentId> m_form;        //!< that is open
    QList<protocol::Person> m_people;        //!< in the room of the call
    std::optional<protocol::SightStep> m_sight;
    Background m_background{};
    bool m_warm{};
    bool m_microphoneOn{true};
    bool m_cameraOn{true};
    bool m_listening{};
    bool m_sharing{}; //!< asked for or running
    bool m_resuming{};
};

} // namespace sprechtag::call
