// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/HttpAnswer.h"

#include "server/edge/HttpFields.h"
#include "shared/base/Ascii.h"

#include <boost/beast/http/status.hpp>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace sprechtag::edge {

namespace {

std::string_view reasonOf(int status)
{
    const auto known = boost::beast::http::int_to_status(static_cast<unsigned>(std::clamp(status, 0, 999)));
    const auto reason = boost::beast::http::obsolete_reason(known);
    return {reason.data(), reason.size()};
}

std::string statusLine(int status)
{
    return "HTTP/1.1 " + std::to_string(status) + ' ' + std::string(reasonOf(status)) + "\r\n";
}

bool isOurs(std::string_view name)
{
    constexpr std::array<std::string_view, 7> kOurs{
        "content-length", "transfer-encoding", "connection", "keep-alive", "date", "server", "upgrade"};
    return std::ranges::find(kOurs, ascii::lowered(name)) != kOurs.end();
}

void appendField(std::string &head, std::string_view name, std::string_view value)
{
    head.append(name).append(": ");
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        head.push_back((byte < 0x20 && c != '\t') || byte == 0x7f ? ' ' : c);
    }
    head.append("\r\n");
}

} // namespace

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

std::string answerHead(const Response &response, const AnswerForm &form)
{
    std::string head = statusLine(response.status);
    head.reserve(1024);
    for (const auto &[name, value] : response.headers) {
        if (isToken(name) && !isOurs(name))
            appendField(head, name, value);
    }
    if (mayHaveBody(response.status))
        appendField(head, "Content-Length", std::to_string(response.body ? response.body->size() : 0));
    appendField(head, "Date", form.date);
    if (!form.keepAlive)
        appendField(head, "Connection", "close");
    head.append("\r\n");
    return head;
}

Response plainAnswer(int status)
{
    Response response{.status = status,
                      .headers = {{"Content-Type", "text/plain; charset=utf-8"},
                                  {"Cache-Control", "no-store"},
                                  {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
                                  {"X-Content-Type-Options", "nosniff"},
                                  {"Referrer-Policy", "no-referrer"}},
                      .body = std::make_shared<const std::string>(std::to_string(status) + ' ' +
                                                                  std::string(reasonOf(status)) + '\n')};
    if (status == 426)
        response.headers.emplace_back("Sec-WebSocket-Version", "13");
    if (status == 429 || status == 503)
        response.headers.emplace_back("Retry-After", "5");
    return response;
}

std::string upgradeAnswer(std::string_view key, std::string_view date)
{
    constexpr std::string_view kGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const std::string salted = std::string(key).append(kGuid);
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    std::size_t length = digest.size();
    EVP_Q_digest(nullptr, "SHA1", nullptr, salted.data(), salted.size(), digest.data(), &length);
    std::array<unsigned char, 4 * ((SHA_DIGEST_LENGTH + 2) / 3) + 1> text{};
    EVP_EncodeBlock(text.data(), digest.data(), SHA_DIGEST_LENGTH);
    const std::string accept(text.begin(), text.end() - 1);
    std::string head = statusLine(101);
    appendField(head, "Upgrade", "websocket");
    appendField(head, "Connection", "Upgrade");
    appendField(head, "Sec-WebSocket-Accept", accept);
    appendField(head, "Date", date);
    head.append("\r\n");
    return head;
}

std::string httpDate(std::int64_t secondsSinceEpoch)
{
    constexpr std::array<const char *, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char *, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto seconds = static_cast<std::time_t>(secondsSinceEpoch);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> rest{};
    const std::size_t length = std::strftime(rest.data(), rest.size(), "%Y %H:%M:%S GMT", &parts);
    // Names by hand: strftime would write them in the language of the machine.
    std::array<char, 8> day{};
    std::strftime(day.data(), day.size(), "%d", &parts);
    return std::string(kDays[static_cast<std::size_t>(parts.tm_wday)]) + ", " + day.data() + ' ' +
           kMonths[static_cast<std::size_t>(parts.tm_mon)] + ' ' + std::string(rest.data(), length);
}

} // namespace sprechtag::edge
