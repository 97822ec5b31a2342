// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Administration.h"
#include "server/gateway/RecentCommands.h"
#include "server/gateway/World.h"

namespace sprechtag::gateway {

//! Where clerks find the forms that the office of their visitor has ready, and take copies of them into the visit.
class StockDesk
{
public:
    using Tell = std::function<void(const protocol::clerk::ToClient &)>;

    StockDesk(World &world, broker::Administration &administration);

    void fromClerk(ClerkId clerk, const protocol::clerk::ListStock &message, const Tell &tell) const;
    //! Said again it is the same copy.
    void fromClerk(ClerkId clerk, const protocol::clerk::TakeForm &message, const Tell &tell);

    //! Forgets answers that nobody asks for again.
    void tick();

private:
    struct Note
    {
        Tell tell; //!< whoever has asked, or asked again
        std::optional<protocol::clerk::ToClient> answer{};
        MonotonicInstant since{}; //!< of the answer
    };

    [[nodiscard]] std::optional<protocol::ErrorMessage> whyNot(ClerkId clerk,
                                                               const protocol::clerk::TakeForm &message) const;
    [[nodiscard]] std::optional<town::Form> formOf(OfficeId office, FormId form) const;
    void conclude(ClerkId clerk, const broker::CommandKey &key, const protocol::clerk::ToClient &answer);

    World &m_world;
    broker::Administration &m_administration;
    RecentCommands<Note> m_commands;
};

} // namespace sprechtag::gateway
