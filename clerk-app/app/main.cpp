// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/ClerkApp.h"
#include "clerk-app/app/Language.h"
#include "clerk-app/app/SelfTest.h"
#include "clerk-app/call/CallSurfaceFactory.h"
#include "clerk-app/platform/KeychainStore.h"
#include "clerk-app/platform/SingleInstance.h"
#include "clerk-app/platform/System.h"
#include "clerk-app/view/ClearStyle.h"
#include "shared/base/Log.h"

#include <QApplication>
#include <QLocale>
#include <QTextStream>

using namespace sprechtag;
using namespace sprechtag::clerk;

int main(int argc, char *argv[])
{
    platform::disableCoreDumps();
    call::prepareProcessForCalls();
    QApplication qt(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Sprechtag"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SPRECHTAG_CLERK_VERSION));
    QGuiApplication::setQuitOnLastWindowClosed(false);
    view::wearClearStyle();

    const auto options = app::readOptions(QCoreApplication::arguments());
    if (!options) {
        QTextStream(stderr) << options.error() << Qt::endl;
        return 2;
    }
    if (options->help || options->version) {
        QTextStream(stdout) << (options->help ? options->helpText : QCoreApplication::applicationVersion()) << Qt::endl;
        return 0;
    }
    if (options->selfTest)
        return app::selfTest();

    platform::SingleInstance instance(options->profile);
    if (!instance.first())
        return 0;
    app::Preferences preferences(options->profile);
    const QString asked = options->language.isEmpty() ? preferences.text(app::Preference::Language) : options->language;
    const QString language = app::chooseLanguage(asked, QLocale::system().name());
    QLocale::setDefault(QLocale(language));
    QTranslator words;
    if (app::loadWords(words, language))
        QCoreApplication::installTranslator(&words);
    else
        qCWarning(lcClerkApp) << "no words in" << language;

    platform::KeychainStore store;
    app::ClerkApp clerkApp(*options, preferences, store, call::createCallSurface, language);
    QObject::connect(&instance, &platform::SingleInstance::secondStarted, &clerkApp, &app::ClerkApp::showWindow);
    clerkApp.start();
    return QApplication::exec();
}
