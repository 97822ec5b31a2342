// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Office.h"

namespace sprechtag::office {

//! What is said about a wait. Unknown is honest: nobody serves, or too few visits to tell.
struct WaitEstimate
{
    enum class Kind { Unknown, Soon, Range };
    Kind kind{Kind::Unknown};
    minutes low{};  //!< rounded to 5 minutes
    minutes high{}; //!< rounded to 5 minutes, never below low
    friend bool operator==(const WaitEstimate &, const WaitEstimate &) = default;
};

//! The wait of somebody with so many people ahead: low = 0.8·a/s·max(0, n−s+1), high = a/s·(n+1).
//! The web page computes the same; both are held to tests/contract/fixtures/wait_estimate.json.
[[nodiscard]] WaitEstimate estimateWait(const PublicView &office, std::uint32_t peopleAhead);

} // namespace sprechtag::office
