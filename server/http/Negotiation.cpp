// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/Negotiation.h"

#include <algorithm>
#include <optional>
#include <string>

namespace sprechtag::http {
namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \t");
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

//! Takes the part up to the separator off the front.
std::string_view takePart(std::string_view &rest, char separator)
{
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view part = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

//! A weight of zero says "not this one"; how much more than zero makes no difference to us.
bool isZeroWeight(std::string_view parameter)
{
    const std::string text = lowered(parameter);
    return text.starts_with("q=0") && text.find_first_not_of("0.", 2) == std::string::npos;
}

} // namespace

bool accepts(std::string_view acceptEncoding, std::string_view coding)
{
    std::optional<bool> named;
    bool any = false;
    while (!acceptEncoding.empty()) {
        std::string_view entry = takePart(acceptEncoding, ',');
        const std::string name = lowered(takePart(entry, ';'));
        const bool wanted = !isZeroWeight(trimmed(entry));
        if (name == coding)
            named = wanted;
        else if (name == "*")
            any = wanted;
    }
    return named.value_or(any);
}

bool matches(std::string_view ifNoneMatch, std::string_view etag)
{
    while (!ifNoneMatch.empty()) {
        std::string_view entry = takePart(ifNoneMatch, ',');
        if (entry.starts_with("W/"))
            entry.remove_prefix(2);
        if (entry == "*" || entry == etag)
            return true;
    }
    return false;
}

bool isJson(std::string_view contentType)
{
    const std::string type = lowered(takePart(contentType, ';'));
    const std::string parameter = lowered(trimmed(contentType));
    return type == "application/json" && (parameter.empty() || parameter == "charset=utf-8");
}

} // namespace sprechtag::http
