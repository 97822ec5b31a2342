// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/integration/kit/Client.h"

namespace sprechtag::test {

//! A citizen's page without the page: keeps its rank up to date by the feed, as PROTOCOL.md §4 says.
class Citizen final : public Client<protocol::citizen::ToServer, protocol::citizen::ToClient>
{
public:
    //! A token as the page makes it.
    [[nodiscard]] static QString newToken();

    //! Connects; the greeting goes out by greet().
    explicit Citizen(const QString &origin, QString token = newToken());

    //! True when the server welcomes. `resume`: with the token.
    enum class Greeting { New, Resume };
    [[nodiscard]] bool greet(Greeting greeting = Greeting::New);

    [[nodiscard]] protocol::citizen::Draw drawing(OfficeId office, const QString &name = {},
                                                  const QString &concern = {}) const;
    //! The state after the number is drawn.
    [[nodiscard]] std::optional<protocol::citizen::TicketStateMessage> draw(OfficeId office, const QString &name = {});
    //! True when the own state is this one soon.
    [[nodiscard]] bool isSoon(office::TicketState state);
    [[nodiscard]] bool hasRankSoon(std::optional<std::uint32_t> rank);
    //! Leaves a standing offer and returns when the server has it.
    [[nodiscard]] bool offer(int generation, const QString &sdp);

    [[nodiscard]] const QString &token() const { return m_token; }
    [[nodiscard]] const std::optional<protocol::citizen::TicketStateMessage> &state() const { return m_state; }
    [[nodiscard]] std::optional<std::uint32_t> rank() const { return m_rank; }

private:
    void fold(const protocol::citizen::ToClient &message) override;

    QString m_token;
    QString m_consentVersion;
    std::optional<protocol::citizen::TicketStateMessage> m_state;
    std::optional<std::uint32_t> m_rank;
};

} // namespace sprechtag::test
