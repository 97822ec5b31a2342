// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/CurrentVisit.h"

#include "clerk-app/model/Words.h"

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;

namespace {

VisitEnd endOf(office::ReturnReason reason)
{
    switch (reason) {
    case office::ReturnReason::SentBack:
        return VisitEnd::SentBack;
    case office::ReturnReason::NotEntered:
        return VisitEnd::NotEntered;
    case office::ReturnReason::NotYet:
        return VisitEnd::NotYet;
    case office::ReturnReason::ClerkLost:
    case office::ReturnReason::Readmitted:
    case office::ReturnReason::Parked:
        return VisitEnd::Lost;
    }
    return VisitEnd::Lost;
}

} // namespace

QString Visit::who() const
{
    return name.isEmpty() ? number : u"%1 · %2"_s.arg(number, name);
}

CurrentVisit::CurrentVisit(Town &town, QObject *parent)
    : QObject(parent)
    , m_town(town)
{
    connect(&m_town, &Town::factApplied, this, [this](int, const office::Fact &fact) { noteEnd(fact); });
    connect(&m_town, &Town::officeAdded, this, [this] { refresh(true); });
    connect(&m_town, &Town::officeChanged, this, [this] { refresh(false); });
    connect(&m_town, &Town::officeRemoved, this, [this] { refresh(true); });
    connect(&m_town, &Town::cleared, this, [this] { refresh(true); });
}

void CurrentVisit::setMe(std::optional<ClerkId> me)
{
    m_me = me;
    refresh(true);
}

void CurrentVisit::takeUp()
{
    const std::optional<Visit> visit = m_waiting;
    setWaiting(std::nullopt);
    if (visit)
        setRunning(visit);
}

std::optional<Visit> CurrentVisit::find() const
{
    if (!m_me)
        return std::nullopt;
    for (const OfficeBook &book : m_town.offices()) {
        if (auto visit = visitIn(book, *m_me))
            return visit;
    }
    return std::nullopt;
}

std::optional<Visit> CurrentVisit::visitIn(const OfficeBook &book, ClerkId me)
{
    const auto clerk = book.state.clerks.find(me);
    if (clerk == book.state.clerks.end() || !clerk->second.ticket)
        return std::nullopt;
    const auto found = book.state.tickets.find(*clerk->second.ticket);
    if (found == book.state.tickets.end() || found->second.state == office::TicketState::Waiting)
        return std::nullopt;
    const office::Ticket &ticket = found->second;
    const bool called = ticket.state == office::TicketState::Called;
    Visit visit{book.card.id,
                found->first,
                ticket.epoch,
                ticket.state,
                book.card.name,
                book.numberText(found->first, ticket),
                {},
                {},
                {},
                {},
                {}};
    visit.since = ticket.entered || ticket.state == office::TicketState::InCall ? ticket.enteredAt : ticket.calledAt;
    visit.transfer = ticket.transfer;
    visit.control = ticket.control;
    if (ticket.sightedBy)
        visit.sightedBy = book.clerkName(*ticket.sightedBy);
    if (called)
        visit.enterBy = ticket.deadline;
    if (const auto card = book.visits.find(found->first); card != book.visits.end()) {
        visit.name = card->second.name;
        visit.concern = card->second.concern;
        visit.language = card->second.lang;
        visit.note = card->second.note;
        visit.papers = Words::papersOf(card->second);
    }
    return visit;
}

void CurrentVisit::noteEnd(const office::Fact &fact)
{
    if (const auto *returned = std::get_if<office::TicketReturned>(&fact.body))
        m_ends.insert_or_assign(returned->ticket, endOf(returned->reason));
    else if (const auto *finished = std::get_if<office::TicketFinished>(&fact.body))
        m_ends.insert_or_assign(finished->ticket, VisitEnd::Finished);
    else if (const auto *missed = std::get_if<office::TicketMissed>(&fact.body))
        m_ends.insert_or_assign(missed->ticket, VisitEnd::Missed);
    else if (const auto *parked = std::get_if<office::TicketParked>(&fact.body))
        m_ends.insert_or_assign(parked->ticket, VisitEnd::Parked);
    else if (const auto *gone = std::get_if<office::TicketTransferred>(&fact.body))
        m_ends.insert_or_assign(gone->ticket, VisitEnd::Transferred);
    else if (const auto *left = std::get_if<office::TicketLeft>(&fact.body))
        m_ends.insert_or_assign(left->ticket, VisitEnd::Left);
}

void CurrentVisit::refresh(bool fromSnapshot)
{
    const std::optional<Visit> visit = find();
    if (visit && !m_running && (fromSnapshot || (m_waiting && m_waiting->ticket == visit->ticket))) {
        setWaiting(visit);
    } else {
        setWaiting(std::nullopt);
        setRunning(visit);
    }
    m_ends.clear();
}

void CurrentVisit::setRunning(const std::optional<Visit> &visit)
{
    const std::optional<Visit> before = std::exchange(m_running, visit);
    if (before && (!visit || visit->ticket != before->ticket)) {
        const auto end = m_ends.find(before->ticket);
        Q_EMIT ended(*before, end == m_ends.end() ? VisitEnd::Lost : end->second);
    }
    if (visit && (!before || visit->ticket != before->ticket))
        Q_EMIT started(*visit);
    else if (visit && *visit != *before)
        Q_EMIT changed(*visit);
}

void CurrentVisit::setWaiting(const std::optional<Visit> &visit)
{
    if (m_waiting == visit)
        return;
    m_waiting = visit;
    Q_EMIT waitingChanged();
}

} // namespace sprechtag::clerk::model
