// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/AbsentCallSurface.h"

#include <QLabel>

namespace sprechtag::call {

AbsentCallSurface::AbsentCallSurface(QObject *parent)
    : CallSurface(parent)
    , m_notice(new QLabel)
{
    m_notice->setObjectName(QStringLiteral("callAbsentNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setText(
        tr("This build of Sprechtag has no video call inside. Ask your IT for a build with QtWebEngine."));
}

AbsentCallSurface::~AbsentCallSurface()
{
    delete m_notice.data();
}

QWidget *AbsentCallSurface::widget()
{
    return m_notice;
}

void AbsentCallSurface::configure(const CallSettings & /*settings*/) {}

void AbsentCallSurface::warm(bool /*on*/) {}

void AbsentCallSurface::expect(const ExpectedCall & /*call*/) {}

// The line can never come up: whoever waits for it must not wait for ever.
void AbsentCallSurface::start(const CallStart & /*call*/)
{
    Q_EMIT lineChanged(LineState::Failed);
}

void AbsentCallSurface::offer(office::Epoch /*epoch*/, const CitizenOffer & /*offer*/) {}

void AbsentCallSurface::signal(office::Epoch /*epoch*/, const protocol::Signal & /*signal*/) {}

void AbsentCallSurface::control(const office::CallControl & /*control*/) {}

void AbsentCallSurface::tellForm(const protocol::FormNews & /*news*/) {}

void AbsentCallSurface::showRoom(office::Epoch /*epoch*/, const QList<protocol::Person> & /*people*/) {}

void AbsentCallSurface::roomSignal(office::Epoch /*epoch*/, int /*peer*/, const protocol::Signal & /*signal*/) {}

void AbsentCallSurface::end()
{
    Q_EMIT lineChanged(LineState::Idle);
}

void AbsentCallSurface::setMicrophone(bool /*on*/) {}

void AbsentCallSurface::setCamera(bool /*on*/) {}

void AbsentCallSurface::chooseDevice(DeviceKind /*kind*/, const QString & /*id*/) {}

void AbsentCallSurface::testSpeaker() {}

void AbsentCallSurface::chooseBackground(Background background)
{
    if (background != Background::None)
        Q_EMIT backgroundChanged(Background::None, BackgroundReason::Unsupported);
}

void AbsentCallSurface::setBackgroundPicture(const QString & /*file*/) {}

void AbsentCallSurface::startShare()
{
    Q_EMIT shareEnded();
}

void AbsentCallSurface::pauseShare(bool /*paused*/) {}

void AbsentCallSurface::stopShare() {}

void AbsentCallSurface::showDocument(const ShownDocument & /*document*/) {}

void AbsentCallSurface::changeDocument(documents::From /*from*/, const documents::ViewChange & /*change*/) {}

void AbsentCallSurface::hideDocument() {}

void AbsentCallSurface::showSight(std::optional<protocol::SightStep> /*step*/) {}

} // namespace sprechtag::call
