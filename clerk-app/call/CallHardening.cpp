// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/CallHardening.h"

#include "clerk-app/call/CallScheme.h"
#include "shared/base/Log.h"

#include <QWebEngineCookieStore>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineUrlRequestInfo>

namespace sprechtag::call {

const QList<HardenedAttribute> &hardenedAttributes()
{
    using S = QWebEngineSettings;
    static const QList<HardenedAttribute> attributes = {
        {S::JavascriptEnabled, true},
        {S::AutoLoadImages, true},
        // The citizen's voice must not wait for a click into the picture.
        {S::PlaybackRequiresUserGesture, false},
        {S::JavascriptCanOpenWindows, false},
        {S::JavascriptCanAccessClipboard, false},
        {S::JavascriptCanPaste, false},
        {S::LocalStorageEnabled, false},
        {S::LocalContentCanAccessRemoteUrls, false},
        {S::LocalContentCanAccessFileUrls, false},
        {S::XSSAuditingEnabled, false},
        {S::HyperlinkAuditingEnabled, false},
        {S::ErrorPageEnabled, false},
        {S::PluginsEnabled, false},
        {S::PdfViewerEnabled, false},
        {S::FullScreenSupportEnabled, false},
        // Switched on for the one moment after the clerk's click on sharing, see DesktopCapture.
        {S::ScreenCaptureEnabled, false},
        {S::WebGLEnabled, false},
        {S::AutoLoadIconsForPage, false},
        {S::TouchIconsEnabled, false},
        // A page that reloads itself after a fault must not take the keyboard away from the lobby.
        {S::FocusOnNavigationEnabled, false},
        {S::AllowRunningInsecureContent, false},
        {S::AllowGeolocationOnInsecureOrigins, false},
        {S::AllowWindowActivationFromJavaScript, false},
        {S::NavigateOnDropEnabled, false},
        {S::DnsPrefetchEnabled, false},
        // The citizen is told none of the addresses inside the authority's network. Calls work all the same: through
        // the town's own STUN and TURN, and without those because the citizen's own addresses are known and answered.
        {S::WebRTCPublicInterfacesOnly, true},
    };
    return attributes;
}

void harden(QWebEngineSettings &settings)
{
    for (const HardenedAttribute &entry : hardenedAttributes())
        settings.setAttribute(entry.attribute, entry.on);
    settings.setUnknownUrlSchemePolicy(QWebEngineSettings::DisallowUnknownUrlSchemes);
}

void harden(QWebEngineProfile &profile)
{
    profile.setHttpCacheType(QWebEngineProfile::NoCache);
    profile.setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    profile.cookieStore()->setCookieFilter([](const QWebEngineCookieStore::FilterRequest &) { return false; });
    profile.setSpellCheckEnabled(false);
    QObject::connect(&profile, &QWebEngineProfile::downloadRequested, &profile,
                     [](QWebEngineDownloadRequest *download) { download->cancel(); });
    harden(*profile.settings());
}

namespace {

// What its script has made itself, such as the worker that reads documents.
bool isMadeByCallPage(const QUrl &url)
{
    return url.scheme() == u"blob" && isOfCallOrigin(QUrl(url.path()));
}

} // namespace

void CallRequestGuard::interceptRequest(QWebEngineUrlRequestInfo &info)
{
    if (isOfCallOrigin(info.requestUrl()) || isMadeByCallPage(info.requestUrl()))
        return;
    // The address may hold anything that a page puts there: it is not logged.
    qCWarning(lcCall) << "the call page asked for something outside the app; blocked";
    info.block(true);
}

void ignoreDebuggingEnvironment()
{
#ifdef SPRECHTAG_RELEASE_LOCKDOWN
    for (const char *name : {"QTWEBENGINE_REMOTE_DEBUGGING", "QTWEBENGINE_CHROMIUM_FLAGS",
                             "QTWEBENGINE_DISABLE_SANDBOX", "QTWEBENGINEPROCESS_PATH", "QTWEBENGINE_RESOURCES_PATH"})
        qunsetenv(name);
#endif
}

void keepUnseenPageQuick()
{
    static constexpr char kSwitches[] = "QTWEBENGINE_CHROMIUM_FLAGS";
    const QByteArray given = qgetenv(kSwitches);
    qputenv(kSwitches, (given + " --disable-renderer-backgrounding").trimmed());
}

} // namespace sprechtag::call
