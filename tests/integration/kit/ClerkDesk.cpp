// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/ClerkDesk.h"

namespace sprechtag::test {

using namespace Qt::StringLiterals;
using namespace protocol::clerk;

namespace {

QNetworkRequest requestFor(const QString &origin, const QByteArray &token)
{
    QString url = origin;
    QNetworkRequest request(QUrl(url.replace(0, 4, u"ws"_s) + u"/ws/clerk"_s));
    request.setRawHeader("Authorization", "Bearer " + token);
    return request;
}

} // namespace

ClerkDesk::ClerkDesk(const QString &origin, const QByteArray &token)
    : Client(QString(), requestFor(origin, token))
{
}

bool ClerkDesk::greet(const Numbers &resume)
{
    if (!isConnectedSoon())
        return false;
    send(Hello{.protocol = {1},
               .client = u"integration/1"_s,
               .features = {},
               .lang = u"de"_s,
               .resume = resume,
               .run = m_run});
    const auto welcome = expect<Welcome>();
    if (!welcome)
        return false;
    m_run = welcome->run;
    // What follows the welcome comes before the answer to whatever is asked next.
    return expect<protocol::CallIce>([id = post(PrepareCall{})](const auto &ice) { return ice.re == id; }).has_value();
}

bool ClerkDesk::open(OfficeId office)
{
    return run(OpenOffice{.id = {}, .office = office}).done && run(Arrive{.id = {}, .office = office}).done;
}

ClerkDesk::Numbers ClerkDesk::numbers() const
{
    Numbers numbers;
    for (const auto &[id, state] : m_offices)
        numbers.insert(QString::fromStdString(id.text()), state.seq);
    return numbers;
}

std::optional<protocol::VisitCard> ClerkDesk::visit(TicketId ticket) const
{
    const auto found = m_visits.find(ticket);
    return found == m_visits.end() ? std::nullopt : std::optional(found->second);
}

void ClerkDesk::fold(const ToClient &message)
{
    const auto keep = [this](const QList<protocol::VisitCard> &visits) {
        for (const protocol::VisitCard &visit : visits)
            m_visits.insert_or_assign(visit.ticket, visit);
    };
    if (const auto *snapshot = std::get_if<OfficeSnapshot>(&message)) {
        m_offices.insert_or_assign(snapshot->card.id, snapshot->state);
        keep(snapshot->visits);
    } else if (const auto *facts = std::get_if<OfficeFacts>(&message)) {
        office::OfficeState &state = m_offices.at(facts->office);
        for (const office::Fact &fact : facts->facts) {
            if (fact.seq != state.seq + 1)
                qFatal("a fact is missing or came twice");
            office::evolve(state, fact);
        }
        keep(facts->visits);
    }
}

} // namespace sprechtag::test
