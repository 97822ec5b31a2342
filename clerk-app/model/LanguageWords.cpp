// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/LanguageWords.h"

#include <QLocale>

#include <array>

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;

namespace {

struct Named
{
    QLatin1String tag;
    const char *text;
};

constexpr std::array kNames{
    Named{"am"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Amharic")},
    Named{"ar"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Arabic")},
    Named{"ase"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "American sign language")},
    Named{"asq"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Austrian sign language")},
    Named{"bg"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Bulgarian")},
    Named{"bs"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Bosnian")},
    Named{"ckb"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Kurdish (Sorani)")},
    Named{"cs"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Czech")},
    Named{"de"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "German")},
    Named{"el"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Greek")},
    Named{"en"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "English")},
    Named{"es"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Spanish")},
    Named{"fa"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Persian")},
    Named{"fr"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "French")},
    Named{"gsg"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "German sign language")},
    Named{"hi"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Hindi")},
    Named{"hr"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Croatian")},
    Named{"hu"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Hungarian")},
    Named{"it"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Italian")},
    Named{"ka"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Georgian")},
    Named{"kmr"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Kurdish (Kurmanji)")},
    Named{"ku"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Kurdish")},
    Named{"mk"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Macedonian")},
    Named{"pl"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Polish")},
    Named{"prs"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Dari")},
    Named{"ps"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Pashto")},
    Named{"pt"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Portuguese")},
    Named{"rms"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Romanian sign language")},
    Named{"ro"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Romanian")},
    Named{"rom"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Romani")},
    Named{"rsl"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Russian sign language")},
    Named{"ru"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Russian")},
    Named{"sgg"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Swiss German sign language")},
    Named{"so"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Somali")},
    Named{"sq"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Albanian")},
    Named{"sr"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Serbian")},
    Named{"sw"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Swahili")},
    Named{"ti"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Tigrinya")},
    Named{"tr"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Turkish")},
    Named{"uk"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Ukrainian")},
    Named{"ukl"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Ukrainian sign language")},
    Named{"ur"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Urdu")},
    Named{"vi"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Vietnamese")},
    Named{"zh"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::LanguageWords", "Chinese")},
};

} // namespace

QString LanguageWords::name(const QString &tag)
{
    const QString primary = tag.section(u'-', 0, 0);
    for (const Named &one : kNames) {
        if (one.tag == primary)
            return QCoreApplication::translate("sprechtag::clerk::model::LanguageWords", one.text);
    }
    const QLocale locale(tag);
    const QString own = locale.language() == QLocale::C ? QString() : locale.nativeLanguageName();
    return own.isEmpty() ? tag : own;
}

} // namespace sprechtag::clerk::model
