// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Codec.h"
#include "shared/protocol/WireFields.h"
#include "shared/protocol/WireValue.h"

//! How a closed set of messages goes over the wire. For each alternative there is one
//!     template <> struct Wire<T> { static constexpr QLatin1String type; static T read(const Value &);
//!                                  static void write(Fields &, const T &); };
//! and a set with an alternative that has none does not compile.
namespace sprechtag::protocol::wire {

using namespace Qt::StringLiterals;

template <typename T>
struct Wire;

//! For messages that say everything by their type.
template <typename T>
struct EmptyWire
{
    static T read(const Value &) { return {}; }
    static void write(Fields &, const T &) {}
};

template <typename Variant>
struct Alternatives;
template <typename... Ts>
struct Alternatives<std::variant<Ts...>>
{
    static std::optional<std::variant<Ts...>> read(QStringView type, const Value &value)
    {
        std::optional<std::variant<Ts...>> result;
        static_cast<void>(((type == Wire<Ts>::type && (result.emplace(Wire<Ts>::read(value)), true)) || ...));
        return result;
    }
};

//! Size, shape, parser, in this order; the culprit's path where there is one.
[[nodiscard]] Decoded<QJsonObject> parseObject(const QByteArray &text, qsizetype mostBytes);

//! The command id, where it can be read: an answer to a broken command can still name it.
[[nodiscard]] QString readableId(const QJsonObject &object);

[[nodiscard]] QByteArray bytes(const QJsonObject &object);

//! What `read` makes of an object, or the first thing that is wrong with it.
template <typename F>
auto decodeObject(const QByteArray &text, qsizetype mostBytes, F read)
    -> Decoded<std::decay_t<decltype(read(std::declval<const Value &>()))>>
{
    const auto object = parseObject(text, mostBytes);
    if (!object)
        return Failure(object.error());
    Problem problem;
    const Value value(*object, problem);
    auto result = read(value);
    if (problem.field)
        return Failure(DecodeError{.field = *problem.field, .re = readableId(*object)});
    return result;
}

//! One message of a set; `key` holds the word that tells which.
template <typename Variant>
Decoded<Variant> decodeMessage(const QByteArray &text, qsizetype mostBytes, QLatin1String key = "type"_L1)
{
    auto message = decodeObject(text, mostBytes, [key](const Value &value) {
        const QString type = value[key].text(kWordRule);
        return Alternatives<Variant>::read(type, value);
    });
    if (!message)
        return Failure(message.error());
    if (!*message) {
        const auto object = parseObject(text, mostBytes);
        return Failure(DecodeError{ErrorCode::Unsupported, QString(key), object ? readableId(*object) : QString()});
    }
    return *std::move(*message);
}

template <typename Variant>
QByteArray encodeMessage(const Variant &message)
{
    Fields fields;
    std::visit(
        [&fields]<typename T>(const T &one) {
            fields.add("type"_L1, QString(Wire<T>::type));
            Wire<T>::write(fields, one);
        },
        message);
    return bytes(fields.object());
}

} // namespace sprechtag::protocol::wire
