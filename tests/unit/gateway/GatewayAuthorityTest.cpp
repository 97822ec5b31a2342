// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using protocol::ErrorCode;
using protocol::ErrorMessage;

namespace {

constexpr TicketId kTicket = ticketId(1);

// Every message that a clerk may send, made for an office. A message without a row here does not compile.
clerk::ToServer rowOf(const clerk::Hello *, OfficeId)
{
    return clerk::Hello{.protocol = {1}, .client = u"x"_s, .features = {}, .lang = u"de"_s, .resume = {}};
}
clerk::ToServer rowOf(const clerk::OpenOffice *, OfficeId office)
{
    return clerk::OpenOffice{.id = u"k"_s, .office = office};
}
clerk::ToServer rowOf(const clerk::CloseOffice *, OfficeId office)
{
    return clerk::CloseOffice{.id = u"k"_s, .office = office, .mode = office::CloseMode::Now};
}
clerk::ToServer rowOf(const clerk::SuspendIntake *, OfficeId office)
{
    return clerk::SuspendIntake{.id = u"k"_s, .office = office};
}
clerk::ToServer rowOf(const clerk::ResumeIntake *, OfficeId office)
{
    return clerk::ResumeIntake{.id = u"k"_s, .office = office};
}
clerk::ToServer rowOf(const clerk::Arrive *, OfficeId office)
{
    return clerk::Arrive{.id = u"k"_s, .office = office};
}
clerk::ToServer rowOf(const clerk::Depart *, OfficeId office)
{
    return clerk::Depart{.id = u"k"_s, .office = office};
}
clerk::ToServer rowOf(const clerk::Pause *, OfficeId office)
{
    return clerk::Pause{.id = u"k"_s, .office = office};
}
clerk::ToServer rowOf(const clerk::Resume *, OfficeId office)
{
    return clerk::Resume{.id = u"k"_s, .office = office};
}
clerk::ToServer rowOf(const clerk::CallNext *, OfficeId office)
{
    return clerk::CallNext{.id = u"k"_s, .office = office};
}
clerk::ToServer rowOf(const clerk::CallNamed *, OfficeId office)
{
    return clerk::CallNamed{.id = u"k"_s, .office = office, .ticket = kTicket};
}
clerk::ToServer rowOf(const clerk::ReturnTicket *, OfficeId office)
{
    return clerk::ReturnTicket{
        .id = u"k"_s, .office = office, .ticket = kTicket, .epoch = 1, .place = office::Place::Keep};
}
clerk::ToServer rowOf(const clerk::FinishTicket *, OfficeId office)
{
    return clerk::FinishTicket{
        .id = u"k"_s, .office = office, .ticket = kTicket, .epoch = 1, .outcome = office::Outcome::Done};
}
clerk::ToServer rowOf(const clerk::PrepareCall *, OfficeId)
{
    return clerk::PrepareCall{.id = u"k"_s};
}
clerk::ToServer rowOf(const clerk::CallSignal *, OfficeId office)
{
    return clerk::CallSignal{
        .office = office, .ticket = kTicket, .epoch = 1, .signal = protocol::MediaState{.microphone = true}};
}

template <typename... Ts>
std::vector<clerk::ToServer> allRows(const std::variant<Ts...> *, OfficeId office)
{
    return {rowOf(static_cast<const Ts *>(nullptr), office)...};
}

std::vector<clerk::ToServer> everyMessage(OfficeId office)
{
    return allRows(static_cast<const clerk::ToServer *>(nullptr), office);
}

bool namesAnOffice(const clerk::ToServer &message)
{
    return std::visit(
        [](const auto &some) {
            return requires
            {
                some.office;
            };
        },
        message);
}

// An office with a visitor in call, so that every command could change something.
struct BusyTown
{
    BusyTown()
        : schmidt(kit.clerk(kSchmidt))
        , kim(kit.citizen())
    {
        kit.open(schmidt);
        kit.draw(kim, token('a'));
        kit.callNext(schmidt, u"call"_s);
        kit.say(kim, citizen::Enter{.id = u"c"_s, .epoch = 1});
        kit.draw(kit.citizen(), token('b'));
        kit.forgetAll();
    }
    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key kim;
};

} // namespace

//! Who may do what: every message of a clerk in the own office, in another's, in none. Default: no.
class GatewayAuthorityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyActsInAnOfficeOfOthers_data();
    void nobodyActsInAnOfficeOfOthers();
    void whoStaffsNoOfficePreparesNoCall();
    void colleaguesOfTheOfficeAreHeard();
    void citizensCannotSpeakAsClerks();
    void aTicketOfAnotherOfficeIsGone();
};

