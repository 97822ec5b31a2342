// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/domain/documents/Document.h"

#include <QByteArray>

#include <variant>

//! What sprechtag-inspect says on its first line: `ok <kind>` or `no <fault>`.
namespace sprechtag::documents {

using Verdict = Result<Kind, Fault>;

[[nodiscard]] QByteArray verdictLine(const Verdict &verdict);
[[nodiscard]] inline QByteArray verdictLine(Kind kind)
{
    return verdictLine(Verdict(kind));
}
[[nodiscard]] inline QByteArray verdictLine(Fault fault)
{
    return verdictLine(Verdict(Failure(fault)));
}
//! None: it said nothing of the kind.
[[nodiscard]] std::optional<Verdict> readVerdict(const QByteArray &line);

} // namespace sprechtag::documents
