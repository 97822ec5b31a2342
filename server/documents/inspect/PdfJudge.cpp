// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/inspect/PdfJudge.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace sprechtag::documents {
namespace {

// Direct objects within each other: deeper is an attack on whoever walks them.
constexpr int kNesting = 60;

// What a page of text never needs: programs, other files, other programs, sound and film.
constexpr std::array<std::string_view, 7> kActiveKeys{
    "/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent", "/AF"};
constexpr std::array<std::string_view, 13> kActiveNames{
    "/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE",          "/GoToR",       "/Rendition",
    "/Movie",      "/Sound",  "/RichMedia",  "/3D",         "/FileAttachment", "/EmbeddedFile"};

template <typename Words>
bool isAmong(const Words &words, const std::string &word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isActiveName(QPDFObjectHandle value)
{
    return value.isName() && isAmong(kActiveNames, value.getName());
}

// To open at a certain page is what text programs write by themselves, and does nothing.
bool opensQuietly(QPDFObjectHandle action)
{
    if (action.isArray() || action.isNull())
        return true;
    return action.isDictionary() && action.getKey("/S").isName() && action.getKey("/S").getName() == "/GoTo" &&
           !action.hasKey("/Next");
}

bool isActive(QPDFObjectHandle object, int depth);

bool isActiveDictionary(QPDFObjectHandle dictionary, int depth)
{
    for (const std::string &key : dictionary.getKeys()) {
        QPDFObjectHandle value = dictionary.getKey(key);
        const bool present = !value.isNull();
        if (present && isAmong(kActiveKeys, key))
            return true;
        if ((key == "/S" || key == "/Subtype" || key == "/Type") && isActiveName(value))
            return true;
        if (key == "/OpenAction" && !opensQuietly(value))
            return true;
        if (!value.isIndirect() && isActive(value, depth + 1))
            return true;
    }
    return false;
}

// What it refers to is among the objects of the file, and looked at there.
bool isActive(QPDFObjectHandle object, int depth)
{
    if (depth > kNesting)
        return true;
    if (object.isStream())
        return isActiveDictionary(object.getDict(), depth + 1);
    if (object.isDictionary())
        return isActiveDictionary(object, depth);
    if (!object.isArray())
        return false;
    for (int i = 0; i < object.getArrayNItems(); ++i) {
        QPDFObjectHandle item = object.getArrayItem(i);
        if (!item.isIndirect() && isActive(item, depth + 1))
            return true;
    }
    return false;
}

PdfVerdict judge(QPDF &pdf, PdfLimits limits)
{
    if (pdf.isEncrypted())
        return PdfVerdict::Encrypted;
    const std::vector<QPDFObjectHandle> objects = pdf.getAllObjects();
    if (objects.size() > limits.objects)
        return PdfVerdict::TooComplex;
    const auto acts = [](const QPDFObjectHandle &object) { return isActive(object, 0); };
    if (std::any_of(objects.begin(), objects.end(), acts))
        return PdfVerdict::Active;
    const std::size_t pages = pdf.getAllPages().size();
    if (pages == 0)
        return PdfVerdict::Damaged;
    return pages > limits.pages ? PdfVerdict::TooComplex : PdfVerdict::Quiet;
}

} // namespace

// What needs mending is read by each program in its own way: what we would look at is not what is shown.
PdfVerdict judgePdf(const char *content, std::size_t bytes, PdfLimits limits)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processMemoryFile("a citizen's file", content, bytes);
        return judge(pdf, limits);
    } catch (const QPDFExc &error) {
        return error.getErrorCode() == qpdf_e_password ? PdfVerdict::Encrypted : PdfVerdict::Damaged;
    } catch (const std::exception &) {
        return PdfVerdict::Damaged;
    }
}

} // namespace sprechtag::documents
