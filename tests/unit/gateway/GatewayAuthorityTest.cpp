// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/AuthorityRows.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using broker::Role;
using protocol::ErrorCode;
using protocol::ErrorMessage;

namespace {

const char *nameOf(Actor actor)
{
    switch (actor) {
    case Actor::Stranger:
        return "somebody who has not said hello";
    case Actor::Nobody:
        return "a citizen without a ticket";
    case Actor::TicketHolder:
        return "the citizen of the ticket";
    case Actor::ForeignCitizen:
        return "a citizen with another ticket";
    case Actor::OwnClerk:
        return "a clerk of the office";
    case Actor::ForeignClerk:
        return "a clerk of another office";
    case Actor::OwnHead:
        return "the head of the office";
    case Actor::ForeignHead:
        return "the head of another office";
    case Actor::Administrator:
        return "an administrator";
    }
    return "";
}

broker::SignedIn signedInAs(Actor actor)
{
    const auto somebody = [](ClerkId id, const QList<Role> &roles) {
        return broker::SignedIn{.session = "session of " + QByteArray::fromStdString(id.text()),
                                .clerk = {id, u"jemand"_s, u"Jemand"_s},
                                .roles = roles,
                                .expires = FakeClock::kBegin + std::chrono::hours{12}};
    };
    switch (actor) {
    case Actor::OwnClerk:
        return somebody(kSchmidt, {Role::Clerk});
    case Actor::ForeignClerk:
        return somebody(kWeber, {Role::Clerk});
    case Actor::OwnHead:
        return somebody(kHead, {Role::Clerk, Role::HeadOfOffice});
    case Actor::ForeignHead:
        return somebody(kForeignHead, {Role::Clerk, Role::HeadOfOffice});
    case Actor::Administrator:
        return somebody(kAdministrator, {Role::Administrator});
    case Actor::Stranger:
    case Actor::Nobody:
    case Actor::TicketHolder:
    case Actor::ForeignCitizen:
        break;
    }
    qFatal("citizens do not sign in");
}

broker::Loaded runningTown()
{
    broker::Loaded town = testTown();
    const broker::TownConfig config = broker::configOf(townWithHeads());
    town.clerks = config.clerks;
    for (std::size_t i = 0; i < town.offices.size(); ++i)
        town.offices[i].config = config.offices[i];
    return town;
}

bool isOfTheOffice(Actor actor)
{
    return actor == Actor::OwnClerk || actor == Actor::OwnHead;
}

bool isOfAnother(Actor actor)
{
    return actor == Actor::ForeignCitizen || actor == Actor::ForeignClerk || actor == Actor::ForeignHead;
}

//! The town as a row wants it, with its actor in it.
class Stage
{
public:
    Stage(Actor actor, Scene scene)
        : m_actor(actor)
        , m_colleague(kit.clerk(kOezdemir))
    {
        kit.open(m_colleague, kCars);
        if (scene != Scene::Closed)
            kit.open(m_colleague);
        self = enter();
        if (scene != Scene::Closed) {
            // The first to draw has kTheTicket.
            kit.draw(actor == Actor::TicketHolder ? self : kit.citizen(), token(kTheToken));
            if (actor == Actor::ForeignCitizen)
                kit.draw(self, token('o'), kCars);
            prepare(scene);
        }
        kit.forgetAll();
        static_cast<void>(kit.outbox.take(self));
    }

    [[nodiscard]] std::vector<office::OfficeState> offices() const { return {kit.office(), kit.office(kCars)}; }

    //! Whether anybody has heard anything since the last time that somebody asked.
    [[nodiscard]] bool heardByOthers()
    {
        bool heard = false;
        for (GatewayKit::Key other = 1; other < kSelf; ++other)
            heard = (other != self && !kit.outbox.take(other).isEmpty()) || heard;
        return heard;
    }

