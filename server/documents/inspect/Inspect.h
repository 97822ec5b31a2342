// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/documents/Verdict.h"
#include "shared/base/Result.h"
#include "shared/domain/documents/Document.h"

#include <QByteArray>

//! What a file really is, and whether it may be handed on. Runs in a process of its own, sprechtag-inspect: whatever a
//! file does to a parser, the server goes on.
namespace sprechtag::documents {

//! A file that is harmless, as far as can be told. Pictures are made anew from their pixels alone; a PDF that did
//! something, or that could not be read without more ado, is written anew without that.
struct Inspected
{
    Kind kind{};
    QByteArray content;
    Treatment treatment{};
    int fields{}; //!< of a PDF: to fill in
};

inline constexpr int kPages = 1000;
inline constexpr int kObjects = 400'000;
inline constexpr qint64 kPixels = 50'000'000;
inline constexpr int kSide = 16'000;

//! By its first bytes; none: nothing that is taken.
[[nodiscard]] std::optional<Kind> kindOf(const QByteArray &content);
[[nodiscard]] Result<Inspected, Fault> inspect(const QByteArray &content);

[[nodiscard]] Result<Inspected, Fault> inspectPdf(const QByteArray &content);
[[nodiscard]] Result<Inspected, Fault> cleanImage(const QByteArray &content, Kind kind);

} // namespace sprechtag::documents
