// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/Servers.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QTest>

#include <csignal>

#include <sys/prctl.h>

namespace sprechtag::test {

using namespace Qt::StringLiterals;

namespace {

const QString kProgram = QStringLiteral(SPRECHTAG_BINARY_DIR "/server/app/sprechtag-server");

} // namespace

LocalServer::LocalServer(const app::Config &config)
    : m_server(config, m_clock)
{
    if (const auto failure = m_server.start())
        qFatal("%s", qPrintable(*failure));
}

ServerProgram::ServerProgram(const TownFolder &folder)
    : m_folder(folder)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // All that it can ever log, whatever the test itself is told to log.
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"sprechtag.*=true"_s);
    m_process.setProcessEnvironment(environment);
    setLanguage({{u"LC_ALL"_s, u"C.UTF-8"_s}});
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

ServerProgram::~ServerProgram()
{
    m_process.kill();
    m_process.waitForFinished();
}

void ServerProgram::setLanguage(const QMap<QString, QString> &variables)
{
    auto environment = m_process.processEnvironment();
    for (const QString &name : {u"LANGUAGE"_s, u"LC_ALL"_s, u"LC_MESSAGES"_s, u"LANG"_s})
        environment.remove(name);
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    m_process.setProcessEnvironment(environment);
}

void ServerProgram::setVariable(const QString &name, const QString &value)
{
    auto environment = m_process.processEnvironment();
    environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
}

void ServerProgram::launch(const app::Config &config)
{
    const QString portFile = m_folder.path(u"port"_s);
    QFile::remove(portFile);
    m_process.start(kProgram, {u"--config"_s, m_folder.writeConfig(config), u"--port-file"_s, portFile, u"run"_s});
}

bool ServerProgram::start(const app::Config &config)
{
    launch(config);
    m_port = 0;
    const QString portFile = m_folder.path(u"port"_s);
    const bool settled = QTest::qWaitFor(
        [&] {
            m_port = contentOf(portFile).toUShort();
            return m_port != 0 || m_process.state() == QProcess::NotRunning;
        },
        kPatienceMs);
    if (!settled || m_port == 0)
        qWarning("the server does not start: %s", output().constData());
    return m_port != 0;
}

std::optional<int> ServerProgram::exitCodeOfRun(const app::Config &config)
{
    launch(config);
    return exitCodeWithin(kPatienceMs);
}

std::optional<int> ServerProgram::exitCodeOf(const QStringList &arguments)
{
    m_process.start(kProgram, arguments);
    return exitCodeWithin(kPatienceMs);
}

bool ServerProgram::killAtOnce()
{
    m_process.kill();
    return m_process.waitForFinished() && m_process.exitStatus() == QProcess::CrashExit;
}

bool ServerProgram::signal(int number)
{
    return m_process.processId() > 0 && ::kill(static_cast<pid_t>(m_process.processId()), number) == 0;
}

void ServerProgram::logTo(const QString &file)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.setStandardErrorFile(file);
}

std::optional<int> ServerProgram::exitCodeWithin(int ms)
{
    const bool ended = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, ms);
    return ended && m_process.exitStatus() == QProcess::NormalExit ? std::optional(m_process.exitCode()) : std::nullopt;
}

QByteArray ServerProgram::output()
{
    m_output += m_process.readAll();
    return m_output;
}

} // namespace sprechtag::test
