// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/inspect/Inspect.h"
#include "server/documents/inspect/PdfJudge.h"

namespace sprechtag::documents {
namespace {

Result<Inspected, Fault> outcomeOf(const QByteArray &content, const PdfFinding &finding)
{
    if (finding.anew.empty())
        return Inspected{Kind::Pdf, content, Treatment::None, finding.fields};
    const auto anew = QByteArray::fromStdString(finding.anew);
    if (anew.size() > kFileBytes)
        return Failure(Fault::TooLarge);
    return Inspected{Kind::Pdf, anew, finding.cleaned ? Treatment::Cleaned : Treatment::Anew, finding.fields};
}

} // namespace

Result<Inspected, Fault> inspectPdf(const QByteArray &content)
{
    const PdfFinding finding = judgePdf(content.constData(), static_cast<std::size_t>(content.size()),
                                        {static_cast<std::size_t>(kPages), static_cast<std::size_t>(kObjects)});
    switch (finding.verdict) {
    case PdfVerdict::Quiet:
        return outcomeOf(content, finding);
    case PdfVerdict::Active:
        return Failure(Fault::Active);
    case PdfVerdict::Signed:
        return Failure(Fault::Signed);
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
