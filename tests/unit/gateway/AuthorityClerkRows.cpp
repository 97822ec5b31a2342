// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/AuthorityRowKit.h"

namespace sprechtag::test {
namespace {

constexpr clerk::FormPlace kDesk{.office = kCitizens, .ticket = kTheTicket, .epoch = 1};

ClerkRow rowOf(const clerk::Hello *)
{
    return {clerk::Hello{.protocol = {1}, .client = u"x"_s, .features = {}, .lang = u"de"_s, .resume = {}},
            Scene::Opened, kFirstWord};
}
ClerkRow rowOf(const clerk::OpenOffice *)
{
    return {clerk::OpenOffice{.id = kKey, .office = kCitizens}, Scene::Closed, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::CloseOffice *)
{
    return {clerk::CloseOffice{.id = kKey, .office = kCitizens, .mode = office::CloseMode::Now}, Scene::AtDesk,
            kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::SuspendIntake *)
{
    return {clerk::SuspendIntake{.id = kKey, .office = kCitizens}, Scene::AtDesk, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::ResumeIntake *)
{
    return {clerk::ResumeIntake{.id = kKey, .office = kCitizens}, Scene::Suspended, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::Arrive *)
{
    return {clerk::Arrive{.id = kKey, .office = kCitizens}, Scene::Opened, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::Depart *)
{
    return {clerk::Depart{.id = kKey, .office = kCitizens}, Scene::AtDesk, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::Pause *)
{
    return {clerk::Pause{.id = kKey, .office = kCitizens}, Scene::AtDesk, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::Resume *)
{
    return {clerk::Resume{.id = kKey, .office = kCitizens}, Scene::Paused, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::CallNext *)
{
    return {clerk::CallNext{.id = kKey, .office = kCitizens}, Scene::AtDesk, kStaffOfTheOffice};
}
// That somebody heads the office says nothing about it.
ClerkRow rowOf(const clerk::CallNamed *)
{
    Cells cells = kStaffOfTheOffice;
    cells.at(static_cast<std::size_t>(Actor::OwnHead)) = NotAuthorised;
    return {clerk::CallNamed{.id = kKey, .office = kCitizens, .ticket = kTheTicket}, Scene::AtDesk, cells};
}
ClerkRow rowOf(const clerk::ReturnTicket *)
{
    return {clerk::ReturnTicket{
                .id = kKey, .office = kCitizens, .ticket = kTheTicket, .epoch = 1, .place = office::Place::Keep},
            Scene::InCall, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::ControlCall *)
{
    return {clerk::ControlCall{
                .id = kKey, .office = kCitizens, .ticket = kTheTicket, .epoch = 1, .control = {.onHold = true}},
            Scene::InCall, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::FinishTicket *)
{
    return {clerk::FinishTicket{
                .id = kKey, .office = kCitizens, .ticket = kTheTicket, .epoch = 1, .outcome = office::Outcome::Done},
            Scene::InCall, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::Appeared *)
{
    return {clerk::Appeared{.id = kKey, .office = kCitizens, .ticket = kTheTicket, .epoch = 1}, Scene::Called,
            kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::NoShow *)
{
    return {clerk::NoShow{.id = kKey, .office = kCitizens, .ticket = kTheTicket, .epoch = 1}, Scene::Called,
            kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::ReadmitTicket *)
{
    return {clerk::ReadmitTicket{.id = kKey, .office = kCitizens, .ticket = kTheTicket}, Scene::Missed,
            kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::UnparkTicket *)
{
    return {clerk::UnparkTicket{.id = kKey, .office = kCitizens, .ticket = kTheTicket}, Scene::Parked,
            kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::PrioritiseTicket *)
{
    return {clerk::PrioritiseTicket{.id = kKey,
                                    .office = kCitizens,
                                    .ticket = kTheTicket,
                                    .priority = office::Priority::First,
                                    .reason = office::PriorityReason::Other},
            Scene::AtDesk, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::ParkTicket *)
{
    return {clerk::ParkTicket{
                .id = kKey, .office = kCitizens, .ticket = kTheTicket, .epoch = 1, .reason = office::ParkReason::Other},
            Scene::InCall, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::TransferTicket *)
{
    return {clerk::TransferTicket{.id = kKey, .office = kCitizens, .ticket = kTheTicket, .epoch = 1, .to = kCars},
            Scene::InCall, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::WithdrawTransfer *)
{
    return {clerk::WithdrawTransfer{.id = kKey, .office = kCitizens, .ticket = kTheTicket, .epoch = 1}, Scene::Proposed,
            kStaffOfTheOffice};
}
// Answered to whoever asks, and nobody else notices.
ClerkRow rowOf(const clerk::ListTown *)
{
    return {clerk::ListTown{.id = kKey, .office = kCitizens, .ticket = kTheTicket}, Scene::InCall, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::LobbyMessage *)
{
    return {clerk::LobbyMessage{.id = kKey, .office = kCitizens, .content = protocol::Sentence::StayHere},
            Scene::AtDesk, kStaffOfTheOffice};
}
// Citizens have a message of the same type; clerks prepare for any office of theirs.
ClerkRow rowOf(const clerk::PrepareCall *)
{
    return {clerk::PrepareCall{.id = kKey},
            Scene::Called,
            {BadRequest, NoTicket, Yes, Yes, Yes, Yes, Yes, Yes, NotAuthorised}};
}
// Kept in mind, and heard by nobody before the citizen's page is ready for it.
ClerkRow rowOf(const clerk::ExpectCall *)
{
    Cells cells = kStaffOfTheOffice;
    for (const Actor staff : {Actor::OwnClerk, Actor::OwnHead})
        cells.at(static_cast<std::size_t>(staff)) = Quiet;
    return {clerk::ExpectCall{.office = kCitizens, .ticket = kTheTicket}, Scene::AtDesk, cells};
}
// At the citizens' door the same words are about the own ticket, whatever ticket they name.
ClerkRow rowOf(const clerk::CallSignal *)
{
    return {clerk::CallSignal{.office = kCitizens, .ticket = kTheTicket, .epoch = 1, .signal = kSignal},
            Scene::InCall,
            {BadRequest, NoTicket, Yes, WrongState, Yes, NotAuthorised, Yes, NotAuthorised, NotAuthorised}};
}

ClerkRow rowOf(const clerk::TextLine *)
{
    return {clerk::TextLine{.office = kCitizens, .ticket = kTheTicket, .epoch = 1, .written = kLine},
            Scene::InCall,
            {BadRequest, NoTicket, Yes, WrongState, Yes, NotAuthorised, Yes, NotAuthorised, NotAuthorised}};
}

constexpr Cells kGoneToWhoeverMay{Unsupported,   Unsupported, Unsupported,   Unsupported,  Gone,
                                  NotAuthorised, Gone,        NotAuthorised, NotAuthorised};
constexpr Cells kWhoeverMayOfClerks{Unsupported,   Unsupported, Unsupported,   Unsupported,  Yes,
                                    NotAuthorised, Yes,         NotAuthorised, NotAuthorised};
ClerkRow rowOf(const clerk::ShowDocument *)
{
    return {clerk::ShowDocument{.office = kCitizens, .ticket = kTheTicket, .epoch = 1, .document = kTheDocument},
            Scene::InCall, kGoneToWhoeverMay};
}
ClerkRow rowOf(const clerk::CloseView *)
{
    return {clerk::CloseView{.office = kCitizens, .ticket = kTheTicket, .epoch = 1}, Scene::InCall,
            kWhoeverMayOfClerks};
}
// Nothing is shown in this scene: it is heard, and passed over.
ClerkRow rowOf(const clerk::ChangeView *)
{
    return {clerk::ChangeView{.office = kCitizens,
                              .ticket = kTheTicket,
                              .epoch = 1,
                              .document = kTheDocument,
                              .change = documents::Place{}},
            Scene::InCall,
            {BadRequest, NoTicket, Quiet, WrongState, Quiet, NotAuthorised, Quiet, NotAuthorised, NotAuthorised}};
}

ClerkRow rowOf(const clerk::JudgeDocument *)
{
    return {
        clerk::JudgeDocument{.id = kKey, .ticket = kTheTicket, .epoch = 1, .document = kTheDocument, .accepted = true},
        Scene::InCall,
        {Unsupported, Unsupported, Unsupported, Unsupported, Yes, NotAuthorised, Yes, NotAuthorised, NotAuthorised}};
}

// The file is offered and not accepted: nobody fills it in.
constexpr Cells kFillsIn{BadRequest,    NoTicket, Gone,          WrongState,   Gone,
                         NotAuthorised, Gone,     NotAuthorised, NotAuthorised};
ClerkRow rowOf(const clerk::OpenForm *)
{
    return {
        clerk::OpenForm{.at = kDesk, .document = kTheDocument},
        Scene::InCall,
        {Unsupported, Unsupported, Unsupported, Unsupported, Gone, NotAuthorised, Gone, NotAuthorised, NotAuthorised}};
}
ClerkRow rowOf(const clerk::CloseForm *)
{
    return {
        clerk::CloseForm{.at = kDesk},
        Scene::InCall,
        {Unsupported, Unsupported, Unsupported, Unsupported, Yes, NotAuthorised, Yes, NotAuthorised, NotAuthorised}};
}
ClerkRow rowOf(const clerk::UpdateForm *)
{
    return {clerk::UpdateForm{.at = kDesk, .update = kPiece}, Scene::InCall, kFillsIn};
}
ClerkRow rowOf(const clerk::ClaimForm *)
{
    return {clerk::ClaimForm{.at = kDesk, .claim = kClaim}, Scene::InCall, kFillsIn};
}

ClerkRow rowOf(const clerk::ListStock *)
{
    return {clerk::ListStock{.id = kKey, .office = kCitizens, .ticket = kTheTicket}, Scene::InCall, kStaffOfTheOffice};
}
// The office has no such form in this scene.
ClerkRow rowOf(const clerk::TakeForm *)
{
    return {clerk::TakeForm{.id = kKey, .office = kCitizens, .ticket = kTheTicket, .epoch = 1, .form = kNoForm},
            Scene::InCall, kGoneToWhoeverMay};
}

// Each sees what is the own; who may not see anything of the town sees that.
constexpr Cells kEveryClerk{Unsupported, Unsupported, Unsupported, Unsupported, Yes, Yes, Yes, Yes, Yes};
constexpr Cells kAdministrators{Unsupported,   Unsupported,   Unsupported,   Unsupported, NotAuthorised,
                                NotAuthorised, NotAuthorised, NotAuthorised, Yes};

ClerkRow rowOf(const clerk::AdminRead *)
{
    return {clerk::AdminRead{.id = kKey}, Scene::Closed, kEveryClerk};
}
ClerkRow rowOf(const clerk::AdminLog *)
{
    Cells cells = kEveryClerk;
    cells.at(static_cast<std::size_t>(Actor::OwnClerk)) = NotAuthorised;
    cells.at(static_cast<std::size_t>(Actor::ForeignClerk)) = NotAuthorised;
    return {clerk::AdminLog{.id = kKey, .before = {}, .limit = 10}, Scene::Closed, cells};
}
ClerkRow rowOf(const clerk::AdminFigures *)
{
    Cells cells = kEveryClerk;
    cells.at(static_cast<std::size_t>(Actor::OwnClerk)) = NotAuthorised;
    cells.at(static_cast<std::size_t>(Actor::ForeignClerk)) = NotAuthorised;
    return {clerk::AdminFigures{.id = kKey}, Scene::Closed, cells};
}
// Hours are for the head of the office as well; RightsTest has the rest.
ClerkRow rowOf(const clerk::AdminSave *)
{
    town::Office office = townWithHeads().offices.first();
    office.hours.openOnHolidays = true;
    return {
        clerk::AdminSave{.id = kKey, .value = office},
        Scene::Closed,
        {Unsupported, Unsupported, Unsupported, Unsupported, NotAuthorised, NotAuthorised, Yes, NotAuthorised, Yes}};
}
ClerkRow rowOf(const clerk::AdminRemove *)
{
    return {clerk::AdminRemove{.id = kKey, .key = kCitizens, .version = 1}, Scene::Closed, kAdministrators};
}
ClerkRow rowOf(const clerk::AdminResetSecondFactor *)
{
    return {clerk::AdminResetSecondFactor{.id = kKey, .account = kSchmidt, .version = 1}, Scene::Closed,
            kAdministrators};
}
ClerkRow rowOf(const clerk::AdminResetPassword *)
{
    return {clerk::AdminResetPassword{.id = kKey, .account = kSchmidt, .version = 1}, Scene::Closed, kAdministrators};
}

} // namespace

void addClerkRows(std::vector<AuthorityRow> &rows)
{
    addRows(
        rows, "clerk: ", [](const auto *message) { return rowOf(message); },
        static_cast<const clerk::ToServer *>(nullptr));
    // Whoever knows no version that ever was may take away no more than others.
    rows.push_back(named<clerk::ToServer>(
        "clerk, of another version: ",
        {clerk::AdminRemove{.id = kKey, .key = kCitizens, .version = 999}, Scene::Closed, kAdministrators}));
}

} // namespace sprechtag::test
