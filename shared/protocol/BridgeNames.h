// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QLatin1String>

namespace sprechtag::protocol::bridge {

//! The closed lists of the bridge, each with its words, which the generic reader and writer find by their argument.
enum class DeviceKind { Camera, Microphone, Speaker };
enum class Background { None, Blur, Picture }; //!< behind the clerk
enum class SwitchReason { Lost, Refused, Back };
enum class Connection { Connecting, Connected, Interrupted, Failed };
enum class LineLevel { Good, Weak, Bad };
enum class PictureShare { Full, Less, None };
enum class ProblemKind { Denied, Missing, Busy, Unsupported };
enum class ProblemDevice { Camera, Microphone, Speaker, Screen };
enum class BackgroundReason { Chosen, Slow, Unsupported }; //!< but for the first, it is none again

[[nodiscard]] inline QLatin1String wireName(DeviceKind value)
{
    using namespace Qt::StringLiterals;
    switch (value) {
    case DeviceKind::Camera:
        return "camera"_L1;
    case DeviceKind::Microphone:
        return "microphone"_L1;
    case DeviceKind::Speaker:
        return "speaker"_L1;
    }
    return {};
}

[[nodiscard]] inline QLatin1String wireName(SwitchReason value)
{
    using namespace Qt::StringLiterals;
    switch (value) {
    case SwitchReason::Lost:
        return "lost"_L1;
    case SwitchReason::Refused:
        return "refused"_L1;
    case SwitchReason::Back:
        return "back"_L1;
    }
    return {};
}

[[nodiscard]] inline QLatin1String wireName(Connection value)
{
    using namespace Qt::StringLiterals;
    switch (value) {
    case Connection::Connecting:
        return "connecting"_L1;
    case Connection::Connected:
        return "connected"_L1;
    case Connection::Interrupted:
        return "interrupted"_L1;
    case Connection::Failed:
        return "failed"_L1;
    }
    return {};
}

[[nodiscard]] inline QLatin1String wireName(LineLevel value)
{
    using namespace Qt::StringLiterals;
    switch (value) {
    case LineLevel::Good:
        return "good"_L1;
    case LineLevel::Weak:
        return "weak"_L1;
    case LineLevel::Bad:
        return "bad"_L1;
    }
    return {};
}

[[nodiscard]] inline QLatin1String wireName(PictureShare value)
{
    using namespace Qt::StringLiterals;
    switch (value) {
    case PictureShare::Full:
        return "full"_L1;
    case PictureShare::Less:
        return "less"_L1;
    case PictureShare::None:
        return "none"_L1;
    }
    return {};
}

[[nodiscard]] inline QLatin1String wireName(Background value)
{
    using namespace Qt::StringLiterals;
    switch (value) {
    case Background::None:
        return "none"_L1;
    case Background::Blur:
        return "blur"_L1;
    case Background::Picture:
        return "picture"_L1;
    }
    return {};
}

[[nodiscard]] inline QLatin1String wireName(BackgroundReason value)
{
    using namespace Qt::StringLiterals;
    switch (value) {
    case BackgroundReason::Chosen:
        return "chosen"_L1;
    case BackgroundReason::Slow:
        return "slow"_L1;
    case BackgroundReason::Unsupported:
        return "unsupported"_L1;
    }
    return {};
}

[[nodiscard]] inline QLatin1String wireName(ProblemKind value)
{
    using namespace Qt::StringLiterals;
    switch (value) {
    case ProblemKind::Denied:
        return "denied"_L1;
    case ProblemKind::Missing:
        return "missing"_L1;
    case ProblemKind::Busy:
        return "busy"_L1;
    case ProblemKind::Unsupported:
        return "unsupported"_L1;
    }
    return {};
}

[[nodiscard]] inline QLatin1String wireName(ProblemDevice value)
{
    using namespace Qt::StringLiterals;
    switch (value) {
    case ProblemDevice::Camera:
        return "camera"_L1;
    case ProblemDevice::Microphone:
        return "microphone"_L1;
    case ProblemDevice::Speaker:
        return "speaker"_L1;
    case ProblemDevice::Screen:
        return "screen"_L1;
    }
    return {};
}

} // namespace sprechtag::protocol::bridge
