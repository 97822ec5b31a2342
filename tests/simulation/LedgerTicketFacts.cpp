// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/LedgerNoting.h"

#include <algorithm>

namespace sprechtag::simulation {

using namespace office;

std::int64_t lengthOf(Instant from, Instant until)
{
    return std::max<std::int64_t>(std::chrono::duration_cast<seconds>(until - from).count(), 0);
}

std::int64_t arrivalKey(Instant at)
{
    return at.time_since_epoch().count() * 1000;
}

Person &Noting::person(const TicketId &ticket) const
{
    l.require(l.isLive(indexOf(ticket)), "I-1: a fact about a ticket that has ended or never was");
    if (indexOf(ticket) >= l.m_people.size())
        l.m_people.resize(indexOf(ticket) + 1);
    return l.m_people[indexOf(ticket)];
}

Person &Noting::newcomer(const TicketId &ticket) const
{
    const std::uint32_t index = indexOf(ticket);
    const Person &known = l.person(index);
    l.require(known.life == Life::Unknown || (known.life == Life::Ended && known.handedOver && cause<Receive>()),
              "I-1: drawn twice");
    if (index >= l.m_people.size())
        l.m_people.resize(index + 1);
    l.m_live.push_back(index);
    l.m_people[index] = Person{};
    l.m_people[index].life = Life::Waiting;
    return l.m_people[index];
}

void Noting::release(Person &one) const
{
    one.proposal.reset();
    one.control = {};
    if (one.clerk)
        l.m_desks[*one.clerk].ticket.reset();
    one.clerk.reset();
}

void Noting::leaveDesk(Person &one) const
{
    one.entered = false;
    one.reminded = false;
    release(one);
}

void Noting::bury(const TicketId &ticket) const
{
    Person &one = person(ticket);
    release(one);
    one.life = Life::Ended;
    std::erase(l.m_live, indexOf(ticket));
    ++l.m_ended;
}

void Noting::beginGrace(Person &one) const
{
    if (one.line == Line::Connected)
        return;
    one.line = Line::Lost;
    one.lostAt = l.m_now;
}

void Noting::judgeIntake() const
{
    l.require(l.m_open && l.m_intake == Intake::Open, "I-13: a closed office issued a ticket");
    l.require(!l.intakeIsOver(l.m_now), "I-13: a ticket after closing time");
    const auto limit = l.capacity();
    l.require(!limit || l.waiting() < *limit, "I-13: more people in line than seats");
    const auto end = l.acceptanceEnd();
    l.require(!end || l.m_now <= *end, "I-13: more work than fits before the hard end");
}

void Noting::judgeNumber(const TicketDrawn &fact) const
{
    l.require(!l.numberIsLive(fact.number, fact.day, std::nullopt), "I-21: a number that is in use");
    l.require(fact.number >= 1 && fact.number <= l.m_settings.lastNumber, "I-21: a number outside the series");
    std::uint32_t number = fact.day == l.m_day ? l.m_lastNumber : 0;
    for (std::uint32_t i = 0; i < l.m_settings.lastNumber; ++i) {
        number = number % l.m_settings.lastNumber + 1;
        if (number == fact.number || !l.numberIsLive(number, fact.day, std::nullopt))
            break;
    }
    l.require(number == fact.number, "I-21: a free number was passed over");
}

void Noting::operator()(const TicketDrawn &fact) const
{
    const auto *draw = cause<Draw>();
    l.require(about<Draw>(fact.ticket) && draw->day == fact.day && draw->concern == fact.concern &&
                  draw->appointment == fact.appointment,
              "I-1: drawn uncalled");
    if (!draw)
        return;
    const bool onTime = draw->appointment && l.m_now >= *draw->appointment - l.m_settings.appointmentEarly &&
                        l.m_now <= *draw->appointment + l.m_settings.appointmentLate;
    l.require(fact.standing == (onTime ? Standing::Appointment : Standing::Walkin), "I-6: drawn into the wrong class");
    if (!onTime)
        judgeIntake();
    l.require(l.m_open && l.m_intake == Intake::Open, "I-13: a closed office issued a ticket");
    judgeNumber(fact);
    Person &one = newcomer(fact.ticket);
    one.number = fact.number;
    one.day = fact.day;
    one.standing = fact.standing;
    one.concern = fact.concern;
    one.drawnAt = l.m_now;
    one.key = std::max(l.m_nextKey, arrivalKey(l.m_now));
    l.m_nextKey = one.key + 1;
    l.m_day = fact.day;
    l.m_lastNumber = fact.number;
    ++l.m_issued;
}

// The first place from the time of the arrival on that nobody has.
void Noting::judgeArrivalKey(const TicketReceived &fact) const
{
    const auto taken = [&](std::int64_t key) {
        return std::ranges::any_of(l.m_live, [&](auto index) { return l.m_people[index].key == key; });
    };
    std::int64_t key = arrivalKey(fact.drawnAt);
    while (key < fact.rank && taken(key))
        ++key;
    l.require(key == fact.rank && !taken(key), "I-7: received at another place than that of the arrival");
}

void Noting::operator()(const TicketReceived &fact) const
{
    const auto *order = cause<Receive>();
    l.require(about<Receive>(fact.ticket) && order->number == fact.number && order->day == fact.day &&
                  order->drawnAt == fact.drawnAt && order->origin == fact.origin && order->concern == fact.concern &&
                  order->epoch == fact.epoch && order->reservedFor == fact.reservedFor,
              "I-12: received something else than was sent");
    judgeIntake();
    l.require(!l.numberIsLive(fact.number, fact.day, fact.origin), "I-21: a number that is in use");
    judgeArrivalKey(fact);
    Person &one = newcomer(fact.ticket);
    one.number = fact.number;
    one.day = fact.day;
    one.origin = fact.origin;
    one.concern = fact.concern;
    one.drawnAt = fact.drawnAt;
    one.key = fact.rank;
    one.epoch = fact.epoch;
    l.m_nextKey = std::max(l.m_nextKey, one.key + 1);
    if (fact.reservedFor) {
        l.require(fact.reservedUntil == l.m_now + l.m_settings.reservedAtMost, "I-24: kept for the wrong time");
        one.reservedFor = indexOf(*fact.reservedFor);
        one.reservedUntil = fact.reservedUntil.value_or(l.m_now);
    }
    ++l.m_received;
}

void Noting::operator()(const TicketConnected &fact) const
{
    Person &one = person(fact.ticket);
    l.require(about<Connect>(fact.ticket) && one.line != Line::Connected, "line: connected twice or uncalled");
    one.line = Line::Connected;
}

void Noting::operator()(const TicketDisconnected &fact) const
{
    Person &one = person(fact.ticket);
    const bool lost = about<Disconnect>(fact.ticket) && one.line == Line::Connected;
    l.require(lost || cause<Restart>(), "line: disconnected twice or uncalled");
    one.line = Line::Lost;
    one.lostAt = l.m_now;
    one.lineFailed = true;
}

void Noting::operator()(const TicketUnreachable &fact) const
{
    Person &one = person(fact.ticket);
    const bool over = one.line == Line::Lost && l.m_now >= one.lostAt + l.m_settings.citizenGrace;
    l.require(l.lineCounts(one) && over && (cause<Tick>() || cause<Dismiss>()),
              "I-24: given up before the grace was over");
    one.line = Line::Unreachable;
}

void Noting::operator()(const TicketAway &fact) const
{
    Person &one = person(fact.ticket);
    l.require(about<StepAway>(fact.ticket) && one.life == Life::Waiting && !one.away, "away: uncalled or twice");
    l.require(fact.until == l.m_now + l.m_settings.awayAtMost, "I-24: away for the wrong time");
    one.away = fact.until;
}

void Noting::operator()(const TicketBack &fact) const
{
    Person &one = person(fact.ticket);
    const bool over = cause<Tick>() && one.away && *one.away <= l.m_now;
    l.require(one.away && (over || about<ComeBack>(fact.ticket)), "away: back uncalled");
    one.away.reset();
    beginGrace(one);
}

void Noting::operator()(const TicketPrioritised &fact) const
{
    Person &one = person(fact.ticket);
    const auto *order = cause<Prioritise>();
    l.require(by<Prioritise>(fact.clerk) && about<Prioritise>(fact.ticket) && fact.reason == order->reason,
              "I-6: a class that nobody gave");
    l.require(one.life == Life::Waiting && one.standing >= Standing::Priority1, "I-6: a class given to the first");
    constexpr std::array kStandings{Standing::Walkin, Standing::Priority1, Standing::Priority2, Standing::Priority3};
    l.require(order && fact.standing == kStandings.at(static_cast<std::size_t>(order->priority)), "I-6: another class");
    one.standing = fact.standing;
}

void Noting::operator()(const TicketPromoted &fact) const
{
    Person &one = person(fact.ticket);
    const std::uint32_t bound = std::max(l.m_settings.overtakenAtMost, 1U);
    l.require(cause<CallNext>() && one.overtaken >= bound, "I-10: to the front without having been overtaken");
    l.require(one.life == Life::Waiting && one.standing != Standing::Front, "I-10: somebody at the front was promoted");
    one.standing = Standing::Front;
    one.overtaken = 0;
}

} // namespace sprechtag::simulation
