// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/documents/FileName.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sprechtag::documents {
namespace {

constexpr QStringView kForbidden = u"<>:\"/\\|?*";

bool isShown(QChar c)
{
    return c.isPrint() && c.category() != QChar::Other_Format && !c.isSurrogate() && !kForbidden.contains(c);
}

// A path of any system, and what is left of it.
QStringView lastOf(QStringView path)
{
    const auto at = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    return path.sliced(at + 1);
}

QString withoutEnding(const QString &name)
{
    for (const QLatin1String ending : {".pdf"_L1, ".jpeg"_L1, ".jpg"_L1, ".png"_L1}) {
        if (name.endsWith(ending, Qt::CaseInsensitive))
            return name.chopped(ending.size());
    }
    return name;
}

// Names of devices, with whatever ending.
bool isKeptByWindows(const QString &name)
{
    static const QStringList kDevices{u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    const QString stem = name.section(u'.', 0, 0).trimmed().toLower();
    const bool port =
        stem.size() == 4 && (stem.startsWith("com"_L1) || stem.startsWith("lpt"_L1)) && stem.back().isDigit();
    return port || kDevices.contains(stem);
}

QString tidied(const QString &text)
{
    QString kept;
    for (const QChar c : lastOf(text)) {
        if (isShown(c))
            kept += c;
    }
    kept = withoutEnding(kept.simplified());
    kept.truncate(kNameChars - 5);
    while (kept.endsWith(u'.') || kept.endsWith(u' '))
        kept.chop(1);
    while (kept.startsWith(u'.') || kept.startsWith(u' '))
        kept.remove(0, 1);
    return kept;
}

} // namespace

QLatin1String endingOf(Kind kind)
{
    switch (kind) {
    case Kind::Pdf:
        return ".pdf"_L1;
    case Kind::Jpeg:
        return ".jpg"_L1;
    case Kind::Png:
        return ".png"_L1;
    }
    return {};
}

QLatin1String mediaTypeOf(Kind kind)
{
    switch (kind) {
    case Kind::Pdf:
        return "application/pdf"_L1;
    case Kind::Jpeg:
        return "image/jpeg"_L1;
    case Kind::Png:
        return "image/png"_L1;
    }
    return {};
}

QString shownName(const QString &given, Kind kind)
{
    QString name = tidied(given.normalized(QString::NormalizationForm_C));
    if (name.isEmpty())
        name = u"file"_s;
    if (isKeptByWindows(name))
        name.prepend(u'_');
    return name + endingOf(kind);
}

} // namespace sprechtag::documents
