// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/HttpHead.h"

#include "server/edge/HttpFields.h"
#include "server/edge/Target.h"
#include "shared/base/Ascii.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace sprechtag::edge {

namespace http = boost::beast::http;

HeadScanner::Status HeadScanner::refuse(int status)
{
    m_refusal = status;
    return Status::Refused;
}

// Called behind each CRLF; m_at is the first byte of the next line.
HeadScanner::Status HeadScanner::endLine()
{
    const bool empty = m_at - m_lineStart == 2;
    if (m_lines == 0) {
        if (empty)
            return refuse(400);
        m_firstLineBytes = m_at;
    } else if (empty) {
        return Status::Complete;
    }
    m_lineStart = m_at;
    if (++m_lines > m_limits->headerFields + 1)
        return refuse(431);
    return Status::More;
}

HeadScanner::Status HeadScanner::scan(std::string_view buffer)
{
    while (m_at < buffer.size()) {
        const char c = buffer[m_at++];
        if (m_afterCr) {
            m_afterCr = false;
            if (c != '\n')
                return refuse(400);
            if (const Status status = endLine(); status != Status::More)
                return status;
            continue;
        }
        m_afterCr = c == '\r';
        const bool control = (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
        if (control && !m_afterCr)
            return refuse(400);
        // A line that begins with white space continued the one before, once; today it hides fields.
        if (m_at - m_lineStart == 1 && (c == ' ' || c == '\t'))
            return refuse(400);
        if (m_lines == 0 && m_at > m_limits->requestLineBytes)
            return refuse(414);
        if (m_lines > 0 && m_at - m_firstLineBytes > m_limits->headerBytes)
            return refuse(431);
    }
    return Status::More;
}

namespace {

using BeastRequest = http::request<http::empty_body>;

// Only the methods that routes may know are handed on; TRACE and CONNECT are nobody's business here.
bool isServedMethod(std::string_view method)
{
    constexpr std::array<std::string_view, 7> kMethods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return std::ranges::find(kMethods, method) != kMethods.end();
}

// Copies the fields; a field that must be single and is not is a refusal, lists are joined.
bool takeFields(const BeastRequest &source, std::map<std::string, std::string> &fields)
{
    for (const auto &field : source) {
        std::string name = ascii::lowered({field.name_string().data(), field.name_string().size()});
        const std::string_view value = ascii::trimmed({field.value().data(), field.value().size()});
        const auto [entry, inserted] = fields.try_emplace(std::move(name), value);
        if (inserted)
            continue;
        if (isSingleField(entry->first))
            return false;
        entry->second.append(entry->first == "cookie" ? "; " : ", ").append(value);
    }
    return true;
}

// Bodies come with a length. Chunked ones are refused, always: no client of ours sends them, and they are half of every
// smuggling trick.
Result<std::size_t, int> contentLength(const std::map<std::string, std::string> &fields, std::size_t limit)
{
    const auto length = fields.find("content-length");
    if (const auto encoding = fields.find("transfer-encoding"); encoding != fields.end())
        return Failure(length == fields.end() && ascii::lowered(encoding->second) == "chunked" ? 411 : 400);
    if (length == fields.end())
        return std::size_t{0};
    const std::string &digits = length->second;
    if (digits.empty() || digits.size() > 18 ||
        !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; }))
        return Failure(400);
    std::size_t bytes{};
    std::from_chars(digits.data(), digits.data() + digits.size(), bytes);
    if (bytes > limit)
        return Failure(413);
    return bytes;
}

std::size_t mostBytes(const std::string &path, const Limits &limits)
{
    const LargerBody &larger = limits.largerBody;
    return !larger.under.empty() && path.starts_with(larger.under) ? larger.bytes : limits.bodyBytes;
}

std::string_view valueOf(const std::map<std::string, std::string> &fields, const std::string &name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string_view{} : std::string_view(found->second);
}

// 0: fine. A request that asks for WebSocket must ask for it properly (RFC 6455, 4.2.1).
int checkUpgrade(Head &head, unsigned version)
{
    const auto &fields = head.request.headers;
    if (!listHas(valueOf(fields, "upgrade"), "websocket") || !listHas(valueOf(fields, "connection"), "upgrade"))
        return 0;
    if (head.request.method != "GET" || version != 11 || head.contentLength != 0)
        return 400;
    if (valueOf(fields, "sec-websocket-version") != "13")
        return 426;
    if (!isWebSocketKey(valueOf(fields, "sec-websocket-key")))
        return 400;
    head.request.upgrade = true;
    return 0;
}

// 0: fine.
int takeTarget(Head &head, std::string_view raw)
{
    auto target = parseTarget(raw);
    const auto host = head.request.headers.find("host");
    if (!target || host == head.request.headers.end() || !isAuthority(host->second))
        return 400;
    if (!target->authority.empty())
        host->second = target->authority;
    head.request.path = std::move(target->path);
    head.request.query = std::move(target->query);
    return 0;
}

Result<Head, int> checkedHead(const BeastRequest &source, const Limits &limits)
{
    Head head;
    head.request.method = std::string(source.method_string().data(), source.method_string().size());
    auto &fields = head.request.headers;
    if (source.version() != 10 && source.version() != 11)
        return Failure(505);
    if (!takeFields(source, fields))
        return Failure(400);
    // A refusal of the body goes before one of the target, whatever the body is for.
    const int status = takeTarget(head, {source.target().data(), source.target().size()});
    const auto length = contentLength(fields, mostBytes(head.request.path, limits));
    if (!length.ok())
        return Failure(length.error());
    head.contentLength = length.value();
    if (!isServedMethod(head.request.method))
        return Failure(501);
    if (status != 0)
        return Failure(status);
    if (const int refusal = checkUpgrade(head, source.version()))
        return Failure(refusal);
    const std::string_view expect = valueOf(fields, "expect");
    if (!expect.empty() && ascii::lowered(expect) != "100-continue")
        return Failure(417);
    head.expectsContinue = !expect.empty() && source.version() == 11 && head.contentLength > 0;
    head.keepAlive = source.version() == 11 && !listHas(valueOf(fields, "connection"), "close");
    return head;
}

// Of a line that Beast did not take: METHOD SP target SP HTTP/…
bool namesAnotherVersion(std::string_view text)
{
    const std::size_t first = text.find(' ');
    const std::size_t second = text.find(' ', first == std::string_view::npos ? first : first + 1);
    return second != std::string_view::npos && text.substr(second + 1).starts_with("HTTP/");
}

} // namespace

Result<Head, int> parseHead(std::string_view text, const Limits &limits)
{
    http::request_parser<http::empty_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(text.size()));
    parser.body_limit(boost::none);
    parser.skip(true);
    boost::system::error_code error;
    const std::size_t used = parser.put(boost::asio::const_buffer(text.data(), text.size()), error);
    if (error == http::error::bad_version)
        return Failure(namesAnotherVersion(text) ? 505 : 400);
    if (error || used != text.size() || !parser.is_header_done())
        return Failure(400);
    return checkedHead(parser.get(), limits);
}

} // namespace sprechtag::edge
