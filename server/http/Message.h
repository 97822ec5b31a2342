// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

//! Routes as functions from request to response: no sockets, no threads of their own.
namespace sprechtag::http {

//! What the edge has already parsed strictly; same fields, so that the composition root only copies.
struct Request
{
    std::string method{};
    std::string path{};                           //!< decoded, normalised, begins with /, never contains ..
    std::map<std::string, std::string> headers{}; //!< names in lower case
    std::string body{};
    std::string peer{}; //!< network of the client, as the edge counts it

    //! Empty where there is none.
    [[nodiscard]] std::string_view header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string_view() : found->second;
    }
};

//! For HEAD the body is there as for GET; whoever writes the response leaves it out and keeps its length.
struct Response
{
    int status{200};
    std::vector<std::pair<std::string, std::string>> headers{};
    std::shared_ptr<const std::string> body{}; //!< shared: a page is held once, however many read it
};

} // namespace sprechtag::http
