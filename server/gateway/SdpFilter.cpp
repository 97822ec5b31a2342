// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/SdpFilter.h"

#include <QRegularExpression>
#include <QStringList>

namespace sprechtag::gateway {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kFixedFields = 8; // foundation component transport priority address port "typ" type

// What may follow the type. All else (raddr, rport, network-id, …) tells of the machine behind the relay.
bool isHarmless(QStringView extension)
{
    return extension == "generation"_L1 || extension == "ufrag"_L1 || extension == "tcptype"_L1;
}

// RFC 8839, section 5.1, after "candidate:".
std::optional<QString> scrubbed(QStringView attributes)
{
    const auto fields = attributes.split(u' ', Qt::SkipEmptyParts);
    if (fields.size() < kFixedFields || fields[6] != "typ"_L1 || fields[7] != "relay"_L1)
        return std::nullopt;
    QStringList kept;
    for (qsizetype i = 0; i < kFixedFields; ++i)
        kept.append(fields[i].toString());
    kept.append(u"raddr 0.0.0.0 rport 0"_s);
    for (qsizetype i = kFixedFields; i + 1 < fields.size(); i += 2) {
        if (isHarmless(fields[i]))
            kept.append(fields[i].toString() + u' ' + fields[i + 1].toString());
    }
    return kept.join(u' ');
}

// The port of the default candidate; 0 says that the medium is refused and stays.
QString neutralMedium(const QString &line)
{
    QStringList fields = line.split(u' ');
    if (fields.size() > 1 && fields[1] != "0"_L1)
        fields[1] = u"9"_s;
    return fields.join(u' ');
}

// o=<user> <session> <version> IN IP4 <address>
QString neutralOrigin(const QString &line)
{
    const QStringList fields = line.split(u' ', Qt::SkipEmptyParts);
    if (fields.size() < 3)
        return u"o=- 0 0 IN IP4 0.0.0.0"_s;
    return u"o=- %1 %2 IN IP4 0.0.0.0"_s.arg(fields[1], fields[2]);
}

bool isAbout(const QString &line, QLatin1String name)
{
    return line.startsWith(name, Qt::CaseInsensitive);
}

std::optional<QString> relayedLine(const QString &line)
{
    constexpr auto kCandidate = "a=candidate:"_L1;
    if (isAbout(line, kCandidate)) {
        const auto rest = scrubbed(QStringView(line).sliced(kCandidate.size()));
        return rest ? std::optional(kCandidate + *rest) : std::nullopt;
    }
    if (isAbout(line, "a=candidate"_L1) || isAbout(line, "a=remote-candidates"_L1))
        return std::nullopt;
    if (isAbout(line, "c="_L1))
        return u"c=IN IP4 0.0.0.0"_s;
    if (isAbout(line, "a=rtcp:"_L1))
        return u"a=rtcp:9 IN IP4 0.0.0.0"_s;
    if (isAbout(line, "m="_L1))
        return neutralMedium(line);
    if (isAbout(line, "o="_L1))
        return neutralOrigin(line);
    return line;
}

} // namespace

std::optional<QString> relayedCandidate(const QString &candidate)
{
    constexpr auto kPrefix = "candidate:"_L1;
    if (candidate.isEmpty())
        return candidate;
    // A line break would smuggle a second line past this one; no browser ever sends one.
    if (!candidate.startsWith(kPrefix) || candidate.contains(u'\r') || candidate.contains(u'\n'))
        return std::nullopt;
    const auto rest = scrubbed(QStringView(candidate).sliced(kPrefix.size()));
    return rest ? std::optional(kPrefix + *rest) : std::nullopt;
}

QString relayedDescription(const QString &sdp)
{
    static const QRegularExpression kLineBreak(u"\\r\\n|\\r|\\n"_s);
    QString kept;
    for (const QString &line : sdp.split(kLineBreak, Qt::SkipEmptyParts)) {
        if (const auto relayed = relayedLine(line.trimmed()))
            kept += *relayed + u"\r\n"_s;
    }
    return kept;
}

} // namespace sprechtag::gateway
