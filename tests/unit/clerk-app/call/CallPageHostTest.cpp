// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/CallPageHost.h"

#include "clerk-app/call/CallPage.h"
#include "clerk-app/call/CallPermissions.h"
#include "tests/unit/clerk-app/call/WebEngineTestMain.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWebEngineSettings>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace sprechtag::call;

//! The call page locked in: what it needs works, and nothing else does.
class CallPageHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void givesThePageWhatItNeeds_data();
    void givesThePageWhatItNeeds();
    void refusesWhatAHijackedPageWouldTry_data();
    void refusesWhatAHijackedPageWouldTry();
    void setsEverySwitchByName();
    void staysWhereItIs_data();
    void staysWhereItIs();
    void opensCameraAndMicrophoneOnlyWhileCallsAreOn();
    void opensTheScreenOnceAfterTheClick();
    void showsThePageNothingButTheFacade();
    void dropsAReportThatIsTooLong();
    void loadsThePageAgainWhenItDies();
    void keepsTheFacadeWhenThePageWantsToDestroyIt();
    void tellsNoAddressOfTheInnerNetwork();

private:
    QString answer(const QString &verb);

    std::unique_ptr<CallPageHost> m_host;
    QStringList m_reports;
};

namespace {
constexpr int kPatience = 15000;
}

void CallPageHostTest::init()
{
    m_reports.clear();
    m_host = std::make_unique<CallPageHost>(u":/test-page"_s);
    connect(m_host.get(), &CallPageHost::reported, this,
            [this](const QByteArray &text) { m_reports.append(QString::fromUtf8(text)); });
    m_host->view()->show();
    m_host->load();
    QTRY_COMPARE_WITH_TIMEOUT(m_reports, QStringList{u"ready"_s}, kPatience);
    m_host->confirmReady();
    m_reports.clear();
}

void CallPageHostTest::cleanup()
{
    m_host.reset();
}

QString CallPageHostTest::answer(const QString &verb)
{
    const QString start = verb + u": "_s;
    const auto said = [&] {
        const QStringList all = m_reports.filter(start);
        return all.isEmpty() ? QString() : all.last().mid(start.size());
    };
    m_reports.clear();
    m_host->send(verb.toUtf8());
    return QTest::qWaitFor([&] { return !said().isNull(); }, kPatience) ? said() : u"no answer"_s;
}

void CallPageHostTest::givesThePageWhatItNeeds_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("a secure origin of its own") << u"secure"_s << u"true sprechtag://call"_s;
    QTest::newRow("its style sheet") << u"style"_s << u"grid"_s;
}

void CallPageHostTest::givesThePageWhatItNeeds()
{
    QFETCH(QString, verb);
    QFETCH(QString, outcome);
    QCOMPARE(answer(verb), outcome);
}

void CallPageHostTest::refusesWhatAHijackedPageWouldTry_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("scripts in its markup") << u"inline"_s << u"dead"_s;
    QTest::newRow("camera and microphone before calls are on") << u"media"_s << u"refused NotAllowedError"_s;
    QTest::newRow("the screen without a click") << u"screen"_s << u"refused NotAllowedError"_s;
    QTest::newRow("the place on the map") << u"geolocation"_s << u"refused code 1"_s;
    QTest::newRow("notifications") << u"notification"_s << u"denied"_s;
    QTest::newRow("the clipboard") << u"clipboard"_s << u"refused NotAllowedError"_s;
    QTest::newRow("a request to another host") << u"fetch"_s << u"refused TypeError"_s;
    QTest::newRow("a picture of another host") << u"image"_s << u"blocked"_s;
    QTest::newRow("a second window") << u"window"_s << u"null"_s;
    QTest::newRow("dialogues") << u"alert"_s << u"false null"_s;
    QTest::newRow("storage") << u"storage"_s << u"none"_s;
    QTest::newRow("cookies") << u"cookie"_s << u"none"_s;
}

void CallPageHostTest::refusesWhatAHijackedPageWouldTry()
{
    QFETCH(QString, verb);
    QFETCH(QString, outcome);
    QCOMPARE(answer(verb), outcome);
}

