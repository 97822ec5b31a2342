// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/contract/Directions.h"

#include <QDir>
#include <QFile>

namespace sprechtag::contract {

using namespace Qt::StringLiterals;

namespace {

template <typename Variant>
Direction direction(const QString &name, protocol::Decoded<Variant> (*decode)(const QByteArray &),
                    QByteArray (*encode)(const Variant &))
{
    const auto read = [decode, encode](const QByteArray &text) -> Reading {
        const auto message = decode(text);
        if (!message)
            return {.error = message.error()};
        return {.written = encode(*message), .alternative = message->index()};
    };
    return {name, std::variant_size_v<Variant>, read};
}

} // namespace

const QList<Direction> &directions()
{
    using namespace protocol;
    static const QList<Direction> all{
        direction<citizen::ToServer>(u"citizen_to_server"_s, decodeCitizenToServer, encode),
        direction<citizen::ToClient>(u"citizen_to_client"_s, decodeCitizenToClient, encode),
        direction<clerk::ToServer>(u"clerk_to_server"_s, decodeClerkToServer, encode),
        direction<clerk::ToClient>(u"clerk_to_client"_s, decodeClerkToClient, encode),
        direction<bridge::ToPage>(u"bridge_to_page"_s, bridge::decodeToPage, bridge::encode),
        direction<bridge::ToApp>(u"bridge_to_app"_s, bridge::decodeToApp, bridge::encode)};
    return all;
}

QList<Fixture> fixtures(const QString &direction)
{
    QList<Fixture> list;
    const QDir folder(QStringLiteral(SPRECHTAG_SOURCE_DIR "/tests/contract/fixtures/") + direction);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            list.append({name, QJsonDocument::fromJson(file.readAll()).object()});
    }
    return list;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace sprechtag::contract
