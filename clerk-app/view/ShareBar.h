// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallSurface.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace sprechtag::clerk::view {

class Actions;

//! There as long as the clerk's screen is shown to the visitor: that it is, whether it stands still, and what changes
//! that. The picture of the call has a frame meanwhile.
class ShareBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShareBar)
public:
    //! `picture`: has a layout of its own, and gets the frame.
    ShareBar(const Actions &actions, QWidget *picture, QWidget *parent = nullptr);

    void attach(call::CallSurface &surface);
    void end();

private:
    void refresh();
    void paintFrame(bool there);

    const Actions &m_actions;
    QWidget *m_picture;
    QLabel *m_text;
    QPushButton *m_pause;
    QPushButton *m_stop;
    bool m_shown{};
    bool m_paused{};
    bool m_framed{};
};

} // namespace sprechtag::clerk::view
