// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/TextWriter.h"

#include "shared/protocol/Limits.h"

#include <algorithm>

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;
using protocol::LineStage;
using protocol::WrittenLine;

namespace {

// EN 301 549: half a second from the key to the other side.
constexpr milliseconds kAtMostEvery{250};
// After so long without a key nobody writes any more.
constexpr milliseconds kIdleAfter{5'000};
constexpr milliseconds kSayAgainAfter{3'000};
constexpr std::size_t kSayAgainAtOnce = 20;

bool isControl(QChar c)
{
    return c != u'\n' &&
           (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator);
}

} // namespace

QString fittingText(const QString &typed)
{
    QString text = typed;
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar::ParagraphSeparator, u'\n');
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isWhole = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isWhole)
            ++i;
        else if (isControl(text[i]) || text[i].isSurrogate())
            text[i] = u' ';
    }
    text.truncate(protocol::limits::kTextChars);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text;
}

TextWriter::TextWriter(const Clock &clock, Say say)
    : m_clock(clock)
    , m_say(std::move(say))
{
}

void TextWriter::type(const QString &draft)
{
    m_draft = fittingText(draft);
    if (m_line == 0) {
        if (m_draft.isEmpty())
            return;
        m_line = std::max<qint64>(m_clock.now().time_since_epoch().count(), m_last + 1);
        m_last = m_line;
    }
    m_idle = false;
    m_idleAt = m_clock.monotonicNow() + kIdleAfter;
    saySoon();
}

std::optional<WrittenLine> TextWriter::finish()
{
    const QString text = m_draft.trimmed();
    if (text.isEmpty() || m_line == 0)
        return std::nullopt;
    const WrittenLine line{.line = m_line, .stage = LineStage::Done, .text = text};
    endLine();
    m_unsent.push_back(line);
    m_say(line);
    if (!m_againAt)
        m_againAt = m_clock.monotonicNow() + kSayAgainAfter;
    return line;
}

void TextWriter::setLetters(bool letters)
{
    m_letters = letters;
    sayGrowing();
}

void TextWriter::heard(const WrittenLine &own)
{
    m_last = std::max(m_last, own.line);
    if (own.stage == LineStage::Done) {
        std::erase_if(m_unsent, [&own](const WrittenLine &line) { return line.line == own.line; });
        return;
    }
    if (m_line != 0)
        return;
    // Written before the program was started anew: the line goes on. What was not shown is not known any more.
    m_line = own.line;
    m_draft = own.text.reveal();
    m_said = own;
    sayGrowing();
}

void TextWriter::sayAgain()
{
    m_said.reset();
    sayDone();
    sayGrowing();
}

void TextWriter::forget()
{
    endLine();
    m_unsent.clear();
    m_againAt.reset();
    m_last = 0;
}

std::optional<MonotonicInstant> TextWriter::due() const
{
    std::optional<MonotonicInstant> first;
    for (const auto &at : {m_sayAt, m_idleAt, m_againAt}) {
        if (at && (!first || *at < *first))
            first = at;
    }
    return first;
}

void TextWriter::tick()
{
    const auto isDue = [now = m_clock.monotonicNow()](const auto &at) { return at && *at <= now; };
    if (isDue(m_idleAt)) {
        m_idleAt.reset();
        m_idle = true;
        sayGrowing();
    }
    if (isDue(m_sayAt))
        sayGrowing();
    if (isDue(m_againAt))
        sayDone();
}

void TextWriter::saySoon()
{
    const auto now = m_clock.monotonicNow();
    if (!m_saidAt || *m_saidAt + kAtMostEvery <= now)
        sayGrowing();
    else
        m_sayAt = *m_saidAt + kAtMostEvery;
}

void TextWriter::sayGrowing()
{
    m_sayAt.reset();
    if (m_line == 0)
        return;
    const bool silent = m_draft.isEmpty() || (!m_letters && m_idle);
    const WrittenLine line{.line = m_line,
                           .stage = silent || m_letters ? LineStage::Writing : LineStage::Unseen,
                           .text = silent || !m_letters ? QString() : m_draft};
    if (m_said == line || !m_say(line))
        return;
    m_said = line;
    m_saidAt = m_clock.monotonicNow();
}

// Until the receipt comes: a line may be lost, or the server busy.
void TextWriter::sayDone()
{
    m_againAt.reset();
    if (m_unsent.empty())
        return;
    for (std::size_t i = 0; i < std::min(m_unsent.size(), kSayAgainAtOnce); ++i)
        m_say(m_unsent[i]);
    m_againAt = m_clock.monotonicNow() + kSayAgainAfter;
}

void TextWriter::endLine()
{
    m_line = 0;
    m_draft.clear();
    m_said.reset();
    m_sayAt.reset();
    m_idleAt.reset();
}

} // namespace sprechtag::clerk::model
