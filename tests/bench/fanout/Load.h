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
    std::chrono::microseconds pause{}; //!< from round to round
};

struct Outcome
{
    double cpuPerMessageUs{};
    double p50Ms{};
    double p99Ms{};
    double memoryPerConnectionKib{};
};

//! What a turn of rounds is for: the time until the last of an office has its message, or the server's CPU. For CPU the
//! load sleeps until a message must be with everybody: on one machine, waking the receiver is charged to the sender,
//! which in a town is another machine's work.
enum class Turn { WarmUp, Time, Cpu };

//! Many WebSocket clients in one thread: they join offices of 100, then office after office gets a message. Between the
//! turns it waits for a line on standard input, so that several servers share the weather of the machine.
class Load
{
public:
    explicit Load(const Plan &plan);
    ~Load();
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;

    // False when a connection failed or a message did not come.
    [[nodiscard]] bool connectAll();
    [[nodiscard]] bool play(std::size_t rounds, Turn turn);
    //! Answers pings meanwhile.
    [[nodiscard]] bool waitForInput();
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

    [[nodiscard]] bool connectOne(std::size_t index);
    //! Handles what comes until `count` reaches `wanted`.
    [[nodiscard]] bool waitFor(const std::size_t &count, std::size_t wanted);
    [[nodiscard]] bool receive(Client &client, std::size_t index);
    void takeInput(Client &client, std::size_t index);
    [[nodiscard]] bool takeUpgrade(Client &client);
    void takeText(Client &client, std::size_t index, std::string_view text);
    void say(Client &client, std::string_view verb, std::size_t office, std::string_view text = {});
    static void sendFrame(const Client &client, unsigned char firstByte, std::string_view text);
    static void sendText(const Client &client, std::string_view text) { sendFrame(client, 0x81, text); }

    Plan m_plan;
    int m_epoll;
    std::vector<Client> m_clients;
    std::size_t m_joined{};
    std::size_t m_received{};
    std::size_t m_commands{};
    std::size_t m_office{}; // whose turn it is
    std::size_t m_cpuRounds{};
    std::size_t m_failed{};
    std::string m_text;
    std::vector<double> m_lastMs;
    double m_cpuUs{};
    double m_memoryKib{};
};

} // namespace sprechtag::bench
