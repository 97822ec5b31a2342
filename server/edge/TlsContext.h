// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Edge.h"
#include "shared/base/Result.h"

#include <openssl/ssl.h>

namespace sprechtag::edge {

struct SslDeleter
{
    void operator()(SSL *ssl) const { SSL_free(ssl); }
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
using SslPtr = std::unique_ptr<SSL, SslDeleter>;
using SslContextPtr = std::unique_ptr<SSL_CTX, SslDeleter>;

//! One context for all connections, so that session tickets work: TLS 1.2 with ECDHE and AES-GCM, TLS 1.3, curves and
//! suites of BSI TR-02102-2.
[[nodiscard]] Result<SslContextPtr, StartError> makeTlsContext(const std::string &certificateFile,
                                                               const std::string &keyFile);

} // namespace sprechtag::edge
