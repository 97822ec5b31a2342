// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/http/Origin.h"

namespace sprechtag::http {

//! Who may show a response inside a page of their own: nobody, unless it is a page for citizens.
enum class Framing { Never, ByConfiguration };

//! The header fields that protect whoever reads our responses; on every one of them, errors included.
class HeaderPolicy
{
public:
    //! `publicOrigin` is where browsers reach us, whether we or a proxy before us do TLS. `frameAncestors` are the
    //! sites that may embed the citizen page.
    explicit HeaderPolicy(const Origin &publicOrigin, const std::vector<Origin> &frameAncestors = {});

    //! Adds the fields. A response that does not say how it may be cached is not.
    void protect(Response &response, Framing framing = Framing::Never) const;

private:
    std::string m_policyUpToFraming;
    std::string m_frameAncestors;
    bool m_encrypted;
};

} // namespace sprechtag::http
