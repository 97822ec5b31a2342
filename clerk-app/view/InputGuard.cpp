// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/InputGuard.h"

#include <QKeyEvent>
#include <QWidget>

namespace sprechtag::clerk::view {

namespace {

bool leaves(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab;
}

} // namespace

InputGuard::InputGuard(QWidget *box)
    : QObject(box)
    , m_box(box)
{
    box->setFocusPolicy(Qt::StrongFocus); // the wheel alone brings no focus
    box->installEventFilter(this);
}

void InputGuard::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
}

// What is ignored goes on to the form, which scrolls.
bool InputGuard::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    const bool press = type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick;
    if (type == QEvent::Wheel && (m_readOnly || !m_box->hasFocus())) {
        event->ignore();
        return true;
    }
    if (m_readOnly && type == QEvent::KeyPress && !leaves(*static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return true;
    }
    if (m_readOnly && (press || type == QEvent::MouseButtonRelease)) {
        m_box->setFocus(Qt::MouseFocusReason);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sprechtag::clerk::view
