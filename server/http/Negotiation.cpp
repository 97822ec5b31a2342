// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/Negotiation.h"

#include "shared/base/Ascii.h"

#include <algorithm>
#include <optional>
#include <string>

namespace sprechtag::http {
namespace {

//! Takes the part up to the separator off the front.
std::string_view takePart(std::string_view &rest, char separator)
{
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view part = ascii::trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

//! A weight of zero says "not this one"; how much more than zero makes no difference to us.
bool isZeroWeight(std::string_view parameter)
{
    const std::string text = ascii::lowered(parameter);
    return text.starts_with("q=0") && text.find_first_not_of("0.", 2) == std::string::npos;
}

} // namespace

bool accepts(std::string_view acceptEncoding, std::string_view coding)
{
    std::optional<bool> named;
    bool any = false;
    while (!acceptEncoding.empty()) {
        std::string_view entry = takePart(acceptEncoding, ',');
        const std::string name = ascii::lowered(takePart(entry, ';'));
        const bool wanted = !isZeroWeight(ascii::trimmed(entry));
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
    const std::string type = ascii::lowered(takePart(contentType, ';'));
    const std::string parameter = ascii::lowered(ascii::trimmed(contentType));
    return type == "application/json" && (parameter.empty() || parameter == "charset=utf-8");
}

} // namespace sprechtag::http
