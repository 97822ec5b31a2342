// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/SettingFields.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace sprechtag::town {
namespace {

using namespace Qt::StringLiterals;
using office::Settings;

template <auto member>
std::int64_t readSpan(const Settings &settings)
{
    return std::chrono::duration_cast<seconds>(settings.*member).count();
}

template <auto member>
void writeSpan(Settings &settings, std::int64_t value)
{
    using Span = std::decay_t<decltype(settings.*member)>;
    settings.*member = std::chrono::duration_cast<Span>(seconds(value));
}

template <auto member>
std::int64_t readCount(const Settings &settings)
{
    return std::int64_t{settings.*member};
}

template <auto member>
void writeCount(Settings &settings, std::int64_t value)
{
    settings.*member = static_cast<std::uint32_t>(value);
}

template <auto member>
constexpr SettingField span(QLatin1String name, std::int64_t least, std::int64_t most)
{
    return {name, least, most, readSpan<member>, writeSpan<member>};
}

template <auto member>
constexpr SettingField count(QLatin1String name, std::int64_t least, std::int64_t most)
{
    return {name, least, most, readCount<member>, writeCount<member>};
}

constexpr SettingField kQueueLimit{
    "queue_limit"_L1,
    0,
    10'000,
    [](const Settings &settings) { return std::int64_t{settings.queueLimit.value_or(0)}; },
    [](Settings &settings, std::int64_t value) { settings.queueLimit = static_cast<std::uint32_t>(value); },
    [](const Settings &settings) { return settings.queueLimit.has_value(); },
    [](Settings &settings) { settings.queueLimit.reset(); }};

constexpr SettingField kDefaultService{
    "default_service_s"_L1,
    60,
    28'800,
    [](const Settings &settings) { return std::int64_t{settings.defaultService.value_or(seconds()).count()}; },
    [](Settings &settings, std::int64_t value) { settings.defaultService = seconds(value); },
    [](const Settings &settings) { return settings.defaultService.has_value(); },
    [](Settings &settings) { settings.defaultService.reset(); }};

constexpr SettingField kOpensByHours{
    "opens_by_hours"_L1, 0, 1, [](const Settings &settings) { return std::int64_t{settings.opensByHours}; },
    [](Settings &settings, std::int64_t value) { settings.opensByHours = value != 0; }};

// Shorter than 10 s nobody finds the button, longer than a day nobody means.
constexpr std::int64_t kTenMinutes = 600;
constexpr std::int64_t kDay = 86'400;
constexpr std::array kFields{
    span<&Settings::enterWithin>("enter_within_s"_L1, 10, kTenMinutes),
    span<&Settings::clerkGrace>("clerk_grace_s"_L1, 10, kTenMinutes),
    span<&Settings::citizenGrace>("citizen_grace_s"_L1, 10, kTenMinutes),
    span<&Settings::unreachableUntil>("unreachable_until_s"_L1, 10, kDay),
    span<&Settings::notCalledAfterMiss>("not_called_after_miss_s"_L1, 0, kDay),
    count<&Settings::maxCalls>("max_calls"_L1, 1, 20),
    span<&Settings::missedListed>("missed_listed_s"_L1, 0, kDay),
    span<&Settings::awayAtMost>("away_at_most_s"_L1, 60, kDay),
    span<&Settings::appointmentEarly>("appointment_early_s"_L1, 0, kDay),
    span<&Settings::appointmentLate>("appointment_late_s"_L1, 0, kDay),
    span<&Settings::parkReminder>("park_reminder_s"_L1, 60, kDay),
    span<&Settings::reservedAtMost>("reserved_at_most_s"_L1, 60, kDay),
    count<&Settings::overtakenAtMost>("overtaken_at_most"_L1, 0, 1000),
    kQueueLimit,
    count<&Settings::lastNumber>("last_number"_L1, 9, 9999),
    kOpensByHours,
    span<&Settings::hardEndAfter>("hard_end_after_s"_L1, 0, kDay),
    kDefaultService,
    span<&Settings::guestCodeLives>("guest_code_s"_L1, 60, kDay),
};

} // namespace

std::span<const SettingField> settingFields()
{
    return kFields;
}

const SettingField *settingField(const QString &name)
{
    const auto found = std::ranges::find_if(kFields, [&name](const SettingField &field) { return field.name == name; });
    return found == kFields.end() ? nullptr : &*found;
}

std::optional<std::int64_t> valueOf(const SettingField &field, const office::Settings &settings)
{
    if (field.present && !field.present(settings))
        return std::nullopt;
    return field.read(settings);
}

} // namespace sprechtag::town
