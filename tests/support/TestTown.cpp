// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/support/TestTown.h"

namespace sprechtag::test {

using namespace Qt::StringLiterals;

broker::Loaded testTown()
{
    broker::OfficeConfig citizens{.id = kCitizens,
                                  .name = u"Bürgerservice"_s,
                                  .department = u"Einwohnermeldeamt"_s,
                                  .letter = u"B"_s,
                                  .hours = hours::everyWeek({{.day = 1, .fromMinute = 8 * 60, .toMinute = 12 * 60}}),
                                  .settings = {},
                                  .relayOnly = false,
                                  .clerks = {kSchmidt, kOezdemir},
                                  .namedCallers = {kSchmidt, kOezdemir}};
    broker::OfficeConfig cars = citizens;
    cars.id = kCars;
    cars.name = u"Kfz-Zulassung"_s;
    cars.department = u"Straßenverkehrsamt"_s;
    cars.letter = u"K"_s;
    cars.clerks = {kOezdemir, kWeber};
    cars.namedCallers = cars.clerks;
    return {.authority = u"Landkreis Musterland"_s,
            .calendar = {.zone = QTimeZone("Europe/Berlin"), .land = {}, .rules = {}, .closedDays = {}},
            .consentVersion = u"2026-01"_s,
            .offices = {{.config = citizens, .facts = {}}, {.config = cars, .facts = {}}},
            .visits = {},
            .answers = {},
            .clerks = {{.id = kSchmidt, .login = u"schmidt"_s, .name = u"Frau Schmidt"_s},
                       {.id = kOezdemir, .login = u"oezdemir"_s, .name = u"Herr Özdemir"_s},
                       {.id = kWeber, .login = u"weber"_s, .name = u"Frau Weber"_s}}};
}

broker::TownConfig configOf(const broker::Loaded &town)
{
    broker::TownConfig config{.town = {.authority = town.authority,
                                       .calendar = town.calendar,
                                       .consentVersion = town.consentVersion,
                                       .interpreters = town.interpreters},
                              .offices = {},
                              .clerks = town.clerks};
    for (const broker::LoadedOffice &office : town.offices)
        config.offices.push_back(office.config);
    return config;
}

town::Town administeredTown()
{
    const broker::Loaded loaded = testTown();
    const DepartmentId department = DepartmentId::fromBits({4, 1});
    town::Town town;
    town.authority = {.name = loaded.authority,
                      .calendar = loaded.calendar,
                      .consentVersion = loaded.consentVersion,
                      .languages = {u"de"_s, u"en"_s},
                      .texts = {},
                      .version = 1};
    town.departments = {{department, u"Einwohnermeldeamt"_s, 1}};
    for (const broker::LoadedOffice &one : loaded.offices) {
        town::Office office{.id = one.config.id, .name = one.config.name, .letter = {}};
        office.department = department;
        office.letter = one.config.letter;
        office.hours = one.config.hours;
        for (const ClerkId clerk : one.config.clerks)
            office.staff.append({clerk, true, clerk == kSchmidt});
        office.version = 1;
        town.offices.append(office);
    }
    using enum town::Role;
    const QList<QList<town::Role>> roles{{Clerk, HeadOfOffice}, {Clerk}, {Clerk, Administrator}};
    for (std::size_t i = 0; i < loaded.clerks.size(); ++i) {
        const broker::ClerkName &clerk = loaded.clerks[i];
        town.accounts.append({clerk.id, clerk.login, clerk.name, roles.at(static_cast<qsizetype>(i)), false, 1});
    }
    return town;
}

std::function<TicketId()> countingTickets(std::uint64_t first)
{
    return [next = first]() mutable { return ticketId(next++); };
}

} // namespace sprechtag::test
