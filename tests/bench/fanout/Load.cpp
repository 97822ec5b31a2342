// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/fanout/Load.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <thread>

namespace sprechtag::bench {

namespace {

constexpr std::size_t kOffice = 100;
constexpr std::size_t kTextBytes = 202; // as a feed message of PROTOCOL.md
constexpr int kPatienceMs = 20000;
constexpr std::uint64_t kStandardInput = ~0ULL;

// User and system time of a process: fields 14 and 15 of stat, behind the name in brackets.
double cpuUsOf(int process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(file, line);
    std::istringstream fields(line.substr(line.rfind(')') + 1));
    std::string skipped;
    for (int i = 3; i < 14; ++i)
        fields >> skipped;
    double user{};
    double system{};
    fields >> user >> system;
    return (user + system) * 1e6 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double memoryKibOf(int process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/status");
    std::string word;
    while (file >> word) {
        if (word == "VmRSS:") {
            double kib{};
            file >> kib;
            return kib;
        }
    }
    return 0;
}

double quantile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

} // namespace

Load::Load(const Plan &plan)
    : m_plan(plan)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_clients(plan.connections)
    , m_text(kTextBytes, 'x')
{
    epoll_event event{.events = EPOLLIN, .data = {.u64 = kStandardInput}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, STDIN_FILENO, &event);
}

Load::~Load()
{
    for (const Client &client : m_clients) {
        if (client.descriptor >= 0)
            ::close(client.descriptor);
    }
    ::close(m_epoll);
}

Outcome Load::outcome() const
{
    return {.cpuPerMessageUs = m_cpuUs / static_cast<double>(m_cpuRounds * kOffice),
            .p50Ms = quantile(m_lastMs, 0.5),
            .p99Ms = quantile(m_lastMs, 0.99),
            .memoryPerConnectionKib = m_memoryKib};
}

bool Load::connectOne(std::size_t index)
{
    Client &client = m_clients[index];
    client.descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_plan.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(client.descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return false;
    const int on = 1;
    ::setsockopt(client.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event{.events = EPOLLIN, .data = {.u64 = index}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, client.descriptor, &event);
    const std::string path = m_plan.dialect == Dialect::Plain ? "/ws" : "/socket.io/?EIO=4&transport=websocket";
    const std::string request =
        "GET " + path +
        " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    return ::send(client.descriptor, request.data(), request.size(), MSG_NOSIGNAL) > 0;
}

bool Load::connectAll()
{
    constexpr std::size_t kAtOnce = 50;
    const double before = memoryKibOf(m_plan.server);
    for (std::size_t i = 0; i < m_clients.size(); ++i) {
        if (!connectOne(i))
            return false;
        if ((i + 1) % kAtOnce == 0 && !waitFor(m_joined, i + 1))
            return false;
    }
    if (!waitFor(m_joined, m_clients.size()))
        return false;
    m_memoryKib = (memoryKibOf(m_plan.server) - before) / static_cast<double>(m_plan.connections);
    return true;
}

bool Load::play(std::size_t rounds, Turn turn)
{
    const double before = cpuUsOf(m_plan.server);
    for (std::size_t i = 0; i < rounds; ++i) {
        const Clock::time_point begun = Clock::now();
        m_received = 0;
        say(m_clients.front(), "go", m_office, m_text);
        m_office = (m_office + 1) % (m_clients.size() / kOffice);
        if (turn == Turn::Cpu)
            std::this_thread::sleep_until(begun + m_plan.pause);
        if (!waitFor(m_received, kOffice))
            return false;
        if (turn == Turn::Time)
            m_lastMs.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
        std::this_thread::sleep_until(begun + m_plan.pause);
    }
    if (turn == Turn::Cpu) {
        m_cpuUs += cpuUsOf(m_plan.server) - before;
        m_cpuRounds += rounds;
    }
    return true;
}

bool Load::waitForInput()
{
    m_commands = 0;
    return waitFor(m_commands, 1);
}

bool Load::waitFor(const std::size_t &count, std::size_t wanted)
{
    std::array<epoll_event, 256> events{};
    while (count < wanted && m_failed == 0) {
        const int ready = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), kPatienceMs);
        if (ready <= 0)
            return false;
        for (int i = 0; i < ready; ++i) {
            const std::uint64_t index = events[static_cast<std::size_t>(i)].data.u64;
            if (index == kStandardInput)
                ++m_commands;
            else if (!receive(m_clients[index], index))
                ++m_failed;
        }
    }
    return m_failed == 0;
}

bool Load::receive(Client &client, std::size_t index)
{
    std::array<char, 8192> chunk;
    const ssize_t bytes = ::recv(client.descriptor, chunk.data(), chunk.size(), MSG_DONTWAIT);
    if (bytes <= 0)
        return false;
    client.input.append(chunk.data(), static_cast<std::size_t>(bytes));
    takeInput(client, index);
    return true;
}

bool Load::takeUpgrade(Client &client)
{
    const std::size_t end = client.input.find("\r\n\r\n");
    if (end == std::string::npos)
        return false;
    if (client.input.compare(0, 12, "HTTP/1.1 101") != 0)
        ++m_failed;
    client.input.erase(0, end + 4);
    client.isOpen = true;
    return true;
}

void Load::takeInput(Client &client, std::size_t index)
{
    if (!client.isOpen) {
        if (!takeUpgrade(client))
            return;
        if (m_plan.dialect == Dialect::Plain)
            say(client, "join", index / kOffice);
    }
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(client.input[i]); };
    while (client.input.size() >= 2) {
        const bool isLong = byte(1) == 126;
        if (isLong && client.input.size() < 4)
            return;
        const std::size_t from = isLong ? 4 : 2;
        const std::size_t length = isLong ? byte(2) * 256U + byte(3) : byte(1);
        if (client.input.size() < from + length)
            return;
        if ((byte(0) & 0x0fU) == 9)
            sendFrame(client, 0x8a, {});
        else if ((byte(0) & 0x0fU) == 1)
            takeText(client, index, std::string_view(client.input).substr(from, length));
        client.input.erase(0, from + length);
    }
}

void Load::takeText(Client &client, std::size_t index, std::string_view text)
{
    if (m_plan.dialect == Dialect::SocketIo) {
        if (text.starts_with("0{"))
            return sendText(client, "40");
        if (text.starts_with("40"))
            return say(client, "join", index / kOffice);
        if (text == "2")
            return sendText(client, "3");
    }
    if (client.hasJoined) {
        if (text.find(m_text) == std::string_view::npos)
            ++m_failed;
        ++m_received;
    } else {
        client.hasJoined = true;
        ++m_joined;
    }
}

void Load::say(Client &client, std::string_view verb, std::size_t office, std::string_view text)
{
    const std::string number = std::to_string(office);
    if (m_plan.dialect == Dialect::Plain)
        return sendText(client, std::string(verb) + '|' + number + '|' + std::string(text));
    sendText(client, "42[\"" + std::string(verb) + "\",\"" + number + "\",\"" + std::string(text) + "\"]");
}

// Masked with zeros, which is a mask too.
void Load::sendFrame(const Client &client, unsigned char firstByte, std::string_view text)
{
    std::string frame(1, static_cast<char>(firstByte));
    if (text.size() <= 125) {
        frame.push_back(static_cast<char>(0x80U | text.size()));
    } else {
        frame.push_back(static_cast<char>(0x80U | 126U));
        frame.push_back(static_cast<char>(text.size() >> 8U));
        frame.push_back(static_cast<char>(text.size() & 0xffU));
    }
    frame.append(4, '\0').append(text);
    (void)::send(client.descriptor, frame.data(), frame.size(), MSG_NOSIGNAL);
}

} // namespace sprechtag::bench
