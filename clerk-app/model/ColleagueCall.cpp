// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/ColleagueCall.h"

#include "clerk-app/model/Words.h"

#include <QTimer>

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;
using protocol::clerk::ColleagueEnd;

namespace wire = protocol::clerk;

namespace {

// After the line is back, the server tells at once.
constexpr seconds kNewsWithin{5};

QString endText(ColleagueEnd reason, bool wasRinging)
{
    switch (reason) {
    case ColleagueEnd::Cancelled:
        return ColleagueCall::tr("Your colleague does not ring any more.");
    case ColleagueEnd::Unanswered:
        return ColleagueCall::tr("A colleague has rung, and nobody answered here.");
    case ColleagueEnd::Elsewhere:
        return ColleagueCall::tr("The conversation goes on at your other computer.");
    case ColleagueEnd::Removed:
        return ColleagueCall::tr("Your colleague has ended the talk with you.");
    case ColleagueEnd::Left:
        return {};
    case ColleagueEnd::Over:
        break;
    }
    return wasRinging ? ColleagueCall::tr("Your colleague does not ring any more.")
                      : ColleagueCall::tr("The conversation is over.");
}

} // namespace

ColleagueCall::ColleagueCall(connection::CommandPort &commands, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
{
}

void ColleagueCall::take(const Ring &ring)
{
    m_ring = ring;
    Q_EMIT changed();
    Q_EMIT rung(question(ring));
}

void ColleagueCall::take(const Talk &talk)
{
    m_awaits = false;
    const bool begins = !m_talk;
    const bool isNews = m_talk != talk;
    m_ring.reset();
    m_talk = talk;
    if (isNews) {
        Q_EMIT talkChanged(talk);
        Q_EMIT changed();
    }
    if (begins || isNews)
        Q_EMIT told(stateText(talk));
}

void ColleagueCall::take(const wire::ColleagueOver &over)
{
    if (m_ring && m_ring->ring == over.ring) {
        m_ring.reset();
        Q_EMIT changed();
        Q_EMIT told(endText(over.reason, true));
    } else if (m_talk && m_talk->ring == over.ring) {
        end(endText(over.reason, false));
    }
}

void ColleagueCall::take(const wire::RoomState &room)
{
    if (m_talk && m_talk->ticket == room.ticket)
        Q_EMIT roomChanged(room);
}

void ColleagueCall::awaitNews()
{
    if (m_ring) {
        m_ring.reset();
        Q_EMIT changed();
    }
    if (!m_talk)
        return;
    m_awaits = true;
    QTimer::singleShot(kNewsWithin, this, [this] {
        if (std::exchange(m_awaits, false) && m_talk)
            end(endText(ColleagueEnd::Over, false));
    });
}

void ColleagueCall::forget()
{
    m_ring.reset();
    if (m_talk)
        end({});
    else
        Q_EMIT changed();
}

void ColleagueCall::accept()
{
    answer(true);
}

void ColleagueCall::decline()
{
    answer(false);
}

// Once is enough: what comes of it, the server tells.
void ColleagueCall::answer(bool accepted)
{
    if (!m_ring)
        return;
    const QString ring = m_ring->ring;
    m_ring.reset();
    Q_EMIT changed();
    send(wire::AnswerRing{{}, ring, accepted});
}

void ColleagueCall::leave()
{
    if (!m_talk)
        return;
    end({});
    send(wire::LeaveConversation{{}});
}

void ColleagueCall::end(const QString &why)
{
    m_talk.reset();
    Q_EMIT talkEnded();
    Q_EMIT changed();
    if (!why.isEmpty())
        Q_EMIT told(why);
}

void ColleagueCall::send(const wire::ToServer &command)
{
    m_commands.send(command, this, [this](const connection::CommandResult &result) {
        if (!result.ok())
            Q_EMIT told(result.error().code == protocol::ErrorCode::Gone ? tr("Your colleague does not ring any more.")
                                                                         : Words::refusal(result.error()));
    });
}

QString ColleagueCall::question(const Ring &ring)
{
    //: %1 is a colleague, %2 an office, %3 a number such as B 017
    QString text = ring.directly ? tr("%1 (%2) asks you into the conversation with %3.")
                                 //: %1 is a colleague, %2 an office, %3 a number such as B 017
                                 : tr("%1 (%2) would like to consult you about %3.");
    text = text.arg(ring.from.reveal(), ring.office, ring.number);
    if (!ring.concern.reveal().isEmpty())
        //: %1 is what the visitor has come for
        text += u' ' + tr("It is about: %1").arg(ring.concern.reveal());
    return text;
}

QString ColleagueCall::who(const Talk &talk)
{
    return u"%1 · %2"_s.arg(talk.from.reveal(), talk.number);
}

QString ColleagueCall::stateText(const Talk &talk)
{
    return talk.state == protocol::PersonState::Consulting
               ? tr("Consultation: only the two of you hear and see each other")
               : tr("In the conversation: everybody hears and sees you");
}

} // namespace sprechtag::clerk::model
