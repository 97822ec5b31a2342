// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Town.h"

namespace sprechtag::town {

//! What comes of a change when somebody else was faster: what is mine of it, and all else as it is stored.
struct Merge
{
    Value value;
    //! What both have changed, each another way, as paths such as `settings.max_calls`. There it is mine that is kept.
    QStringList clashes;
};

//! Field by field. All three are of one kind; `base` is what both changes were made of.
[[nodiscard]] Merge merge(const Value &base, const Value &mine, const Value &stored);

} // namespace sprechtag::town
