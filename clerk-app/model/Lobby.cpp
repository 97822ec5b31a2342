// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Lobby.h"

#include "clerk-app/model/Words.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace sprechtag::clerk::model {

namespace {

PersonState stateOf(const office::Ticket &ticket, Instant now)
{
    switch (ticket.state) {
    case office::TicketState::Called:
        return PersonState::Called;
    case office::TicketState::InCall:
        return PersonState::InCall;
    case office::TicketState::Held:
        return PersonState::Held;
    case office::TicketState::Parked:
        return PersonState::Parked;
    case office::TicketState::Missed:
        return PersonState::Missed;
    case office::TicketState::Waiting:
        break;
    }
    if (ticket.awayUntil)
        return PersonState::Away;
    switch (ticket.line) {
    case office::Line::Unreachable:
        return PersonState::Unreachable;
    case office::Line::Lost:
        return PersonState::Unsteady;
    case office::Line::Connected:
        break;
    }
    if (!ticket.notBefore || *ticket.notBefore <= now)
        return PersonState::Waiting;
    return ticket.lapsedCalls > 0 ? PersonState::DidNotCome : PersonState::SetAside;
}

// Since when the person is in this state, as far as that is more telling than when the number was drawn.
Instant sinceOf(const office::Ticket &ticket, const office::Settings &settings)
{
    switch (ticket.state) {
    case office::TicketState::Called:
    case office::TicketState::Held:
        return ticket.calledAt;
    case office::TicketState::InCall:
        return ticket.enteredAt;
    case office::TicketState::Parked:
        return ticket.parkedAt.value_or(ticket.drawnAt);
    case office::TicketState::Missed:
        return ticket.deadline ? *ticket.deadline - settings.missedListed : ticket.drawnAt;
    case office::TicketState::Waiting:
        break;
    }
    return ticket.drawnAt;
}

} // namespace

Lobby::Lobby(Town &town, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_town(town)
    , m_clock(clock)
{
    connect(&m_town, &Town::officeAdded, this, &Lobby::refresh);
    connect(&m_town, &Town::officeChanged, this, &Lobby::refresh);
    connect(&m_town, &Town::officeRemoved, this, [this] {
        if (m_office && m_town.find(*m_office) == nullptr)
            m_office.reset();
        refresh();
    });
    connect(&m_town, &Town::cleared, this, &Lobby::refresh);
}

void Lobby::setMe(std::optional<ClerkId> me)
{
    m_me = me;
    refresh();
}

void Lobby::setOffice(std::optional<OfficeId> office)
{
    m_office = office;
    refresh();
}

void Lobby::refreshWaits()
{
    refresh(); // a pause after a missed call may be over
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        QString text = waitText(m_rows[i]);
        if (text == m_waitTexts[i])
            continue;
        m_waitTexts[i] = std::move(text);
        const QModelIndex cell = index(static_cast<int>(i), SinceColumn);
        Q_EMIT dataChanged(cell, cell, {Qt::DisplayRole});
    }
}

int Lobby::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int Lobby::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant Lobby::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LobbyRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<int>(Qt::AlignLeft | Qt::AlignVCenter);
    case TicketRole:
        return QString::fromStdString(row.ticket.text());
    case OfficeRole:
        return QString::fromStdString(row.office.text());
    case PersonStateRole:
        return static_cast<int>(row.state);
    case MineRole:
        return row.mine;
    case GroupStartRole:
        return index.row() > 0 &&
               groupOf(row.state) != groupOf(m_rows[static_cast<std::size_t>(index.row()) - 1].state);
    default:
        return {};
    }
}

QVariant Lobby::text(const LobbyRow &row, int column) const
{
    switch (column) {
    case NumberColumn:
        return row.number;
    case NameColumn:
        return row.name.isEmpty() ? tr("(no name)") : row.name;
    case ConcernColumn:
        return row.concern;
    case SinceColumn:
        return waitText(row);
    case StateColumn:
        return Words::person(row);
    case PapersColumn:
        return Words::paperCount(row.papers);
    default:
        return {};
    }
}

QString Lobby::waitText(const LobbyRow &row) const
{
    return Words::span(std::chrono::duration_cast<seconds>(m_clock.now() - row.since));
}

QVariant Lobby::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("Number");
    case NameColumn:
        return tr("Name");
    case ConcernColumn:
        return tr("Concern");
    case SinceColumn:
        return tr("Since");
    case StateColumn:
        return tr("State");
    case PapersColumn:
        return tr("Papers");
    default:
        return {};
    }
}

// Counted as the office counts: who cannot be reached is shown, but does not stand in line.
int Lobby::waitingCount() const
{
    std::uint32_t count = 0;
    for (const OfficeBook *book : shownBooks())
        count += office::waitingCount(book->state);
    return static_cast<int>(count);
}

std::vector<const OfficeBook *> Lobby::shownBooks() const
{
    std::vector<const OfficeBook *> books;
    for (const OfficeBook &book : m_town.offices()) {
        const bool staffed = m_me && book.state.clerks.contains(*m_me);
        if (m_office ? book.card.id == *m_office : staffed)
            books.push_back(&book);
    }
    return books;
}

bool Lobby::hasPapers() const
{
    return std::ranges::any_of(m_rows, [](const LobbyRow &row) { return row.papers.listed > 0; });
}

