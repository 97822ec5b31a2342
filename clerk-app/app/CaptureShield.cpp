// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/CaptureShield.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace sprechtag::clerk::app {

CaptureShield::CaptureShield(Put put, QObject *parent)
    : QObject(parent)
    , m_put(std::move(put))
{
}

void CaptureShield::setSharing(bool sharing)
{
    if (std::exchange(m_sharing, sharing) == sharing)
        return;
    if (sharing)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        // What has no window of the system yet is met when it opens.
        if (window->internalWinId() != 0)
            m_put(window->internalWinId(), sharing ? platform::InCaptures::LeftOut : platform::InCaptures::Shown);
    }
}

bool CaptureShield::eventFilter(QObject *watched, QEvent *event)
{
    const auto *window = event->type() == QEvent::Show ? qobject_cast<QWidget *>(watched) : nullptr;
    if (window && window->isWindow() && window->internalWinId() != 0)
        m_put(window->internalWinId(), platform::InCaptures::LeftOut);
    return QObject::eventFilter(watched, event);
}

} // namespace sprechtag::clerk::app
