// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/WebEngineCallSurface.h"

#include "clerk-app/call/CallPage.h"
#include "clerk-app/call/CallPermissions.h"
#include "tests/unit/clerk-app/call/WebEngineTestMain.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace sprechtag;
using namespace sprechtag::call;

//! The call surface in front of a page that writes down what it is told.
class WebEngineCallSurfaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsAPageThatComesLateWhatItMissed();
    void tellsWhoIsExpectedUntilThatIsOver();
    void passesOnOnlyWhatBelongsToTheRunningCall();
    void opensTheCameraOnlyWhileCallsAreOn();
    void tellsWhatIsOffBeforeAnythingIsOpened();
    void resumesACallAfterThePageDied();
    void asksForAFreshConnectionWhereNoOfferIsKnown();
    void endsSharingWhenThePageDies();
    void givesTheScreenOnlyInACall();
    void pausesTheSharingOnceItRuns();
    void saysThatAScreenIsNotSharedWhichItDoesNotShare();
    void sharesTheScreenAsSoonAsThePageIsThere();
    void forgetsASharingThatWasEndedBeforeThePageIsThere();
    void hidesTheRoomBeforeAnythingIsOpened();
    void survivesReportsThatItCannotRead();

private:
    [[nodiscard]] QStringList told();
    void kill();

    std::unique_ptr<WebEngineCallSurface> m_surface;
};

namespace {

constexpr int kPatience = 15000;
const QString kDeath = u"the call page has died or does not answer; loading it again"_s;

CallStart callWith(std::optional<CitizenOffer> offer)
{
    return {.ticket = TicketId::fromBits({1, 2}),
            .epoch = 3,
            .number = u"B 017"_s,
            .name = u"Kim"_s,
            .offer = std::move(offer)};
}

protocol::Signal media()
{
    return protocol::MediaState{.microphone = true, .camera = true, .screen = false};
}

} // namespace

void WebEngineCallSurfaceTest::init()
{
    m_surface = std::make_unique<WebEngineCallSurface>(u":/recorder"_s);
}

void WebEngineCallSurfaceTest::cleanup()
{
    m_surface.reset();
}

// The lines that the page has written, read as text: that needs no way into the page's own world.
QStringList WebEngineCallSurfaceTest::told()
{
    std::optional<QString> text;
    m_surface->host().page().toPlainText([&text](const QString &all) { text = all; });
    if (!QTest::qWaitFor([&text] { return text.has_value(); }, kPatience))
        return {u"no text"_s};
    return text->trimmed().split(u'\n');
}

void WebEngineCallSurfaceTest::kill()
{
    QTest::ignoreMessage(QtWarningMsg, kDeath.toUtf8().constData());
    QCOMPARE(::kill(static_cast<pid_t>(m_surface->host().page().renderProcessPid()), SIGKILL), 0);
}

void WebEngineCallSurfaceTest::tellsAPageThatComesLateWhatItMissed()
{
    QSignalSpy ready(m_surface.get(), &CallSurface::ready);
    m_surface->configure({});
    m_surface->warm(true);
    m_surface->start(callWith(CitizenOffer{.generation = 1, .sdp = u"old"_s}));
    m_surface->offer(3, {.generation = 2, .sdp = u"new"_s});
    m_surface->signal(3, media());
    m_surface->signal(2, media());
    QVERIFY(ready.wait(kPatience));
    const QStringList expected{u"configure"_s, u"media.set"_s, u"warm"_s, u"call.start 3 2"_s, u"call.signal 3"_s};
    QTRY_COMPARE_WITH_TIMEOUT(told(), expected, kPatience);
}