    GatewayKit kit{runningTown(), townWithHeads()};
    GatewayKit::Key self{};

private:
    static constexpr GatewayKit::Key kSelf = 1000;

    GatewayKit::Key enter()
    {
        switch (m_actor) {
        case Actor::Stranger:
            kit.gateway().citizenConnected(kSelf, kit.network);
            return kSelf;
        case Actor::Nobody:
        case Actor::TicketHolder:
        case Actor::ForeignCitizen:
            return kit.citizen();
        case Actor::OwnClerk:
        case Actor::ForeignClerk:
        case Actor::OwnHead:
        case Actor::ForeignHead:
        case Actor::Administrator:
            break;
        }
        kit.gateway().clerkConnected(kSelf, signedInAs(m_actor));
        kit.say(kSelf, clerk::Hello{.protocol = {1}, .client = u"x"_s, .features = {}, .lang = u"de"_s, .resume = {}});
        return kSelf;
    }

    void prepare(Scene scene)
    {
        const bool own = isOfTheOffice(m_actor);
        const GatewayKit::Key desk = own ? self : m_colleague;
        const ClerkId clerk = own ? signedInAs(m_actor).clerk.id : kOezdemir;
        if (own && scene != Scene::Opened)
            kit.say(desk, clerk::Arrive{.id = u"arrive"_s, .office = kCitizens});
        switch (scene) {
        case Scene::Closed:
        case Scene::Opened:
        case Scene::AtDesk:
            return;
        case Scene::Paused:
            return run(office::Pause{.clerk = clerk});
        case Scene::Suspended:
            return run(office::SuspendIntake{.clerk = clerk});
        case Scene::Away:
            run(office::StepAway{.ticket = kTheTicket});
            if (m_actor == Actor::ForeignCitizen)
                run(office::StepAway{.ticket = ticketId(2)}, kCars);
            return;
        case Scene::Called:
            return kit.callNext(desk, u"call"_s);
        case Scene::Missed:
            kit.callNext(desk, u"call"_s);
            return run(office::NoShow{.clerk = clerk, .ticket = kTheTicket, .epoch = 1});
        case Scene::InCall:
        case Scene::Parked:
        case Scene::Proposed:
            break;
        }
        kit.callNext(desk, u"call"_s);
        kit.say(m_actor == Actor::TicketHolder ? self : kit.citizen(token(kTheToken)),
                citizen::Enter{.id = u"enter"_s, .epoch = 1});
        kit.documents.put(kTheTicket, {.id = kTheDocument, .state = documents::State::Offered});
        if (scene == Scene::Parked)
            run(office::Park{
                .clerk = clerk, .ticket = kTheTicket, .epoch = 1, .reason = office::ParkReason::FillsInForm});
        if (scene == Scene::Proposed)
            run(office::ProposeTransfer{.clerk = clerk, .ticket = kTheTicket, .epoch = 1, .to = kCars});
    }

    void run(const office::Command &command, OfficeId office = kCitizens)
    {
        kit.broker().run(office, command, {.key = QByteArray::number(++m_commands), .digest = 0}, [](const auto &) {});
        kit.pass();
    }

    int m_commands{};
    const Actor m_actor;
    const GatewayKit::Key m_colleague;
};

} // namespace

//! Who may do what: every message that there is, said by everybody who could say it. Default: no.
class GatewayAuthorityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everybodyMayDoWhatTheTableSays_data();
    void everybodyMayDoWhatTheTableSays();
    void nobodyActsInAnOfficeThatDoesNotExist();
    void aTicketOfAnotherOfficeIsGone();

private:
    static void isDone(Stage &stage, const std::vector<office::OfficeState> &before, bool noticed);
    static void isRefused(Stage &stage, const std::vector<office::OfficeState> &before, ErrorCode code);
};

void GatewayAuthorityTest::everybodyMayDoWhatTheTableSays_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<Actor>("actor");
    const auto rows = authorityRows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const Actor actor : kActors)
            QTest::newRow((rows[i].name + " by " + nameOf(actor)).constData()) << static_cast<int>(i) << actor;
    }
}

