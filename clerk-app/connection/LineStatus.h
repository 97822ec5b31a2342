// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <optional>

namespace sprechtag::clerk::connection {

enum class LineState {
    Offline,    //!< nobody is signed in
    Connecting, //!< on the way, or greeting
    Online,     //!< commands are answered
    Waiting,    //!< lost; tries again by itself
    Stopped     //!< will not try again by itself; see StopReason
};

enum class StopReason {
    None,
    TakenOver,     //!< the same clerk signed in on another device
    SessionEnded,  //!< the server no longer knows the session
    UpgradeNeeded, //!< the server speaks no protocol that this program knows
    Dismissed      //!< the server said stop without a reason that we know
};

enum class LineTrouble {
    None,
    Unreachable, //!< no server there, or it does not answer
    Certificate, //!< it cannot prove who it is: nothing is sent
    Lost,        //!< was there, is gone
    Restarting   //!< the server said that it comes back
};

//! How the line to the server is, for everybody to see.
struct LineStatus
{
    LineState state{LineState::Offline};
    StopReason stopped{StopReason::None};
    LineTrouble trouble{LineTrouble::None};
    std::optional<milliseconds> retryIn{};
    friend bool operator==(const LineStatus &, const LineStatus &) = default;
};

} // namespace sprechtag::clerk::connection
