// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/Verdict.h"
#include "server/documents/inspect/Confine.h"
#include "server/documents/inspect/Inspect.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace sprechtag::documents;

namespace {

// A pipe gives what it has just now: it is over when it gives nothing.
QByteArray readOn(QFile &in)
{
    QByteArray content;
    while (content.size() <= kFileBytes) {
        const QByteArray some = in.read(kFileBytes + 1 - content.size());
        if (some.isEmpty())
            break;
        content += some;
    }
    return content;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv); // finds the image formats
    QFile in;
    QFile out;
    // Before a byte is read: a file that unpacks to more than the machine has ends this process and nothing else.
    if (!confine() || !in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    const QByteArray content = readOn(in);
    if (content.size() > kFileBytes)
        return out.write(verdictLine(Fault::TooLarge)) > 0 ? 0 : 1;
    const auto inspected = inspect(content);
    if (!inspected)
        return out.write(verdictLine(inspected.error())) > 0 ? 0 : 1;
    out.write(verdictLine(Found{inspected->kind, inspected->treatment, inspected->fields}));
    // What is handed on as it came need not go back: signatures in it stay valid.
    if (inspected->treatment != Treatment::None)
        out.write(inspected->content);
    return 0;
}
