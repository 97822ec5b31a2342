// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
using protocol::ErrorCode;
using protocol::ErrorMessage;

namespace {

constexpr ConcernId kMoving = ConcernId::fromBits({1});
constexpr ConcernId kElsewhere = ConcernId::fromBits({2});

//! The Bürgerservice deals with moving house.
broker::Loaded townWithConcerns()
{
    broker::Loaded town = testTown();
    broker::OfficeConfig &office = town.offices.front().config;
    office.concerns = {{.id = kMoving,
                        .names = {{u"de"_s, u"Wohnsitz ummelden"_s}, {u"en"_s, u"Change of address"_s}},
                        .leikaKey = u"99115005014000"_s,
                        .length = minutes{15},
                        .checklist = {{{u"de"_s, u"Personalausweis"_s}}}}};
    office.hidePosition = true;
    office.askName = false;
    office.texts = {.welcome = {{u"de"_s, u"Willkommen"_s}}, .closed = {}};
    return town;
}

citizen::Draw drawFor(std::optional<ConcernId> concern, const QString &words = {})
{
    return {.id = u"draw"_s,
            .office = kCitizens,
            .token = token('a'),
            .name = {},
            .concern = words,
            .consentVersion = u"2026-01"_s,
            .lang = u"de"_s,
            .concernId = concern};
}

} // namespace

//! What an office deals with: shown, chosen, and told to whom it concerns.
class GatewayCatalogueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOverviewShowsWhatAnOfficeDealsWith()
    {
        GatewayKit kit(townWithConcerns());
        const auto watcher = kit.citizen();
        kit.forgetAll();
        kit.say(watcher, citizen::WatchOverview{});
        const auto offices = kit.heardOf<citizen::OverviewSnapshot>(watcher).front().offices;
        const citizen::OverviewOffice &shown = offices.front();
        QCOMPARE(shown.concerns.size(), 1);
        QCOMPARE(shown.concerns.front().id, kMoving);
        QCOMPARE(shown.concerns.front().names.value(u"en"_s), u"Change of address"_s);
        QCOMPARE(shown.concerns.front().checklist.size(), 1);
        QVERIFY(shown.hidesPosition);
        QVERIFY(shown.isNameless);
        QCOMPARE(shown.texts.welcome.value(u"de"_s), u"Willkommen"_s);
        QVERIFY(offices.back().concerns.isEmpty() && !offices.back().hidesPosition && !offices.back().isNameless);
    }

    void theChosenConcernIsToldToTheCitizenAndTheClerk_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read");
        QTest::addRow("its name alone") << QString() << u"Wohnsitz ummelden"_s;
        QTest::addRow("with what was added") << u"mit Kind"_s << u"Wohnsitz ummelden: mit Kind"_s;
        QTest::addRow("as much as fits") << QString(200, u'x') << u"Wohnsitz ummelden: "_s + QString(181, u'x');
    }
    void theChosenConcernIsToldToTheCitizenAndTheClerk()
    {
        QFETCH(QString, typed);
        QFETCH(QString, read);
        GatewayKit kit(townWithConcerns());
        kit.open(kit.clerk(kSchmidt));
        const auto kim = kit.citizen();
        kit.forgetAll();
        kit.say(kim, drawFor(kMoving, typed));
        const auto state = kit.heardOf<citizen::TicketStateMessage>(kim).front();
        QCOMPARE(state.concern, std::optional(kMoving));
        QCOMPARE(kit.broker().record().visit(state.ticket)->concern, read);
        QCOMPARE(kit.office().tickets.at(state.ticket).concern, std::optional(kMoving));
    }

    void withoutAConcernNothingIsAssumed()
    {
        GatewayKit kit(townWithConcerns());
        kit.open(kit.clerk(kSchmidt));
        const auto kim = kit.citizen();
        kit.forgetAll();
        kit.say(kim, drawFor({}, u"Frage"_s));
        const auto state = kit.heardOf<citizen::TicketStateMessage>(kim).front();
        QCOMPARE(state.concern, std::nullopt);
        QCOMPARE(kit.broker().record().visit(state.ticket)->concern, u"Frage"_s);
    }

    void aConcernOfNoOfficeHereIsRefused()
    {
        GatewayKit kit(townWithConcerns());
        kit.open(kit.clerk(kSchmidt));
        const auto kim = kit.citizen();
        kit.forgetAll();
        kit.say(kim, drawFor(kElsewhere));
        const auto error = kit.heardOf<ErrorMessage>(kim).front();
        QCOMPARE(error.code, ErrorCode::BadRequest);
        QCOMPARE(error.field, u"concern_id"_s);
        QVERIFY(kit.office().tickets.empty());
    }
};

QTEST_GUILESS_MAIN(GatewayCatalogueTest)
#include "GatewayCatalogueTest.moc"
