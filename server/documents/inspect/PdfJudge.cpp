// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/inspect/PdfJudge.h"

#include "server/documents/inspect/PdfActive.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>

namespace sprechtag::documents {
namespace {

constexpr long long kPushButton = 1LL << 16; // of the flags of a field: it holds nothing

// What needs mending is read by each program in its own way: what we would look at is not what is shown.
void open(QPDF &pdf, const char *content, std::size_t bytes)
{
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processMemoryFile("a citizen's file", content, bytes);
}

// By a person or an office. What the maker of a form has signed so that one program may save it is no signature.
bool isSigned(QPDF &pdf)
{
    QPDFObjectHandle permissions = pdf.getRoot().getKey("/Perms");
    const auto isPermission = [&permissions](QPDFObjectHandle object) {
        if (!permissions.isDictionary())
            return false;
        const auto same = [&object](const QPDFObjectHandle &other) {
            return other.isIndirect() && other.getObjGen() == object.getObjGen();
        };
        return same(permissions.getKey("/UR3")) || same(permissions.getKey("/UR"));
    };
    const std::vector<QPDFObjectHandle> objects = pdf.getAllObjects();
    return std::any_of(objects.begin(), objects.end(), [&](QPDFObjectHandle object) {
        if (!object.isDictionary())
            return false;
        QPDFObjectHandle value = object.getKey("/V");
        const bool holdsOne = value.isDictionary() && !value.isIndirect() && value.hasKey("/ByteRange");
        return holdsOne || (object.hasKey("/ByteRange") && !isPermission(object));
    });
}

bool isToFillIn(QPDFObjectHandle note)
{
    if (!note.isDictionary() || !note.getKey("/Subtype").isName() || note.getKey("/Subtype").getName() != "/Widget")
        return false;
    QPDFObjectHandle flags = note.getKey("/Ff");
    return !flags.isInteger() || (flags.getIntValue() & kPushButton) == 0;
}

int fieldsOf(QPDF &pdf)
{
    int count = 0;
    for (QPDFObjectHandle page : pdf.getAllPages()) {
        QPDFObjectHandle notes = page.getKey("/Annots");
        for (int i = 0; notes.isArray() && i < notes.getArrayNItems(); ++i)
            count += isToFillIn(notes.getArrayItem(i)) ? 1 : 0;
    }
    return count;
}

// A form that a program draws: without that, one page is left, and it says that one should wait.
bool isNothingWithoutPrograms(QPDF &pdf, int fields)
{
    QPDFObjectHandle root = pdf.getRoot();
    QPDFObjectHandle drawn = root.getKey("/NeedsRendering");
    QPDFObjectHandle form = root.getKey("/AcroForm");
    return (drawn.isBool() && drawn.getBoolValue()) || (form.isDictionary() && form.hasKey("/XFA") && fields == 0);
}

// All objects anew, and none that nothing refers to. Streams stay packed: nobody has to unpack what may be endless.
std::string writtenAnew(QPDF &pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setPreserveEncryption(false);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), buffer->getSize()};
}

PdfVerdict sizeOf(QPDF &pdf, PdfLimits limits)
{
    if (pdf.getAllObjects().size() > limits.objects)
        return PdfVerdict::TooComplex;
    const std::size_t pages = pdf.getAllPages().size();
    if (pages == 0)
        return PdfVerdict::Damaged;
    return pages > limits.pages ? PdfVerdict::TooComplex : PdfVerdict::Quiet;
}

// What is handed on is looked at as if somebody had sent it.
PdfFinding madeHarmless(QPDF &pdf, PdfFinding finding, PdfLimits limits)
{
    if (finding.cleaned) {
        if (isNothingWithoutPrograms(pdf, finding.fields))
            return {PdfVerdict::Active};
        takeOutWhatActs(pdf);
    }
    finding.anew = writtenAnew(pdf);
    QPDF outcome;
    open(outcome, finding.anew.data(), finding.anew.size());
    if (isActive(outcome) || outcome.isEncrypted())
        return {PdfVerdict::Active};
    finding.verdict = sizeOf(outcome, limits);
    return finding;
}

PdfFinding judge(QPDF &pdf, PdfLimits limits)
{
    if (const PdfVerdict size = sizeOf(pdf, limits); size != PdfVerdict::Quiet)
        return {size};
    PdfFinding finding{PdfVerdict::Quiet, {}, isActive(pdf), fieldsOf(pdf)};
    if (isSigned(pdf)) {
        if (finding.cleaned)
            return {PdfVerdict::Signed};
        return finding;
    }
    return finding.cleaned || pdf.isEncrypted() ? madeHarmless(pdf, std::move(finding), limits) : finding;
}

} // namespace

PdfFinding judgePdf(const char *content, std::size_t bytes, PdfLimits limits)
{
    try {
        QPDF pdf;
        open(pdf, content, bytes);
        return judge(pdf, limits);
    } catch (const QPDFExc &error) {
        return {error.getErrorCode() == qpdf_e_password ? PdfVerdict::Encrypted : PdfVerdict::Damaged};
    } catch (const std::exception &) {
        return {PdfVerdict::Damaged};
    }
}

} // namespace sprechtag::documents
