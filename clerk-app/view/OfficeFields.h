// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/view/TownFields.h"

namespace sprechtag::clerk::view {

//! The form of an office, field by field.
[[nodiscard]] QList<FieldSpec> officeFields(const FieldContext &context);

} // namespace sprechtag::clerk::view
