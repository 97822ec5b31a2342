// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/DesktopCapture.h"

#include <QWebEnginePage>
#include <QWebEngineSettings>
#include <QtGlobal>
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
#include <QAbstractListModel>
#include <QInputDialog>
#include <QWebEngineDesktopMediaRequest>
#include <QWebEngineView>
#endif

// The only file that knows whether this Qt lets the clerk pick what to show (6.7) or not.
namespace sprechtag::call {

#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)

namespace {

QStringList namesIn(QAbstractListModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.data(model.index(row)).toString());
    return names;
}

void letClerkPick(const QWebEngineDesktopMediaRequest &request, QWidget *parent)
{
    const QStringList screens = namesIn(*request.screensModel());
    const QStringList windows = namesIn(*request.windowsModel());
    bool picked = false;
    const QString name =
        QInputDialog::getItem(parent, DesktopCapture::tr("Share the screen"),
                              DesktopCapture::tr("Screen or window to show:"), screens + windows, 0, false, &picked);
    if (!picked)
        request.cancel();
    else if (const qsizetype screen = screens.indexOf(name); screen >= 0)
        request.selectScreen(request.screensModel()->index(static_cast<int>(screen)));
    else
        request.selectWindow(request.windowsModel()->index(static_cast<int>(windows.indexOf(name))));
}

} // namespace

DesktopCapture::DesktopCapture(QWebEnginePage &page, QObject *parent)
    : QObject(parent)
    , m_page(page)
{
    connect(&page, &QWebEnginePage::desktopMediaRequested, this, [&page](const QWebEngineDesktopMediaRequest &request) {
        letClerkPick(request, QWebEngineView::forPage(&page));
    });
}

#else

DesktopCapture::DesktopCapture(QWebEnginePage &page, QObject *parent)
    : QObject(parent)
    , m_page(page)
{
}

#endif

void DesktopCapture::open()
{
    m_page.settings()->setAttribute(QWebEngineSettings::ScreenCaptureEnabled, true);
}

void DesktopCapture::close()
{
    m_page.settings()->setAttribute(QWebEngineSettings::ScreenCaptureEnabled, false);
}

} // namespace sprechtag::call
