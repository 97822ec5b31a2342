// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/CallPage.h"

#include "clerk-app/call/CallScheme.h"
#include "shared/base/Log.h"

#include <QWebEngineCertificateError>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>

namespace sprechtag::call {

CallPage::CallPage(QWebEngineProfile *profile, QObject *parent)
    : QWebEnginePage(profile, parent)
{
    connect(this, &QWebEnginePage::certificateError, this,
            [](QWebEngineCertificateError error) { error.rejectCertificate(); });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
            [](QWebEngineFileSystemAccessRequest request) { request.reject(); });
}

bool CallPage::acceptNavigationRequest(const QUrl &url, NavigationType /*type*/, bool isMainFrame)
{
    return isMainFrame && url == callPageUrl();
}

QWebEnginePage *CallPage::createWindow(WebWindowType /*type*/)
{
    return nullptr;
}

QStringList CallPage::chooseFiles(FileSelectionMode /*mode*/, const QStringList & /*oldFiles*/,
                                  const QStringList & /*acceptedMimeTypes*/)
{
    return {};
}

void CallPage::javaScriptAlert(const QUrl & /*securityOrigin*/, const QString & /*msg*/) {}

bool CallPage::javaScriptConfirm(const QUrl & /*securityOrigin*/, const QString & /*msg*/)
{
    return false;
}

bool CallPage::javaScriptPrompt(const QUrl & /*securityOrigin*/, const QString & /*msg*/,
                                const QString & /*defaultValue*/, QString * /*result*/)
{
    return false;
}

// The words may quote anything, a citizen's name too: a release tells the place only.
void CallPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int lineNumber,
                                        const QString & /*sourceID*/)
{
#ifdef SPRECHTAG_RELEASE_LOCKDOWN
    Q_UNUSED(message)
    qCDebug(lcCall) << "console" << level << "line" << lineNumber;
#else
    qCDebug(lcCall) << "console" << level << "line" << lineNumber << message;
#endif
}

} // namespace sprechtag::call
