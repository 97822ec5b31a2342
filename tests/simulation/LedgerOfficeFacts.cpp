// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/LedgerNoting.h"

#include <algorithm>

namespace sprechtag::simulation {

using namespace office;

// Closing time, the hard end or a clerk's order: the office is about to close.
bool Noting::closing() const
{
    if (cause<Close>())
        return true;
    if (l.m_intake == Intake::SuspendedThenClose)
        return true;
    return cause<Tick>() && l.intakeIsOver(l.m_now);
}

void Noting::operator()(const OfficeOpened &fact) const
{
    const bool inTime = l.m_window && l.m_window->opensAt <= l.m_now && l.m_now < l.m_window->closesAt;
    const bool asked = cause<SetWindow>() || cause<Tick>() || by<Arrive>(fact.clerk) || by<Resume>(fact.clerk);
    const bool byHours = asked && inTime && l.m_settings.opensByHours && !l.m_closedByHand &&
                         desk(fact.clerk).state == DeskState::Present;
    l.require((by<Open>(fact.clerk) || byHours) && !l.m_open, "office: opened by nobody or twice");
    l.m_open = true;
    l.m_intake = Intake::Open;
    l.m_closedByHand = false;
    l.m_hardEnd.reset();
    l.m_closesAt.reset();
    if (l.m_window && l.m_window->closesAt > l.m_now)
        l.m_closesAt = l.m_window->closesAt;
}

void Noting::operator()(const OfficeClosed &fact) const
{
    const bool mustWait = cause<Close>() && cause<Close>()->mode == CloseMode::ServeWaiting;
    const auto end = l.hardEnd();
    const bool hardEnd = end && *end <= l.m_now;
    bool allowed = false;
    bool byHand = fact.reason == CloseReason::Clerk;
    switch (fact.reason) {
    case CloseReason::Clerk:
        allowed = cause<Close>() && (!mustWait || l.m_hadNobodyToServe);
        break;
    case CloseReason::LobbyServed:
        allowed = l.m_intake == Intake::SuspendedThenClose && l.m_live.empty();
        byHand = !l.m_hardEnd;
        break;
    case CloseReason::Hours:
        allowed = cause<Tick>() && (hardEnd || (l.intakeIsOver(l.m_now) && l.m_live.empty()));
        break;
    }
    l.require(l.m_open && allowed, "office: closed without a reason");
    l.m_open = false;
    l.m_missedWereEnded = false;
    l.m_intake = Intake::Open;
    l.m_closedByHand = byHand && l.m_window && l.m_window->opensAt <= l.m_now;
    l.m_closesAt.reset();
    l.m_hardEnd.reset();
}

void Noting::operator()(const IntakeSuspended &fact) const
{
    if (!fact.clerk) {
        const bool over = cause<Tick>() && l.m_closesAt && *l.m_closesAt <= l.m_now && !l.nobodyToServe();
        const auto end = l.m_closesAt.value_or(Instant{}) + l.m_settings.hardEndAfter;
        l.require(l.m_open && over && fact.thenClose && fact.hardEnd == end && end > l.m_now,
                  "office: closing time at the wrong time");
        l.m_hardEnd = fact.hardEnd;
        l.m_closesAt.reset();
        l.m_intake = Intake::SuspendedThenClose;
        return;
    }
    const bool closes = by<Close>(*fact.clerk) && cause<Close>()->mode == CloseMode::ServeWaiting &&
                        l.m_intake != Intake::SuspendedThenClose;
    const bool suspends = by<SuspendIntake>(*fact.clerk) && l.m_intake == Intake::Open;
    l.require(l.m_open && !fact.hardEnd && (fact.thenClose ? closes : suspends),
              "office: intake suspended without a reason");
    l.m_intake = fact.thenClose ? Intake::SuspendedThenClose : Intake::Suspended;
}

void Noting::operator()(const IntakeResumed &fact) const
{
    l.require(by<ResumeIntake>(fact.clerk) && l.m_open && l.m_intake != Intake::Open, "office: intake resumed");
    l.m_intake = Intake::Open;
}

void Noting::operator()(const WindowSet &fact) const
{
    const auto *order = cause<SetWindow>();
    const bool over = cause<Tick>() && l.m_window && l.m_window->closesAt <= l.m_now && !fact.window;
    const bool useful =
        order && order->window && order->window->closesAt > l.m_now && order->window->opensAt < order->window->closesAt;
    const bool told = order && (useful ? fact.window == order->window : !fact.window);
    l.require((over || told) && fact.window != l.m_window, "office: a window that nobody asked for");
    if (!fact.window || !l.m_window || fact.window->opensAt != l.m_window->opensAt)
        l.m_closedByHand = false;
    l.m_window = fact.window;
    if (!l.m_open || (l.m_closesAt && *l.m_closesAt <= l.m_now))
        return;
    l.m_closesAt.reset();
    if (fact.window)
        l.m_closesAt = fact.window->closesAt;
}

void Noting::operator()(const ClerkArrived &fact) const
{
    Desk &one = desk(fact.clerk);
    const bool away = one.state == DeskState::Away || one.state == DeskState::Lost;
    l.require(away && (by<Arrive>(fact.clerk) || by<Open>(fact.clerk)), "clerk: arrived twice or uncalled");
    one.state = one.pausedBefore ? DeskState::Paused : DeskState::Present;
    one.pausedBefore = false;
}

void Noting::operator()(const ClerkDeparted &fact) const
{
    Desk &one = desk(fact.clerk);
    const bool over = one.state == DeskState::Lost && cause<Tick>();
    l.require(one.state != DeskState::Away && (over || by<Depart>(fact.clerk) || by<Dismiss>(fact.clerk)),
              "clerk: departed uncalled");
    l.require(!one.ticket, "I-4: a clerk left a visitor behind");
    one = Desk{};
}

void Noting::operator()(const ClerkPaused &fact) const
{
    Desk &one = desk(fact.clerk);
    const bool there = one.state == DeskState::Present || one.state == DeskState::Paused;
    l.require(there && by<Pause>(fact.clerk) && cause<Pause>()->backAt == fact.backAt, "clerk: paused uncalled");
    one.state = DeskState::Paused;
    one.backAt = fact.backAt;
}

void Noting::operator()(const ClerkResumed &fact) const
{
    Desk &one = desk(fact.clerk);
    l.require(one.state == DeskState::Paused && by<Resume>(fact.clerk), "clerk: resumed uncalled");
    one.state = DeskState::Present;
    one.backAt.reset();
}

void Noting::operator()(const ClerkLost &fact) const
{
    Desk &one = desk(fact.clerk);
    const bool here = one.state == DeskState::Present || one.state == DeskState::Paused;
    const bool allowed = cause<Restart>() ? one.state != DeskState::Away : here && by<LoseClerk>(fact.clerk);
    l.require(allowed, "clerk: lost uncalled");
    if (here)
        one.pausedBefore = one.state == DeskState::Paused;
    one.state = DeskState::Lost;
    one.lostAt = l.m_now;
}

} // namespace sprechtag::simulation
