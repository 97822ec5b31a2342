// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/protocol/ClerkMessages.h"

#include <QObject>

#include <functional>

namespace sprechtag::clerk::connection {

//! What a command of the administration brought.
using AdminAnswer = std::variant<protocol::clerk::AdminTown, protocol::clerk::AdminSaved, protocol::clerk::AdminRefused,
                                 protocol::clerk::AdminLogPage, protocol::clerk::AdminOfficeFigures>;

//! What a command brought: after a call whom and under which epoch, after a preparation the relay's credentials,
//! the other offices of the town, the forms that an office has ready, the copy of one that is in the visit now, what
//! the administration answered, with what a guest comes in, who interprets, who can be rung.
struct Answer
{
    std::optional<TicketId> ticket{};
    std::optional<office::Epoch> epoch{};
    std::optional<protocol::CallIce> ice{};
    QList<protocol::clerk::Neighbour> town{};
    std::optional<AdminAnswer> admin{};
    std::optional<protocol::clerk::GuestCode> guestCode{};
    QList<protocol::clerk::ReachableColleague> colleagues{};
    QList<protocol::clerk::StockForm> stock{};
    std::optional<DocumentId> document{};
    QList<town::Interpreter> interpreters{};
};

//! Whether a command was left without an answer: it waited for a line and its moment is over, before it was sent or
//! after it.
enum class Unanswered { No, NotSent, NoAnswer };

//! Why a command brought nothing: the server has refused it, or nobody has answered.
struct CommandError : protocol::ErrorMessage
{
    CommandError(const protocol::ErrorMessage &error) // NOLINT(google-explicit-constructor): most are nothing else
        : protocol::ErrorMessage(error)
    {
    }
    Unanswered unanswered{Unanswered::No};
};

using CommandResult = Result<Answer, CommandError>;
using Continuation = std::function<void(const CommandResult &)>;

//! Takes commands to the server. Each gets exactly one answer, over lost lines too; none once its guard is gone.
class CommandPort
{
public:
    CommandPort() = default;
    Q_DISABLE_COPY_MOVE(CommandPort)
    virtual ~CommandPort() = default;

    //! The command's id is set here; whatever it held is replaced.
    virtual void send(protocol::clerk::ToServer command, QObject *guard, Continuation then) = 0;
};

} // namespace sprechtag::clerk::connection
