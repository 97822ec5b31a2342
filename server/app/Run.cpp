// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/app/Run.h"

#include "server/app/AdminEdit.h"
#include "server/app/AdminForms.h"
#include "server/app/AdminReports.h"
#include "server/app/LastResort.h"
#include "server/app/LogOutput.h"
#include "server/app/RetentionPapers.h"
#include "server/app/Server.h"
#include "server/app/Supervisor.h"
#include "server/app/TerminationSignals.h"
#include "shared/base/Log.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>

namespace sprechtag::app {

int run(const Options &options, const Clock &clock, Console console)
{
    leaveRatherThanCrash();
    logToStandardError();
    Supervisor supervisor(Supervisor::takeSurroundings());
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
    supervisor.ready();
    const int exitCode = QCoreApplication::exec();
    supervisor.stopping();
    server.stop();
    return exitCode;
}

int execute(const Options &options, const Clock &clock, Console console)
{
    switch (options.command) {
    case Command::Init:
        return initialise(options, clock, console);
    case Command::Backup:
        return backUp(options, console);
    case Command::AdminImport:
        return importTown(options, clock, console);
    case Command::AdminSetupToken:
        return renewSetupToken(options, clock, console);
    case Command::AdminResetSecondFactor:
        return resetSecondFactor(options, clock, console);
    case Command::AdminList:
        return listTown(options, console);
    case Command::AdminInterpreters:
        return listInterpreters(options, clock, console);
    case Command::AdminExport:
        return exportTown(options, console);
    case Command::AdminLog:
        return showLog(options, console);
    case Command::AdminVerifyLog:
        return verifyLog(options, console);
    case Command::AdminFacts:
        return printFacts(options, console);
    case Command::AdminDeletionPlan:
        return printPaper(deletionPlan, options, clock, console);
    case Command::AdminProcessingRecord:
        return printPaper(processingRecord, options, clock, console);
    case Command::AdminDisableAccount:
        return disableAccount(options, clock, console);
    case Command::AdminFigures:
        return printFigures(options, console);
    case Command::AdminForms:
        return workOnForms(options, clock, console);
    case Command::AdminPerson:
        return printPerson(options, console);
    case Command::AdminShow:
        return showValue(options, console);
    case Command::AdminSave:
        return saveValue(options, clock, console);
    case Command::AdminRemove:
        return removeValue(options, clock, console);
    case Command::AdminAddAccount:
        return addAccount(options, clock, console);
    case Command::AdminResetPassword:
        return resetPassword(options, clock, console);
    case Command::Run:
        return run(options, clock, console);
    }
    Q_UNREACHABLE();
}

} // namespace sprechtag::app