void GatewayAuthorityTest::nobodyActsInAnOfficeOfOthers_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("exists");
    const auto messages = everyMessage(kCitizens);
    for (int i = 0; i < static_cast<int>(messages.size()); ++i) {
        if (!namesAnOffice(messages[static_cast<std::size_t>(i)]))
            continue;
        const QString type = typeOf(protocol::encode(messages[static_cast<std::size_t>(i)]));
        QTest::newRow(qPrintable(type + u" in an office of others"_s)) << i << true;
        QTest::newRow(qPrintable(type + u" in an office that does not exist"_s)) << i << false;
    }
}

void GatewayAuthorityTest::nobodyActsInAnOfficeOfOthers()
{
    QFETCH(int, index);
    QFETCH(bool, exists);
    BusyTown town;
    const auto weber = town.kit.clerk(kWeber);
    const office::OfficeState before = town.kit.office();
    town.kit.forgetAll();
    const auto messages = everyMessage(exists ? kCitizens : officeId(99));
    town.kit.say(weber, messages[static_cast<std::size_t>(index)]);
    const auto errors = town.kit.heardOf<ErrorMessage>(weber);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.front().code, ErrorCode::NotAuthorised);
    QCOMPARE(errors.front(), (ErrorMessage{.re = errors.front().re,
                                           .code = ErrorCode::NotAuthorised,
                                           .field = {},
                                           .clerk = {},
                                           .clerkName = {},
                                           .ticket = {},
                                           .afterSeconds = {}}));
    QCOMPARE(town.kit.office(), before);
    QCOMPARE(town.kit.heard(town.kim), QString());
    QCOMPARE(town.kit.heard(town.schmidt), QString());
}

void GatewayAuthorityTest::whoStaffsNoOfficePreparesNoCall()
{
    broker::Loaded town = testTown();
    for (broker::LoadedOffice &office : town.offices)
        office.config.clerks.removeAll(kWeber);
    GatewayKit kit(std::move(town));
    const auto stranger = kit.clerk(kWeber);
    kit.forgetAll();
    kit.say(stranger, clerk::PrepareCall{.id = u"k"_s});
    const auto errors = kit.heardOf<ErrorMessage>(stranger);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.front().code, ErrorCode::NotAuthorised);
    QCOMPARE(errors.front().re, u"k"_s);
    QVERIFY(kit.ice.grants.empty());
}

void GatewayAuthorityTest::colleaguesOfTheOfficeAreHeard()
{
    // The control: with the right to the office, no message is refused for want of it.
    for (const clerk::ToServer &message : everyMessage(kCitizens)) {
        BusyTown town;
        const auto oezdemir = town.kit.clerk(kOezdemir);
        town.kit.forgetAll();
        town.kit.say(oezdemir, message);
        for (const auto &error : town.kit.heardOf<ErrorMessage>(oezdemir))
            QVERIFY2(error.code != ErrorCode::NotAuthorised, protocol::encode(message).constData());
    }
}

void GatewayAuthorityTest::citizensCannotSpeakAsClerks()
{
    for (const clerk::ToServer &message : everyMessage(kCitizens)) {
        if (!namesAnOffice(message) || std::holds_alternative<clerk::CallSignal>(message))
            continue;
        BusyTown town;
        const office::OfficeState before = town.kit.office();
        town.kit.say(town.kim, message);
        QCOMPARE(town.kit.heardOf<ErrorMessage>(town.kim).back().code, ErrorCode::Unsupported);
        QCOMPARE(town.kit.office(), before);
    }
}

void GatewayAuthorityTest::aTicketOfAnotherOfficeIsGone()
{
    BusyTown town;
    const auto weber = town.kit.clerk(kWeber);
    town.kit.open(weber, kCars);
    town.kit.say(weber, clerk::CallNamed{.id = u"k1"_s, .office = kCars, .ticket = kTicket});
    QCOMPARE(town.kit.heardOf<ErrorMessage>(weber).back().code, ErrorCode::Gone);
    town.kit.say(weber,
                 clerk::FinishTicket{
                     .id = u"k2"_s, .office = kCars, .ticket = kTicket, .epoch = 1, .outcome = office::Outcome::Done});
    QCOMPARE(town.kit.heardOf<ErrorMessage>(weber).back().code, ErrorCode::Gone);
    town.kit.say(
        weber, clerk::CallSignal{
                   .office = kCars, .ticket = kTicket, .epoch = 1, .signal = protocol::MediaState{.microphone = true}});
    QCOMPARE(town.kit.heardOf<ErrorMessage>(weber).back().code, ErrorCode::Gone);
    QCOMPARE(town.kit.heard(town.kim), QString());
}

QTEST_GUILESS_MAIN(GatewayAuthorityTest)
#include "GatewayAuthorityTest.moc"
