// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Workplace.h"

#include "clerk-app/model/Words.h"
#include "shared/base/Log.h"

#include <algorithm>

namespace sprechtag::clerk::model {

namespace wire = protocol::clerk;

namespace {

struct Head
{
    TicketId ticket;
    Instant since;
};

//! The first person whom *call next* may take, and when that person drew the number.
std::optional<Head> headOf(const office::OfficeState &state, ClerkId me, Instant now)
{
    for (const auto &[rank, id] : state.line) {
        const auto ticket = state.tickets.find(id);
        if (ticket != state.tickets.end() && office::mayBeCalled(state, ticket->second, me, now))
            return Head{id, ticket->second.drawnAt};
    }
    return std::nullopt;
}

bool serves(const office::OfficeState &state, ClerkId me)
{
    const auto clerk = state.clerks.find(me);
    return clerk != state.clerks.end() && clerk->second.state == office::ClerkState::Present;
}

} // namespace

Workplace::Workplace(connection::CommandPort &port, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_clock(clock)
    , m_offices(m_town)
    , m_lobby(m_town, clock)
    , m_visit(m_town)
    , m_text(m_visit, clock)
    , m_documents(m_visit, port)
    , m_guests(m_visit, m_town, port, clock)
    , m_sight(m_visit)
    , m_colleagueCall(port)
{
    connect(&m_town, &Town::officeAdded, this, &Workplace::follow);
    connect(&m_town, &Town::officeChanged, this, &Workplace::follow);
    connect(&m_town, &Town::factApplied, this, &Workplace::tell);
    connect(&m_colleagueCall, &ColleagueCall::changed, this, &Workplace::changed);
}

// Who comes over from another office is as new here as somebody who draws a number.
void Workplace::tell(int index, const office::Fact &fact)
{
    const OfficeBook &book = m_town.offices()[static_cast<std::size_t>(index)];
    if (!m_me || !book.state.clerks.contains(m_me->id))
        return;
    const auto ticket = office::ticketOf(fact.body);
    if (std::holds_alternative<office::TicketDrawn>(fact.body) ||
        std::holds_alternative<office::TicketReceived>(fact.body))
        Q_EMIT personArrived(book.card.id, *ticket);
    else if (const auto *failed = std::get_if<office::TransferWithdrawn>(&fact.body);
             failed && m_visit.running() && m_visit.running()->ticket == failed->ticket)
        Q_EMIT transferFailed(failed->reason);
    else if (std::holds_alternative<office::TicketReminded>(fact.body))
        Q_EMIT parkedForLong(book.card.id, *ticket);
}

void Workplace::setLine(const LineStatus &status)
{
    m_line = status;
    m_text.setOnline(online());
    Q_EMIT lineChanged();
    Q_EMIT changed();
}

void Workplace::welcome(const wire::Welcome &welcome)
{
    Words::setZone(welcome.zone);
    const Me me{welcome.clerk.id, welcome.clerk.name, welcome.authority, welcome.roles};
    if (m_me && m_me->id != me.id)
        signOut();
    const bool known = m_me.has_value();
    if (m_me != me) {
        m_me = me;
        m_offices.setMe(me.id);
        m_lobby.setMe(me.id);
        m_visit.setMe(me.id);
        Q_EMIT meChanged();
    }
    // Back after a lost line: the desks are taken again before anything else is asked for.
    m_arriving.clear();
    m_guests.awaitNews();
    colleagues().forget();
    m_colleagueCall.awaitNews();
    if (!known)
        return;
    for (const OfficeBook &book : m_town.offices()) {
        const auto clerk = book.state.clerks.find(me.id);
        if (clerk != book.state.clerks.end() && !mustBeAsked(clerk->second))
            arriveAt(book.card.id);
    }
}

void Workplace::take(const wire::OfficeSnapshot &snapshot)
{
    m_town.apply(snapshot);
}

void Workplace::take(const wire::OfficeFacts &facts)
{
    m_town.apply(facts);
}

void Workplace::take(const wire::OfficeVisits &visits)
{
    m_town.apply(visits);
}

void Workplace::take(const wire::MessageStatus &status)
{
    Q_EMIT messageStatus(status.office, status.sent, status.shown);
}

void Workplace::take(const wire::OfficeRemoved &removed)
{
    m_town.apply(removed);
    Q_EMIT changed();
}

void Workplace::signOut()
{
    m_me.reset();
    m_arriving.clear();
    m_town.clear();
    m_offices.setMe({});
    m_lobby.setMe({});
    m_lobby.setOffice({});
    m_visit.setMe({});
    m_colleagueCall.forget();
    Q_EMIT meChanged();
    Q_EMIT changed();
}

std::optional<NextPerson> Workplace::nextPerson(std::optional<OfficeId> only) const
{
    std::optional<NextPerson> best;
    Instant since{};
    for (const OfficeBook &book : m_town.offices()) {
        if (!m_me || !serves(book.state, m_me->id) || (only && book.card.id != *only))
            continue;
        const auto head = headOf(book.state, m_me->id, m_clock.now());
        if (!head || (best && head->since >= since))
            continue;
        best = NextPerson{book.card.id, head->ticket};
        since = head->since;
    }
    return best;
}

bool Workplace::atAnyDesk() const
{
    return std::ranges::any_of(m_offices.rows(), &OfficeRow::atDesk);
}

bool Workplace::onBreak() const
{
    return std::ranges::any_of(m_offices.rows(), &OfficeRow::paused);
}

bool Workplace::callMayCome() const
{
    return std::ranges::any_of(m_offices.rows(), [](const OfficeRow &row) {
        return row.open && row.atDesk && !row.paused && row.waiting > 0;
    });
}

void Workplace::follow(int index)
{
    keepDesk(m_town.offices()[static_cast<std::size_t>(index)]);
    Q_EMIT changed();
}

// A visit that was found at sign-in: to be at the desk again is to see the citizen, and that takes the clerk's click.
bool Workplace::mustBeAsked(const office::Clerk &clerk) const
{
    const auto &running = m_visit.running();
    return clerk.ticket && (!running || running->ticket != *clerk.ticket);
}

// The server thinks that I am gone, but I am here.
void Workplace::keepDesk(const OfficeBook &book)
{
    if (!m_me || m_line.state != LineState::Online)
        return;
    const auto clerk = book.state.clerks.find(m_me->id);
    if (clerk == book.state.clerks.end() || clerk->second.state != office::ClerkState::Lost)
        return;
    if (mustBeAsked(clerk->second))
        return;
    arriveAt(book.card.id);
}

void Workplace::arriveAt(OfficeId office)
{
    if (!m_arriving.insert(office).second)
        return;
    m_port.send(wire::Arrive{{}, office}, this, [this, office](const CommandResult &result) {
        m_arriving.erase(office);
        if (!result.ok())
            qCInfo(lcModel) << "the desk is gone, code" << static_cast<int>(result.error().code);
    });
}

} // namespace sprechtag::clerk::model
