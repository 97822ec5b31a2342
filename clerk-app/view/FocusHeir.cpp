// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/FocusHeir.h"

#include <QApplication>
#include <QPointer>
#include <QWidget>

namespace sprechtag::clerk::view {

void leaveFocusTo(QWidget *heir, QWidget *from)
{
    QObject::connect(qApp, &QApplication::focusChanged, heir,
                     [heir = QPointer(heir), from = QPointer(from)](const QWidget *old, const QWidget *now) {
                         if (!heir || !from)
                             return;
                         const bool was = old && (old == from || from->isAncestorOf(old));
                         if (was && now && now != heir && (!old->isEnabled() || !old->isVisible()))
                             heir->setFocus();
                     });
}

} // namespace sprechtag::clerk::view
