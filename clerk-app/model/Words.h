// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Rows.h"
#include "shared/protocol/CitizenMessages.h"

#include <QCoreApplication>

namespace sprechtag::clerk::model {

//! What states and refusals are called in the clerk's language.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::model::Words)
public:
    [[nodiscard]] static QString office(const OfficeRow &row);
    [[nodiscard]] static QString waiting(int people);
    [[nodiscard]] static QString person(const LobbyRow &row);
    //! Whole minutes, from two hours on as h:mm.
    [[nodiscard]] static QString span(seconds length);
    //! Minutes and seconds, such as 0:42.
    [[nodiscard]] static QString countdown(seconds left);
    [[nodiscard]] static QString refusal(const protocol::ErrorMessage &error);
    [[nodiscard]] static QString language(const QString &code);
};

} // namespace sprechtag::clerk::model
