// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/app/Run.h"

#include "server/app/Server.h"
#include "server/app/TerminationSignals.h"
#include "shared/base/Log.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>

namespace sprechtag::app {

int run(const Options &options, const Clock &clock, Console console)
{
    Server server(options.config, clock);
    if (const auto failure = server.start()) {
        console.error << *failure << Qt::endl;
        return 1;
    }
    if (!options.portFile.isEmpty()) {
        QSaveFile file(options.portFile);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(server.port())) < 0 || !file.commit())
            qCWarning(lcServer) << "the port file cannot be written";
    }
    TerminationSignals terminationSignals;
    QObject::connect(&terminationSignals, &TerminationSignals::terminationRequested, qApp, &QCoreApplication::quit);
    const int exitCode = QCoreApplication::exec();
    server.stop();
    return exitCode;
}

} // namespace sprechtag::app
