// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Edge.h"
#include "server/edge/Frames.h"

#include <variant>

//! What the owner's thread asks of an edge thread.
namespace sprechtag::edge {

struct AdoptJob
{
    int descriptor{};
    std::string peer;
    bool counted{}; //!< has its place in Addresses
};
struct RespondJob
{
    RequestId request{};
    Response response;
};
struct AcceptJob
{
    RequestId request{};
    OwnLimits own;
};
struct SendJob
{
    ConnectionId to{};
    Bytes bytes;
    Topic topic{};
};
struct SendManyJob
{
    std::vector<ConnectionId> to;
    Bytes bytes;
    Topic topic{};
};
struct CloseJob
{
    ConnectionId connection{};
    std::uint16_t code{};
    std::string reason;
};
struct LimitJob
{
    ConnectionId connection{};
    std::size_t messageBytes{};
};
struct StopJob
{
    unsigned drainMs{};
};
using Job = std::variant<AdoptJob, RespondJob, AcceptJob, SendJob, SendManyJob, CloseJob, LimitJob, StopJob>;

//! Ids name thread, slot and a serial number: found without a search, never used twice.
constexpr unsigned kSlotBits = 22;
constexpr unsigned kSerialBits = 36;

constexpr std::uint64_t makeId(unsigned worker, std::uint32_t slot, std::uint64_t serial)
{
    return (std::uint64_t{worker} << (kSlotBits + kSerialBits)) | (std::uint64_t{slot} << kSerialBits) |
           (serial & ((std::uint64_t{1} << kSerialBits) - 1));
}
constexpr unsigned workerOf(std::uint64_t id)
{
    return static_cast<unsigned>(id >> (kSlotBits + kSerialBits));
}
constexpr std::uint32_t slotOf(std::uint64_t id)
{
    return static_cast<std::uint32_t>((id >> kSerialBits) & ((std::uint64_t{1} << kSlotBits) - 1));
}

} // namespace sprechtag::edge
