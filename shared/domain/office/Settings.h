// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <cstdint>
#include <optional>

namespace sprechtag::office {

//! What an authority can set for an office; defaults are those of the product.
struct Settings
{
    seconds enterWithin{60};                   //!< a call that nobody answers lapses
    seconds clerkGrace{90};                    //!< a lost clerk keeps desk and visit
    seconds citizenGrace{120};                 //!< a lost citizen keeps everything, silently
    minutes unreachableUntil{10};              //!< counted from the loss; then the ticket has left
    minutes notCalledAfterMiss{5};             //!< pause of *call next* after a call without an answer
    std::uint32_t maxCalls{3};                 //!< calls without an answer until the ticket is missed
    minutes missedListed{30};                  //!< a missed ticket may be taken in again
    minutes awayAtMost{20};                    //!< then whoever has stepped away is taken for back
    minutes appointmentEarly{15};              //!< check-in opens so long before the appointment
    minutes appointmentLate{15};               //!< later than this, the appointment is a walk-in
    minutes parkReminder{15};                  //!< unless the clerk says otherwise
    minutes reservedAtMost{10};                //!< a transfer to one clerk waits for that clerk
    std::uint32_t overtakenAtMost{10};         //!< by younger tickets of higher classes
    std::optional<std::uint32_t> queueLimit{}; //!< most people in line; none: no limit; 0: only while a clerk is idle
    std::uint32_t lastNumber{999};             //!< then the series begins anew, skipping live numbers
    bool opensByHours{};                       //!< opens by itself in its window, as soon as a clerk is present
    minutes hardEndAfter{60};                  //!< closing time to hard end
    std::optional<seconds> defaultService{};   //!< length of a visit, until enough of them are known
    minutes guestCodeLives{15};                //!< how long a guest may come in with it; no rule of the line asks
    friend bool operator==(const Settings &, const Settings &) = default;
};

} // namespace sprechtag::office
