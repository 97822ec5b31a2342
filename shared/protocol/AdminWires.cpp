// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/AdminWires.h"

namespace sprechtag::protocol::wire {

town::Fault readFault(const Value &value)
{
    return {.field = value["field"_L1].textOrEmpty({.most = limits::kLabelChars, .charset = Charset::Printable}),
            .code = value["code"_L1].choice<town::FaultCode>()};
}

QJsonObject faultJson(const town::Fault &fault)
{
    return Fields().addUnlessEmpty("field"_L1, fault.field).add("code"_L1, fault.code).object();
}

clerk::AdminConflict readConflict(const Value &value)
{
    return {.by = value["by"_L1].textOrEmpty(kLabelRule),
            .at = value["at"_L1].optional([](const Value &v) { return v.instant(); }),
            .stored = value["stored"_L1].optional(
                [&value](const Value &v) { return readTownValue(value["kind"_L1].choice<town::Kind>(), v); })};
}

QJsonObject conflictJson(const clerk::AdminConflict &conflict)
{
    Fields fields;
    fields.addUnlessEmpty("by"_L1, conflict.by).add("at"_L1, conflict.at);
    if (conflict.stored)
        fields.add("kind"_L1, town::kindOf(town::keyOf(*conflict.stored)))
            .add("stored"_L1, townValueJson(*conflict.stored));
    return fields.object();
}

} // namespace sprechtag::protocol::wire
