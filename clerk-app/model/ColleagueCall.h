// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/CommandPort.h"

#include <QObject>

#include <optional>

namespace sprechtag::clerk::model {

//! The conversation of a colleague who rings me: first a question, then my place in it.
class ColleagueCall final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColleagueCall)
public:
    using Ring = protocol::clerk::RingCall;
    using Talk = protocol::clerk::ColleaguePlace;

    explicit ColleagueCall(connection::CommandPort &commands, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<Ring> &ring() const { return m_ring; }
    [[nodiscard]] const std::optional<Talk> &talk() const { return m_talk; }

    void take(const Ring &ring);
    void take(const Talk &talk);
    void take(const protocol::clerk::ColleagueOver &over);
    void take(const protocol::clerk::RoomState &room);
    //! The line is new: what rang does not ring any more, and where I was I am told again at once, or am no longer.
    void awaitNews();
    //! Somebody else signs in.
    void forget();

    void accept();
    void decline();
    void leave();

    //! Who asks, about whom, and what for.
    [[nodiscard]] static QString question(const Ring &ring);
    [[nodiscard]] static QString who(const Talk &talk);
    [[nodiscard]] static QString stateText(const Talk &talk);

Q_SIGNALS:
    //! Of either.
    void changed();
    void rung(const QString &question);
    void talkChanged(const sprechtag::protocol::clerk::ColleaguePlace &talk);
    void talkEnded();
    void roomChanged(const sprechtag::protocol::clerk::RoomState &room);
    //! What a clerk must be told.
    void told(const QString &text);

private:
    void answer(bool accepted);
    void end(const QString &why);
    void send(const protocol::clerk::ToServer &command);

    connection::CommandPort &m_commands;
    std::optional<Ring> m_ring;
    std::optional<Talk> m_talk;
    bool m_awaits{};
};

} // namespace sprechtag::clerk::model
