// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/WireShape.h"

#include "shared/protocol/Limits.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace sprechtag::protocol::wire {
namespace {

//! An object or a list that the pass is inside of.
struct Level
{
    bool object{};
    bool keyExpected{};
    qsizetype index{};
    std::string_view key{};
    std::vector<std::string_view> keys{};
};

//! Letters that may stand in a path that is told to the sender: never what the sender made up.
bool isWord(std::string_view key)
{
    return !key.empty() && key.size() <= limits::kWordChars && std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

//! One pass over the bytes; knows strings, brackets, commas and signs, nothing else.
class ShapePass
{
public:
    explicit ShapePass(QByteArrayView text)
        : m_text(text.data(), static_cast<std::size_t>(text.size()))
    {
    }

    std::optional<QString> run()
    {
        while (m_at < m_text.size()) {
            if (!step(m_text[m_at]))
                return path();
        }
        return std::nullopt;
    }

private:
    bool step(char c)
    {
        switch (c) {
        case '"':
            return string();
        case '{':
        case '[':
            ++m_at;
            m_levels.push_back({.object = c == '{', .keyExpected = c == '{'});
            return m_levels.size() <= limits::kDepth;
        case '}':
        case ']':
            ++m_at;
            return close();
        case ',':
            ++m_at;
            next();
            return true;
        case '-':
            return negative();
        default:
            ++m_at;
            return true;
        }
    }

    bool string()
    {
        const std::size_t from = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        const std::size_t to = std::min(m_at, m_text.size());
        ++m_at;
        if (m_levels.empty() || !m_levels.back().keyExpected)
            return true;
        Level &level = m_levels.back();
        level.keyExpected = false;
        level.key = m_text.substr(from, to - from);
        level.keys.push_back(level.key);
        // An escape can write the same key in two ways, so that the comparison below would miss it.
        return level.key.find('\\') == std::string_view::npos;
    }

    bool close()
    {
        if (m_levels.empty())
            return true;
        Level &level = m_levels.back();
        std::ranges::sort(level.keys);
        const auto twice = std::ranges::adjacent_find(level.keys);
        if (twice != level.keys.end()) {
            level.key = *twice;
            return false;
        }
        m_levels.pop_back();
        return true;
    }

    void next()
    {
        if (m_levels.empty())
            return;
        m_levels.back().keyExpected = m_levels.back().object;
        ++m_levels.back().index;
    }

    bool negative()
    {
        const std::size_t from = ++m_at;
        const std::size_t to = m_text.find_first_not_of("0123456789.", from);
        const std::string_view digits = m_text.substr(from, to - from);
        m_at = from + digits.size();
        return digits.find_first_not_of("0.") != std::string_view::npos;
    }

    QString path() const
    {
        QString path;
        for (const Level &level : m_levels) {
            if (!level.object) {
                path += u'[' + QString::number(level.index) + u']';
            } else if (isWord(level.key)) {
                if (!path.isEmpty())
                    path += u'.';
                path += QLatin1String(level.key.data(), static_cast<qsizetype>(level.key.size()));
            }
        }
        return path;
    }

    std::string_view m_text;
    std::size_t m_at{};
    std::vector<Level> m_levels{};
};

} // namespace

std::optional<QString> shapeProblem(QByteArrayView text)
{
    return ShapePass(text).run();
}

} // namespace sprechtag::protocol::wire
