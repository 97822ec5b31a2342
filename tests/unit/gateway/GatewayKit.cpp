// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sprechtag::test {

using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;

void FakeOutbox::send(gateway::ConnectionKey connection, const QByteArray &frame)
{
    if (closed.contains(connection))
        qFatal("a frame was sent to a closed connection");
    sent.push_back({.to = connection, .frame = frame, .topic = gateway::kEveryFrame});
}

void FakeOutbox::sendToMany(std::span<const gateway::ConnectionKey> connections, const QByteArray &frame,
                            gateway::Topic topic)
{
    for (const gateway::ConnectionKey connection : connections) {
        if (closed.contains(connection))
            qFatal("a frame was sent to a closed connection");
        sent.push_back({.to = connection, .frame = frame, .topic = topic});
    }
    preparedFrames += connections.empty() ? 0 : 1;
}

void FakeOutbox::close(gateway::ConnectionKey connection, gateway::CloseCode code, std::string_view)
{
    if (!closed.emplace(connection, code).second)
        qFatal("a connection was closed twice");
}

void FakeOutbox::setMessageLimit(gateway::ConnectionKey connection, qsizetype bytes)
{
    limits[connection] = bytes;
}

QList<QByteArray> FakeOutbox::take(gateway::ConnectionKey connection)
{
    QList<QByteArray> frames;
    for (std::size_t i = m_read[connection]; i < sent.size(); ++i) {
        if (sent[i].to == connection)
            frames.append(sent[i].frame);
    }
    m_read[connection] = sent.size();
    return frames;
}

broker::IceGrant FakeIceServers::grant(Instant, std::string_view subject)
{
    grants.emplace_back(subject);
    return {.servers = {{.urls = {u"turn:turn.town.example"_s}, .username = u"1:x"_s, .credential = Secret("y")}},
            .relayOnly = relay,
            .ttl = seconds{600}};
}

GatewayKit::GatewayKit(broker::Loaded town, town::Town administered)
    : store(std::move(town))
    , towns(std::move(administered))
{
    restart();
}

void GatewayKit::restart()
{
    m_gateway.reset();
    m_administration.reset();
    m_broker = std::make_unique<broker::Broker>(store.reload(), store, clock, countingTickets(m_firstTicket));
    m_firstTicket += 1000;
    m_administration = std::make_unique<broker::Administration>(
        broker::Administration::Parts{.broker = *m_broker,
                                      .store = towns,
                                      .passwords = startPasswords,
                                      .clock = clock,
                                      .endSessions =
                                          [this](ClerkId who) {
                                              sessionsEnded.push_back(who);
                                              m_gateway->sessionEnded(signedIn(who).session);
                                          }},
        towns.town);
    towns.stored = [this](const town::Town &town) { store.reconfigure(broker::configOf(town)); };
    towns.delivered = [this] { pass(); };
    m_gateway = std::make_unique<gateway::Gateway>(*m_broker, *m_administration, ice, documents, outbox, clock);
    m_broker->start();
    pass();
}

GatewayKit::Key GatewayKit::citizen(const QString &token)
{
    gateway().citizenConnected(++m_newest, network);
    const auto ticket = token.isEmpty() ? std::nullopt : std::optional(token);
    say(m_newest, citizen::Hello{.protocol = {1},
                                 .client = u"citizen-page/0.1.0"_s,
                                 .features = {},
                                 .lang = u"de"_s,
                                 .ticketToken = ticket});
    return m_newest;
}

GatewayKit::Key GatewayKit::watcher()
{
    const Key connection = citizen();
    say(connection, citizen::WatchOverview{});
    return connection;
}

GatewayKit::Key GatewayKit::clerk(ClerkId id, const QMap<QString, office::Sequence> &resume)
{
    gateway().clerkConnected(++m_newest, signedIn(id));
    say(m_newest, clerk::Hello{.protocol = {1},
                               .client = u"clerk-app/0.1.0"_s,
                               .features = {},
                               .lang = u"de"_s,
                               .resume = resume,
                               .run = newestRun()});
    return m_newest;
}

QString GatewayKit::newestRun() const
{
    for (auto sent = outbox.sent.rbegin(); sent != outbox.sent.rend(); ++sent) {
        const auto message = protocol::decodeClerkToClient(sent->frame);
        if (message && std::holds_alternative<clerk::Welcome>(*message))
            return std::get<clerk::Welcome>(*message).run;
    }
    return {};
}

void GatewayKit::hangUp(Key connection)
{
    gateway().disconnected(connection);
    pass();
}

void GatewayKit::say(Key connection, const citizen::ToServer &message)
{
    sayRaw(connection, protocol::encode(message));
}

void GatewayKit::say(Key connection, const clerk::ToServer &message)
{
    sayRaw(connection, protocol::encode(message));
}

void GatewayKit::sayRaw(Key connection, const QByteArray &frame)
{
    gateway().message(connection, frame);
    pass();
}

void GatewayKit::wait(milliseconds span)
{
    clock.advance(span);
    gateway().tick();
    broker().tick();
    pass();
}

QString GatewayKit::heard(Key connection)
{
    QStringList types;
    for (const QByteArray &frame : outbox.take(connection))
        types.append(typeOf(frame));
    return types.join(u' ');
}

void GatewayKit::forgetAll()
{
    for (Key connection = 1; connection <= m_newest; ++connection)
        static_cast<void>(outbox.take(connection));
}

void GatewayKit::open(Key clerk, OfficeId office)
{
    say(clerk, clerk::OpenOffice{.id = u"open"_s + QString::number(office.bits()[1]), .office = office});
}

void GatewayKit::draw(Key citizen, const QString &token, OfficeId office, const QString &name)
{
    say(citizen, citizen::Draw{.id = u"draw"_s,
                               .office = office,
                               .token = token,
                               .name = name,
                               .concern = {},
                               .consentVersion = u"2026-01"_s,
                               .lang = u"de"_s});
}

void GatewayKit::callNext(Key clerk, const QString &id, OfficeId office)
{
    say(clerk, clerk::CallNext{.id = id, .office = office});
}

const office::OfficeState &GatewayKit::office(OfficeId id) const
{
    return m_broker->record().office(id)->state;
}

QString token(char letter)
{
    return QString(21, QLatin1Char(letter)) + u'w';
}

broker::SignedIn signedIn(ClerkId id)
{
    const broker::Loaded town = testTown();
    const auto clerk = std::ranges::find(town.clerks, id, &broker::ClerkName::id);
    return {.session = "session of " + QByteArray::fromStdString(id.text()),
            .clerk = *clerk,
            .roles = {broker::Role::Clerk},
            .expires = FakeClock::kBegin + std::chrono::hours{12}};
}

QString typeOf(const QByteArray &frame)
{
    return QJsonDocument::fromJson(frame).object().value(u"type"_s).toString();
}

} // namespace sprechtag::test
