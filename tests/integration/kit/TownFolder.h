// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Config.h"
#include "server/store/StoreError.h"
#include "shared/base/Id.h"

#include <QTemporaryDir>

namespace sprechtag::test {

//! How long a test waits for what must come; only a failing test waits that long.
inline constexpr int kPatienceMs = 30'000;

//! A directory with a town as an administrator sets it up: key, database with the demo's offices and clerks, a page.
//!
//! Offices are named by their letter as in resources/demo/town.toml: B and F are staffed by schmidt and yilmaz among
//! others, K by schmidt and weber, J by weber alone and relay only.
class TownFolder
{
public:
    TownFolder();

    //! Of a server on a free port of the loopback.
    [[nodiscard]] app::Config config() const;
    [[nodiscard]] store::StorePaths paths() const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    //! Where `config` is written to for the program; only what the tests use.
    [[nodiscard]] QString writeConfig(const app::Config &config) const;

    [[nodiscard]] static OfficeId office(const QString &letter);
    [[nodiscard]] static QByteArray password(const QString &login);

private:
    QTemporaryDir m_folder;
};

[[nodiscard]] QByteArray contentOf(const QString &path);
[[nodiscard]] bool writeFile(const QString &path, const QByteArray &content);

} // namespace sprechtag::test
