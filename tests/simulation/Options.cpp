// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Options.h"

#include <charconv>

namespace sprechtag::simulation {
namespace {

std::optional<std::uint64_t> number(const std::string &text)
{
    std::uint64_t value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool takeNumber(Options &options, const std::string &name, const std::string &text)
{
    const auto value = number(text);
    if (!value)
        return false;
    if (name == "--seed")
        options.seed = *value;
    else if (name == "--steps")
        options.steps = *value;
    else if (name == "--episode")
        options.episode = value;
    else
        return false;
    return true;
}

bool take(Options &options, const std::string &name, const std::string &text)
{
    if (name == "--sabotage") {
        const auto sabotage = sabotageNamed(text);
        options.sabotage = sabotage.value_or(Sabotage::None);
        return sabotage.has_value();
    }
    if (name == "--scenario") {
        options.calm = text == "calm";
        return options.calm;
    }
    if (name == "--faults") {
        options.faults = text == "none" ? Crowd::Faults::None : Crowd::Faults::All;
        return text == "none" || text == "all";
    }
    return takeNumber(options, name, text);
}

} // namespace

std::optional<Options> parseOptions(const std::vector<std::string> &arguments)
{
    Options options;
    if (arguments.size() % 2 != 0)
        return std::nullopt;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        if (!take(options, arguments[i], arguments[i + 1]))
            return std::nullopt;
    }
    return options;
}

std::string usage()
{
    std::string text =
        "sprechtag-simulate [--seed N] [--steps M] [--faults all|none] [--episode SEED] "
        "[--sabotage NAME] [--scenario calm]\nRuns random commands against the office core and checks every step.\n"
        "Deliberate faults:";
    for (const auto name : sabotageNames())
        text.append(" ").append(name);
    return text.append("\n");
}

std::string replayHint(const Options &options)
{
    std::string text = options.faults == Crowd::Faults::None ? " --faults none" : "";
    if (options.sabotage != Sabotage::None)
        text.append(" --sabotage ").append(sabotageNames()[static_cast<std::size_t>(options.sabotage)]);
    return text;
}

} // namespace sprechtag::simulation
