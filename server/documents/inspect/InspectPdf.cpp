// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/inspect/Inspect.h"
#include "server/documents/inspect/PdfJudge.h"

namespace sprechtag::documents {

Result<Inspected, Fault> inspectPdf(const QByteArray &content)
{
    switch (judgePdf(content.constData(), static_cast<std::size_t>(content.size()),
                     {static_cast<std::size_t>(kPages), static_cast<std::size_t>(kObjects)})) {
    case PdfVerdict::Quiet:
        return Inspected{Kind::Pdf, content};
    case PdfVerdict::Active:
        return Failure(Fault::Active);
    case PdfVerdict::Encrypted:
        return Failure(Fault::Encrypted);
    case PdfVerdict::TooComplex:
        return Failure(Fault::TooComplex);
    case PdfVerdict::Damaged:
        break;
    }
    return Failure(Fault::Damaged);
}

} // namespace sprechtag::documents
