// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/Announce.h"

#include <QAccessible>
#include <QLabel>

namespace sprechtag::clerk::view {

void announce(QLabel *label)
{
    if (label->text().isEmpty())
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(label, label->text());
#else
    QAccessibleEvent event(label, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
}

// Before Qt 6.8 a screen reader is told where to look, and reads the description.
void announce(QWidget *at, const QString &words)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(at, words);
#else
    at->setAccessibleDescription(words);
    QAccessibleEvent event(at, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace sprechtag::clerk::view
