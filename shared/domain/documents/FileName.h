// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/documents/Document.h"

namespace sprechtag::documents {

//! The name under which a file is shown and saved: no path, no control or direction marks, no name that Windows keeps
//! for itself, not too long, and the ending of what the file really is.
[[nodiscard]] QString shownName(const QString &given, Kind kind);

[[nodiscard]] QLatin1String endingOf(Kind kind);
[[nodiscard]] QLatin1String mediaTypeOf(Kind kind);

} // namespace sprechtag::documents
