// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/TownDifferences.h"

#include "shared/protocol/TownCodec.h"

namespace sprechtag::app {

broker::Differences townDifferences()
{
    return [](const std::optional<town::Value> &before, const std::optional<town::Value> &after) {
        QList<broker::FieldChange> changes;
        for (const auto &one : protocol::differences(before, after))
            changes.append({one.field, one.before, one.after});
        return changes;
    };
}

} // namespace sprechtag::app
