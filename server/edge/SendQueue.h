// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Edge.h"
#include "server/edge/Frames.h"

#include <span>
#include <vector>

namespace sprechtag::edge {

//! What one connection has still to be sent, in order. What has begun to go out stays as it is; of the rest, a newer
//! frame of the same topic takes the place of the older.
class SendQueue
{
public:
    //! The newer frame goes to the end: it may tell of what was queued since the older.
    void push(Bytes bytes, Topic topic = 0);
    //! Ahead of all that has not begun to go out (pings, pongs).
    void pushUrgent(Bytes bytes);
    //! Forgets all that has not begun to go out.
    void dropUnsent();

    [[nodiscard]] bool empty() const { return m_first == m_items.size(); }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    //! Bytes of the frames that have not begun to go out.
    [[nodiscard]] std::size_t backlog() const;
    [[nodiscard]] std::size_t frames() const { return m_items.size() - m_first; }

    //! The next bytes, in pieces; returns how many pieces are filled.
    [[nodiscard]] std::size_t pieces(std::span<std::string_view> into) const;
    //! So many of the next bytes were promised to TLS and must come again in the same form.
    void promise(std::size_t bytes) { m_promised = bytes; }
    //! So many bytes are out; returns how many frames that completed.
    std::size_t consume(std::size_t bytes);

private:
    struct Item
    {
        Bytes bytes;
        Topic topic{};
    };

    [[nodiscard]] std::size_t firstUnsent() const;
    void erase(std::size_t index);

    std::vector<Item> m_items;
    std::size_t m_first{};  // items before it are out
    std::size_t m_offset{}; // bytes of the first item that are out
    std::size_t m_promised{};
    std::size_t m_bytes{};
};

} // namespace sprechtag::edge
