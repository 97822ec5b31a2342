// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/platform/System.h"

#include <QObject>

#include <functional>

namespace sprechtag::clerk::app {

//! While the clerk shows a screen, the app's own windows are not in the picture, where the system can leave them out:
//! the visitor sees neither the lobby nor a notice about somebody else.
class CaptureShield final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaptureShield)
public:
    using Put = std::function<void(WId window, platform::InCaptures how)>;
    explicit CaptureShield(Put put, QObject *parent = nullptr);

    void setSharing(bool sharing);

    //! Windows that open while a screen is shown.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Put m_put;
    bool m_sharing{};
};

} // namespace sprechtag::clerk::app
