// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/State.h"

#include <QLatin1String>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>

namespace sprechtag::town {

//! One threshold of an office: its word in messages, files and rows, and what it may be. The table is all that is said
//! of the thresholds anywhere: a new one is a new line.
struct SettingField
{
    QLatin1String name;
    std::int64_t least;
    std::int64_t most;
    std::int64_t (*read)(const office::Settings &settings);
    void (*write)(office::Settings &settings, std::int64_t value);
    //! The one threshold that may be absent says here whether it is there, and is made absent here.
    bool (*present)(const office::Settings &settings){};
    void (*clear)(office::Settings &settings){};
};

[[nodiscard]] std::span<const SettingField> settingFields();
//! nullptr when there is none of this name.
[[nodiscard]] const SettingField *settingField(const QString &name);

//! nullopt: the threshold is absent.
[[nodiscard]] std::optional<std::int64_t> valueOf(const SettingField &field, const office::Settings &settings);

} // namespace sprechtag::town
