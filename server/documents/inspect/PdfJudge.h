// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

//! Standard library only, and no newer than C++17: clang does not take the headers of qpdf in C++20.
namespace sprechtag::documents {

enum class PdfVerdict { Quiet, Active, Encrypted, Damaged, TooComplex };

struct PdfLimits
{
    std::size_t pages;
    std::size_t objects;
};

//! What a PDF would do to whoever opens it.
[[nodiscard]] PdfVerdict judgePdf(const char *content, std::size_t bytes, PdfLimits limits);

} // namespace sprechtag::documents
