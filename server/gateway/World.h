// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Broker.h"
#include "server/broker/DocumentPorts.h"
#include "server/broker/IceServers.h"
#include "server/gateway/Outbox.h"
#include "shared/protocol/Codec.h"
#include "shared/protocol/Limits.h"

namespace sprechtag::gateway {

//! Lets connections go. Implemented by the gateway for its rooms.
class Door
{
public:
    virtual ~Door() = default;
    //! Says goodbye and closes; the room has forgotten the connection already.
    virtual void dismiss(ConnectionKey connection, const protocol::Goodbye &goodbye, CloseCode code) = 0;
    //! Tells of a message that no honest client sends. Too many of them end the connection: call it last.
    virtual void complain(ConnectionKey connection, const protocol::ErrorMessage &error) = 0;
};

//! What every room of the gateway works with.
struct World
{
    broker::Broker &broker;
    broker::IceServers &ice;
    broker::Documents &documents;
    Outbox &outbox;
    const Clock &clock;
    Door &door;

    [[nodiscard]] const broker::Record &record() const { return broker.record(); }
    void toCitizen(ConnectionKey connection, const protocol::citizen::ToClient &message) const
    {
        outbox.send(connection, protocol::encode(message));
    }
    void toClerk(ConnectionKey connection, const protocol::clerk::ToClient &message) const
    {
        outbox.send(connection, protocol::encode(message));
    }
};

//! An error with nothing but its code.
[[nodiscard]] inline protocol::ErrorMessage plainError(const QString &re, protocol::ErrorCode code,
                                                       const QString &field = {})
{
    return {.re = re, .code = code, .field = field, .clerk = {}, .clerkName = {}, .ticket = {}, .afterSeconds = {}};
}

//! Too much at once: when it may be tried again.
[[nodiscard]] inline protocol::ErrorMessage tryLater(const QString &re, milliseconds wait)
{
    auto error = plainError(re, protocol::ErrorCode::TryLater);
    error.afterSeconds = static_cast<int>(std::chrono::ceil<seconds>(wait).count());
    return error;
}

//! Nothing can be written: when it may be tried again.
[[nodiscard]] inline protocol::ErrorMessage storageFull(const QString &re)
{
    auto error = plainError(re, protocol::ErrorCode::StorageFull);
    error.afterSeconds = protocol::limits::kAfterStorageFullSeconds;
    return error;
}

} // namespace sprechtag::gateway
