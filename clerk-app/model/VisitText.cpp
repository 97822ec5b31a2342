// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/VisitText.h"

#include <algorithm>

namespace sprechtag::clerk::model {

using protocol::LineStage;
using protocol::Speaker;

VisitText::VisitText(CurrentVisit &visit, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_visit(visit)
    , m_clock(clock)
    , m_writer(clock, [this](const protocol::WrittenLine &line) { return say(line); })
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_writer.tick();
        plan();
    });
    connect(&m_visit, &CurrentVisit::started, this, &VisitText::follow);
    connect(&m_visit, &CurrentVisit::changed, this, &VisitText::follow);
    connect(&m_visit, &CurrentVisit::ended, this, &VisitText::follow);
}

void VisitText::setOnline(bool online)
{
    if (std::exchange(m_online, online) == online)
        return;
    if (online && m_talking)
        m_writer.sayAgain();
    plan();
    Q_EMIT waitingChanged();
}

// What was written so far may be told before the visit is taken up again.
void VisitText::take(const protocol::clerk::TextLines &message)
{
    const auto &running = m_visit.running();
    if (running && running->ticket != message.ticket)
        return;
    if (m_ticket != message.ticket) {
        forget();
        m_ticket = message.ticket;
    }
    for (const protocol::SpokenLine &spoken : message.lines)
        take(spoken);
    plan();
}

QString VisitText::visitor() const
{
    const auto &visit = m_visit.running();
    return !visit ? QString() : visit->name.isEmpty() ? visit->number : visit->name;
}

QString VisitText::writing() const
{
    return m_growingPeer == 0 ? visitor() : m_growingName;
}

void VisitText::type(const QString &draft)
{
    if (!m_talking)
        return;
    m_writer.type(draft);
    plan();
}

void VisitText::finish()
{
    const auto line = m_talking ? m_writer.finish() : std::nullopt;
    if (!line)
        return;
    add({.from = Speaker::Clerk, .line = line->line, .text = line->text, .at = m_clock.now()});
    Q_EMIT draftReplaced();
    Q_EMIT waitingChanged();
    plan();
}

void VisitText::setLetters(bool letters)
{
    if (letters == m_writer.letters())
        return;
    m_writer.setLetters(letters);
    plan();
    Q_EMIT lettersChanged(letters);
}

void VisitText::setInSight(bool inSight)
{
    m_inSight = inSight;
    if (inSight && std::exchange(m_unread, 0) != 0)
        Q_EMIT unreadChanged();
}

void VisitText::follow()
{
    const auto &visit = m_visit.running();
    if (m_ticket && (!visit || visit->ticket != *m_ticket))
        forget();
    const bool talking = visit && visit->state != office::TicketState::Called;
    const bool isAnother = visit && (visit->epoch != m_epoch || visit->ticket != m_ticket);
    m_ticket = visit ? std::optional(visit->ticket) : std::nullopt;
    m_epoch = visit ? visit->epoch : office::Epoch{};
    const bool begins = std::exchange(m_talking, talking) != talking;
    if (talking && (begins || isAnother))
        m_writer.sayAgain();
    if (begins)
        Q_EMIT talkingChanged();
    plan();
}

void VisitText::forget()
{
    m_writer.forget();
    m_lines.clear();
    m_growing.reset();
    m_growingLine = 0;
    m_growingPeer = 0;
    m_unread = 0;
    Q_EMIT cleared();
    Q_EMIT growingChanged();
    Q_EMIT unreadChanged();
    Q_EMIT waitingChanged();
    Q_EMIT draftReplaced();
}

void VisitText::take(const protocol::SpokenLine &spoken)
{
    const protocol::WrittenLine &line = spoken.written;
    if (spoken.from == Speaker::Clerk) {
        const QString before = m_writer.draft();
        m_writer.heard(line);
        if (m_writer.draft() != before)
            Q_EMIT draftReplaced();
        Q_EMIT waitingChanged();
    } else if (line.stage != LineStage::Done || (line.line == m_growingLine && spoken.peer == m_growingPeer)) {
        setGrowing(spoken);
    }
    if (line.stage == LineStage::Done)
        add({.from = spoken.from,
             .line = line.line,
             .text = line.text,
             .at = spoken.at,
             .peer = spoken.peer,
             .name = spoken.name});
}

void VisitText::add(const TextLine &line)
{
    const bool known = std::ranges::any_of(m_lines, [&line](const TextLine &other) {
        return other.from == line.from && other.peer == line.peer && other.line == line.line;
    });
    if (known)
        return;
    m_lines.push_back(line);
    if (line.from != Speaker::Clerk && !m_inSight) {
        ++m_unread;
        Q_EMIT unreadChanged();
    }
    Q_EMIT lineAdded();
}

// Of several who write, the one whose letters came last is shown; the others' lines are when they are done.
void VisitText::setGrowing(const protocol::SpokenLine &spoken)
{
    const protocol::WrittenLine &line = spoken.written;
    const bool gone =
        line.stage == LineStage::Done || (line.stage == LineStage::Writing && line.text.reveal().isEmpty());
    if (gone && spoken.peer != m_growingPeer)
        return;
    m_growingPeer = gone ? 0 : spoken.peer;
    m_growingName = spoken.name.reveal();
    m_growingLine = gone ? 0 : line.line;
    m_growing = gone ? std::nullopt : std::optional(line.text);
    Q_EMIT growingChanged();
}

bool VisitText::say(const protocol::WrittenLine &line)
{
    const auto &visit = m_visit.running();
    if (!m_online || !m_talking || !visit)
        return false;
    Q_EMIT lineToSend({.office = visit->office, .ticket = visit->ticket, .epoch = visit->epoch, .written = line});
    return true;
}

void VisitText::plan()
{
    const auto due = m_writer.due();
    if (!due)
        return m_timer.stop();
    m_timer.start(std::max(milliseconds(0), *due - m_clock.monotonicNow()));
}

} // namespace sprechtag::clerk::model
