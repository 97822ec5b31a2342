// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Town.h"

#include <algorithm>

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;

QString OfficeBook::clerkName(ClerkId clerk) const
{
    const auto found = clerkNames.find(clerk);
    return found == clerkNames.end() ? QString() : found->second;
}

QString OfficeBook::numberText(TicketId id, const office::Ticket &ticket) const
{
    const QString digits = QString::number(ticket.number).rightJustified(3, u'0');
    QString letter = card.letter;
    // A number keeps the letter of the office that gave it; the own one would name somebody else.
    if (ticket.origin) {
        const auto visit = visits.find(id);
        letter = visit == visits.end() ? QString() : visit->second.letter;
    }
    return letter.isEmpty() ? digits : u"%1 %2"_s.arg(letter, digits);
}

Town::Town(QObject *parent)
    : QObject(parent)
{
}

void Town::clear()
{
    m_offices.clear();
    Q_EMIT cleared();
}

void Town::apply(const protocol::clerk::OfficeSnapshot &snapshot)
{
    OfficeBook book{snapshot.card, {}, snapshot.state, {}, snapshot.mayCallNamed};
    for (const protocol::ClerkCard &clerk : snapshot.clerks)
        book.clerkNames.emplace(clerk.id, clerk.name);
    learn(book, snapshot.visits);
    forgetEnded(book);
    const int index = indexOf(snapshot.card.id);
    if (index < 0) {
        m_offices.push_back(std::move(book));
        Q_EMIT officeAdded(static_cast<int>(m_offices.size()) - 1);
    } else {
        m_offices[static_cast<std::size_t>(index)] = std::move(book);
        Q_EMIT officeChanged(index);
    }
}

void Town::apply(const protocol::clerk::OfficeFacts &facts)
{
    const int index = indexOf(facts.office);
    if (index < 0)
        return;
    OfficeBook &book = m_offices[static_cast<std::size_t>(index)];
    learn(book, facts.visits);
    for (const office::Fact &fact : facts.facts) {
        office::evolve(book.state, fact);
        Q_EMIT factApplied(index, fact);
    }
    forgetEnded(book);
    Q_EMIT officeChanged(index);
}

void Town::apply(const protocol::clerk::OfficeVisits &visits)
{
    const int index = indexOf(visits.office);
    if (index < 0)
        return;
    OfficeBook &book = m_offices[static_cast<std::size_t>(index)];
    learn(book, visits.visits);
    forgetEnded(book);
    Q_EMIT officeChanged(index);
}

void Town::apply(const protocol::clerk::OfficeRemoved &removed)
{
    const int index = indexOf(removed.office);
    if (index < 0)
        return;
    m_offices.erase(m_offices.begin() + index);
    Q_EMIT officeRemoved(index);
}

const OfficeBook *Town::find(OfficeId id) const
{
    const int index = indexOf(id);
    return index < 0 ? nullptr : &m_offices[static_cast<std::size_t>(index)];
}

void Town::learn(const QList<protocol::clerk::Neighbour> &offices)
{
    for (const protocol::clerk::Neighbour &office : offices)
        m_otherNames.insert_or_assign(office.id, office.name);
}

QString Town::nameOf(OfficeId id) const
{
    if (const OfficeBook *book = find(id))
        return book->card.name;
    const auto other = m_otherNames.find(id);
    return other == m_otherNames.end() ? QString() : other->second;
}

int Town::indexOf(OfficeId id) const
{
    const auto found = std::ranges::find_if(m_offices, [id](const OfficeBook &book) { return book.card.id == id; });
    return found == m_offices.end() ? -1 : static_cast<int>(found - m_offices.begin());
}

void Town::learn(OfficeBook &book, const QList<protocol::VisitCard> &visits)
{
    for (const protocol::VisitCard &visit : visits)
        book.visits.insert_or_assign(visit.ticket, visit);
}

// What is known of a person goes with the visit, here as on the server.
void Town::forgetEnded(OfficeBook &book)
{
    std::erase_if(book.visits, [&book](const auto &visit) { return !book.state.tickets.contains(visit.first); });
}

} // namespace sprechtag::clerk::model
