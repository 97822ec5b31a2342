// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>

//! Standard library only, and no newer than C++17: clang does not take the headers of qpdf in C++20.
namespace sprechtag::documents {

//! Quiet: it does nothing, or nothing any more. Active: what it does cannot be taken out of it, or is all that it has.
enum class PdfVerdict { Quiet, Active, Signed, Encrypted, Damaged, TooComplex };

struct PdfLimits
{
    std::size_t pages;
    std::size_t objects;
};

//! What is to be said of a PDF, and what is to be handed on in its place.
struct PdfFinding
{
    PdfVerdict verdict{};
    std::string anew{}; //!< empty: as it came
    bool cleaned{};     //!< what it did, or carried, is not in it any more
    int fields{};       //!< to fill in
};

[[nodiscard]] PdfFinding judgePdf(const char *content, std::size_t bytes, PdfLimits limits);

} // namespace sprechtag::documents
