// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallSurface.h"

#include <QPointer>

class QLabel;

namespace sprechtag::call {

//! The call surface of a build without QtWebEngine: opens nothing, and says so where the picture would be.
class AbsentCallSurface final : public CallSurface
{
    Q_OBJECT

public:
    explicit AbsentCallSurface(QObject *parent = nullptr);
    ~AbsentCallSurface() override;

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

private:
    QPointer<QLabel> m_notice;
};

} // namespace sprechtag::call
