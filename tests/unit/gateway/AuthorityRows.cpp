// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/AuthorityRows.h"

namespace sprechtag::test {
namespace {

using namespace Qt::StringLiterals;
using enum protocol::ErrorCode;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;

constexpr auto Yes = Cell::Kind::Done;
constexpr auto Quiet = Cell::Kind::Quiet;

const QString kKey = u"k"_s;
const QString kSdp = u"v=0\r\no=- 46117317 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"_s;
const protocol::WrittenLine kLine{.line = 1, .stage = protocol::LineStage::Done, .text = u"Guten Tag"_s};
const protocol::Signal kSignal = protocol::MediaState{.microphone = true, .camera = true, .screen = false};

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
constexpr Cells kStaffOfTheOffice{Unsupported,   Unsupported, Unsupported,   Unsupported,  Yes,
                                  NotAuthorised, Yes,         NotAuthorised, NotAuthorised};

// Hello is the first word of everybody, and nobody's second.
constexpr Cells kFirstWord{Yes,        BadRequest, BadRequest, BadRequest, BadRequest,
                           BadRequest, BadRequest, BadRequest, BadRequest};

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
ClerkRow rowOf(const clerk::ExpectCall *)
{
    return {clerk::ExpectCall{.office = kCitizens, .ticket = kTheTicket}, Scene::AtDesk, kStaffOfTheOffice};
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
            {BadRequest, NoTicket, Quiet, WrongState, Yes, NotAuthorised, Yes, NotAuthorised, NotAuthorised}};
}

ClerkRow rowOf(const clerk::JudgeDocument *)
{
    return {
        clerk::JudgeDocument{.id = kKey, .ticket = kTheTicket, .epoch = 1, .document = kTheDocument, .accepted = true},
        Scene::InCall,
        {Unsupported, Unsupported, Unsupported, Unsupported, Yes, NotAuthorised, Yes, NotAuthorised, NotAuthorised}};
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

template <typename ToServer>
AuthorityRow named(const char *door, const Row<ToServer> &row)
{
    const QByteArray frame = protocol::encode(row.message);
    return {door + typeOf(frame).toUtf8(), frame, row.scene, row.cells};
}

template <typename... Messages>
void add(std::vector<AuthorityRow> &rows, const char *door, const std::variant<Messages...> *)
{
    (rows.push_back(named(door, rowOf(static_cast<const Messages *>(nullptr)))), ...);
}

} // namespace

town::Town townWithHeads()
{
    town::Town town = administeredTown();
    const auto add = [&town](ClerkId id, const QString &login, const QList<town::Role> &roles) {
        town.accounts.append({id, login, login, roles, false, 1});
    };
    using enum town::Role;
    town.accounts[0].roles = {Clerk};
    town.accounts[2].roles = {Clerk};
    add(kHead, u"leitung"_s, {Clerk, HeadOfOffice});
    add(kForeignHead, u"andere"_s, {Clerk, HeadOfOffice});
    add(kAdministrator, u"verwaltung"_s, {Administrator});
    town.offices[0].staff.append({kHead, false, true});
    town.offices[1].staff.append({kForeignHead, false, true});
    return town;
}

std::vector<AuthorityRow> authorityRows()
{
    std::vector<AuthorityRow> rows;
    add(rows, "clerk: ", static_cast<const clerk::ToServer *>(nullptr));
    // Whoever knows no version that ever was may take away no more than others.
    rows.push_back(named<clerk::ToServer>(
        "clerk, of another version: ",
        {clerk::AdminRemove{.id = kKey, .key = kCitizens, .version = 999}, Scene::Closed, kAdministrators}));
    add(rows, "citizen: ", static_cast<const citizen::ToServer *>(nullptr));
    return rows;
}

} // namespace sprechtag::test
