// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallSurface.h"

#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace sprechtag::clerk::view {

//! What the clerk should know of a line that is not good, and what helps; not there while all is well.
class LineNotice final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineNotice)
public:
    //! `camera`: switches the clerk's own picture. `word`: where the line has its one word, good, weak or bad.
    LineNotice(QAction *camera, QLabel *word, QWidget *parent = nullptr);

    void attach(call::CallSurface &surface);
    void end();

private:
    void showLine(call::LineState state);
    void showQuality(const call::LineQuality &quality);
    void refresh();
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString word() const;

    QAction *m_camera;
    QLabel *m_word;
    QLabel *m_text;
    QToolButton *m_off;
    call::LineState m_line{call::LineState::Idle};
    call::LineQuality m_quality;
};

} // namespace sprechtag::clerk::view
