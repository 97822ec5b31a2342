// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Instants.h"
#include "shared/protocol/Names.h"

#include <QJsonArray>
#include <QJsonObject>

#include <concepts>

//! Writing: the fields of one JSON object.
namespace sprechtag::protocol::wire {

[[nodiscard]] inline QJsonValue json(const QString &text)
{
    return text;
}
[[nodiscard]] inline QJsonValue json(bool flag)
{
    return flag;
}
[[nodiscard]] inline QJsonValue json(Instant instant)
{
    return instantText(instant);
}
[[nodiscard]] inline QJsonValue json(const QJsonObject &object)
{
    return object;
}
[[nodiscard]] inline QJsonValue json(const QJsonArray &array)
{
    return array;
}

template <std::integral Int>
[[nodiscard]] QJsonValue json(Int number)
{
    return static_cast<qint64>(number);
}
template <typename Rep, typename Period>
[[nodiscard]] QJsonValue json(std::chrono::duration<Rep, Period> span)
{
    return static_cast<qint64>(span.count());
}
template <typename Tag>
[[nodiscard]] QJsonValue json(const Id<Tag> &id)
{
    return QString::fromStdString(id.text());
}
template <typename E>
requires std::is_enum_v<E>
[[nodiscard]] QJsonValue json(E value)
{
    return QString(wireName(value));
}

//! An object in the making. What has no value is left out.
class Fields
{
public:
    template <typename T>
    Fields &add(QLatin1String key, const T &value)
    {
        m_object.insert(key, json(value));
        return *this;
    }
    template <typename T>
    Fields &add(QLatin1String key, const std::optional<T> &value)
    {
        return value ? add(key, *value) : *this;
    }
    Fields &addUnlessEmpty(QLatin1String key, const QString &text) { return text.isEmpty() ? *this : add(key, text); }

    //! A list; `write` makes the JSON of one entry.
    template <typename List, typename F>
    Fields &addList(QLatin1String key, const List &list, F write)
    {
        QJsonArray array;
        for (const auto &entry : list)
            array.append(QJsonValue(write(entry)));
        return add(key, array);
    }

    [[nodiscard]] const QJsonObject &object() const { return m_object; }

private:
    QJsonObject m_object{};
};

} // namespace sprechtag::protocol::wire
