// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"
#include "shared/protocol/Values.h"

//! PROTOCOL.md §6: the form that both fill in. What is entered is personal data: never logged, never stored. Only the
//! pages understand the pieces; the server passes them on and keeps them for whoever comes back.
namespace sprechtag::protocol {

//! What one side has entered, in base64.
struct FormUpdate // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    DocumentId document;
    bool whole{}; //!< all of this side: what it said before may be forgotten
    Personal<QString> bytes{};
    friend bool operator==(const FormUpdate &, const FormUpdate &) = default;
};
//! One side is in this field; none: in no field.
struct FormClaim // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    DocumentId document;
    std::optional<int> field{};
    friend bool operator==(const FormClaim &, const FormClaim &) = default;
};
//! What the citizen has confirmed: nothing is entered any more.
struct FormSeal
{
    Personal<QString> sha256{};
    Instant at{};
    friend bool operator==(const FormSeal &, const FormSeal &) = default;
};
//! All that somebody needs who comes back. The counts are of updates since the form was opened.
struct FormCopy // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    DocumentId document;
    QList<Personal<QString>> byCitizen{};
    QList<Personal<QString>> byClerk{};
    qint64 clerkSaid{};
    std::optional<FormSeal> seal{};
    friend bool operator==(const FormCopy &, const FormCopy &) = default;
};

//! None: no form is open.
struct FormState
{
    std::optional<FormCopy> form{};
    friend bool operator==(const FormState &, const FormState &) = default;
};
//! An update of the other side; `said` is its number.
struct FormUpdated // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    DocumentId document;
    qint64 said{};
    Personal<QString> bytes{};
    friend bool operator==(const FormUpdated &, const FormUpdated &) = default;
};
//! The other side is in this field.
struct FormClaimed // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    DocumentId document;
    std::optional<int> field{};
    friend bool operator==(const FormClaimed &, const FormClaimed &) = default;
};

namespace citizen {
struct UpdateForm // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    office::Epoch epoch{};
    FormUpdate update;
    friend bool operator==(const UpdateForm &, const UpdateForm &) = default;
};
struct ClaimForm // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    office::Epoch epoch{};
    FormClaim claim;
    friend bool operator==(const ClaimForm &, const ClaimForm &) = default;
};
//! `clerkSaid`: how much of the clerk's was in sight.
struct ConfirmForm // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    QString id{};
    office::Epoch epoch{};
    DocumentId document;
    Personal<QString> sha256{};
    qint64 clerkSaid{};
    friend bool operator==(const ConfirmForm &, const ConfirmForm &) = default;
};
} // namespace citizen

namespace clerk {
//! The clerk's side of the visit in which a form is filled in.
struct FormPlace
{
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    friend bool operator==(const FormPlace &, const FormPlace &) = default;
};
struct OpenForm
{
    FormPlace at;
    DocumentId document;
    friend bool operator==(const OpenForm &, const OpenForm &) = default;
};
struct CloseForm
{
    FormPlace at;
    friend bool operator==(const CloseForm &, const CloseForm &) = default;
};
struct UpdateForm
{
    FormPlace at;
    FormUpdate update;
    friend bool operator==(const UpdateForm &, const UpdateForm &) = default;
};
struct ClaimForm
{
    FormPlace at;
    FormClaim claim;
    friend bool operator==(const ClaimForm &, const ClaimForm &) = default;
};
struct FormState // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    TicketId ticket;
    protocol::FormState state{};
    friend bool operator==(const FormState &, const FormState &) = default;
};
struct FormUpdated
{
    TicketId ticket;
    protocol::FormUpdated updated;
    friend bool operator==(const FormUpdated &, const FormUpdated &) = default;
};
struct FormClaimed
{
    TicketId ticket;
    protocol::FormClaimed claimed;
    friend bool operator==(const FormClaimed &, const FormClaimed &) = default;
};
} // namespace clerk

namespace bridge {
//! The clerk wants to fill in this form with the visitor.
struct OpenForm // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    DocumentId document;
    friend bool operator==(const OpenForm &, const OpenForm &) = default;
};
struct CloseForm
{
    friend bool operator==(const CloseForm &, const CloseForm &) = default;
};
} // namespace bridge

//! What the clerk's page hears of a form, and what it says.
using FormNews = std::variant<FormState, FormUpdated, FormClaimed>;
using FormWord = std::variant<bridge::OpenForm, bridge::CloseForm, FormUpdate, FormClaim>;

} // namespace sprechtag::protocol
