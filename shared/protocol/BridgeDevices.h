// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

#include <optional>

//! The devices of which the clerk app and its call page speak.
namespace sprechtag::protocol::bridge {

//! The devices in use; what is not named is the system's default. To the page also by name: ids end with the app.
struct ChosenDevices
{
    std::optional<QString> camera{};
    std::optional<QString> microphone{};
    std::optional<QString> speaker{};
    friend bool operator==(const ChosenDevices &, const ChosenDevices &) = default;
};

struct Device
{
    QString id{};
    QString label{}; //!< empty until the page may use devices of the kind
    friend bool operator==(const Device &, const Device &) = default;
};

} // namespace sprechtag::protocol::bridge
