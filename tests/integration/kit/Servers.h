// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Server.h"
#include "shared/base/SystemClock.h"
#include "tests/integration/kit/TownFolder.h"

#include <QMap>
#include <QProcess>

namespace sprechtag::test {

//! The server as an object of this process, on the event loop of the test.
class LocalServer
{
public:
    //! Ends the test program when the server does not start.
    explicit LocalServer(const app::Config &config);

    [[nodiscard]] QString origin() const { return m_server.origin(); }
    [[nodiscard]] quint16 port() const { return m_server.port(); }
    void stop() { m_server.stop(); }

private:
    SystemClock m_clock;
    app::Server m_server;
};

//! The program sprechtag-server in a process of its own. It never outlives the test.
class ServerProgram
{
public:
    explicit ServerProgram(const TownFolder &folder);
    ~ServerProgram();
    Q_DISABLE_COPY_MOVE(ServerProgram)

    //! True once it listens; after an end it begins again on the same data, on a new port.
    [[nodiscard]] bool start(const app::Config &config);
    [[nodiscard]] bool start() { return start(m_folder.config()); }
    //! Runs it to its end: for starts that must be refused.
    [[nodiscard]] std::optional<int> exitCodeOfRun(const app::Config &config);
    //! The same with any command line.
    [[nodiscard]] std::optional<int> exitCodeOf(const QStringList &arguments);
    //! Variables of the environment that choose a language, for the next starts; English when never called.
    void setLanguage(const QMap<QString, QString> &variables);
    //! Another variable of the environment, for the next starts.
    void setVariable(const QString &name, const QString &value);
    //! What a power switch would do to the process, with nothing said.
    [[nodiscard]] bool killAtOnce();
    void askToStop() { m_process.terminate(); }
    //! False: there is no process that could get it.
    [[nodiscard]] bool signal(int number);
    //! Where its standard error goes, from the next start on.
    void logTo(const QString &file);
    [[nodiscard]] std::optional<int> exitCodeWithin(int ms);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString origin() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    //! All that it has printed and logged, over all starts.
    [[nodiscard]] QByteArray output();

private:
    void launch(const app::Config &config);

    const TownFolder &m_folder;
    QProcess m_process;
    QByteArray m_output;
    quint16 m_port{};
};

} // namespace sprechtag::test
