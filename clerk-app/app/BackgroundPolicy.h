// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallSurface.h"

#include <QList>
#include <QString>

namespace sprechtag::clerk::app {

//! What the authority's IT has laid down about what is behind its clerks, for everybody on this computer.
//!
//! `clerk-policy.ini` where the system keeps settings for all (/etc/xdg/Sprechtag, or ProgramData/Sprechtag):
//! `[background] picture=` a file, `only=` none, blur or picture.
struct BackgroundPolicy
{
    QString picture; //!< empty: there is none
    QList<call::Background> offered{call::Background::None, call::Background::Blur};

    [[nodiscard]] static BackgroundPolicy read();
    //! What the clerk has chosen, as far as it is offered.
    [[nodiscard]] call::Background allowed(const QString &chosen) const;
};

[[nodiscard]] QString nameOf(call::Background background);

} // namespace sprechtag::clerk::app
