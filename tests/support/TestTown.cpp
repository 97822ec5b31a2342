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
                                  .clerks = {kSchmidt, kOezdemir}};
    broker::OfficeConfig cars = citizens;
    cars.id = kCars;
    cars.name = u"Kfz-Zulassung"_s;
    cars.department = u"Straßenverkehrsamt"_s;
    cars.letter = u"K"_s;
    cars.clerks = {kOezdemir, kWeber};
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

std::function<TicketId()> countingTickets(std::uint64_t first)
{
    return [next = first]() mutable { return ticketId(next++); };
}

} // namespace sprechtag::test
