// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/CallRules.h"

#include "shared/base/Result.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace sprechtag::gateway {
namespace {

using namespace Qt::StringLiterals;
using protocol::MediaState;

enum class Kind { Sound, Picture, Other };

Kind kindOf(const QString &line)
{
    const auto is = [&line](QLatin1String kind) { return line.startsWith(kind, Qt::CaseInsensitive); };
    if (is("m=audio"_L1))
        return Kind::Sound;
    return is("m=video"_L1) ? Kind::Picture : Kind::Other;
}

// A call has three places: microphone, camera, screen. What stands anywhere else is nobody's.
bool maySend(Kind kind, int place, const MediaState &may)
{
    if (kind == Kind::Sound)
        return place == 0 && may.microphone;
    return (place == 1 && may.camera) || (place == 2 && may.screen);
}

// RFC 8866, section 6.7: without a word it is both ways.
const QRegularExpression &directionLine()
{
    static const QRegularExpression kDirection(u"^a=(sendrecv|sendonly|recvonly|inactive)(?![\\w-])"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    return kDirection;
}

bool receives(const QString &direction)
{
    return direction == "sendrecv"_L1 || direction == "recvonly"_L1;
}

//! One part of a description: the head, or a medium and what is said of it.
struct Part
{
    QStringList lines;
    [[nodiscard]] std::optional<QString> direction() const
    {
        for (const QString &line : lines) {
            if (const auto match = directionLine().match(line); match.hasMatch())
                return match.captured(1).toLower();
        }
        return std::nullopt;
    }
    // The streams stay named: once they were, a description without them makes receivers lose them (RFC 8829, 5.2.2).
    void receiveOnly(const QString &before)
    {
        lines.removeIf([](const QString &line) { return directionLine().match(line).hasMatch(); });
        lines.append(receives(before) ? u"a=recvonly"_s : u"a=inactive"_s);
    }
};

QList<Part> partsOf(const QString &sdp)
{
    static const QRegularExpression kLineBreak(u"\\r\\n|\\r|\\n"_s);
    QList<Part> parts{{}};
    for (const QString &line : sdp.split(kLineBreak, Qt::SkipEmptyParts)) {
        if (line.startsWith("m="_L1, Qt::CaseInsensitive))
            parts.append(Part{});
        parts.back().lines.append(line);
    }
    return parts;
}

} // namespace

MediaState citizenMaySend(const office::CallControl &control)
{
    return {.microphone = !control.onHold && !control.muted,
            .camera = !control.onHold && !control.cameraOff,
            .screen = !control.onHold && control.mayShare};
}

MediaState clerkMaySend(const office::CallControl &control)
{
    return {.microphone = !control.onHold, .camera = !control.onHold, .screen = !control.onHold};
}

QString permittedDescription(const QString &sdp, const MediaState &may)
{
    QList<Part> parts = partsOf(sdp);
    const QString usual = parts.front().direction().value_or(u"sendrecv"_s);
    for (int place = 0; place < parts.size() - 1; ++place) {
        Part &medium = parts[place + 1];
        const Kind kind = kindOf(medium.lines.front());
        if (kind != Kind::Other && !maySend(kind, place, may))
            medium.receiveOnly(medium.direction().value_or(usual));
    }
    QString kept;
    for (const Part &part : parts) {
        for (const QString &line : part.lines)
            kept += line + u"\r\n"_s;
    }
    return kept;
}

protocol::Signal permitted(const protocol::Signal &signal, const MediaState &may)
{
    return std::visit(Overloaded{[&may](protocol::SessionDescription description) -> protocol::Signal {
                                     description.sdp = permittedDescription(description.sdp, may);
                                     return description;
                                 },
                                 [&may](const MediaState &media) -> protocol::Signal {
                                     return MediaState{.microphone = media.microphone && may.microphone,
                                                       .camera = media.camera && may.camera,
                                                       .screen = media.screen && may.screen,
                                                       .screenPaused = media.screenPaused && may.screen};
                                 },
                                 [](const auto &other) -> protocol::Signal { return other; }},
                      signal);
}

} // namespace sprechtag::gateway
