// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/ServerConnection.h"

#include "shared/base/Log.h"

#include <algorithm>

//! What the server says, taken in.
namespace sprechtag::clerk::connection {

namespace wire = protocol::clerk;

void ServerConnection::take(const wire::OfficeSnapshot &message)
{
    m_seen[QString::fromStdString(message.card.id.text())] = message.state.seq;
    Q_EMIT snapshotReceived(message);
}

void ServerConnection::take(const wire::OfficeResumed &message)
{
    qCInfo(lcConnection) << "office resumed at fact" << message.seq;
}

void ServerConnection::take(const wire::OfficeFacts &message)
{
    office::Sequence &seen = m_seen[QString::fromStdString(message.office.text())];
    wire::OfficeFacts fresh = message;
    std::erase_if(fresh.facts, [seen](const office::Fact &fact) { return fact.seq <= seen; });
    if (!fresh.facts.empty() && fresh.facts.front().seq != seen + 1) {
        qCWarning(lcConnection) << "facts are missing before" << fresh.facts.front().seq << "- asking for a snapshot";
        m_seen.remove(QString::fromStdString(message.office.text()));
        waitFor(milliseconds(0), LineTrouble::Lost);
        return;
    }
    if (!fresh.facts.empty())
        seen = fresh.facts.back().seq;
    Q_EMIT factsReceived(fresh);
}

void ServerConnection::take(const wire::OfficeVisits &message)
{
    Q_EMIT visitsReceived(message);
}

void ServerConnection::take(const wire::OfficeRemoved &message)
{
    m_seen.remove(QString::fromStdString(message.office.text()));
    Q_EMIT officeRemoved(message);
}

void ServerConnection::take(const wire::CallOffer &message)
{
    Q_EMIT callOffered(message);
}

void ServerConnection::take(const wire::ExpectedOffer &message)
{
    Q_EMIT callExpected(message);
}

void ServerConnection::take(const wire::CallSignal &message)
{
    Q_EMIT callSignalled(message);
}

void ServerConnection::take(const wire::TextLines &message)
{
    Q_EMIT textReceived(message);
}

void ServerConnection::take(const wire::FormState &message)
{
    Q_EMIT formTold(message.ticket, message.state);
}

void ServerConnection::take(const wire::FormUpdated &message)
{
    Q_EMIT formTold(message.ticket, message.updated);
}

void ServerConnection::take(const wire::FormClaimed &message)
{
    Q_EMIT formTold(message.ticket, message.claimed);
}

void ServerConnection::take(const wire::DocumentList &message)
{
    Q_EMIT documentsReceived(message);
}

void ServerConnection::take(const wire::ViewState &message)
{
    Q_EMIT viewReceived(message);
}

void ServerConnection::take(const wire::ViewChanged &message)
{
    Q_EMIT viewChanged(message);
}

void ServerConnection::take(const protocol::CallIce &message)
{
    m_pending.answer(message.re, Answer{std::nullopt, std::nullopt, message});
}

void ServerConnection::take(const wire::TownOffices &message)
{
    Answer found;
    found.town = message.offices;
    m_pending.answer(message.re, found);
}

void ServerConnection::take(const wire::StockForms &message)
{
    Answer found;
    found.stock = message.forms;
    m_pending.answer(message.re, found);
}

void ServerConnection::take(const wire::FormTaken &message)
{
    Answer taken;
    taken.document = message.document;
    m_pending.answer(message.re, taken);
}

void ServerConnection::take(const wire::MessageStatus &message)
{
    Q_EMIT messageStatusReceived(message);
}

void ServerConnection::take(const protocol::DoneMessage &message)
{
    m_pending.answer(message.re, Answer{message.ticket, message.epoch, std::nullopt});
}

void ServerConnection::take(const protocol::ErrorMessage &message)
{
    if (message.code == protocol::ErrorCode::SessionEnded && message.re.isEmpty())
        stop(StopReason::SessionEnded);
    else
        m_pending.answer(message.re, Failure(message));
}

void ServerConnection::take(const wire::AdminChanged &message)
{
    Q_EMIT administrationChanged(message);
}

void ServerConnection::take(const wire::GuestCode &message)
{
    Answer brought;
    brought.guestCode = message;
    m_pending.answer(message.re, brought);
}

void ServerConnection::take(const wire::TownInterpreters &message)
{
    Answer brought;
    brought.interpreters = message.interpreters;
    m_pending.answer(message.re, brought);
}

void ServerConnection::take(const wire::RoomState &message)
{
    Q_EMIT roomChanged(message);
}

void ServerConnection::take(const wire::RoomSignal &message)
{
    Q_EMIT roomSignalled(message);
}

void ServerConnection::take(const wire::SightState &message)
{
    Q_EMIT sightReceived(message);
}

void ServerConnection::take(const wire::ColleagueList &message)
{
    Answer brought;
    brought.colleagues = message.colleagues;
    m_pending.answer(message.re, brought);
}

void ServerConnection::take(const wire::RingNews &message)
{
    Q_EMIT ringReported(message);
}

void ServerConnection::take(const wire::RingCall &message)
{
    Q_EMIT rung(message);
}

void ServerConnection::take(const wire::ColleaguePlace &message)
{
    Q_EMIT placed(message);
}

void ServerConnection::take(const wire::ColleagueOver &message)
{
    Q_EMIT colleagueEnded(message);
}

} // namespace sprechtag::clerk::connection
