// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Instants.h"
#include "shared/protocol/Limits.h"
#include "shared/protocol/Names.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <limits>

//! Reading: one JSON value, its place in the message, and what may stand there.
namespace sprechtag::protocol::wire {

//! The first thing that is wrong with a message, as a path such as `signal.description.sdp`.
struct Problem
{
    std::optional<QString> field{};
};

//! What a text may hold.
enum class Charset {
    Human,      //!< words of people: no control characters
    Lines,      //!< the same, in several lines
    Sdp,        //!< lines that end with CR LF, no other control characters
    Printable,  //!< ASCII from blank to tilde
    Identifier, //!< A–Z a–z 0–9 _ -
    Word,       //!< a–z 0–9 _ .
    Password    //!< anything that is valid Unicode
};
struct TextRule
{
    qsizetype most{};
    qsizetype least{1};
    Charset charset{Charset::Human};
};

inline constexpr TextRule kNameRule{.most = limits::kNameChars, .least = 0};
inline constexpr TextRule kConcernRule{.most = limits::kConcernChars, .least = 0};
inline constexpr TextRule kMessageRule{.most = limits::kMessageChars};
inline constexpr TextRule kNoteRule{.most = limits::kNoteChars, .least = 0};
inline constexpr TextRule kLabelRule{.most = limits::kLabelChars, .least = 0};
inline constexpr TextRule kLetterRule{.most = limits::kLetterChars, .least = 0};
inline constexpr TextRule kSdpRule{.most = limits::kSdpChars, .charset = Charset::Sdp};
inline constexpr TextRule kWordRule{.most = limits::kWordChars, .charset = Charset::Word};
inline constexpr TextRule kProgramRule{.most = limits::kWordChars, .charset = Charset::Printable};
inline constexpr TextRule kCommandIdRule{.most = limits::kCommandIdChars, .charset = Charset::Identifier};

//! A value of the message. A wrong one is noted once, in the problem that all values of the message share, and reads as
//! something harmless: whoever reads a whole message looks at the problem at the end. Lives as long as its parent.
class Value
{
public:
    Value(QJsonValue value, Problem &problem)
        : m_value(std::move(value))
        , m_problem(&problem)
    {
    }

    [[nodiscard]] Value operator[](QLatin1String key) const;
    [[nodiscard]] bool present() const { return !m_value.isUndefined(); }

    [[nodiscard]] QString text(const TextRule &rule) const;
    //! Empty where there is none.
    [[nodiscard]] QString textOrEmpty(const TextRule &rule) const;
    [[nodiscard]] QString commandId() const { return text(kCommandIdRule); }
    //! A language tag such as `de` or `zh-Hans`.
    [[nodiscard]] QString language() const;
    [[nodiscard]] qint64 integer(qint64 least, qint64 most) const;
    [[nodiscard]] bool flag() const;
    [[nodiscard]] Instant instant() const;
    void object() const;

    template <typename Int>
    [[nodiscard]] Int count(qint64 least = 0, qint64 most = std::numeric_limits<Int>::max()) const
    {
        return static_cast<Int>(integer(least, std::min(most, limits::kSafeInteger)));
    }
    [[nodiscard]] office::Sequence sequence() const { return count<office::Sequence>(0, limits::kSafeInteger); }
    [[nodiscard]] office::Epoch epoch() const { return count<office::Epoch>(); }
    [[nodiscard]] int generation() const { return count<int>(0, limits::kGeneration); }

    template <typename Tag>
    [[nodiscard]] Id<Tag> id() const;
    template <typename E>
    [[nodiscard]] E choice() const;

    //! What `read` makes of the value, where there is one.
    template <typename F>
    [[nodiscard]] auto optional(F read) const -> std::optional<decltype(read(*this))>
    {
        return present() ? std::optional(read(*this)) : std::nullopt;
    }
    //! A list; `read` is called for each entry.
    template <typename F>
    [[nodiscard]] auto list(qsizetype most, F read) const -> QList<decltype(read(*this))>;

    //! Notes that this value is wrong.
    void refuse() const;
    [[nodiscard]] const QJsonValue &raw() const { return m_value; }

private:
    Value(QJsonValue value, const Value &parent, QLatin1String key, qsizetype index)
        : m_value(std::move(value))
        , m_problem(parent.m_problem)
        , m_parent(&parent)
        , m_key(key)
        , m_index(index)
    {
    }
    [[nodiscard]] QString path() const;
    [[nodiscard]] QJsonArray entries(qsizetype most) const;

    QJsonValue m_value;
    Problem *m_problem;
    const Value *m_parent{};
    QLatin1String m_key{};
    qsizetype m_index{};
};

template <typename Tag>
Id<Tag> Value::id() const
{
    const auto id = Id<Tag>::parse(m_value.toString().toStdString());
    if (!id)
        refuse();
    return id.value_or(Id<Tag>::fromBits({}));
}

template <typename E>
E Value::choice() const
{
    const auto value = fromWireName<E>(m_value.toString());
    if (!value)
        refuse();
    return value.value_or(E{});
}

template <typename F>
auto Value::list(qsizetype most, F read) const -> QList<decltype(read(*this))>
{
    QList<decltype(read(*this))> list;
    const QJsonArray array = entries(most);
    list.reserve(array.size());
    for (qsizetype i = 0; i < array.size() && !m_problem->field; ++i)
        list.push_back(read(Value(array.at(i), *this, {}, i)));
    return list;
}

} // namespace sprechtag::protocol::wire
