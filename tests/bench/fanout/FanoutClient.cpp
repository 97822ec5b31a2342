// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/fanout/Load.h"

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <span>

using namespace sprechtag::bench;

namespace {

constexpr std::size_t kRounds = 50;

} // namespace

// sprechtag-fanout-client PORT PID plain|socketio CONNECTIONS PAUSE_US
//
// Says ready; plays a turn for each line of standard input (warm_up, time or cpu) and says done; at the end it prints
// CPU µs a message, p50 and p99 of the last of 100 in ms, KiB a connection.
int main(int argc, char **argv)
{
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() != 6) {
        std::fputs("usage: sprechtag-fanout-client PORT PID plain|socketio CONNECTIONS PAUSE_US\n", stderr);
        return 2;
    }
    const auto number = [&](std::size_t i) { return std::strtoul(arguments[i], nullptr, 10); };
    const Plan plan{.port = static_cast<std::uint16_t>(number(1)),
                    .server = static_cast<int>(number(2)),
                    .dialect = std::string_view(arguments[3]) == "socketio" ? Dialect::SocketIo : Dialect::Plain,
                    .connections = number(4),
                    .pause = std::chrono::microseconds(number(5))};
    Load load(plan);
    bool fine = load.connectAll();
    std::puts(fine ? "ready" : "failed");
    std::fflush(stdout);
    std::string line;
    while (fine && load.waitForInput() && std::getline(std::cin, line)) {
        fine = load.play(kRounds, line == "cpu" ? Turn::Cpu : line == "time" ? Turn::Time : Turn::WarmUp);
        std::puts(fine ? "done" : "failed");
        std::fflush(stdout);
    }
    if (!fine) {
        std::fputs("a connection failed or a message did not come\n", stderr);
        return EXIT_FAILURE;
    }
    const Outcome outcome = load.outcome();
    std::printf("%.3f %.3f %.3f %.2f\n", outcome.cpuPerMessageUs, outcome.p50Ms, outcome.p99Ms,
                outcome.memoryPerConnectionKib);
}
