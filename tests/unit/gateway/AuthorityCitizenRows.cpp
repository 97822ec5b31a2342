// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/AuthorityRowKit.h"

namespace sprechtag::test {
namespace {

const QString kSdp = u"v=0\r\no=- 46117317 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"_s;

CitizenRow rowOf(const citizen::Hello *)
{
    return {citizen::Hello{.protocol = {1}, .client = u"x"_s, .features = {}, .lang = u"de"_s, .ticketToken = {}},
            Scene::Opened, kFirstWord};
}
CitizenRow rowOf(const citizen::WatchOverview *)
{
    return {citizen::WatchOverview{},
            Scene::Opened,
            {BadRequest, Yes, Yes, Yes, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::Draw *)
{
    return {
        citizen::Draw{.id = kKey,
                      .office = kCitizens,
                      .token = token('n'),
                      .name = u"Kim"_s,
                      .concern = {},
                      .consentVersion = u"2026-01"_s,
                      .lang = u"de"_s},
        Scene::Opened,
        {BadRequest, Yes, AlreadyDrawn, AlreadyDrawn, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::Enter *)
{
    return {citizen::Enter{.id = kKey, .epoch = 1},
            Scene::Called,
            {BadRequest, NoTicket, Yes, StaleEpoch, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
// Who has another ticket leaves with that one.
CitizenRow rowOf(const citizen::Leave *)
{
    return {citizen::Leave{.id = kKey},
            Scene::Called,
            {BadRequest, NoTicket, Yes, Yes, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
// Who has another ticket steps away from that line.
CitizenRow rowOf(const citizen::StepAway *)
{
    return {citizen::StepAway{.id = kKey},
            Scene::Opened,
            {BadRequest, NoTicket, Yes, Yes, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::ComeBack *)
{
    return {citizen::ComeBack{.id = kKey},
            Scene::Away,
            {BadRequest, NoTicket, Yes, Yes, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::NotYet *)
{
    return {citizen::NotYet{.id = kKey, .epoch = 1},
            Scene::Called,
            {BadRequest, NoTicket, Yes, StaleEpoch, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::Ready *)
{
    return {citizen::Ready{.id = kKey},
            Scene::Parked,
            {BadRequest, NoTicket, Yes, WrongState, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::AgreeTransfer *)
{
    return {citizen::AgreeTransfer{.id = kKey, .epoch = 1},
            Scene::Proposed,
            {BadRequest, NoTicket, Yes, StaleEpoch, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::DeclineTransfer *)
{
    return {citizen::DeclineTransfer{.id = kKey, .epoch = 1},
            Scene::Proposed,
            {BadRequest, NoTicket, Yes, StaleEpoch, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::TickChecklist *)
{
    return {citizen::TickChecklist{.id = kKey, .ticked = {}},
            Scene::Opened,
            {BadRequest, NoTicket, Yes, Yes, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
// Of a message that nobody has sent there is nothing to tell.
CitizenRow rowOf(const citizen::MessageShown *)
{
    return {citizen::MessageShown{.message = 1},
            Scene::Opened,
            {BadRequest, Quiet, Quiet, Quiet, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::MessageRead *)
{
    return {citizen::MessageRead{.message = 1},
            Scene::Opened,
            {BadRequest, Quiet, Quiet, Quiet, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::PrepareCall *)
{
    return {citizen::PrepareCall{.id = kKey},
            Scene::Called,
            {BadRequest, NoTicket, Yes, Yes, Yes, Yes, Yes, Yes, NotAuthorised}};
}
// Of somebody whom nobody has called yet it is kept, and nobody hears of it.
CitizenRow rowOf(const citizen::StandingOffer *)
{
    return {citizen::StandingOffer{.generation = 1, .sdp = kSdp},
            Scene::Called,
            {BadRequest, NoTicket, Yes, Quiet, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::WithdrawOffer *)
{
    return {citizen::WithdrawOffer{.generation = 1},
            Scene::Called,
            {BadRequest, Quiet, Quiet, Quiet, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
// Clerks say of which office and ticket.
CitizenRow rowOf(const citizen::CallSignal *)
{
    return {citizen::CallSignal{.epoch = 1, .signal = kSignal},
            Scene::InCall,
            {BadRequest, NoTicket, Yes, WrongState, BadRequest, BadRequest, BadRequest, BadRequest, BadRequest}};
}

CitizenRow rowOf(const citizen::TextLine *)
{
    return {citizen::TextLine{.epoch = 1, .written = kLine},
            Scene::InCall,
            {BadRequest, NoTicket, Yes, WrongState, BadRequest, BadRequest, BadRequest, BadRequest, BadRequest}};
}

// Nothing is shown in this scene: it is heard, and passed over.
CitizenRow rowOf(const citizen::ChangeView *)
{
    return {citizen::ChangeView{.epoch = 1, .document = kTheDocument, .change = documents::Place{}},
            Scene::InCall,
            {BadRequest, NoTicket, Quiet, WrongState, BadRequest, BadRequest, BadRequest, BadRequest, BadRequest}};
}

constexpr Cells kCitizenFillsIn{BadRequest, NoTicket,   Gone,       WrongState, BadRequest,
                                BadRequest, BadRequest, BadRequest, BadRequest};
CitizenRow rowOf(const citizen::UpdateForm *)
{
    return {citizen::UpdateForm{.epoch = 1, .update = kPiece}, Scene::InCall, kCitizenFillsIn};
}
CitizenRow rowOf(const citizen::ClaimForm *)
{
    return {citizen::ClaimForm{.epoch = 1, .claim = kClaim}, Scene::InCall, kCitizenFillsIn};
}
// No clerk confirms, whatever is asked.
CitizenRow rowOf(const citizen::ConfirmForm *)
{
    return {citizen::ConfirmForm{
                .id = kKey, .epoch = 1, .document = kTheDocument, .sha256 = QString(64, u'0'), .clerkSaid = 0},
            Scene::InCall,
            {BadRequest, NoTicket, Gone, WrongState, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}

} // namespace

void addCitizenRows(std::vector<AuthorityRow> &rows)
{
    addRows(
        rows, "citizen: ", [](const auto *message) { return rowOf(message); },
        static_cast<const citizen::ToServer *>(nullptr));
}

} // namespace sprechtag::test
