// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"

#include <QString>
#include <QUrl>

namespace sprechtag::clerk::connection {

enum class AddressError {
    Empty,    //!< nothing was typed
    Unusable, //!< no host could be read from it
    Insecure  //!< plain http to another machine: never
};

//! Where the town's server is. Always TLS, save on this very machine.
class ServerAddress
{
public:
    //! Takes what people type: `buergerbuero.example.de`, with or without scheme and port.
    [[nodiscard]] static Result<ServerAddress, AddressError> parse(const QString &text);

    [[nodiscard]] QString text() const { return m_base.toString(QUrl::RemovePath); }
    [[nodiscard]] QString host() const { return m_base.host(); }
    [[nodiscard]] QUrl rest(const QString &path) const;
    [[nodiscard]] QUrl clerkSocket() const;

    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;

private:
    explicit ServerAddress(QUrl base)
        : m_base(std::move(base))
    {
    }
    QUrl m_base;
};

} // namespace sprechtag::clerk::connection
