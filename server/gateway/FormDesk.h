// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/CallDesk.h"

namespace sprechtag::gateway {

//! Passes what the two people of a visit enter into a form to each other and nobody else, and keeps it for whoever lost
//! the line or reloaded: in memory, until they part, and nowhere else. The citizen alone confirms; afterwards nothing
//! is entered. On hold nobody sees it.
class FormDesk
{
public:
    FormDesk(World &world, const ClerkLines &clerks);

    //! The citizen fills in on this connection from now on.
    void citizenBound(TicketId ticket, ConnectionKey connection);
    void citizenGone(TicketId ticket);
    //! The same for the clerk.
    void clerkBound(TicketId ticket, ConnectionKey connection);
    void clerkGone(ConnectionKey connection);

    [[nodiscard]] std::optional<CallProblem> fromCitizen(const broker::Visit &visit,
                                                         const protocol::citizen::UpdateForm &message);
    [[nodiscard]] std::optional<CallProblem> fromCitizen(const broker::Visit &visit,
                                                         const protocol::citizen::ClaimForm &message);
    [[nodiscard]] std::optional<CallProblem> fromCitizen(const broker::Visit &visit,
                                                         const protocol::citizen::ConfirmForm &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::OpenForm &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::CloseForm &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::UpdateForm &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::ClaimForm &message);

    //! A form that is no file of the visit any more is closed, and what was entered forgotten.
    void documentsChanged(TicketId ticket);

    //! Forgets what was entered by people who have parted; on hold there is nothing to see.
    void published(const broker::OfficeChange &change);

private:
    enum class Side { Citizen, Clerk };
    struct Table
    {
        std::optional<ConnectionKey> citizen;
        std::optional<ConnectionKey> clerk;
        std::optional<protocol::FormCopy> form;
        qsizetype chars{};                //!< of what is kept
        qint64 citizenSaid{};             //!< updates since it was opened
        qint64 clerkSaidBefore{};         //!< of forms that are closed: what was in sight of them confirms no other
        std::optional<int> citizensField; //!< where each of them is
        std::optional<int> clerksField;
        bool isOnHold{};
    };

    //! The table of the clerk, if the clerk may speak there now.
    [[nodiscard]] std::variant<Table *, CallProblem> tableOf(ClerkId clerk, ConnectionKey connection,
                                                             const protocol::clerk::FormPlace &at);
    [[nodiscard]] std::variant<Table *, CallProblem> tableOf(const broker::Visit &visit, office::Epoch epoch);
    [[nodiscard]] std::optional<CallProblem> take(TicketId ticket, Table &table, Side from,
                                                  const protocol::FormUpdate &update);
    [[nodiscard]] std::optional<CallProblem> claim(TicketId ticket, Table &table, Side from,
                                                   const protocol::FormClaim &claim);
    static void close(Table &table);
    [[nodiscard]] bool isAcceptedPdf(TicketId ticket, DocumentId document) const;
    void tell(TicketId ticket, const Table &table, Side to) const;
    void tellBoth(TicketId ticket, const Table &table) const;
    template <typename Message>
    void pass(TicketId ticket, const Table &table, Side to, const Message &message) const;
    [[nodiscard]] std::optional<ConnectionKey> clerkOf(TicketId ticket, const Table &table) const;

    World &m_world;
    const ClerkLines &m_clerks;
    std::map<TicketId, Table> m_tables;
};

} // namespace sprechtag::gateway
