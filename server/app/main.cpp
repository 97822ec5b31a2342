// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Admin.h"
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
    switch (options->command) {
    case app::Command::Init:
        return app::initialise(*options, clock, console);
    case app::Command::Backup:
        return app::backUp(*options, console);
    case app::Command::AdminImport:
        return app::importTown(*options, clock, console);
    case app::Command::AdminSetupToken:
        return app::renewSetupToken(*options, clock, console);
    case app::Command::AdminResetSecondFactor:
        return app::resetSecondFactor(*options, console);
    case app::Command::AdminList:
        return app::listTown(*options, console);
    case app::Command::AdminExport:
        return app::exportTown(*options, console);
    case app::Command::AdminLog:
        return app::showLog(*options, console);
    case app::Command::AdminVerifyLog:
        return app::verifyLog(*options, console);
    case app::Command::AdminDeletionPlan:
        return app::printDeletionPlan(*options, clock, console);
    case app::Command::AdminProcessingRecord:
        return app::printProcessingRecord(*options, clock, console);
    case app::Command::AdminDisableAccount:
        return app::disableAccount(*options, clock, console);
    case app::Command::Run:
        return app::run(*options, clock, console);
    }
}
