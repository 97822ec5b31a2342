// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/WireFields.h"

//! Commands of a clerk about a visit.
namespace sprechtag::protocol::wire {

//! Of a command about a visit.
template <typename T>
Fields &writeOfVisit(Fields &fields, const T &message)
{
    return fields.add("id"_L1, message.id)
        .add("office"_L1, message.office)
        .add("ticket"_L1, message.ticket)
        .add("epoch"_L1, message.epoch);
}

template <typename T>
struct OfVisitWire
{
    static T read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch()};
    }
    static void write(Fields &fields, const T &message) { writeOfVisit(fields, message); }
};

} // namespace sprechtag::protocol::wire
