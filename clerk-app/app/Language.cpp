// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/Language.h"

namespace sprechtag::clerk::app {

using namespace Qt::StringLiterals;

QString chooseLanguage(const QString &asked, const QString &system)
{
    for (const QString &wish : {asked, system}) {
        QString code = wish.left(2).toLower();
        if (code == "de"_L1 || code == "en"_L1)
            return code;
    }
    return u"de"_s;
}

bool loadWords(QTranslator &translator, const QString &language)
{
    return translator.load(u":/i18n/sprechtag_%1.qm"_s.arg(language));
}

} // namespace sprechtag::clerk::app
