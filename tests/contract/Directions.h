// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Bridge.h"
#include "shared/protocol/Codec.h"

#include <QJsonDocument>
#include <QJsonObject>

//! The fixtures of PROTOCOL.md and the codec of each direction, in one shape for all tests.
namespace sprechtag::contract {

//! What the codec makes of a text: the message written anew, or why it is none.
struct Reading
{
    std::optional<QByteArray> written{};
    std::size_t alternative{};
    protocol::DecodeError error{};
};

//! One way that messages go; named as its folder of fixtures.
struct Direction
{
    QString name;
    std::size_t alternatives{};
    std::function<Reading(const QByteArray &)> read;
};

struct Fixture
{
    QString file;
    QJsonObject message;
};

[[nodiscard]] const QList<Direction> &directions();
[[nodiscard]] QList<Fixture> fixtures(const QString &direction);

[[nodiscard]] QByteArray compact(const QJsonObject &object);

} // namespace sprechtag::contract
