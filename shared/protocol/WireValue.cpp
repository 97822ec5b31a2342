// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/WireValue.h"

#include <algorithm>
#include <cmath>

namespace sprechtag::protocol::wire {
namespace {

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

//! Line and paragraph separators break a list row just as a line feed does.
bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

bool isSdp(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool lineEnd = c == u'\n' || (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n');
        if (!lineEnd && isControl(c))
            return false;
    }
    return true;
}

bool fits(const QString &text, Charset charset)
{
    switch (charset) {
    case Charset::Human:
        return text.isValidUtf16() && std::ranges::none_of(text, isControl);
    case Charset::Lines:
        return text.isValidUtf16() && std::ranges::none_of(text, [](QChar c) { return isControl(c) && c != u'\n'; });
    case Charset::Sdp:
        return text.isValidUtf16() && isSdp(text);
    case Charset::Printable:
        return std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c <= u'~'; });
    case Charset::Identifier:
        return std::ranges::all_of(text, [](QChar c) { return isLetterOrDigit(c) || c == u'_' || c == u'-'; });
    case Charset::Word:
        return std::ranges::all_of(
            text, [](QChar c) { return (isLetterOrDigit(c) && !c.isUpper()) || c == u'_' || c == u'.'; });
    case Charset::Password:
        return text.isValidUtf16();
    }
    return false;
}

} // namespace

Value Value::operator[](QLatin1String key) const
{
    object();
    return {m_value.toObject().value(key), *this, key, 0};
}

QString Value::text(const TextRule &rule) const
{
    QString text = m_value.toString();
    if (!m_value.isString() || text.size() < rule.least || text.size() > rule.most || !fits(text, rule.charset))
        refuse();
    return text;
}

QString Value::textOrEmpty(const TextRule &rule) const
{
    return present() ? text(rule) : QString();
}

QString Value::language() const
{
    QString tag = text({.most = limits::kLanguageChars, .least = 2, .charset = Charset::Identifier});
    if (tag.contains(u'_') || tag.startsWith(u'-'))
        refuse();
    return tag;
}

qint64 Value::integer(qint64 least, qint64 most) const
{
    const double number = m_value.toDouble(std::nan(""));
    const bool whole = std::isfinite(number) && std::abs(number) <= static_cast<double>(limits::kSafeInteger) &&
                       number == std::trunc(number);
    const qint64 integer = whole ? m_value.toInteger() : 0;
    if (!whole || integer < least || integer > most) {
        refuse();
        return least;
    }
    return integer;
}

bool Value::flag() const
{
    if (!m_value.isBool())
        refuse();
    return m_value.toBool();
}

Instant Value::instant() const
{
    const auto instant = parseInstant(m_value.toString());
    if (!instant)
        refuse();
    return instant.value_or(Instant{});
}

void Value::object() const
{
    if (!m_value.isObject())
        refuse();
}

void Value::refuse() const
{
    if (!m_problem->field)
        m_problem->field = path();
}

QString Value::path() const
{
    if (!m_parent)
        return {};
    const QString parent = m_parent->path();
    if (m_key.isEmpty())
        return parent + u'[' + QString::number(m_index) + u']';
    return parent.isEmpty() ? QString(m_key) : parent + u'.' + m_key;
}

QJsonArray Value::entries(qsizetype most) const
{
    QJsonArray array = m_value.toArray();
    if (!m_value.isArray() || array.size() > most) {
        refuse();
        return {};
    }
    return array;
}

} // namespace sprechtag::protocol::wire
