// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/CommandPort.h"
#include "clerk-app/model/Town.h"

#include <QPointer>
#include <QTest>

#include <vector>

//! An office that decides by the real rules, a port that keeps what is sent, and a clock that stands still.
namespace sprechtag::clerk::test {

using namespace Qt::StringLiterals;

class StillClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return Instant(milliseconds(1'772'438'400'000) + passed); }
    [[nodiscard]] MonotonicInstant monotonicNow() const override { return MonotonicInstant(passed); }
    milliseconds passed{};
};

inline const ClerkId kMe = ClerkId::fromBits({1, 1});
inline const ClerkId kColleague = ClerkId::fromBits({1, 2});

inline TicketId ticketId(std::uint64_t n)
{
    return TicketId::fromBits({2, n});
}

class Counter
{
public:
    Counter(std::uint64_t n, QString name, QString letter, const Clock &clock)
        : m_card{OfficeId::fromBits({3, n}), std::move(name), u"Amt"_s, std::move(letter), {}}
        , m_clock(clock)
    {
    }

    [[nodiscard]] OfficeId id() const { return m_card.id; }
    [[nodiscard]] const office::OfficeState &state() const { return m_state; }
    [[nodiscard]] office::Epoch epoch(TicketId ticket) const { return m_state.tickets.at(ticket).epoch; }

    [[nodiscard]] protocol::clerk::OfficeSnapshot snapshot() const
    {
        return {m_card,
                {{kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {kColleague, u"meier"_s, u"Herr Meier"_s}},
                m_state,
                m_visits,
                mayCallNamed};
    }
    bool mayCallNamed{true};

    protocol::clerk::OfficeFacts after(const office::Command &command)
    {
        const auto facts = office::decide(m_state, command, m_clock.now());
        if (!facts.ok())
            qFatal("the office refuses what the test wants, code %d", static_cast<int>(facts.error().code));
        for (const office::Fact &fact : *facts)
            office::evolve(m_state, fact);
        return {m_card.id, *facts, {}};
    }

    protocol::clerk::OfficeFacts afterDraw(std::uint64_t n, const QString &name)
    {
        auto facts = after(office::Draw{ticketId(n), 20260302});
        facts.visits = {{ticketId(n), name, u"Wohnsitz ummelden"_s, u"de"_s}};
        m_visits.append(facts.visits);
        return facts;
    }

    //! What is to be had at hand, in order; ticked as said.
    protocol::clerk::OfficeVisits afterTicks(std::uint64_t n, const QStringList &papers, const QList<bool> &ticked)
    {
        for (protocol::VisitCard &visit : m_visits) {
            if (visit.ticket != ticketId(n))
                continue;
            visit.checklist.clear();
            for (qsizetype i = 0; i < papers.size(); ++i)
                visit.checklist.append({{{u"de"_s, papers[i]}}, ticked[i]});
            return {m_card.id, {visit}};
        }
        qFatal("nobody has this ticket");
    }

private:
    protocol::OfficeCard m_card;
    const Clock &m_clock;
    office::OfficeState m_state;
    QList<protocol::VisitCard> m_visits;
};

class KeepingPort final : public connection::CommandPort
{
public:
    struct Sent
    {
        protocol::clerk::ToServer command;
        QPointer<QObject> guard;
        connection::Continuation then;
    };

    void send(protocol::clerk::ToServer command, QObject *guard, connection::Continuation then) override
    {
        sent.push_back({std::move(command), guard, std::move(then)});
    }

    //! Takes the oldest command, which must be of this kind.
    template <typename Command>
    Sent take()
    {
        if (sent.empty() || !std::holds_alternative<Command>(sent.front().command))
            qFatal("the expected command was not sent");
        Sent first = std::move(sent.front());
        sent.erase(sent.begin());
        return first;
    }

    std::vector<Sent> sent;
};

inline void answer(const KeepingPort::Sent &sent, const connection::CommandResult &result)
{
    if (sent.guard)
        sent.then(result);
}

inline connection::CommandResult refused(protocol::ErrorCode code)
{
    protocol::ErrorMessage error;
    error.code = code;
    return Failure(error);
}

} // namespace sprechtag::clerk::test
