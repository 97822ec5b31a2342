// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Reception.h"

#include "shared/protocol/Limits.h"

namespace sprechtag::app {
namespace {

// An accepted upgrade is one write away; whoever has not come by then has hung up.
constexpr seconds kUpgradePatience{30};
// Far below the idle time of a session: whoever is connected is not idle.
constexpr seconds kTouchEvery{60};

// A clerk begins with a snapshot of every own office, all at once: full lobbies must not lock out who could empty them.
constexpr std::size_t kClerkQueueBytes = std::size_t{16} * 1024 * 1024;

// Whom a lost clerk was speaking with must learn of it soon; the many who wait have time, and cost a ping each.
constexpr milliseconds kClerkPing{5000};
static_assert(kClerkPing * (edge::kMissedPongsAllowed + 1) <= seconds{15}, "a lost clerk is noticed within 15 s");

// From the first byte on: a message may come together with the upgrade.
constexpr edge::OwnLimits kCitizenLimits{
    .messageBytes = protocol::limits::kMessageBytesBeforeTicket, .sendQueueBytes = 0, .pingIntervalMs = 0};
constexpr edge::OwnLimits kClerkLimits{.messageBytes = protocol::limits::kMessageBytesFromClerk,
                                       .sendQueueBytes = kClerkQueueBytes,
                                       .pingIntervalMs = static_cast<unsigned>(kClerkPing.count())};

http::Request requestOf(const edge::Request &request)
{
    return {request.method, request.path, request.headers, request.body, edge::networkOf(request.peer)};
}

edge::Response responseOf(http::Response response)
{
    return {response.status, std::move(response.headers), std::move(response.body)};
}

} // namespace

Reception::Reception(Doors doors)
    : m_doors(doors)
    , m_touched(doors.clock.monotonicNow())
{
}

edge::StaticRoutes Reception::routesOf(std::shared_ptr<const http::Site> site)
{
    return [site = std::move(site)](const edge::Request &request) -> std::optional<edge::Response> {
        auto response = site->serve(requestOf(request));
        return response ? std::optional(responseOf(std::move(*response))) : std::nullopt;
    };
}

void Reception::drain()
{
    for (const edge::Event &event : m_doors.edge.takeEvents())
        std::visit([this](const auto &arrived) { take(arrived); }, event);
}

void Reception::tick()
{
    const MonotonicInstant now = m_doors.clock.monotonicNow();
    std::erase_if(m_expected, [&](const auto &entry) { return entry.second.since < now - kUpgradePatience; });
    if (now - m_touched < kTouchEvery)
        return;
    m_touched = now;
    for (const auto &[connection, session] : m_sessions)
        m_doors.identity.touch(session);
}

void Reception::sessionEnded(const broker::SessionKey &session)
{
    std::erase_if(m_expected, [&](const auto &entry) {
        const auto &clerk = entry.second.clerk;
        return clerk && clerk->session == session;
    });
    m_doors.gateway.sessionEnded(session);
}

void Reception::take(const edge::RequestArrived &event)
{
    const http::Request request = requestOf(event.request);
    if (event.request.upgrade) {
        upgrade(event.id, request);
        return;
    }
    const auto answer = [&edge = m_doors.edge, id = event.id](http::Response response) {
        edge.respond(id, responseOf(std::move(response)));
    };
    if (http::DocumentApi::serves(request))
        m_doors.documents.handle(request, answer);
    else
        m_doors.rest.handle(request, answer);
}

void Reception::upgrade(edge::RequestId id, const http::Request &request)
{
    const auto expect = [&](std::optional<broker::SignedIn> clerk) {
        const edge::OwnLimits &own = clerk ? kClerkLimits : kCitizenLimits;
        m_expected.insert_or_assign(id, Expected{std::move(clerk), request.peer, m_doors.clock.monotonicNow()});
        m_doors.edge.acceptUpgrade(id, own);
    };
    std::visit(Overloaded{[&](http::Upgrades::Citizen) { expect(std::nullopt); },
                          [&](const http::Upgrades::Clerk &clerk) { expect(clerk); },
                          [&](const http::Response &refusal) { m_doors.edge.respond(id, responseOf(refusal)); }},
               m_doors.upgrades.judge(request));
}

void Reception::take(const edge::ConnectionOpened &event)
{
    const auto found = m_expected.find(event.request);
    if (found == m_expected.end()) {
        m_doors.edge.close(event.id, static_cast<std::uint16_t>(gateway::CloseCode::PolicyViolation), {});
        return;
    }
    const Expected expected = found->second;
    m_expected.erase(found);
    if (expected.clerk) {
        m_sessions.insert_or_assign(event.id, expected.clerk->session);
        m_doors.gateway.clerkConnected(event.id, *expected.clerk);
    } else {
        m_doors.gateway.citizenConnected(event.id, expected.network);
    }
}

void Reception::take(const edge::MessageArrived &event)
{
    m_doors.gateway.message(event.id, QByteArray::fromStdString(event.text));
}

void Reception::take(const edge::ConnectionClosed &event)
{
    m_sessions.erase(event.id);
    m_doors.gateway.disconnected(event.id);
}

} // namespace sprechtag::app
