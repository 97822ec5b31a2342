// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/protocol/ClerkMessages.h"

#include <QByteArray>

//! Text frames to messages and back: the only home of our JSON.
namespace sprechtag::protocol {

//! Why a frame is no message. `field` names the culprit, never its value; `re` is the command's id where it was
//! readable.
struct DecodeError
{
    ErrorCode code{ErrorCode::BadRequest};
    QString field;
    QString re;
    friend bool operator==(const DecodeError &, const DecodeError &) = default;
};

template <typename T>
using Decoded = Result<T, DecodeError>;

[[nodiscard]] Decoded<citizen::ToServer> decodeCitizenToServer(const QByteArray &frame);
[[nodiscard]] Decoded<citizen::ToClient> decodeCitizenToClient(const QByteArray &frame);
[[nodiscard]] Decoded<clerk::ToServer> decodeClerkToServer(const QByteArray &frame);
[[nodiscard]] Decoded<clerk::ToClient> decodeClerkToClient(const QByteArray &frame);

[[nodiscard]] QByteArray encode(const citizen::ToServer &message);
[[nodiscard]] QByteArray encode(const citizen::ToClient &message);
[[nodiscard]] QByteArray encode(const clerk::ToServer &message);
[[nodiscard]] QByteArray encode(const clerk::ToClient &message);

//! One value that administrators decide about; its version is the one that whoever wrote it has seen.
[[nodiscard]] Decoded<town::Value> decodeTownValue(town::Kind kind, const QByteArray &text);

//! One fact as the store keeps it, in the form of PROTOCOL.md §5 `office.facts`.
[[nodiscard]] QByteArray encodeFact(const office::Fact &fact);
[[nodiscard]] Decoded<office::Fact> decodeFact(const QByteArray &text);

} // namespace sprechtag::protocol
