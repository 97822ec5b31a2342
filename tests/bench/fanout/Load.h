// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace sprechtag::bench {

enum class Dialect { Plain, SocketIo };

struct Plan
{
    std::uint16_t port{};
    int server{}; //!< process id
    Dialect dialect{};
    std::size_t connections{};
    std::size_t rounds{};
    std::chrono::microseconds pause{}; //!< from round to round
};

struct Outcome
{
    double cpuPerMessageUs{};
    double p50Ms{};
    double p99Ms{};
    double memoryPerConnectionKib{};
};

//! Many WebSocket clients in one thread: they join offices of 100, then office after office gets a message, and the
//! time until the last of the 100 has it is taken.
class Load
{
public:
    explicit Load(const Plan &plan);
    ~Load();
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;

    //! False when a connection failed or a message did not come.
    [[nodiscard]] bool run();
    [[nodiscard]] Outcome outcome() const;

private:
    using Clock = std::chrono::steady_clock;

    struct Client
    {
        int descriptor{-1};
        bool isOpen{};
        bool hasJoined{};
        std::string input; // only what is not complete yet
    };

    [[nodiscard]] bool connectAll();
    [[nodiscard]] bool connectOne();
    [[nodiscard]] bool playRounds();
    //! Handles what comes until `count` reaches `wanted`.
    [[nodiscard]] bool waitFor(const std::size_t &count, std::size_t wanted);
    [[nodiscard]] bool receive(Client &client, std::size_t index);
    void takeInput(Client &client, std::size_t index);
    [[nodiscard]] bool takeUpgrade(Client &client);
    void takeText(Client &client, std::size_t index, std::string_view text);
    void say(Client &client, std::string_view verb, std::size_t office, std::string_view text = {});
    static void sendText(const Client &client, std::string_view text);

    Plan m_plan;
    int m_epoll;
    std::vector<Client> m_clients;
    std::size_t m_joined{};
    std::size_t m_received{};
    std::size_t m_failed{};
    std::string m_text;
    std::vector<double> m_lastMs;
    double m_cpuUs{};
    double m_memoryKib{};
};

} // namespace sprechtag::bench
