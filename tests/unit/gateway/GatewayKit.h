// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/Gateway.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeDocuments.h"
#include "tests/support/FakeTownStore.h"
#include "tests/support/MemoryStore.h"
#include "tests/support/TestTown.h"

#include <QStringList>

#include <memory>

namespace sprechtag::test {

//! Writes down every frame, in the order in which they leave.
class FakeOutbox final : public gateway::Outbox
{
public:
    struct Sent
    {
        gateway::ConnectionKey to{};
        QByteArray frame;
        gateway::Topic topic{};
    };

    void send(gateway::ConnectionKey connection, const QByteArray &frame) override;
    void sendToMany(std::span<const gateway::ConnectionKey> connections, const QByteArray &frame,
                    gateway::Topic topic) override;
    void close(gateway::ConnectionKey connection, gateway::CloseCode code, std::string_view reason) override;
    void setMessageLimit(gateway::ConnectionKey connection, qsizetype bytes) override;

    //! What a connection got since the last time that somebody asked.
    [[nodiscard]] QList<QByteArray> take(gateway::ConnectionKey connection);

    std::vector<Sent> sent;
    std::map<gateway::ConnectionKey, gateway::CloseCode> closed;
    std::map<gateway::ConnectionKey, qsizetype> limits;
    int preparedFrames{}; //!< calls of sendToMany

private:
    std::map<gateway::ConnectionKey, std::size_t> m_read;
};

class FakeIceServers final : public broker::IceServers
{
public:
    [[nodiscard]] broker::IceGrant grant(Instant now, std::string_view subject) override;
    [[nodiscard]] bool relayOnly() const override { return relay; }
    bool relay{};
    std::vector<std::string> grants; //!< to whom
};

//! A gateway with a real broker, a store in memory and connections that write down what they hear.
class GatewayKit
{
public:
    using Key = gateway::ConnectionKey;

    explicit GatewayKit(broker::Loaded town = testTown(), town::Town administered = administeredTown());

    //! The server ends, as by kill -9, and starts again with what is durable.
    void restart();

    [[nodiscard]] Key citizen(const QString &token = {});
    [[nodiscard]] Key watcher();
    //! `resume` was seen under the newest welcome of any clerk.
    [[nodiscard]] Key clerk(ClerkId id, const QMap<QString, office::Sequence> &resume = {});
    void hangUp(Key connection);

    //! One message in a pass of its own.
    void say(Key connection, const protocol::citizen::ToServer &message);
    void say(Key connection, const protocol::clerk::ToServer &message);
    void sayRaw(Key connection, const QByteArray &frame);
    void pass() { broker().flush(); }
    void wait(milliseconds span);

    //! The types of the messages that a connection got since the last time, as "ticket.state office.feed".
    [[nodiscard]] QString heard(Key connection);
    //! The messages of one kind that a connection got since the last time; the others are passed over.
    template <typename Message>
    [[nodiscard]] QList<Message> heardOf(Key connection);
    void forgetAll();

    // The things that most tests do.
    void open(Key clerk, OfficeId office = kCitizens);
    void draw(Key citizen, const QString &token, OfficeId office = kCitizens, const QString &name = {});
    void callNext(Key clerk, const QString &id, OfficeId office = kCitizens);

    [[nodiscard]] broker::Broker &broker() { return *m_broker; }
    [[nodiscard]] gateway::Gateway &gateway() { return *m_gateway; }
    [[nodiscard]] const office::OfficeState &office(OfficeId id = kCitizens) const;

    FakeClock clock;
    FakeOutbox outbox;
    FakeIceServers ice;
    FakeDocuments documents;
    MemoryStore store;
    FakeTownStore towns;
    FakeStartPasswords startPasswords;
    std::vector<ClerkId> sessionsEnded; //!< of whom
    std::string network{"192.0.2.1"};   //!< of the citizens who come next

private:
    [[nodiscard]] QString newestRun() const;

    Key m_newest{};
    std::uint64_t m_firstTicket{1};
    std::unique_ptr<broker::Broker> m_broker;
    std::unique_ptr<broker::Administration> m_administration;
    std::unique_ptr<gateway::Gateway> m_gateway;
};

//! A ticket token of the right shape, told apart by one letter.
[[nodiscard]] QString token(char letter);
[[nodiscard]] broker::SignedIn signedIn(ClerkId id);

[[nodiscard]] QString typeOf(const QByteArray &frame);

template <typename Message, typename Variant>
inline constexpr bool kIsAmong = false;
template <typename Message, typename... Ts>
inline constexpr bool kIsAmong<Message, std::variant<Ts...>> = (std::is_same_v<Message, Ts> || ...);

template <typename Message>
QList<Message> GatewayKit::heardOf(Key connection)
{
    QList<Message> found;
    for (const QByteArray &frame : outbox.take(connection)) {
        if constexpr (kIsAmong<Message, protocol::citizen::ToClient>) {
            const auto decoded = protocol::decodeCitizenToClient(frame);
            if (decoded && std::holds_alternative<Message>(*decoded))
                found.append(std::get<Message>(*decoded));
        } else {
            const auto decoded = protocol::decodeClerkToClient(frame);
            if (decoded && std::holds_alternative<Message>(*decoded))
                found.append(std::get<Message>(*decoded));
        }
    }
    return found;
}

} // namespace sprechtag::test
