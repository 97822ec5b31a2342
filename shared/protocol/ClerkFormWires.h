// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/FormValues.h"

//! The form that both fill in, between server and clerk.
namespace sprechtag::protocol::wire {

template <>
struct Wire<clerk::OpenForm>
{
    static constexpr auto type = "form.open"_L1;
    static clerk::OpenForm read(const Value &value)
    {
        return {.at = readFormPlace(value), .document = value["file"_L1].id<DocumentTag>()};
    }
    static void write(Fields &fields, const clerk::OpenForm &message)
    {
        addFormPlace(fields, message.at).add("file"_L1, message.document);
    }
};

template <>
struct Wire<clerk::CloseForm>
{
    static constexpr auto type = "form.close"_L1;
    static clerk::CloseForm read(const Value &value) { return {.at = readFormPlace(value)}; }
    static void write(Fields &fields, const clerk::CloseForm &message) { addFormPlace(fields, message.at); }
};

template <>
struct Wire<clerk::UpdateForm>
{
    static constexpr auto type = "form.update"_L1;
    static clerk::UpdateForm read(const Value &value)
    {
        return {.at = readFormPlace(value), .update = readFormUpdate(value)};
    }
    static void write(Fields &fields, const clerk::UpdateForm &message)
    {
        writeFormUpdate(addFormPlace(fields, message.at), message.update);
    }
};

template <>
struct Wire<clerk::ClaimForm>
{
    static constexpr auto type = "form.claim"_L1;
    static clerk::ClaimForm read(const Value &value)
    {
        return {.at = readFormPlace(value), .claim = readFormClaim(value)};
    }
    static void write(Fields &fields, const clerk::ClaimForm &message)
    {
        writeFormClaim(addFormPlace(fields, message.at), message.claim);
    }
};

template <>
struct Wire<clerk::FormState>
{
    static constexpr auto type = "form.state"_L1;
    static clerk::FormState read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .state = readFormState(value)};
    }
    static void write(Fields &fields, const clerk::FormState &message)
    {
        writeFormState(fields.add("ticket"_L1, message.ticket), message.state);
    }
};

template <>
struct Wire<clerk::FormUpdated>
{
    static constexpr auto type = "form.updated"_L1;
    static clerk::FormUpdated read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .updated = readFormUpdated(value)};
    }
    static void write(Fields &fields, const clerk::FormUpdated &message)
    {
        writeFormUpdated(fields.add("ticket"_L1, message.ticket), message.updated);
    }
};

template <>
struct Wire<clerk::FormClaimed>
{
    static constexpr auto type = "form.claimed"_L1;
    static clerk::FormClaimed read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .claimed = readFormClaimed(value)};
    }
    static void write(Fields &fields, const clerk::FormClaimed &message)
    {
        writeFormClaimed(fields.add("ticket"_L1, message.ticket), message.claimed);
    }
};

} // namespace sprechtag::protocol::wire
