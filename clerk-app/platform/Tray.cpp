// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/Tray.h"

#include <QPainter>

namespace sprechtag::clerk::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 64; // the desktop scales down; one size is enough for every scale
constexpr QRect kBadge(20, 24, 44, 40);
// Fixed colours: the badge lies on the town's own icon, not on the desktop's palette; 5.9:1 against each other.
constexpr QRgb kBadgeColor = 0xffc62828;
constexpr int kMostInBadge = 99;

} // namespace

Tray::Tray(const QIcon &icon, QMenu *menu, QObject *parent)
    : QObject(parent)
    , m_icon(icon)
    , m_tray(icon)
{
    m_tray.setContextMenu(menu);
    connect(&m_tray, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            Q_EMIT activated();
    });
    connect(&m_tray, &QSystemTrayIcon::messageClicked, this, &Tray::activated);
    m_tray.show();
}

bool Tray::available()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::setWaiting(int people, const QString &tip)
{
    m_tray.setIcon(people > 0 ? withBadge(people) : m_icon);
    m_tray.setToolTip(tip);
}

void Tray::notify(const QString &title, const QString &text)
{
    if (available() && QSystemTrayIcon::supportsMessages())
        m_tray.showMessage(title, text, m_icon);
}

QIcon Tray::withBadge(int people) const
{
    QPixmap picture(kIconSize, kIconSize);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    m_icon.paint(&painter, 0, 0, kIconSize, kIconSize);
    painter.setPen(QPen(Qt::white, 3));
    painter.setBrush(QColor(kBadgeColor));
    painter.drawRoundedRect(kBadge, 18, 18);
    QFont font = painter.font();
    font.setPixelSize(people > 9 ? 26 : 32);
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(kBadge, Qt::AlignCenter, people > kMostInBadge ? u"99+"_s : QString::number(people));
    return QIcon(picture);
}

} // namespace sprechtag::clerk::platform
