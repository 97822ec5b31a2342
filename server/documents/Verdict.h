// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/domain/documents/Document.h"

#include <QByteArray>

#include <variant>

//! What sprechtag-inspect says on its first line: `ok <kind> <treatment> <fields>` or `no <fault>`.
namespace sprechtag::documents {

//! What was done to a file before it is handed on. None: it is as it came. Cleaned: what it did is not in it any more.
enum class Treatment { None, Anew, Cleaned };

struct Found
{
    Kind kind{};
    Treatment treatment{};
    int fields{}; //!< of a PDF: to fill in
    friend bool operator==(const Found &, const Found &) = default;
};

using Verdict = Result<Found, Fault>;

[[nodiscard]] QByteArray verdictLine(const Verdict &verdict);
[[nodiscard]] inline QByteArray verdictLine(const Found &found)
{
    return verdictLine(Verdict(found));
}
[[nodiscard]] inline QByteArray verdictLine(Fault fault)
{
    return verdictLine(Verdict(Failure(fault)));
}
//! None: it said nothing of the kind.
[[nodiscard]] std::optional<Verdict> readVerdict(const QByteArray &line);

} // namespace sprechtag::documents
