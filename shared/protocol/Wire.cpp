// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Wire.h"

#include "shared/protocol/WireShape.h"

#include <QJsonDocument>

namespace sprechtag::protocol::wire {

Decoded<QJsonObject> parseObject(const QByteArray &text, qsizetype mostBytes)
{
    if (text.size() > mostBytes)
        return Failure(DecodeError{});
    if (const auto problem = shapeProblem(text))
        return Failure(DecodeError{.field = *problem, .re = {}});
    // A byte order mark is no white space (RFC 8259 §8.1); the parser would skip it.
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject() || text.startsWith("\xef\xbb\xbf"))
        return Failure(DecodeError{});
    return document.object();
}

QString readableId(const QJsonObject &object)
{
    // A command names itself by `id`, an answer names its command by `re`; no message has both.
    for (const auto name : {"id"_L1, "re"_L1}) {
        Problem problem;
        QString id = Value(object, problem)[name].commandId();
        if (!problem.field)
            return id;
    }
    return {};
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace sprechtag::protocol::wire
