// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/gateway/AuthorityRows.h"

//! What the rows of both doors are written with.
namespace sprechtag::test {

using namespace Qt::StringLiterals;
using enum protocol::ErrorCode;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;

inline constexpr auto Yes = Cell::Kind::Done;
inline constexpr auto Quiet = Cell::Kind::Quiet;
inline const QString kKey = u"k"_s;
inline const protocol::WrittenLine kLine{.line = 1, .stage = protocol::LineStage::Done, .text = u"Guten Tag"_s};
inline const protocol::FormUpdate kPiece{.document = kTheDocument, .bytes = u"AAA="_s};
inline constexpr protocol::FormClaim kClaim{.document = kTheDocument, .field = 3};
inline constexpr FormId kNoForm = FormId::fromBits({6, 1});
inline const protocol::Signal kSignal = protocol::MediaState{.microphone = true, .camera = true, .screen = false};

//! One row before it has a name.
template <typename ToServer>
struct Row
{
    ToServer message;
    Scene scene{};
    Cells cells;
};
using ClerkRow = Row<clerk::ToServer>;
using CitizenRow = Row<citizen::ToServer>;

// In the order of Actor: Stranger, Nobody, TicketHolder, ForeignCitizen, OwnClerk, ForeignClerk, OwnHead, ForeignHead,
// Administrator.

// Hello is the first word of everybody, and nobody's second.
inline constexpr Cells kFirstWord{Yes,        BadRequest, BadRequest, BadRequest, BadRequest,
                                  BadRequest, BadRequest, BadRequest, BadRequest};

inline constexpr Cells kStaffOfTheOffice{Unsupported,   Unsupported, Unsupported,   Unsupported,  Yes,
                                         NotAuthorised, Yes,         NotAuthorised, NotAuthorised};

//! Of the people in the room of a conversation, and of what they hold to the camera.
[[nodiscard]] ClerkRow rowOf(const clerk::InviteGuest *);
[[nodiscard]] ClerkRow rowOf(const clerk::AdmitGuest *);
[[nodiscard]] ClerkRow rowOf(const clerk::RemoveGuest *);
[[nodiscard]] ClerkRow rowOf(const clerk::ControlGuest *);
[[nodiscard]] ClerkRow rowOf(const clerk::RoomSignal *);
[[nodiscard]] ClerkRow rowOf(const clerk::AskSight *);
[[nodiscard]] ClerkRow rowOf(const clerk::EndSight *);
[[nodiscard]] ClerkRow rowOf(const clerk::SightTicket *);
[[nodiscard]] ClerkRow rowOf(const clerk::ListColleagues *);
[[nodiscard]] ClerkRow rowOf(const clerk::RingColleague *);
[[nodiscard]] ClerkRow rowOf(const clerk::EndColleague *);
[[nodiscard]] ClerkRow rowOf(const clerk::AdmitColleague *);
[[nodiscard]] ClerkRow rowOf(const clerk::AnswerRing *);
[[nodiscard]] ClerkRow rowOf(const clerk::LeaveConversation *);
[[nodiscard]] ClerkRow rowOf(const clerk::FetchGuest *);
[[nodiscard]] ClerkRow rowOf(const clerk::ListInterpreters *);
[[nodiscard]] CitizenRow rowOf(const citizen::DeclineOffer *);
[[nodiscard]] CitizenRow rowOf(const citizen::Knock *);
[[nodiscard]] CitizenRow rowOf(const citizen::LeaveRoom *);
[[nodiscard]] CitizenRow rowOf(const citizen::RoomSignal *);
[[nodiscard]] CitizenRow rowOf(const citizen::DeclineSight *);

template <typename ToServer>
AuthorityRow named(const char *door, const Row<ToServer> &row)
{
    const QByteArray frame = protocol::encode(row.message);
    return {door + typeOf(frame).toUtf8(), frame, row.scene, row.cells};
}

//! The row of every message that the door takes.
template <typename RowOf, typename... Messages>
void addRows(std::vector<AuthorityRow> &rows, const char *door, RowOf rowOf, const std::variant<Messages...> *)
{
    (rows.push_back(named(door, rowOf(static_cast<const Messages *>(nullptr)))), ...);
}

void addClerkRows(std::vector<AuthorityRow> &rows);
void addCitizenRows(std::vector<AuthorityRow> &rows);

} // namespace sprechtag::test
