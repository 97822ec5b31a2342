// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/TownDifferences.h"

#include "shared/protocol/TownCodec.h"

namespace sprechtag::app {

using namespace Qt::StringLiterals;

namespace {

// From the log nothing is ever taken: of how somebody is reached it says that it was changed, and no more.
bool isUntold(const std::optional<town::Value> &before, const std::optional<town::Value> &after, const QString &field)
{
    const auto &value = before ? before : after;
    return value && std::holds_alternative<town::Interpreter>(*value) &&
           (field == "phone"_L1 || field == "email"_L1 || field == "note"_L1);
}

} // namespace

broker::Differences townDifferences()
{
    return [](const std::optional<town::Value> &before, const std::optional<town::Value> &after) {
        QList<broker::FieldChange> changes;
        for (const auto &one : protocol::differences(before, after)) {
            if (isUntold(before, after, one.field))
                changes.append({one.field, {}, {}});
            else
                changes.append({one.field, one.before, one.after});
        }
        return changes;
    };
}

} // namespace sprechtag::app
