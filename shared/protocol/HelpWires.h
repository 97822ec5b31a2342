// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/RoomWires.h"

//! An offer to somebody who waits, on the wire of citizens.
namespace sprechtag::protocol::wire {

template <>
struct Wire<citizen::GuestOffer>
{
    static constexpr auto type = "guest.offer"_L1;
    static citizen::GuestOffer read(const Value &value)
    {
        return {.code = value["code"_L1].text(kGuestCodeRule),
                .number = value["number"_L1].text(kNumberRule),
                .office = value["office_name"_L1].text(kLabelRule),
                .expiresAt = value["expires_at"_L1].instant()};
    }
    static void write(Fields &fields, const citizen::GuestOffer &message)
    {
        fields.add("code"_L1, message.code.reveal())
            .add("number"_L1, message.number)
            .add("office_name"_L1, message.office)
            .add("expires_at"_L1, message.expiresAt);
    }
};

template <>
struct Wire<citizen::GuestOfferEnded>
{
    static constexpr auto type = "guest.offer_ended"_L1;
    static citizen::GuestOfferEnded read(const Value & /*value*/) { return {}; }
    static void write(Fields & /*fields*/, const citizen::GuestOfferEnded & /*message*/) {}
};

template <>
struct Wire<citizen::DeclineOffer>
{
    static constexpr auto type = "guest.decline"_L1;
    static citizen::DeclineOffer read(const Value &value) { return {.id = value["id"_L1].commandId()}; }
    static void write(Fields &fields, const citizen::DeclineOffer &message) { fields.add("id"_L1, message.id); }
};

} // namespace sprechtag::protocol::wire
