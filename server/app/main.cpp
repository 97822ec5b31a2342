// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Language.h"
#include "server/app/Run.h"
#include "shared/base/SystemClock.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextStream>

using namespace sprechtag;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sprechtag-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SPRECHTAG_VERSION));
    QTranslator words; // English lies in the sources
    if (app::loadWords(words, app::chooseLanguage(QCoreApplication::arguments(), QLocale::system().uiLanguages())))
        QCoreApplication::installTranslator(&words);
    const SystemClock clock;
    QTextStream out(stdout);
    QTextStream error(stderr);
    const app::Console console{out, error};
    const auto options = app::readOptions(QCoreApplication::arguments());
    if (!options) {
        (options.error().exitCode == 0 ? out : error) << options.error().text << Qt::endl;
        return options.error().exitCode;
    }
    return app::execute(*options, clock, console);
}
