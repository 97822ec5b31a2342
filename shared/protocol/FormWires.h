// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/FormValues.h"

//! The form that both fill in, on the wire: to the citizen, and to the page in the clerk's call.
namespace sprechtag::protocol::wire {

template <>
struct Wire<FormState>
{
    static constexpr auto type = "form.state"_L1;
    static FormState read(const Value &value) { return readFormState(value); }
    static void write(Fields &fields, const FormState &message) { writeFormState(fields, message); }
};

template <>
struct Wire<FormUpdated>
{
    static constexpr auto type = "form.updated"_L1;
    static FormUpdated read(const Value &value) { return readFormUpdated(value); }
    static void write(Fields &fields, const FormUpdated &message) { writeFormUpdated(fields, message); }
};

template <>
struct Wire<FormClaimed>
{
    static constexpr auto type = "form.claimed"_L1;
    static FormClaimed read(const Value &value) { return readFormClaimed(value); }
    static void write(Fields &fields, const FormClaimed &message) { writeFormClaimed(fields, message); }
};

template <>
struct Wire<FormUpdate>
{
    static constexpr auto type = "form.update"_L1;
    static FormUpdate read(const Value &value) { return readFormUpdate(value); }
    static void write(Fields &fields, const FormUpdate &message) { writeFormUpdate(fields, message); }
};

template <>
struct Wire<FormClaim>
{
    static constexpr auto type = "form.claim"_L1;
    static FormClaim read(const Value &value) { return readFormClaim(value); }
    static void write(Fields &fields, const FormClaim &message) { writeFormClaim(fields, message); }
};

template <>
struct Wire<citizen::UpdateForm>
{
    static constexpr auto type = "form.update"_L1;
    static citizen::UpdateForm read(const Value &value)
    {
        return {.epoch = value["epoch"_L1].epoch(), .update = readFormUpdate(value)};
    }
    static void write(Fields &fields, const citizen::UpdateForm &message)
    {
        writeFormUpdate(fields.add("epoch"_L1, message.epoch), message.update);
    }
};

template <>
struct Wire<citizen::ClaimForm>
{
    static constexpr auto type = "form.claim"_L1;
    static citizen::ClaimForm read(const Value &value)
    {
        return {.epoch = value["epoch"_L1].epoch(), .claim = readFormClaim(value)};
    }
    static void write(Fields &fields, const citizen::ClaimForm &message)
    {
        writeFormClaim(fields.add("epoch"_L1, message.epoch), message.claim);
    }
};

template <>
struct Wire<citizen::ConfirmForm>
{
    static constexpr auto type = "form.confirm"_L1;
    static citizen::ConfirmForm read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .epoch = value["epoch"_L1].epoch(),
                .document = value["file"_L1].id<DocumentTag>(),
                .sha256 = readSha256(value["sha256"_L1]),
                .clerkSaid = value["clerk_said"_L1].count<qint64>(0, limits::kSafeInteger)};
    }
    static void write(Fields &fields, const citizen::ConfirmForm &message)
    {
        fields.add("id"_L1, message.id)
            .add("epoch"_L1, message.epoch)
            .add("file"_L1, message.document)
            .add("sha256"_L1, message.sha256.reveal())
            .add("clerk_said"_L1, message.clerkSaid);
    }
};

template <>
struct Wire<bridge::OpenForm>
{
    static constexpr auto type = "form.open"_L1;
    static bridge::OpenForm read(const Value &value) { return {.document = value["file"_L1].id<DocumentTag>()}; }
    static void write(Fields &fields, const bridge::OpenForm &message) { fields.add("file"_L1, message.document); }
};

template <>
struct Wire<bridge::CloseForm> : EmptyWire<bridge::CloseForm>
{
    static constexpr auto type = "form.close"_L1;
};

} // namespace sprechtag::protocol::wire
