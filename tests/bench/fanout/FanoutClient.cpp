// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/fanout/Load.h"

#include <cstdio>
#include <cstdlib>
#include <span>

using namespace sprechtag::bench;

// sprechtag-fanout-client PORT PID plain|socketio CONNECTIONS ROUNDS PAUSE_US
int main(int argc, char **argv)
{
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() != 7) {
        std::fputs("usage: sprechtag-fanout-client PORT PID plain|socketio CONNECTIONS ROUNDS PAUSE_US\n", stderr);
        return 2;
    }
    const auto number = [&](std::size_t i) { return std::strtoul(arguments[i], nullptr, 10); };
    const Plan plan{.port = static_cast<std::uint16_t>(number(1)),
                    .server = static_cast<int>(number(2)),
                    .dialect = std::string_view(arguments[3]) == "socketio" ? Dialect::SocketIo : Dialect::Plain,
                    .connections = number(4),
                    .rounds = number(5),
                    .pause = std::chrono::microseconds(number(6))};
    Load load(plan);
    if (!load.run()) {
        std::fputs("a connection failed or a message did not come\n", stderr);
        return EXIT_FAILURE;
    }
    const Outcome outcome = load.outcome();
    std::printf("%.3f %.3f %.3f %.2f\n", outcome.cpuPerMessageUs, outcome.p50Ms, outcome.p99Ms,
                outcome.memoryPerConnectionKib);
}
