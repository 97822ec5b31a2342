// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/VisitGuests.h"

#include "clerk-app/model/LanguageWords.h"
#include "clerk-app/model/Words.h"
#include "shared/protocol/Limits.h"

#include <algorithm>

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;
using protocol::Person;
using protocol::PersonRole;
using Presence = protocol::PersonState; // rows of the lobby have states of their own

namespace wire = protocol::clerk;
namespace limits = protocol::limits;

namespace {

// After the desk is taken again, the server tells at once.
constexpr seconds kNewsWithin{5};
constexpr qsizetype kSpokenGroup = 4;

} // namespace

VisitGuests::VisitGuests(CurrentVisit &visit, Town &town, connection::CommandPort &commands, const Clock &clock,
                         QObject *parent)
    : QAbstractListModel(parent)
    , m_visit(visit)
    , m_town(town)
    , m_commands(commands)
    , m_interpreters(commands, clock)
    , m_colleagues(visit, commands)
{
    m_news.setSingleShot(true);
    connect(&m_news, &QTimer::timeout, this, [this] {
        if (const auto &running = m_visit.running(); running && !m_guests.isEmpty())
            take({running->ticket, running->epoch, {}});
    });
    connect(&visit, &CurrentVisit::started, this, &VisitGuests::follow);
    connect(&visit, &CurrentVisit::changed, this, &VisitGuests::follow);
    connect(&visit, &CurrentVisit::ended, this, &VisitGuests::follow);
}

void VisitGuests::follow()
{
    const auto &visit = m_visit.running();
    const auto ticket = visit ? std::optional(visit->ticket) : std::nullopt;
    if (ticket != std::exchange(m_ticket, ticket)) {
        m_invitation.reset();
        m_takenBack.clear();
        show({});
    }
    Q_EMIT stateChanged();
}

void VisitGuests::awaitNews()
{
    if (!m_guests.isEmpty())
        m_news.start(kNewsWithin);
}

void VisitGuests::take(const wire::RoomState &room)
{
    const auto &visit = m_visit.running();
    if (!visit || visit->ticket != room.ticket)
        return;
    m_news.stop();
    m_ticket = room.ticket;
    QList<Person> guests;
    std::ranges::copy_if(room.people, std::back_inserter(guests), [](const Person &person) {
        return protocol::isGuest(person.role) || person.role == PersonRole::Colleague;
    });
    QStringList fresh;
    for (const Person &guest : std::as_const(guests)) {
        const bool known = std::ranges::any_of(m_guests, [&](const Person &old) { return old.peer == guest.peer; });
        if (!known && guest.state == Presence::Waiting)
            fresh.append(guest.name.reveal());
    }
    QStringList stayed;
    for (const Person &old : std::as_const(m_guests)) {
        const bool isThere = std::ranges::any_of(guests, [&](const Person &guest) { return guest.peer == old.peer; });
        if (old.state == Presence::Invited && !isThere && m_takenBack.erase(old.peer) == 0)
            stayed.append(old.name.reveal());
    }
    show(guests);
    // The code has opened: it opens nobody else.
    if (!fresh.isEmpty())
        m_invitation.reset();
    Q_EMIT roomChanged(room);
    Q_EMIT stateChanged();
    for (const QString &name : fresh)
        Q_EMIT arrived(name);
    for (const QString &name : stayed)
        Q_EMIT stayedAway(name);
}

