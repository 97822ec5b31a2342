// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/TlsContext.h"

#include <openssl/err.h>

#include <array>

namespace sprechtag::edge {

namespace {

constexpr const char *kTls12Suites = "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
                                     "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256";
constexpr const char *kTls13Suites = "TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256";
// The hybrid group guards against recorded traffic being read one day; OpenSSL has it from 3.5 on.
constexpr const char *kHybridGroups = "X25519MLKEM768:X25519:P-256:P-384";
constexpr const char *kGroups = "X25519:P-256:P-384";

// Without RSA of PKCS #1 v1.5, which TR-02102-2 no longer recommends.
constexpr const char *kSignatures = "ecdsa_secp256r1_sha256:ecdsa_secp384r1_sha384:ecdsa_secp521r1_sha512:"
                                    "rsa_pss_rsae_sha256:rsa_pss_rsae_sha384:rsa_pss_rsae_sha512:"
                                    "rsa_pss_pss_sha256:rsa_pss_pss_sha384:rsa_pss_pss_sha512";

// Browsers offer h2 and http/1.1. Who offers only what we do not speak is told so in the handshake.
int chooseProtocol(SSL *, const unsigned char **chosen, unsigned char *chosenLength, const unsigned char *offered,
                   unsigned offeredLength, void *)
{
    static constexpr std::array<unsigned char, 9> kHttp11{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char *found{};
    if (SSL_select_next_proto(&found, chosenLength, kHttp11.data(), kHttp11.size(), offered, offeredLength) !=
        OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

bool restrict(SSL_CTX *context)
{
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                     SSL_OP_IGNORE_UNEXPECTED_EOF);
    // Idle connections give their buffers back: thousands of people only wait.
    SSL_CTX_set_mode(context,
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_alpn_select_cb(context, chooseProtocol, nullptr);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF); // tickets alone: nothing is kept for those who left
    SSL_CTX_set_num_tickets(context, 1);
    static constexpr std::array<unsigned char, 9> kSessionContext{'S', 'p', 'r', 'e', 'c', 'h', 't', 'a', 'g'};
    return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
           SSL_CTX_set_cipher_list(context, kTls12Suites) == 1 &&
           SSL_CTX_set_ciphersuites(context, kTls13Suites) == 1 &&
           (SSL_CTX_set1_groups_list(context, kHybridGroups) == 1 || SSL_CTX_set1_groups_list(context, kGroups) == 1) &&
           SSL_CTX_set1_sigalgs_list(context, kSignatures) == 1 &&
           SSL_CTX_set_session_id_context(context, kSessionContext.data(), kSessionContext.size()) == 1;
}

} // namespace

Result<SslContextPtr, StartError> makeTlsContext(const std::string &certificateFile, const std::string &keyFile)
{
    SslContextPtr context(SSL_CTX_new(TLS_server_method()));
    std::optional<StartError> failure;
    if (!context || !restrict(context.get()) ||
        SSL_CTX_use_certificate_chain_file(context.get(), certificateFile.c_str()) != 1)
        failure = StartError::CertificateUnreadable;
    else if (SSL_CTX_use_PrivateKey_file(context.get(), keyFile.c_str(), SSL_FILETYPE_PEM) != 1)
        failure = ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH ? StartError::KeyMismatch
                                                                                      : StartError::KeyUnreadable;
    else if (SSL_CTX_check_private_key(context.get()) != 1)
        failure = StartError::KeyMismatch;
    ERR_clear_error();
    if (failure)
        return Failure(*failure);
    return context;
}

} // namespace sprechtag::edge
