// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/Citizen.h"

#include "shared/base/Random.h"

namespace sprechtag::test {

using namespace Qt::StringLiterals;
using namespace protocol::citizen;

namespace {

QNetworkRequest requestFor(const QString &origin)
{
    QString url = origin;
    return QNetworkRequest(QUrl(url.replace(0, 4, u"ws"_s) + u"/ws/citizen"_s));
}

std::optional<std::uint32_t> moved(std::optional<std::uint32_t> rank, const office::LineChange &change)
{
    if (!rank)
        return rank;
    if (const auto *left = std::get_if<office::LineLeft>(&change)) {
        if (left->rank == *rank)
            return std::nullopt;
        return left->rank < *rank ? *rank - 1 : *rank;
    }
    return std::get<office::LineInserted>(change).rank <= *rank ? *rank + 1 : *rank;
}

} // namespace

QString Citizen::newToken()
{
    return QString::fromLatin1(
        randomBytes(16).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Citizen::Citizen(const QString &origin, QString token)
    : Client(origin, requestFor(origin))
    , m_token(std::move(token))
{
}

bool Citizen::greet(Greeting greeting)
{
    if (!isConnectedSoon())
        return false;
    send(Hello{.protocol = {1},
               .client = u"integration/1"_s,
               .features = {},
               .lang = u"de"_s,
               .ticketToken = greeting == Greeting::Resume ? std::optional(m_token) : std::nullopt});
    const auto welcome = expect<Welcome>();
    if (welcome)
        m_consentVersion = welcome->consentVersion;
    return welcome.has_value();
}

Draw Citizen::drawing(OfficeId office, const QString &name, const QString &concern) const
{
    return {.id = {},
            .office = office,
            .token = m_token,
            .name = name,
            .concern = concern,
            .consentVersion = m_consentVersion,
            .lang = u"de"_s};
}

std::optional<TicketStateMessage> Citizen::draw(OfficeId office, const QString &name)
{
    if (!run(drawing(office, name)).done)
        return std::nullopt;
    return m_state;
}

bool Citizen::isSoon(office::TicketState state)
{
    return QTest::qWaitFor([&] { return m_state && m_state->state == state; }, kPatienceMs);
}

bool Citizen::hasRankSoon(std::optional<std::uint32_t> rank)
{
    return QTest::qWaitFor([&] { return m_rank == rank; }, kPatienceMs);
}

bool Citizen::offer(int generation, const QString &sdp)
{
    const auto prepared = [this] {
        const QString id = post(PrepareCall{});
        return expect<protocol::CallIce>([&](const auto &ice) { return ice.re == id; }).has_value();
    };
    if (!prepared())
        return false;
    send(StandingOffer{.generation = generation, .sdp = sdp});
    // An offer has no answer; the next command has, and messages of one connection are taken in order.
    return prepared();
}

void Citizen::fold(const ToClient &message)
{
    if (const auto *state = std::get_if<TicketStateMessage>(&message)) {
        m_state = *state;
        m_rank = state->rank;
    } else if (std::holds_alternative<TicketEnded>(message)) {
        m_state.reset();
        m_rank.reset();
    } else if (const auto *feed = std::get_if<OfficeFeed>(&message)) {
        if (!m_state || feed->office != m_state->office || feed->seq <= m_state->seq)
            return;
        for (const office::LineChange &change : feed->changes)
            m_rank = moved(m_rank, change);
    }
}

} // namespace sprechtag::test
