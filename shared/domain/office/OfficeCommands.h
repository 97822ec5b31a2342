// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Words.h"

//! What is asked of an office as a whole, and of its desks.
namespace sprechtag::office {

//! Opens the office and its intake; a clerk who is not at a desk there arrives first. Open already: nothing to do.
struct Open
{
    ClerkId clerk;
};
//! Opening, closing and the intake need the right to do so, not a desk.
struct Close
{
    ClerkId clerk;
    CloseMode mode;
};
struct SuspendIntake
{
    ClerkId clerk;
};
struct ResumeIntake
{
    ClerkId clerk;
};
//! The opening hours say: this is the window of now, or the next one. One that is over counts as none.
struct SetWindow
{
    std::optional<Window> window;
};

//! Takes a desk in the office, or comes back to it after a lost line (held tickets resume under a new epoch).
struct Arrive
{
    ClerkId clerk;
};
struct Depart
{
    ClerkId clerk;
};
//! Also changes reason and end of a pause that lasts already.
struct Pause
{
    ClerkId clerk;
    PauseReason reason{PauseReason::Break};
    std::optional<Instant> backAt{};
};
struct Resume
{
    ClerkId clerk;
};
struct LoseClerk
{
    ClerkId clerk;
};
//! The clerk may not staff the office any more: the desk goes at once, and whoever was there is next in line.
struct Dismiss
{
    ClerkId clerk;
};

//! Somebody looked at the clock; see due(). Afterwards nothing is due before a later time.
struct Tick
{
};
//! The server has started anew: every line is lost, every grace begins now, even for those who were lost before.
struct Restart
{
};

} // namespace sprechtag::office
