// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Toml.h"
#include "server/broker/Retention.h"
#include "server/http/Origin.h"
#include "server/media/MediaConfig.h"
#include "shared/base/Result.h"

#include <QString>
#include <QStringList>

//! What the administrator of the machine decides: addresses, files, TURN. Offices and clerks are data, not settings.
namespace sprechtag::app {

struct Config
{
    QString address{QStringLiteral("127.0.0.1")};
    std::uint16_t port{8480};
    QString certificateFile;
    QString keyFile; //!< of the certificate
    QStringList trustedProxies;
    std::optional<http::Origin> publicOrigin; //!< the address that citizens see; none: what is listened on
    std::vector<http::Origin> frameAncestors; //!< sites that may show the page in a frame
    QString dataDirectory;
    QString databaseKeyFile;
    QString webDirectory;     //!< built pages; empty: those installed beside the server
    media::MediaConfig media; //!< section [turn]
    int connectionsPerAddress{200};
    int drawsPerAddress{30};
    QString scanner; //!< of files: unix:<path> or tcp:<host>:<port> of a clamd; empty: there is none
    //! Then they are totals of their days.
    std::chrono::days factsKept{
        std::chrono::floor<std::chrono::days>(broker::retention::periodOf(broker::retention::Record::Facts))};

    [[nodiscard]] QString databaseFile() const;
    [[nodiscard]] QString filesFolder() const; //!< of visits
};

//! Reads a configuration file; every key is described in resources/config/sprechtag.toml.
[[nodiscard]] Result<Config, TomlError> readConfig(const QString &path);

} // namespace sprechtag::app
