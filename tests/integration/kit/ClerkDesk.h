// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/integration/kit/Client.h"

namespace sprechtag::test {

//! A clerk app without the app: folds the facts of its offices as the app does.
class ClerkDesk final : public Client<protocol::clerk::ToServer, protocol::clerk::ToClient>
{
public:
    using Numbers = QMap<QString, office::Sequence>;

    ClerkDesk(const QString &origin, const QByteArray &token);

    //! True when the server welcomes and has shown every office.
    [[nodiscard]] bool greet(const Numbers &resume = {});
    //! Opens the office if need be and sits down.
    [[nodiscard]] bool open(OfficeId office);

    //! The office as its facts have made it.
    [[nodiscard]] const office::OfficeState &office(OfficeId office) const { return m_offices.at(office); }
    //! Takes up what another desk of the same clerk knew, as an app does after a lost line.
    void remember(const ClerkDesk &before)
    {
        m_offices = before.m_offices;
        m_run = before.m_run;
    }
    [[nodiscard]] Numbers numbers() const;
    //! The name that came with the ticket, if it came.
    [[nodiscard]] std::optional<protocol::VisitCard> visit(TicketId ticket) const;

private:
    void fold(const protocol::clerk::ToClient &message) override;

    QString m_run; //!< of the server that showed them
    std::map<OfficeId, office::OfficeState> m_offices;
    std::map<TicketId, protocol::VisitCard> m_visits;
};

} // namespace sprechtag::test
