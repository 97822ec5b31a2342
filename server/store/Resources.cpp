// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/Resources.h"

#include <QDir>
#include <QFile>

// A static library's resources are registered by hand, and that only outside of namespaces.
static void registerResources()
{
    Q_INIT_RESOURCE(store);
}

namespace sprechtag::store {
namespace {

using namespace Qt::StringLiterals;

QByteArray contentOf(const QString &path)
{
    static const bool registered = [] {
        registerResources();
        return true;
    }();
    Q_UNUSED(registered)
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray statementText(const char *name)
{
    return contentOf(u":/store/sql/"_s + QLatin1StringView(name) + ".sql"_L1);
}

QList<QByteArray> migrationScripts()
{
    // In order by name: 001_…, 002_…
    registerResources();
    QList<QByteArray> scripts;
    const QDir folder(u":/store/migrations"_s);
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name))
        scripts.append(contentOf(folder.filePath(name)));
    return scripts;
}

} // namespace sprechtag::store
