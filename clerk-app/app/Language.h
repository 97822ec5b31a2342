// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <QTranslator>

namespace sprechtag::clerk::app {

//! `de` or `en`: what is asked for, else the system's; German where that is neither, for German offices it is made.
[[nodiscard]] QString chooseLanguage(const QString &asked, const QString &system);

//! Loads the words of a language that lie in the program; false when there are none.
[[nodiscard]] bool loadWords(QTranslator &translator, const QString &language);

} // namespace sprechtag::clerk::app
