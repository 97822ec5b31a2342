// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/JsonAnswers.h"

namespace sprechtag::http {

Response jsonAnswer(const HeaderPolicy &policy, int status, const QByteArray &body)
{
    Response response{.status = status,
                      .headers = {{"Content-Type", "application/json"}},
                      .body = std::make_shared<const std::string>(body.toStdString())};
    policy.protect(response);
    return response;
}

Response refusal(const HeaderPolicy &policy, int status, const protocol::RestError &error)
{
    Response response = jsonAnswer(policy, status, protocol::encode(error));
    if (error.afterSeconds)
        response.headers.emplace_back("Retry-After", std::to_string(*error.afterSeconds));
    if (status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

} // namespace sprechtag::http
