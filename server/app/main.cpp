// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Admin.h"
#include "server/app/Server.h"
#include "server/app/TerminationSignals.h"
#include "shared/base/Log.h"
#include "shared/base/SystemClock.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>

using namespace sprechtag;

namespace {

int run(const app::Options &options, const Clock &clock, app::Console console)
{
    app::Server server(options.config, clock);
    if (const auto failure = server.start()) {
        console.error << *failure << Qt::endl;
        return 1;
    }
    if (!options.portFile.isEmpty()) {
        QSaveFile file(options.portFile);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(server.port())) < 0 || !file.commit())
            qCWarning(lcServer) << "the port file cannot be written";
    }
    app::TerminationSignals signals_;
    QObject::connect(&signals_, &app::TerminationSignals::terminationRequested, qApp, &QCoreApplication::quit);
    const int exitCode = QCoreApplication::exec();
    server.stop();
    return exitCode;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sprechtag-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SPRECHTAG_VERSION));
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
    case app::Command::AdminImport:
        return app::importTown(*options, console);
    case app::Command::AdminSetupToken:
        return app::renewSetupToken(*options, clock, console);
    case app::Command::AdminList:
        return app::listTown(*options, console);
    case app::Command::Run:
        return run(*options, clock, console);
    }
}
