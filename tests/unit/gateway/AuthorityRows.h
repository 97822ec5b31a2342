// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/gateway/GatewayKit.h"

#include <array>

//! Who may do what: a row for every message that anybody can send, a cell for everybody who could send it.
namespace sprechtag::test {

//! Whoever stands at the server's doors. `Own` and `Foreign` are told from the office that a message is about.
enum class Actor {
    Stranger,       //!< connected, and has not said hello
    Nobody,         //!< a citizen's page without a ticket
    TicketHolder,   //!< the ticket that a message is about is this citizen's
    ForeignCitizen, //!< has a ticket of another office
    OwnClerk,
    ForeignClerk,
    OwnHead,
    ForeignHead,
    Administrator //!< of the town, and clerk of no office
};
inline constexpr std::array kActors{Actor::Stranger,       Actor::Nobody,      Actor::TicketHolder,
                                    Actor::ForeignCitizen, Actor::OwnClerk,    Actor::ForeignClerk,
                                    Actor::OwnHead,        Actor::ForeignHead, Actor::Administrator};

//! How the office is found. A clerk of the office is who is at the desk, has called and speaks; else a colleague.
enum class Scene {
    Closed,
    Opened, //!< a colleague has, and one citizen waits
    AtDesk,
    Paused,
    Suspended, //!< no new numbers
    Away,      //!< every citizen with a ticket has stepped away
    Called,
    Missed, //!< did not appear
    InCall,
    Parked,
    Proposed //!< a transfer, from the call
};

//! What becomes of a message: it is done and somebody notices, it is accepted without anybody noticing, or refused.
struct Cell
{
    enum class Kind { Done, Quiet, Refused };
    Kind kind{};
    protocol::ErrorCode code{};
    constexpr explicit(false) Cell(Kind without)
        : kind(without)
    {
    }
    constexpr explicit(false) Cell(protocol::ErrorCode refusal)
        : kind(Kind::Refused)
        , code(refusal)
    {
    }
};
using Cells = std::array<Cell, kActors.size()>;

struct AuthorityRow
{
    QByteArray name; //!< door and type
    QByteArray frame;
    Scene scene{};
    Cells cells;
};

inline constexpr ClerkId kHead = clerkId(4);        //!< of kCitizens
inline constexpr ClerkId kForeignHead = clerkId(5); //!< of kCars
inline constexpr ClerkId kAdministrator = clerkId(6);
//! The test town with these three.
[[nodiscard]] town::Town townWithHeads();

inline constexpr TicketId kTheTicket = ticketId(1);                      //!< the one that a row is about, in kCitizens
inline constexpr DocumentId kTheDocument = DocumentId::fromBits({9, 1}); //!< of that person, offered in every call
inline constexpr char kTheToken = 'a';

//! A message of the protocol without a row does not compile.
[[nodiscard]] std::vector<AuthorityRow> authorityRows();

} // namespace sprechtag::test
