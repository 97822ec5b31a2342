// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Language.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

// What Qt itself puts into help and mistakes. Its own translations are a package that a server does not have.
[[maybe_unused]] constexpr const char *kWordsOfQt[]{
    QT_TRANSLATE_NOOP("QCommandLineParser", "Usage: %1"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "[options]"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Options:"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Arguments:"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Displays version information."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Displays help on commandline options."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Displays help including Qt specific options."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unknown option '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unknown options: %1."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Missing value after '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unexpected value after '%1'."),
};

} // namespace

QStringList languages()
{
    return {u"de"_s, u"en"_s};
}

QString chooseLanguage(const QStringList &arguments, const QStringList &system)
{
    QCommandLineParser parser;
    parser.addOption({kLanguageOption, {}, kLanguageOption});
    // Of the options it knows but this one; that is no matter here.
    parser.parse(arguments);
    for (const QString &wish : parser.values(kLanguageOption) + system) {
        QString code = wish.section(u'-', 0, 0).toLower();
        if (languages().contains(code))
            return code;
    }
    return u"en"_s;
}

bool loadWords(QTranslator &translator, const QString &language)
{
    return translator.load(u":/i18n/sprechtag_server_%1.qm"_s.arg(language));
}

} // namespace sprechtag::app
