// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/CallPageHost.h"

#include "clerk-app/call/CallPage.h"
#include "clerk-app/call/CallPermissions.h"
#include "shared/base/Log.h"

#include <QDir>
#include <QFile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sprechtag::call {

namespace {

// A page that has not said that it listens by then has failed in its own code: loading it anew is all that may help.
constexpr auto kReadyWithin = 10s;
// The first reload is immediate, so that a call is back within seconds; a page that dies again and again must not eat
// the clerk's computer.
constexpr auto kSlowestReload = 5s;
constexpr auto kReloadStep = 1s;
// A page that lived this long has not died in a row.
constexpr auto kCalmAfter = 60s;

QString textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qCCritical(lcCall) << "missing in this build:" << path;
        return {};
    }
    return QString::fromUtf8(file.readAll());
}

QWebEngineScript script(const QString &path, QWebEngineScript::InjectionPoint when)
{
    QWebEngineScript script;
    script.setName(path);
    script.setSourceCode(textOf(path));
    script.setInjectionPoint(when);
    // A world of its own: what may ever slip into the page's markup shares its DOM, not its variables or the bridge.
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setRunsOnSubFrames(false);
    return script;
}

} // namespace

CallPageHost::CallPageHost(const QString &root, QObject *parent)
    : QObject(parent)
    , m_schemeHandler(root)
    , m_page(nullptr)
    , m_permissions(nullptr)
    , m_bridge(new CallBridge([this](const QByteArray &text) { Q_EMIT reported(text); }, this))
    , m_view(new QWebEngineView)
{
    Q_ASSERT(m_profile.isOffTheRecord());
    harden(m_profile);
    m_profile.setUrlRequestInterceptor(&m_guard);
    m_profile.installUrlSchemeHandler(callPageUrl().scheme().toLatin1(), &m_schemeHandler);

    m_page = new CallPage(&m_profile, this);
    harden(*m_page->settings());
    m_permissions = new CallPermissions(*m_page, this);
    m_channel.registerObject(QString::fromLatin1(CallBridge::kNameInPage), m_bridge);
    m_page->setWebChannel(&m_channel, QWebEngineScript::ApplicationWorld);
    injectScripts(root);

    m_view->setObjectName(u"callPicture"_s);
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setAcceptDrops(false);
    m_view->setPage(m_page);

    m_readyTimer.setSingleShot(true);
    m_readyTimer.setInterval(kReadyWithin);
    connect(&m_readyTimer, &QTimer::timeout, this, &CallPageHost::reloadAfterDeath);
    m_calmTimer.setSingleShot(true);
    m_calmTimer.setInterval(kCalmAfter);
    connect(&m_calmTimer, &QTimer::timeout, this, [this] { m_deathsInARow = 0; });
    m_reloadTimer.setSingleShot(true);
    connect(&m_reloadTimer, &QTimer::timeout, this, &CallPageHost::load);
    connect(m_page, &QWebEnginePage::renderProcessTerminated, this, &CallPageHost::reloadAfterDeath);
}

// The view shows the page and the page uses the profile: they go in this order.
CallPageHost::~CallPageHost()
{
    m_page->disconnect(this);
    delete m_view.data();
    delete m_permissions;
    delete m_page;
}

void CallPageHost::load()
{
    m_readyTimer.start();
    m_page->load(callPageUrl());
}

void CallPageHost::send(const QByteArray &command)
{
    Q_EMIT m_bridge->command(QString::fromUtf8(command));
}

void CallPageHost::confirmReady()
{
    m_readyTimer.stop();
    m_calmTimer.start();
}

void CallPageHost::injectScripts(const QString &root)
{
    QWebEngineScriptCollection &scripts = m_page->scripts();
    scripts.insert(script(u":/qtwebchannel/qwebchannel.js"_s, QWebEngineScript::DocumentCreation));
    const QStringList names = QDir(root).entryList({u"*.js"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        scripts.insert(script(root + u'/' + name, QWebEngineScript::DocumentReady));
}

void CallPageHost::reloadAfterDeath()
{
    qCWarning(lcCall) << "the call page has died or does not answer; loading it again";
    m_readyTimer.stop();
    m_calmTimer.stop();
    m_permissions->withdrawScreen();
    m_reloadTimer.start(std::min<std::chrono::milliseconds>(kReloadStep * m_deathsInARow, kSlowestReload));
    ++m_deathsInARow;
    Q_EMIT died();
}

} // namespace sprechtag::call
