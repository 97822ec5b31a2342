// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/view/FieldEditor.h"
#include "shared/domain/town/Rights.h"

namespace sprechtag::clerk::view {

//! One field of a form: where faults of it are told, what it is called, who may change it, and how.
struct FieldSpec
{
    QString path;
    QString label;
    town::Group group{};
    std::function<FieldEditor *(QWidget *parent)> make;
    QString hint{};
};

//! What fields offer for choice.
struct FieldContext
{
    const town::Town &town;
    QDate today;
};

//! All that the form of a kind of value takes from the rest of the town. A form is made for one offer.
struct Offer
{
    QStringList languages;
    hours::Calendar calendar;
    QList<town::Value> choices;
    friend bool operator==(const Offer &, const Offer &) = default;
};
[[nodiscard]] Offer offerOf(town::Kind kind, const town::Town &town);

//! The form of a kind of value, field by field. The one description of what can be edited.
[[nodiscard]] QList<FieldSpec> fieldsOf(town::Kind kind, const FieldContext &context);

} // namespace sprechtag::clerk::view
