// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>
#include <QTranslator>

//! The language in which the program speaks to whoever runs it. Its log stays English.
namespace sprechtag::app {

inline const QString kLanguageOption = QStringLiteral("language");

//! Those that there are; English is the one of the sources.
[[nodiscard]] QStringList languages();

//! What --language asks for, else the first of the system's languages that there is, else English. `arguments` begins
//! with the program's name and may hold mistakes: they are told later, in this language.
[[nodiscard]] QString chooseLanguage(const QStringList &arguments, const QStringList &system);

//! Loads the sentences that lie in the program; false when there are none for this language.
[[nodiscard]] bool loadWords(QTranslator &translator, const QString &language);

} // namespace sprechtag::app
