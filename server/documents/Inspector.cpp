// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/Inspector.h"

#include "server/documents/Verdict.h"

#include <QElapsedTimer>
#include <QProcess>

namespace sprechtag::documents {
namespace {

constexpr int kLookEveryMs = 50;
constexpr qint64 kPatienceMs = 30'000;
constexpr int kStartMs = 5000;

// Nothing of the server's environment: a secret may stand there.
QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment environment;
    const auto own = QProcessEnvironment::systemEnvironment();
    for (const auto &name :
         {QStringLiteral("PATH"), QStringLiteral("LD_LIBRARY_PATH"), QStringLiteral("QT_PLUGIN_PATH")}) {
        if (own.contains(name))
            environment.insert(name, own.value(name));
    }
    return environment;
}

bool finished(QProcess &helper, const std::atomic<bool> &stop)
{
    QElapsedTimer waited;
    waited.start();
    while (!stop && waited.elapsed() < kPatienceMs) {
        if (helper.waitForFinished(kLookEveryMs))
            return helper.exitStatus() == QProcess::NormalExit && helper.exitCode() == 0;
        if (helper.state() == QProcess::NotRunning)
            return helper.exitStatus() == QProcess::NormalExit && helper.exitCode() == 0;
    }
    helper.kill();
    helper.waitForFinished();
    return false;
}

} // namespace

Inspector::Inspector(QString program)
    : m_program(std::move(program))
{
}

Result<Inspected, Fault> Inspector::inspect(const QByteArray &content, const std::atomic<bool> &stop) const
{
    QProcess helper;
    helper.setProcessEnvironment(bareEnvironment());
    helper.setStandardErrorFile(QProcess::nullDevice());
    helper.start(m_program, {});
    if (!helper.waitForStarted(kStartMs))
        return Failure(Fault::Unchecked);
    helper.write(content);
    helper.closeWriteChannel();
    // One that is ended for want of memory or time has met a file that is made for that.
    if (!finished(helper, stop))
        return Failure(stop ? Fault::Unchecked : Fault::TooComplex);
    const auto verdict = readVerdict(helper.readLine());
    if (!verdict)
        return Failure(Fault::Unchecked);
    if (!*verdict)
        return Failure(verdict->error());
    const Found &found = verdict->value();
    const bool asItCame = found.treatment == Treatment::None;
    return Inspected{found.kind, asItCame ? content : helper.readAll(), found.treatment, found.fields};
}

} // namespace sprechtag::documents
