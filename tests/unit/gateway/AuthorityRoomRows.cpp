// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/AuthorityRowKit.h"

namespace sprechtag::test {

ClerkRow rowOf(const clerk::InviteGuest *)
{
    return {clerk::InviteGuest{.id = kKey, .office = kCitizens, .ticket = kTheTicket, .epoch = 1}, Scene::InCall,
            kStaffOfTheOffice};
}
// Nobody is invited in these scenes: who may is told that there is no such guest, who may not is told that.
constexpr Cells kAboutNobody{Unsupported,   Unsupported, Unsupported,   Unsupported,  Gone,
                             NotAuthorised, Gone,        NotAuthorised, NotAuthorised};
ClerkRow rowOf(const clerk::AdmitGuest *)
{
    return {clerk::AdmitGuest{kKey, kCitizens, kTheTicket, 1, 2}, Scene::InCall, kAboutNobody};
}
ClerkRow rowOf(const clerk::RemoveGuest *)
{
    return {clerk::RemoveGuest{kKey, kCitizens, kTheTicket, 1, 2}, Scene::InCall, kAboutNobody};
}
ClerkRow rowOf(const clerk::ControlGuest *)
{
    return {clerk::ControlGuest{kKey, kCitizens, kTheTicket, 1, 2, {}}, Scene::InCall, kAboutNobody};
}
ClerkRow rowOf(const clerk::RoomSignal *)
{
    return {clerk::RoomSignal{.office = kCitizens, .ticket = kTheTicket, .epoch = 1, .peer = 2, .signal = kSignal},
            Scene::InCall,
            {BadRequest, NoTicket, Gone, Gone, Gone, NotAuthorised, Gone, NotAuthorised, NotAuthorised}};
}

ClerkRow rowOf(const clerk::ListColleagues *)
{
    return {clerk::ListColleagues{kKey, kCitizens, kTheTicket, 1}, Scene::InCall, kStaffOfTheOffice};
}
// Nobody of this name is there: who may ring is told that there is nobody, who may not is told that.
ClerkRow rowOf(const clerk::RingColleague *)
{
    return {clerk::RingColleague{kKey, kCitizens, kTheTicket, 1, ClerkId::fromBits({}), false}, Scene::InCall,
            kAboutNobody};
}
ClerkRow rowOf(const clerk::EndColleague *)
{
    return {clerk::EndColleague{kKey, kCitizens, kTheTicket, 1}, Scene::InCall, kStaffOfTheOffice};
}
ClerkRow rowOf(const clerk::AdmitColleague *)
{
    return {clerk::AdmitColleague{kKey, kCitizens, kTheTicket, 1}, Scene::InCall, kAboutNobody};
}
// Whoever is not rung has nothing to answer, and whoever is nowhere has nothing to leave.
ClerkRow rowOf(const clerk::AnswerRing *)
{
    return {clerk::AnswerRing{kKey, QStringLiteral("ring"), true},
            Scene::InCall,
            {Unsupported, Unsupported, Unsupported, Unsupported, Gone, Gone, Gone, Gone, Gone}};
}
ClerkRow rowOf(const clerk::LeaveConversation *)
{
    return {clerk::LeaveConversation{kKey},
            Scene::InCall,
            {Unsupported, Unsupported, Unsupported, Unsupported, Yes, Yes, Yes, Yes, Yes}};
}

// The one who is with the clerk already waits nowhere, and whoever may call people by name is told that.
ClerkRow rowOf(const clerk::FetchGuest *)
{
    return {clerk::FetchGuest{.id = kKey,
                              .office = kCitizens,
                              .ticket = kTheTicket,
                              .epoch = 1,
                              .fromOffice = kCitizens,
                              .fromTicket = kTheTicket},
            Scene::InCall,
            {Unsupported, Unsupported, Unsupported, Unsupported, WrongState, NotAuthorised, NotAuthorised,
             NotAuthorised, NotAuthorised}};
}
// The list is for everybody who works here.
ClerkRow rowOf(const clerk::ListInterpreters *)
{
    return {clerk::ListInterpreters{.id = kKey},
            Scene::InCall,
            {Unsupported, Unsupported, Unsupported, Unsupported, Yes, Yes, Yes, Yes, Yes}};
}

ClerkRow rowOf(const clerk::AskSight *)
{
    return {clerk::AskSight{.office = kCitizens, .ticket = kTheTicket, .epoch = 1, .step = protocol::SightStep::Front},
            Scene::InCall, kStaffOfTheOffice};
}
// Nothing is asked in this scene: there is nothing to end, and nothing to decline.
ClerkRow rowOf(const clerk::EndSight *)
{
    return {clerk::EndSight{.office = kCitizens, .ticket = kTheTicket, .epoch = 1},
            Scene::InCall,
            {Unsupported, Unsupported, Unsupported, Unsupported, Quiet, NotAuthorised, Quiet, NotAuthorised,
             NotAuthorised}};
}
ClerkRow rowOf(const clerk::SightTicket *)
{
    return {clerk::SightTicket{.id = kKey, .office = kCitizens, .ticket = kTheTicket, .epoch = 1}, Scene::InCall,
            kStaffOfTheOffice};
}

CitizenRow rowOf(const citizen::DeclineSight *)
{
    return {citizen::DeclineSight{.epoch = 1},
            Scene::InCall,
            {BadRequest, NoTicket, Quiet, WrongState, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::Knock *)
{
    return {citizen::Knock{.id = kKey,
                           .code = u"BCDFGHJK"_s,
                           .token = token('z'),
                           .name = u"Deniz"_s,
                           .lang = u"de"_s,
                           .consentVersion = u"2026-01"_s},
            Scene::InCall,
            {BadRequest, Gone, AlreadyDrawn, AlreadyDrawn, Unsupported, Unsupported, Unsupported, Unsupported,
             Unsupported}};
}
CitizenRow rowOf(const citizen::LeaveRoom *)
{
    return {citizen::LeaveRoom{.id = kKey},
            Scene::InCall,
            {BadRequest, Yes, Yes, Yes, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
// Nobody is asked in this scene: nothing changes.
CitizenRow rowOf(const citizen::DeclineOffer *)
{
    return {citizen::DeclineOffer{.id = kKey},
            Scene::InCall,
            {BadRequest, NoTicket, Yes, Yes, Unsupported, Unsupported, Unsupported, Unsupported, Unsupported}};
}
CitizenRow rowOf(const citizen::RoomSignal *)
{
    return {citizen::RoomSignal{.peer = 2, .signal = kSignal},
            Scene::InCall,
            {BadRequest, NoTicket, Gone, Gone, BadRequest, BadRequest, BadRequest, BadRequest, BadRequest}};
}

} // namespace sprechtag::test