void GatewayAuthorityTest::everybodyMayDoWhatTheTableSays()
{
    QFETCH(int, row);
    QFETCH(Actor, actor);
    const AuthorityRow tested = authorityRows()[static_cast<std::size_t>(row)];
    const Cell cell = tested.cells.at(static_cast<std::size_t>(actor));
    Stage stage(actor, tested.scene);
    const auto before = stage.offices();
    stage.kit.sayRaw(stage.self, tested.frame);
    if (isOfAnother(actor))
        QCOMPARE(stage.kit.office(), before.front());
    switch (cell.kind) {
    case Cell::Kind::Done:
        return isDone(stage, before, true);
    case Cell::Kind::Quiet:
        return isDone(stage, before, false);
    case Cell::Kind::Refused:
        return isRefused(stage, before, cell.code);
    }
}

void GatewayAuthorityTest::isDone(Stage &stage, const std::vector<office::OfficeState> &before, bool noticed)
{
    const auto frames = stage.kit.outbox.take(stage.self);
    for (const QByteArray &frame : frames)
        QVERIFY2(typeOf(frame) != u"error"_s, frame.constData());
    const bool heardByOthers = stage.heardByOthers();
    QCOMPARE(!frames.isEmpty() || heardByOthers || stage.offices() != before, noticed);
}

void GatewayAuthorityTest::isRefused(Stage &stage, const std::vector<office::OfficeState> &before, ErrorCode code)
{
    const auto errors = stage.kit.heardOf<ErrorMessage>(stage.self);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.front().code, code);
    // Who may not act learns of nobody.
    if (code == ErrorCode::NotAuthorised || code == ErrorCode::Unsupported)
        QVERIFY(!errors.front().clerk && errors.front().clerkName.isEmpty() && !errors.front().ticket);
    QCOMPARE(stage.offices(), before);
    QVERIFY(!stage.heardByOthers());
}

void GatewayAuthorityTest::nobodyActsInAnOfficeThatDoesNotExist()
{
    const QByteArray own = QByteArray::fromStdString(kCitizens.text());
    const QByteArray none = QByteArray::fromStdString(officeId(99).text());
    int tried = 0;
    for (AuthorityRow row : authorityRows()) {
        if (!row.name.startsWith("clerk") || !row.frame.contains(own))
            continue;
        Stage stage(Actor::OwnHead, row.scene);
        const auto before = stage.offices();
        stage.kit.sayRaw(stage.self, row.frame.replace(own, none));
        isRefused(stage, before, ErrorCode::NotAuthorised);
        QVERIFY2(!QTest::currentTestFailed(), row.name.constData());
        ++tried;
    }
    QVERIFY(tried >= 12);
}

void GatewayAuthorityTest::aTicketOfAnotherOfficeIsGone()
{
    const QByteArray own = QByteArray::fromStdString(kCitizens.text());
    const QByteArray other = QByteArray::fromStdString(kCars.text());
    const QByteArray ticket = QByteArray::fromStdString(kTheTicket.text());
    for (AuthorityRow row : authorityRows()) {
        if (!row.name.startsWith("clerk") || !row.frame.contains(own) || !row.frame.contains(ticket))
            continue;
        Stage stage(Actor::ForeignClerk, row.scene);
        stage.kit.say(stage.self, clerk::Arrive{.id = u"arrive"_s, .office = kCars});
        stage.kit.forgetAll();
        const auto before = stage.offices();
        stage.kit.sayRaw(stage.self, row.frame.replace(own, other));
        isRefused(stage, before, ErrorCode::Gone);
        QVERIFY2(!QTest::currentTestFailed(), row.name.constData());
    }
}

QTEST_GUILESS_MAIN(GatewayAuthorityTest)
#include "GatewayAuthorityTest.moc"
