// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Town.h"
#include "shared/protocol/TownCodec.h"

#include <QCoreApplication>

namespace sprechtag::clerk::model {

//! One field of a value before and after a change, in words. What did not change is in neither.
struct ChangedField
{
    QString field;
    QStringList before;
    QStringList after;
    friend bool operator==(const ChangedField &, const ChangedField &) = default;
};

//! What was changed in the administration, as people say it.
class ChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::model::ChangeWords)
public:
    //! `town` knows the names of people, concerns and departments.
    [[nodiscard]] static ChangedField of(town::Kind kind, const protocol::FieldDifference &difference,
                                         const town::Town &town);
    //! The field and both sides in one text, in several lines where it is long. Of something new there is one side.
    [[nodiscard]] static QString sentence(const ChangedField &changed, bool isNew);
    //! One side; never empty.
    [[nodiscard]] static QString side(const QStringList &lines);
};

} // namespace sprechtag::clerk::model
