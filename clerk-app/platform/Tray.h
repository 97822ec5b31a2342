// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QIcon>
#include <QSystemTrayIcon>

class QMenu;

namespace sprechtag::clerk::platform {

//! The app's place in the system tray: how many wait, and short notices. Silent where the desktop has no tray.
class Tray final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tray)
public:
    Tray(const QIcon &icon, QMenu *menu, QObject *parent = nullptr);

    [[nodiscard]] static bool available();
    void setWaiting(int people, const QString &tip);
    void notify(const QString &title, const QString &text);

Q_SIGNALS:
    //! The clerk wants the window.
    void activated();

private:
    [[nodiscard]] QIcon withBadge(int people) const;

    QIcon m_icon;
    QSystemTrayIcon m_tray;
};

} // namespace sprechtag::clerk::platform
