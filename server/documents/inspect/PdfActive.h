// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

class QPDF;
class QPDFObjectHandle;

//! What a PDF would do to whoever opens it. No newer than C++17, as PdfJudge.h.
namespace sprechtag::documents {

//! Any of its objects, also of those that nothing refers to.
[[nodiscard]] bool isActive(QPDF &pdf);
//! Takes everything out that does something, opens something or carries something. What was wrong with it in another
//! way stays: whoever asks for this looks at the outcome again.
void takeOutWhatActs(QPDF &pdf);

} // namespace sprechtag::documents