// The same guests in the same order: whoever is chosen stays chosen.
void VisitGuests::show(const QList<Person> &guests)
{
    const bool same = std::ranges::equal(guests, m_guests, {}, &Person::peer, &Person::peer);
    if (!same)
        beginResetModel();
    m_guests = guests;
    if (!same)
        endResetModel();
    else if (!m_guests.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

bool VisitGuests::canInvite() const
{
    const auto &visit = m_visit.running();
    return visit && (visit->state == office::TicketState::InCall || visit->state == office::TicketState::Held);
}

const Person *VisitGuests::guest(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_guests.size() ? &m_guests.at(index.row()) : nullptr;
}

int VisitGuests::waiting() const
{
    return static_cast<int>(std::ranges::count(m_guests, Presence::Waiting, &Person::state));
}

bool VisitGuests::isFull() const
{
    // Whoever consults has a place already.
    const auto invited = std::ranges::count(m_guests, Presence::Invited, &Person::state);
    return rowCount() - waiting() - static_cast<int>(invited) >= limits::kGuestsInRoom;
}

QString VisitGuests::visitorLanguage() const
{
    const auto &visit = m_visit.running();
    return visit ? visit->language : QString();
}

QList<VisitGuests::Waiting> VisitGuests::waitingPeople() const
{
    QList<Waiting> people;
    for (const OfficeBook &book : m_town.offices()) {
        for (const auto &[place, id] : book.state.line) {
            const office::Ticket &ticket = book.state.tickets.at(id);
            const auto card = book.visits.find(id);
            const QString name = card == book.visits.end() ? QString() : card->second.name;
            const QString number = book.numberText(id, ticket);
            const bool isAsked = std::ranges::any_of(m_guests, [&](const Person &guest) {
                return guest.state == Presence::Invited && guest.name.reveal() == (name.isEmpty() ? number : name);
            });
            if (!isAsked)
                people.append({book.card.id, id, name.isEmpty() ? number : u"%1 · %2"_s.arg(number, name)});
        }
    }
    return people;
}

void VisitGuests::fetch(OfficeId office, TicketId ticket)
{
    if (const auto &visit = m_visit.running())
        send(wire::FetchGuest{{}, visit->office, visit->ticket, visit->epoch, office, ticket});
}

void VisitGuests::invite(const std::optional<wire::InterpreterWish> &interpreter)
{
    const auto &visit = m_visit.running();
    if (!visit)
        return;
    m_commands.send(wire::InviteGuest{{}, visit->office, visit->ticket, visit->epoch, interpreter}, this,
                    [this, ticket = visit->ticket](const connection::CommandResult &result) {
                        if (!result.ok() || !result.value().guestCode) {
                            Q_EMIT troubled(result.ok() ? QString() : Words::refusal(result.error()));
                            return;
                        }
                        if (m_ticket != ticket)
                            return;
                        const QString code = result.value().guestCode->code.reveal();
                        m_invitation = Invitation{code.first(kSpokenGroup) + u' ' + code.sliced(kSpokenGroup),
                                                  m_page + u"/#gast="_s + code, result.value().guestCode->expiresAt};
                        Q_EMIT stateChanged();
                    });
}

void VisitGuests::admit(const QModelIndex &index)
{
    const auto &visit = m_visit.running();
    const Person *person = guest(index);
    if (visit && person != nullptr && person->state == Presence::Consulting)
        send(wire::AdmitColleague{{}, visit->office, visit->ticket, visit->epoch});
    else if (visit && person != nullptr)
        send(wire::AdmitGuest{{}, visit->office, visit->ticket, visit->epoch, person->peer});
}

void VisitGuests::remove(const QModelIndex &index)
{
    const auto &visit = m_visit.running();
    const Person *person = guest(index);
    if (visit && person != nullptr && person->state == Presence::Invited)
        m_takenBack.insert(person->peer);
    if (visit && person != nullptr && person->state == Presence::Consulting)
        send(wire::EndColleague{{}, visit->office, visit->ticket, visit->epoch});
    else if (visit && person != nullptr)
        send(wire::RemoveGuest{{}, visit->office, visit->ticket, visit->epoch, person->peer});
}

void VisitGuests::toggle(const QModelIndex &index, bool office::CallControl::*part)
{
    const auto &visit = m_visit.running();
    const Person *person = guest(index);
    if (!visit || person == nullptr)
        return;
    office::CallControl control = person->control;
    control.*part = !(control.*part);
    send(wire::ControlGuest{{}, visit->office, visit->ticket, visit->epoch, person->peer, control});
}

void VisitGuests::send(const wire::ToServer &command)
{
    m_commands.send(command, this, [this](const connection::CommandResult &result) {
        if (!result.ok())
            Q_EMIT troubled(Words::refusal(result.error()));
    });
}

int VisitGuests::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_guests.size());
}

QVariant VisitGuests::data(const QModelIndex &index, int role) const
{
    const Person *person = guest(index);
    if (person == nullptr || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const QString state = stateText(*person);
    if (person->role == PersonRole::Interpreter)
        //: a row of the list of guests: %1 is a name, %2 a language, %3 such as "waits to be let in"
        return tr("%1, interprets %2: %3").arg(person->name.reveal(), LanguageWords::name(person->language), state);
    //: a colleague: %1 is a name, %2 an office
    const QString name =
        person->office.isEmpty() ? person->name.reveal() : tr("%1 (%2)").arg(person->name.reveal(), person->office);
    //: a row of the list of guests: %1 is a name, %2 such as "waits to be let in"
    return tr("%1: %2").arg(name, state);
}

QString VisitGuests::stateText(const Person &guest)
{
    if (guest.state == Presence::Waiting)
        return tr("waits to be let in");
    if (guest.state == Presence::Invited)
        return tr("was asked to come in");
    if (guest.state == Presence::Consulting)
        return tr("talks with you alone; the others hear neither of you");
    QStringList words{guest.state == Presence::Away ? tr("line interrupted") : tr("in the conversation")};
    if (guest.control.onHold)
        words.append(tr("on hold"));
    if (guest.control.muted)
        words.append(tr("microphone locked"));
    if (guest.control.cameraOff)
        words.append(tr("camera locked"));
    return words.join(u", "_s);
}

} // namespace sprechtag::clerk::model