void CallPageHostTest::setsEverySwitchByName()
{
    using S = QWebEngineSettings;
    const QWebEngineSettings &settings = *m_host->page().settings();
    for (const HardenedAttribute &entry : hardenedAttributes())
        QCOMPARE(settings.testAttribute(entry.attribute), entry.on);
    for (const S::WebAttribute open :
         {S::JavascriptCanOpenWindows, S::LocalContentCanAccessFileUrls, S::PdfViewerEnabled, S::NavigateOnDropEnabled,
          S::AutoLoadIconsForPage, S::ScreenCaptureEnabled, S::PlaybackRequiresUserGesture})
        QVERIFY(!settings.testAttribute(open));
    QVERIFY(settings.testAttribute(S::WebRTCPublicInterfacesOnly));
    QVERIFY(m_host->page().profile()->isOffTheRecord());
}

void CallPageHostTest::staysWhereItIs_data()
{
    QTest::addColumn<QString>("verb");
    QTest::newRow("asked to go to a web server") << u"navigate"_s;
    QTest::newRow("asked to open a file") << u"file"_s;
    QTest::newRow("asked to download") << u"download"_s;
}

void CallPageHostTest::staysWhereItIs()
{
    QFETCH(QString, verb);
    QSignalSpy died(m_host.get(), &CallPageHost::died);
    QCOMPARE(answer(verb), u"asked"_s);
    QCOMPARE(answer(u"secure"_s), u"true sprechtag://call"_s);
    QCOMPARE(m_host->page().url(), callPageUrl());
    QCOMPARE(died.count(), 0);
}

void CallPageHostTest::opensCameraAndMicrophoneOnlyWhileCallsAreOn()
{
    m_host->permissions().allowMedia(true);
    QCOMPARE(answer(u"media"_s), u"granted audio+video"_s);
    m_host->permissions().allowMedia(false);
    QCOMPARE(answer(u"media"_s), u"refused NotAllowedError"_s);
}

void CallPageHostTest::opensTheScreenOnceAfterTheClick()
{
    CallPermissions &permissions = m_host->permissions();
    const QUrl other(u"https://example.org/"_s);
    permissions.allowScreenOnce();
    QVERIFY(!permissions.decide(other, PageWish::Screen));
    QVERIFY(permissions.decide(callPageUrl(), PageWish::Screen));
    QVERIFY(!permissions.decide(callPageUrl(), PageWish::Screen));
    permissions.allowScreenOnce();
    permissions.withdrawScreen();
    QVERIFY(!permissions.decide(callPageUrl(), PageWish::Screen));
    QVERIFY(!permissions.decide(callPageUrl(), PageWish::Other));
}

void CallPageHostTest::showsThePageNothingButTheFacade()
{
    QFile golden(QStringLiteral(SPRECHTAG_SOURCE_DIR) + u"/tests/unit/clerk-app/call/facade.golden"_s);
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(answer(u"facade"_s), QString::fromUtf8(golden.readAll()).simplified());
}

void CallPageHostTest::dropsAReportThatIsTooLong()
{
    QTest::ignoreMessage(QtWarningMsg, "the call page reported too much at once; dropped 70000 characters");
    QCOMPARE(answer(u"long"_s), u"sent"_s);
    QCOMPARE(m_reports, QStringList{u"long: sent"_s});
}

void CallPageHostTest::loadsThePageAgainWhenItDies()
{
    QSignalSpy died(m_host.get(), &CallPageHost::died);
    const qint64 renderer = m_host->page().renderProcessPid();
    QVERIFY(renderer > 0);
    QTest::ignoreMessage(QtWarningMsg, "the call page has died or does not answer; loading it again");
    QCOMPARE(::kill(static_cast<pid_t>(renderer), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_reports, QStringList{u"ready"_s}, kPatience);
    QCOMPARE(died.count(), 1);
    QVERIFY(m_host->page().renderProcessPid() != renderer);
    QCOMPARE(answer(u"secure"_s), u"true sprechtag://call"_s);
}

void CallPageHostTest::keepsTheFacadeWhenThePageWantsToDestroyIt()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Not deleting non-wrapped object"_s));
    QCOMPARE(answer(u"suicide"_s), u"asked"_s);
    QCOMPARE(answer(u"secure"_s), u"true sprechtag://call"_s);
}

void CallPageHostTest::tellsNoAddressOfTheInnerNetwork()
{
    m_host->permissions().allowMedia(true);
    QCOMPARE(answer(u"media"_s), u"granted audio+video"_s);
    QCOMPARE(answer(u"connect"_s), u"no address"_s);
}

int main(int argc, char *argv[])
{
    CallPageHostTest test;
    return runWithWebEngine(test, argc, argv);
}

#include "CallPageHostTest.moc"
