// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/inspect/PdfActive.h"

#include <qpdf/QPDF.hh>
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

// Besides what acts: what calls it, and what means nothing without it.
constexpr std::array<std::string_view, 6> kGoneWithIt{"/AA",         "/Renditions",   "/AlternatePresentations",
                                                      "/Collection", "/Requirements", "/NeedsRendering"};

// An action, a note that plays or carries something, a file within the file.
bool isActiveThing(QPDFObjectHandle value)
{
    if (!value.isDictionary() && !value.isStream())
        return false;
    QPDFObjectHandle dictionary = value.isStream() ? value.getDict() : value;
    return isActiveName(dictionary.getKey("/S")) || isActiveName(dictionary.getKey("/Subtype")) ||
           isActiveName(dictionary.getKey("/Type"));
}

void clean(QPDFObjectHandle object, int depth);

void cleanDictionary(QPDFObjectHandle dictionary, int depth)
{
    for (const std::string &key : dictionary.getKeys()) {
        QPDFObjectHandle value = dictionary.getKey(key);
        const bool acts = isAmong(kActiveKeys, key) || isAmong(kGoneWithIt, key) || isActiveThing(value) ||
                          (key == "/OpenAction" && !opensQuietly(value));
        if (acts)
            dictionary.removeKey(key);
        else if (!value.isIndirect())
            clean(value, depth + 1);
    }
}

void cleanArray(QPDFObjectHandle array, int depth)
{
    for (int i = array.getArrayNItems() - 1; i >= 0; --i) {
        QPDFObjectHandle item = array.getArrayItem(i);
        if (isActiveThing(item))
            array.eraseItem(i);
        else if (!item.isIndirect())
            clean(item, depth + 1);
    }
}

// What is nested deeper stays, and is found again.
void clean(QPDFObjectHandle object, int depth)
{
    if (depth > kNesting)
        return;
    if (object.isStream())
        cleanDictionary(object.getDict(), depth + 1);
    else if (object.isDictionary())
        cleanDictionary(object, depth);
    else if (object.isArray())
        cleanArray(object, depth);
}

} // namespace

bool isActive(QPDF &pdf)
{
    const std::vector<QPDFObjectHandle> objects = pdf.getAllObjects();
    const auto acts = [](const QPDFObjectHandle &object) { return isActive(object, 0); };
    return isActive(pdf.getTrailer(), 0) || std::any_of(objects.begin(), objects.end(), acts);
}

void takeOutWhatActs(QPDF &pdf)
{
    for (const QPDFObjectHandle &object : pdf.getAllObjects())
        clean(object, 0);
    clean(pdf.getTrailer(), 0);
    // What the maker of the file has allowed to one program is signed over the file as it was.
    pdf.getRoot().removeKey("/Perms");
}

} // namespace sprechtag::documents
