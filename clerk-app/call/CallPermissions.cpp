// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/CallPermissions.h"

#include "clerk-app/call/CallScheme.h"
#include "clerk-app/call/DesktopCapture.h"
#include "shared/base/Log.h"

#include <QWebEnginePage>
#include <QtGlobal>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QWebEnginePermission>
#else
#include <QWebEngineQuotaRequest>
#endif

// The only file that knows the two ways in which Qt asks: 6.8 replaced features by permission objects, and has no
// quota.
namespace sprechtag::call {

CallPermissions::CallPermissions(QWebEnginePage &page, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_desktop(new DesktopCapture(page, this))
{
    answerRequests();
}

CallPermissions::~CallPermissions() = default;

void CallPermissions::allowMedia(bool on)
{
    m_mediaAllowed = on;
}

void CallPermissions::allowScreenOnce()
{
    m_screenAllowed = true;
    m_desktop->open();
}

void CallPermissions::withdrawScreen()
{
    m_screenAllowed = false;
    m_desktop->close();
}

bool CallPermissions::decide(const QUrl &origin, PageWish wish)
{
    if (!isOfCallOrigin(origin))
        return false;
    switch (wish) {
    case PageWish::Microphone:
    case PageWish::Camera:
    case PageWish::MicrophoneAndCamera:
        return m_mediaAllowed;
    case PageWish::Screen:
        return std::exchange(m_screenAllowed, false);
    case PageWish::Other:
        break;
    }
    return false;
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

namespace {
PageWish wishOf(QWebEnginePermission::PermissionType type)
{
    using Type = QWebEnginePermission::PermissionType;
    if (type == Type::MediaAudioCapture)
        return PageWish::Microphone;
    if (type == Type::MediaVideoCapture)
        return PageWish::Camera;
    if (type == Type::MediaAudioVideoCapture)
        return PageWish::MicrophoneAndCamera;
    if (type == Type::DesktopVideoCapture)
        return PageWish::Screen;
    return PageWish::Other;
}
} // namespace

void CallPermissions::answerRequests()
{
    connect(&m_page, &QWebEnginePage::permissionRequested, this, [this](const QWebEnginePermission &permission) {
        if (decide(permission.origin(), wishOf(permission.permissionType())))
            permission.grant();
        else
            permission.deny();
    });
}

#else

namespace {
PageWish wishOf(QWebEnginePage::Feature feature)
{
    if (feature == QWebEnginePage::MediaAudioCapture)
        return PageWish::Microphone;
    if (feature == QWebEnginePage::MediaVideoCapture)
        return PageWish::Camera;
    if (feature == QWebEnginePage::MediaAudioVideoCapture)
        return PageWish::MicrophoneAndCamera;
    if (feature == QWebEnginePage::DesktopVideoCapture)
        return PageWish::Screen;
    return PageWish::Other;
}
} // namespace

void CallPermissions::answerRequests()
{
    connect(&m_page, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl &origin, QWebEnginePage::Feature feature) {
                m_page.setFeaturePermission(origin, feature,
                                            decide(origin, wishOf(feature)) ? QWebEnginePage::PermissionGrantedByUser
                                                                            : QWebEnginePage::PermissionDeniedByUser);
            });
    connect(&m_page, &QWebEnginePage::quotaRequested, this, [](QWebEngineQuotaRequest request) { request.reject(); });
}

#endif

} // namespace sprechtag::call
