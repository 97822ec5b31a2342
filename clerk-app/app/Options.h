// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/base/Secret.h"

#include <QString>
#include <QStringList>

namespace sprechtag::clerk::app {

//! What the command line says. Passwords come from a file, never as an argument or in the environment: both are seen by
//! others.
struct Options
{
    QString server;
    QString login;
    Secret password;
    QString profile; //!< a folder; apps with different ones may run side by side
    QString language;
    bool selfTest{};
    bool help{};
    bool version{};
    QString helpText;
};

//! The error is a sentence for the terminal.
[[nodiscard]] Result<Options, QString> readOptions(const QStringList &arguments);

} // namespace sprechtag::clerk::app
