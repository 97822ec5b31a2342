// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Administration.h"
#include "tests/unit/clerk-app/OfficeKit.h"

namespace sprechtag::clerk::test {

namespace wire = protocol::clerk;

inline const OfficeId kBurger = OfficeId::fromBits({3, 1});
inline const DepartmentId kAmt = DepartmentId::fromBits({4, 1});
inline const ConcernId kMove = ConcernId::fromBits({5, 1});

//! A town of one office, which Schmidt (me) heads and administers and Meier staffs.
inline town::Town adminTown()
{
    town::Town town;
    town.authority.name = u"Landkreis Musterland"_s;
    town.authority.calendar.zone = QTimeZone("Europe/Berlin");
    town.authority.calendar.land = hours::Land::BY;
    town.authority.consentVersion = u"2026-01"_s;
    town.authority.languages = {u"de"_s, u"en"_s};
    town.authority.version = 1;
    town.departments = {{kAmt, u"Einwohnermeldeamt"_s, 1}};
    town::Concern concern{
        .id = kMove, .names = {{u"de"_s, u"Wohnsitz ummelden"_s}}, .leikaKey = {}, .length = {}, .checklist = {}};
    concern.version = 1;
    town.concerns = {concern};
    town::Office office{.id = kBurger, .name = u"Bürgerservice"_s, .letter = {}};
    office.letter = u"B"_s;
    office.department = kAmt;
    office.concerns = {kMove};
    office.staff = {{kMe, false, true}, {kColleague, false, false}};
    office.hours = hours::everyWeek({{1, 480, 720}, {4, 810, 1080}});
    office.version = 3;
    town.offices = {office};
    town.accounts = {{kMe, u"schmidt"_s, u"Frau Schmidt"_s, {town::Role::HeadOfOffice, town::Role::Administrator}},
                     {kColleague, u"meier"_s, u"Herr Meier"_s, {town::Role::Clerk}}};
    for (town::Account &account : town.accounts)
        account.version = 1;
    return town;
}

//! An administration whose server is the test.
struct AdminDesk
{
    StillClock clock;
    KeepingPort port;
    model::Workplace workplace{port, clock};
    model::Administration administration{port, workplace};

    explicit AdminDesk(const town::Town &town = adminTown())
    {
        workplace.setLine({model::LineState::Online, {}, {}, {}});
        wire::Welcome welcome{1, clock.now(), u"Landkreis Musterland"_s, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {}};
        for (const town::Account &account : town.accounts) {
            if (account.id == kMe)
                welcome.roles = account.roles;
        }
        workplace.welcome(welcome);
        administration.open();
        bring<wire::AdminRead>(wire::AdminTown{{}, town});
    }
    void signIn(ClerkId clerk)
    {
        workplace.welcome({1, clock.now(), u"Landkreis Musterland"_s, {clerk, u"login"_s, u"Name"_s}, {}});
    }
    //! Answers the oldest command, which must be of this kind, and says what it was.
    template <typename Command>
    Command bring(const connection::AdminAnswer &brought)
    {
        const auto sent = port.take<Command>();
        connection::Answer whole;
        whole.admin = brought;
        answer(sent, whole);
        return std::get<Command>(sent.command);
    }
    [[nodiscard]] town::Office office() const
    {
        return std::get<town::Office>(*administration.shown(town::Key(kBurger)));
    }
    void rename(const QString &name)
    {
        town::Office changed = office();
        changed.name = name;
        administration.edit(changed);
    }
    //! Somebody else has stored another name meanwhile.
    void conflict(const QString &name)
    {
        town::Office stored = administration.town().offices.first();
        stored.name = name;
        stored.version = 4;
        bring<wire::AdminSave>(
            wire::AdminRefused{{}, {}, wire::AdminConflict{u"Frau Weber"_s, clock.now(), town::Value(stored)}});
    }
};

} // namespace sprechtag::clerk::test