void WebEngineCallSurfaceTest::tellsWhoIsExpectedUntilThatIsOver()
{
    QSignalSpy ready(m_surface.get(), &CallSurface::ready);
    m_surface->warm(true);
    m_surface->expect({.ticket = TicketId::fromBits({1, 2}), .offer = {.generation = 7, .sdp = u"early"_s}});
    QVERIFY(ready.wait(kPatience));
    m_surface->expect({.ticket = TicketId::fromBits({1, 2}), .offer = {.generation = 8, .sdp = u"newer"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(told().mid(2), QStringList({u"warm"_s, u"call.expect  7"_s, u"call.expect  8"_s}),
                              kPatience);
    m_surface->warm(false);
    kill();
    QVERIFY(ready.wait(kPatience));
    QTRY_COMPARE_WITH_TIMEOUT(told(), QStringList({u"configure"_s, u"media.set"_s, u"warm"_s}), kPatience);
}

void WebEngineCallSurfaceTest::passesOnOnlyWhatBelongsToTheRunningCall()
{
    QSignalSpy toSend(m_surface.get(), &CallSurface::signalToSend);
    QSignalSpy line(m_surface.get(), &CallSurface::lineChanged);
    QSignalSpy frame(m_surface.get(), &CallSurface::firstFrameShown);
    m_surface->start(callWith({}));
    QVERIFY(frame.wait(kPatience));
    QCOMPARE(toSend.count(), 1);
    QCOMPARE(toSend.at(0).at(0).value<office::Epoch>(), 3U);
    QCOMPARE(line.last().at(0).value<LineState>(), LineState::Connected);
    m_surface->offer(2, {.generation = 9, .sdp = u"late"_s});
    m_surface->end();
    QCOMPARE(line.last().at(0).value<LineState>(), LineState::Idle);
    QTRY_COMPARE_WITH_TIMEOUT(told().last(), u"call.end"_s, kPatience);
    QVERIFY(told().filter(u" 9"_s).isEmpty());
}

void WebEngineCallSurfaceTest::opensTheCameraOnlyWhileCallsAreOn()
{
    CallPermissions &permissions = m_surface->host().permissions();
    QVERIFY(!permissions.decide(callPageUrl(), PageWish::Camera));
    m_surface->start(callWith({}));
    QVERIFY(permissions.decide(callPageUrl(), PageWish::Camera));
    m_surface->end();
    QVERIFY(!permissions.decide(callPageUrl(), PageWish::Camera));
    m_surface->warm(true);
    QVERIFY(permissions.decide(callPageUrl(), PageWish::MicrophoneAndCamera));
}

void WebEngineCallSurfaceTest::resumesACallAfterThePageDied()
{
    QSignalSpy ready(m_surface.get(), &CallSurface::ready);
    QSignalSpy failed(m_surface.get(), &CallSurface::surfaceFailed);
    QSignalSpy line(m_surface.get(), &CallSurface::lineChanged);
    m_surface->setCamera(false);
    m_surface->start(callWith(CitizenOffer{.generation = 4, .sdp = u"sdp"_s}));
    QVERIFY(ready.wait(kPatience));
    kill();
    QVERIFY(failed.wait(kPatience));
    QCOMPARE(line.last().at(0).value<LineState>(), LineState::Interrupted);
    QVERIFY(ready.wait(kPatience));
    const QStringList expected{u"configure"_s, u"media.set"_s, u"warm"_s, u"call.start 3 4"_s};
    QTRY_COMPARE_WITH_TIMEOUT(told(), expected, kPatience);
    QCOMPARE(failed.count(), 1);
}

void WebEngineCallSurfaceTest::asksForAFreshConnectionWhereNoOfferIsKnown()
{
    QSignalSpy ready(m_surface.get(), &CallSurface::ready);
    m_surface->start(callWith({}));
    QVERIFY(ready.wait(kPatience));
    QSignalSpy toSend(m_surface.get(), &CallSurface::signalToSend);
    kill();
    QVERIFY(ready.wait(kPatience));
    const auto isRestart = [](const QList<QVariant> &sent) {
        return std::holds_alternative<protocol::RestartCall>(sent.at(1).value<protocol::Signal>());
    };
    QCOMPARE(std::count_if(toSend.begin(), toSend.end(), isRestart), 1);
}

void WebEngineCallSurfaceTest::endsSharingWhenThePageDies()
{
    QSignalSpy ready(m_surface.get(), &CallSurface::ready);
    QSignalSpy own(m_surface.get(), &CallSurface::mediaChanged);
    QSignalSpy ended(m_surface.get(), &CallSurface::shareEnded);
    m_surface->start(callWith({}));
    QVERIFY(ready.wait(kPatience));
    m_surface->startShare();
    QVERIFY(own.wait(kPatience));
    kill();
    QVERIFY(ended.wait(kPatience));
    QVERIFY(!m_surface->host().permissions().decide(callPageUrl(), PageWish::Screen));
}

void WebEngineCallSurfaceTest::givesTheScreenOnlyInACall()
{
    QSignalSpy ready(m_surface.get(), &CallSurface::ready);
    QVERIFY(ready.wait(kPatience));
    CallPermissions &permissions = m_surface->host().permissions();
    m_surface->startShare();
    QVERIFY(!permissions.decide(callPageUrl(), PageWish::Screen));
    m_surface->start(callWith({}));
    m_surface->startShare();
    m_surface->end();
    QVERIFY(!permissions.decide(callPageUrl(), PageWish::Screen));
    m_surface->start(callWith({}));
    m_surface->startShare();
    QVERIFY(permissions.decide(callPageUrl(), PageWish::Screen));
}

void WebEngineCallSurfaceTest::pausesTheSharingOnceItRuns()
{
    QSignalSpy ready(m_surface.get(), &CallSurface::ready);
    QSignalSpy own(m_surface.get(), &CallSurface::mediaChanged);
    m_surface->start(callWith({}));
    QVERIFY(ready.wait(kPatience));
    m_surface->startShare();
    QVERIFY(own.wait(kPatience));
    QSignalSpy paused(m_surface.get(), &CallSurface::sharePaused);
    m_surface->pauseShare(true);
    QVERIFY(paused.wait(kPatience));
    QVERIFY(paused.last().at(0).toBool());
    m_surface->pauseShare(false);
    QVERIFY(paused.wait(kPatience));
    QVERIFY(!paused.last().at(0).toBool());
}

// The button that was pressed says on, until it is told otherwise.
void WebEngineCallSurfaceTest::saysThatAScreenIsNotSharedWhichItDoesNotShare()
{
    QSignalSpy ended(m_surface.get(), &CallSurface::shareEnded);
    m_surface->startShare();
    QCOMPARE(ended.count(), 1);
    m_surface->start(callWith({}));
    m_surface->startShare();
    QCOMPARE(ended.count(), 1);
    m_surface->end();
    QCOMPARE(ended.count(), 2);
}

void WebEngineCallSurfaceTest::sharesTheScreenAsSoonAsThePageIsThere()
{
    QSignalSpy ready(m_surface.get(), &CallSurface::ready);
    QSignalSpy own(m_surface.get(), &CallSurface::mediaChanged);
    m_surface->start(callWith({}));
    m_surface->startShare();
    CallPermissions &permissions = m_surface->host().permissions();
    QVERIFY(!permissions.decide(callPageUrl(), PageWish::Screen));
    QVERIFY(ready.wait(kPatience));
    QVERIFY(permissions.decide(callPageUrl(), PageWish::Screen));
    QTRY_VERIFY_WITH_TIMEOUT(!own.isEmpty() && own.last().at(0).value<protocol::MediaState>().screen, kPatience);
    QCOMPARE(told().last(), u"share.start"_s);
}

void WebEngineCallSurfaceTest::forgetsASharingThatWasEndedBeforeThePageIsThere()
{
    QSignalSpy ready(m_surface.get(), &CallSurface::ready);
    QSignalSpy ended(m_surface.get(), &CallSurface::shareEnded);
    m_surface->start(callWith({}));
    m_surface->startShare();
    m_surface->stopShare();
    QCOMPARE(ended.count(), 1);
    QVERIFY(ready.wait(kPatience));
    const QStringList expected{u"configure"_s, u"media.set"_s, u"warm"_s, u"call.start 3"_s};
    QTRY_COMPARE_WITH_TIMEOUT(told(), expected, kPatience);
}

// A page opens what it does not know to be unwanted.
void WebEngineCallSurfaceTest::tellsWhatIsOffBeforeAnythingIsOpened()
{
    QSignalSpy ready(m_surface.get(), &CallSurface::ready);
    m_surface->setMicrophone(false);
    m_surface->warm(true);
    QVERIFY(ready.wait(kPatience));
    const QStringList expected{u"configure"_s, u"media.set"_s, u"warm"_s};
    QTRY_COMPARE_WITH_TIMEOUT(told(), expected, kPatience);
    kill();
    QVERIFY(ready.wait(kPatience));
    QTRY_COMPARE_WITH_TIMEOUT(told(), expected, kPatience);
}

void WebEngineCallSurfaceTest::hidesTheRoomBeforeAnythingIsOpened()
{
    QSignalSpy ready(m_surface.get(), &CallSurface::ready);
    m_surface->chooseBackground(Background::Blur);
    m_surface->warm(true);
    QVERIFY(ready.wait(kPatience));
    const QStringList expected{u"configure"_s, u"background.choose"_s, u"media.set"_s, u"warm"_s};
    QTRY_COMPARE_WITH_TIMEOUT(told(), expected, kPatience);
    kill();
    QVERIFY(ready.wait(kPatience));
    QTRY_COMPARE_WITH_TIMEOUT(told(), expected, kPatience);
}

void WebEngineCallSurfaceTest::survivesReportsThatItCannotRead()
{
    QSignalSpy ready(m_surface.get(), &CallSurface::ready);
    QVERIFY(ready.wait(kPatience));
    QSignalSpy failed(m_surface.get(), &CallSurface::surfaceFailed);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^the call page reported something unreadable"_s));
    m_surface->chooseDevice(DeviceKind::Camera, u"{ garbage"_s);
    QTRY_COMPARE_WITH_TIMEOUT(told().last(), u"devices.choose"_s, kPatience);
    QSignalSpy frame(m_surface.get(), &CallSurface::firstFrameShown);
    m_surface->start(callWith({}));
    QVERIFY(frame.wait(kPatience));
    QCOMPARE(failed.count(), 0);
}

int main(int argc, char *argv[])
{
    WebEngineCallSurfaceTest test;
    return runWithWebEngine(test, argc, argv);
}

#include "WebEngineCallSurfaceTest.moc"
