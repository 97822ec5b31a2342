// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/base/Secret.h"

#include <QString>
#include <QStringList>

namespace sprechtag::media {

//! Who holds one credential can try secrets off-line: 32 characters are 128 bit even when they are hexadecimal digits.
inline constexpr qsizetype kShortestTurnSecret = 32;

//! What IT has written down about the town's own servers, nobody has looked at it yet.
struct MediaSettings
{
    QStringList urls;  //!< stun:, stuns:, turn: and turns:; empty: direct connections only
    Secret turnSecret; //!< coturn's static-auth-secret
    bool relayOnly{};  //!< no address of a participant ever reaches the other
};

enum class MediaConfigError {
    UnknownScheme,  //!< something else than stun:, stuns:, turn: or turns:, or nothing behind it
    NoTurnSecret,   //!< TURN servers without the secret that they share with us
    WeakTurnSecret, //!< shorter than kShortestTurnSecret
    NobodyToRelay,  //!< relay only, but no TURN server
};

//! The town's own servers, which go together: no other are ever named to anybody. By default there are none.
class MediaConfig
{
public:
    MediaConfig() = default;
    [[nodiscard]] static Result<MediaConfig, MediaConfigError> check(const MediaSettings &settings);

    [[nodiscard]] const QStringList &stunUrls() const { return m_stunUrls; }
    [[nodiscard]] const QStringList &turnUrls() const { return m_turnUrls; }
    [[nodiscard]] const Secret &turnSecret() const { return m_turnSecret; }
    [[nodiscard]] bool relayOnly() const { return m_relayOnly; }

private:
    QStringList m_stunUrls;
    QStringList m_turnUrls;
    Secret m_turnSecret;
    bool m_relayOnly{};
};

} // namespace sprechtag::media