int Lobby::count(PersonGroup group) const
{
    return static_cast<int>(
        std::ranges::count_if(m_rows, [group](const LobbyRow &row) { return groupOf(row.state) == group; }));
}

LobbyRow Lobby::rowOf(const OfficeBook &book, TicketId id, const office::Ticket &ticket) const
{
    LobbyRow row{book.card.id, id, book.card.name, book.numberText(id, ticket), {}, {}, {}, {}, {}, false};
    row.state = stateOf(ticket, m_clock.now());
    row.since = sinceOf(ticket, book.state.settings);
    row.standing = ticket.standing;
    row.reachable = ticket.line != office::Line::Unreachable;
    row.until = row.state == PersonState::Away ? ticket.awayUntil : ticket.deadline;
    row.parkedFor = ticket.parked;
    row.reminded = ticket.reminded;
    row.appointment = ticket.appointment;
    if (const auto visit = book.visits.find(id); visit != book.visits.end()) {
        row.name = visit->second.name;
        row.concern = visit->second.concern;
        row.language = visit->second.lang;
        row.papers = Words::papersOf(visit->second);
    }
    if (ticket.clerk) {
        row.clerk = book.clerkName(*ticket.clerk);
        row.mine = ticket.clerk == m_me;
    }
    if (ticket.reservedFor && ticket.reservedUntil.value_or(m_clock.now()) > m_clock.now()) {
        row.reservedFor = book.clerkName(*ticket.reservedFor);
        row.reservedForMe = ticket.reservedFor == m_me;
        row.reservedUntil = ticket.reservedUntil;
    }
    return row;
}

// The lines of several offices run side by side: next is always the head that has waited longest, and no office's own
// order is disturbed.
std::vector<LobbyRow> Lobby::waitingRows() const
{
    std::vector<std::vector<LobbyRow>> lines;
    for (const OfficeBook *book : shownBooks()) {
        std::vector<LobbyRow> line;
        for (const auto &[rank, id] : book->state.line) {
            if (const auto ticket = book->state.tickets.find(id); ticket != book->state.tickets.end())
                line.push_back(rowOf(*book, id, ticket->second));
        }
        std::ranges::reverse(line); // the head is taken from the back
        if (!line.empty())
            lines.push_back(std::move(line));
    }
    std::vector<LobbyRow> merged;
    while (!lines.empty()) {
        const auto next = std::ranges::min_element(lines, {}, [](const auto &line) { return line.back().since; });
        merged.push_back(std::move(next->back()));
        next->pop_back();
        if (next->empty())
            lines.erase(next);
    }
    return merged;
}

// Those being served, mine first; then the parked and the missed, each block by how long it lasts already.
std::vector<LobbyRow> Lobby::otherRows() const
{
    std::vector<LobbyRow> others;
    for (const OfficeBook *book : shownBooks()) {
        for (const auto &[id, ticket] : book->state.tickets) {
            if (ticket.state != office::TicketState::Waiting)
                others.push_back(rowOf(*book, id, ticket));
        }
    }
    std::ranges::sort(others, [](const LobbyRow &a, const LobbyRow &b) {
        return std::tuple(groupOf(a.state), !a.mine, a.since, a.ticket) <
               std::tuple(groupOf(b.state), !b.mine, b.since, b.ticket);
    });
    return others;
}

// Brings the rows to what they should be by the fewest steps that a view can follow: selection and scrolling stay.
void Lobby::refresh()
{
    std::vector<LobbyRow> wanted = waitingRows();
    std::ranges::move(otherRows(), std::back_inserter(wanted));
    removeMissing(wanted);
    for (std::size_t at = 0; at < wanted.size(); ++at)
        place(at, wanted[at]);
}

void Lobby::removeMissing(const std::vector<LobbyRow> &wanted)
{
    std::set<TicketId> keep;
    for (const LobbyRow &row : wanted)
        keep.insert(row.ticket);
    for (int at = rowCount() - 1; at >= 0; --at) {
        if (keep.contains(m_rows[static_cast<std::size_t>(at)].ticket))
            continue;
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        m_waitTexts.erase(m_waitTexts.begin() + at);
        endRemoveRows();
    }
}

void Lobby::place(std::size_t at, const LobbyRow &row)
{
    const auto here = m_rows.begin() + static_cast<std::ptrdiff_t>(at);
    const auto found = std::find_if(here, m_rows.end(), [&row](const LobbyRow &r) { return r.ticket == row.ticket; });
    const int to = static_cast<int>(at);
    if (found == m_rows.end()) {
        beginInsertRows({}, to, to);
        m_rows.insert(here, row);
        m_waitTexts.insert(m_waitTexts.begin() + to, waitText(row));
        endInsertRows();
        return;
    }
    if (found != here) {
        const int from = static_cast<int>(found - m_rows.begin());
        beginMoveRows({}, from, from, {}, to);
        std::rotate(here, found, found + 1);
        std::rotate(m_waitTexts.begin() + to, m_waitTexts.begin() + from, m_waitTexts.begin() + from + 1);
        endMoveRows();
    }
    LobbyRow &shown = m_rows[at];
    if (shown == row)
        return;
    shown = row;
    m_waitTexts[at] = waitText(row);
    Q_EMIT dataChanged(index(to, 0), index(to, ColumnCount - 1));
}

} // namespace sprechtag::clerk::model
