// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/broker/TownPorts.h"
#include "tests/support/TestTown.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

//! What an office works by, of all that a town knows.
class OfficeConfigTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itsConcernsComeInItsOwnOrder()
    {
        const town::Concern moving{.id = ConcernId::fromBits({1}),
                                   .names = {{u"de"_s, u"Umzug"_s}},
                                   .leikaKey = {},
                                   .length = {},
                                   .checklist = {}};
        const town::Concern passport{.id = ConcernId::fromBits({2}),
                                     .names = {{u"de"_s, u"Reisepass"_s}},
                                     .leikaKey = {},
                                     .length = {},
                                     .checklist = {}};
        town::Town town;
        town.concerns = {moving, passport};
        const town::Office office{.id = kCitizens,
                                  .name = u"Bürgerservice"_s,
                                  .letter = u"B"_s,
                                  .concerns = {passport.id, moving.id},
                                  .hidePosition = true,
                                  .askName = false};
        const broker::OfficeConfig config = broker::configOf(office, town);
        const QList<town::Concern> expected{passport, moving};
        QCOMPARE(config.concerns, expected);
        QVERIFY(config.hidePosition && !config.askName);
    }

    void itsOwnWordsComeBeforeThoseOfTheAuthority()
    {
        town::Town town;
        town.authority.texts = {.welcome = {{u"de"_s, u"Landkreis"_s}}, .closed = {{u"de"_s, u"Zu"_s}}};
        const town::Office office{.id = kCitizens,
                                  .name = u"Bürgerservice"_s,
                                  .letter = u"B"_s,
                                  .texts = {.welcome = {{u"de"_s, u"Büro"_s}}, .closed = {}}};
        const broker::OfficeConfig config = broker::configOf(office, town);
        QCOMPARE(config.texts.welcome.value(u"de"_s), u"Büro"_s);
        QCOMPARE(config.texts.closed.value(u"de"_s), u"Zu"_s);
    }
};

QTEST_GUILESS_MAIN(OfficeConfigTest)
#include "OfficeConfigTest.moc"
