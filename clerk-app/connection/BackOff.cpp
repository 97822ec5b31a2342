// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/BackOff.h"

#include <algorithm>

namespace sprechtag::clerk::connection {

namespace {

milliseconds part(milliseconds whole, double fraction)
{
    return milliseconds(static_cast<milliseconds::rep>(static_cast<double>(whole.count()) * fraction));
}

} // namespace

milliseconds BackOff::next(double chance)
{
    milliseconds step = m_first;
    for (int i = 0; i < m_attempt && step < m_longest; ++i)
        step *= 2;
    step = std::min(step, m_longest);
    ++m_attempt;
    return part(step, 0.5 + 0.5 * chance);
}

milliseconds BackOff::asked(seconds after, double chance)
{
    return part(milliseconds(after), 1.0 + chance);
}

} // namespace sprechtag::clerk::connection
