// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/Gateway.h"

#include "shared/base/Log.h"
#include "shared/protocol/Limits.h"

#include <algorithm>

namespace sprechtag::gateway {

using namespace Qt::StringLiterals;
using protocol::ErrorCode;
using protocol::Goodbye;
using protocol::GoodbyeAction;

namespace {

constexpr int kProtocol = 1;
constexpr seconds kHelloWithin{protocol::limits::kHelloSeconds};
// Who has misbehaved may come back, but not at once.
constexpr int kCoolDownSeconds = 60;

constexpr auto kAllowedAfter = milliseconds(minutes{1}) / protocol::limits::kMessagesPerMinute;

} // namespace

Gateway::Gateway(broker::Broker &broker, broker::Administration &administration, broker::IceServers &ice,
                 broker::Documents &documents, Outbox &outbox, const Clock &clock, DrawPace draws)
    : m_world{.broker = broker, .ice = ice, .documents = documents, .outbox = outbox, .clock = clock, .door = *this}
    , m_feeds(m_world)
    , m_calls(m_world, m_clerkLines)
    , m_messages(m_world, m_clerkLines)
    , m_guests(m_world, m_clerkLines, m_calls)
    , m_texts(m_world, m_clerkLines, m_guests)
    , m_views(m_world, m_clerkLines, m_guests)
    , m_sights(m_world, m_clerkLines)
    , m_forms(m_world, m_clerkLines)
    , m_documents(m_world, m_clerkLines, m_views, m_forms)
    , m_colleagues(m_world, m_clerkLines, m_guests)
    , m_stock(m_world, administration)
    , m_citizens(
          m_world, m_feeds,
          {m_calls, m_messages, m_texts, m_documents, m_views, m_forms, m_guests, m_sights, m_colleagues, m_stock},
          std::move(draws))
    , m_admin(m_world, administration)
    , m_clerks(m_world, m_clerkLines,
               {m_calls, m_messages, m_texts, m_documents, m_views, m_forms, m_guests, m_sights, m_colleagues, m_stock},
               m_admin)
{
    m_calls.asideWhere([this](TicketId ticket) { return m_guests.isConsulting(ticket); });
    broker.publishTo(this);
}

Gateway::~Gateway()
{
    m_world.broker.publishTo(nullptr);
}

void Gateway::citizenConnected(ConnectionKey connection, const std::string &network)
{
    connected(connection, std::nullopt, network);
}

void Gateway::clerkConnected(ConnectionKey connection, const broker::SignedIn &who)
{
    connected(connection, who, {});
}

void Gateway::message(ConnectionKey connection, const QByteArray &frame)
{
    const auto line = m_lines.find(connection);
    // What was still under way when the connection was closed.
    if (line == m_lines.end())
        return;
    if (!line->second.pace.admit(m_world.clock.monotonicNow()))
        return complain(connection, tryLater({}, kAllowedAfter));
    if (line->second.clerk)
        take(connection, protocol::decodeClerkToServer(frame));
    else
        take(connection, protocol::decodeCitizenToServer(frame));
}

void Gateway::disconnected(ConnectionKey connection)
{
    // Whoever was sent away has left the rooms already, or stays in them for the server that starts next.
    if (m_lines.erase(connection) != 0)
        leaveRooms(connection);
}

void Gateway::sessionEnded(const broker::SessionKey &session)
{
    std::vector<ConnectionKey> ended;
    for (const auto &[connection, line] : m_lines) {
        if (line.clerk && line.clerk->session == session)
            ended.push_back(connection);
    }
    for (const ConnectionKey connection : ended) {
        // Whoever has signed out, or may not be there any more, does not come back to a conversation of others.
        m_guests.leave(connection);
        turnOut(connection, {.reason = u"session_ended"_s, .action = GoodbyeAction::Stop, .afterSeconds = {}},
                CloseCode::Normal);
    }
}

std::optional<MonotonicInstant> Gateway::nextDue() const
{
    std::optional<MonotonicInstant> due;
    const auto consider = [&due](std::optional<MonotonicInstant> at) {
        if (at)
            due = due ? std::min(*due, *at) : at;
    };
    consider(m_guests.nextDue());
    consider(m_colleagues.nextDue());
    if (!m_silent.empty())
        consider(m_silent.front().first);
    return due;
}

void Gateway::tick()
{
    m_citizens.tick();
    m_admin.tick();
    m_guests.tick();
    m_colleagues.tick();
    m_stock.tick();
    while (!m_silent.empty() && m_silent.front().first <= m_world.clock.monotonicNow()) {
        const ConnectionKey connection = m_silent.front().second;
        m_silent.pop_front();
        const auto line = m_lines.find(connection);
        if (line != m_lines.end() && !line->second.greeted) {
            turnOut(connection,
                    {.reason = u"no_hello"_s, .action = GoodbyeAction::Retry, .afterSeconds = kCoolDownSeconds},
                    CloseCode::PolicyViolation);
        }
    }
}

void Gateway::stop(seconds comeBackAfter)
{
    const Goodbye goodbye{.reason = u"restart"_s,
                          .action = GoodbyeAction::Retry,
                          .afterSeconds = static_cast<int>(comeBackAfter.count())};
    // Nobody has left: the rooms keep their people, so that no line counts as lost by its owner.
    while (!m_lines.empty())
        dismiss(m_lines.begin()->first, goodbye, CloseCode::GoingAway);
    m_silent.clear();
    m_world.broker.publishTo(nullptr);
}

void Gateway::published(const broker::OfficeChange &change)
{
    // First: whoever goes on elsewhere begins there with an empty page.
    m_texts.published(change);
    m_citizens.published(change);
    m_feeds.published(change);
    m_clerks.published(change);
    m_guests.published(change);
    m_colleagues.published(change);
    // Last: an app hears of files when it knows that the two have met.
    m_documents.published(change);
    m_views.published(change);
    m_forms.published(change);
    m_sights.published(change);
}

void Gateway::reconfigured(const broker::Reconfigured &change)
{
    if (change.welcomeChanged)
        m_citizens.welcomeChanged();
    m_feeds.reconfigured();
    m_clerks.reconfigured(change);
}

void Gateway::connected(ConnectionKey connection, std::optional<broker::SignedIn> clerk, const std::string &network)
{
    const MonotonicInstant now = m_world.clock.monotonicNow();
    m_lines.insert_or_assign(connection,
                             Line{.clerk = std::move(clerk), .network = network, .greeted = false, .pace = {}});
    m_silent.emplace_back(now + kHelloWithin, connection);
}

void Gateway::dismiss(ConnectionKey connection, const Goodbye &goodbye, CloseCode code)
{
    m_lines.erase(connection);
    m_world.toCitizen(connection, goodbye);
    m_world.outbox.close(connection, code, goodbye.reason.toStdString());
}

void Gateway::complain(ConnectionKey connection, const protocol::ErrorMessage &error)
{
    m_world.toCitizen(connection, error);
    const auto line = m_lines.find(connection);
    if (line == m_lines.end() || !line->second.pace.isOneTooMany(m_world.clock.monotonicNow()))
        return;
    qCInfo(lcGateway) << "connection" << connection << "closed: too many bad messages";
    turnOut(connection, {.reason = u"bad_messages"_s, .action = GoodbyeAction::Retry, .afterSeconds = kCoolDownSeconds},
            CloseCode::PolicyViolation);
}

void Gateway::turnOut(ConnectionKey connection, const Goodbye &goodbye, CloseCode code)
{
    leaveRooms(connection);
    dismiss(connection, goodbye, code);
}

void Gateway::leaveRooms(ConnectionKey connection)
{
    m_citizens.gone(connection);
    m_clerks.gone(connection);
}

template <typename Message>
void Gateway::take(ConnectionKey connection, const protocol::Decoded<Message> &decoded)
{
    if (!decoded)
        return complain(connection, plainError(decoded.error().re, decoded.error().code, decoded.error().field));
    Line &line = m_lines.at(connection);
    if (line.greeted)
        return pass(connection, *decoded);
    std::visit(
        [this, connection](const auto &first) {
            if constexpr (requires { first.protocol; })
                greet(connection, first);
            else
                complain(connection, plainError({}, ErrorCode::BadRequest, u"type"_s));
        },
        *decoded);
}

template <typename Hello>
void Gateway::greet(ConnectionKey connection, const Hello &hello)
{
    if (!hello.protocol.contains(kProtocol)) {
        return dismiss(connection, {.reason = u"version"_s, .action = GoodbyeAction::Upgrade, .afterSeconds = {}},
                       CloseCode::Normal);
    }
    m_lines.at(connection).greeted = true;
    enter(connection, hello);
}

void Gateway::enter(ConnectionKey connection, const protocol::citizen::Hello &hello)
{
    m_citizens.greet(connection, m_lines.at(connection).network, hello);
}

void Gateway::enter(ConnectionKey connection, const protocol::clerk::Hello &hello)
{
    m_clerks.greet(connection, *m_lines.at(connection).clerk, hello);
}

void Gateway::pass(ConnectionKey connection, const protocol::citizen::ToServer &message)
{
    m_citizens.take(connection, message);
}

void Gateway::pass(ConnectionKey connection, const protocol::clerk::ToServer &message)
{
    m_clerks.take(connection, message);
}

} // namespace sprechtag::gateway
