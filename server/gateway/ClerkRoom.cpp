// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/ClerkRoom.h"

#include "server/gateway/CommandKeys.h"
#include "server/gateway/Words.h"
#include "shared/base/Random.h"

namespace sprechtag::gateway {

using namespace Qt::StringLiterals;
using protocol::ErrorCode;

namespace wire = protocol::clerk;

namespace {

// Two runs of a server, or of a server and its restored backup, never have the same name.
constexpr std::size_t kRunBytes = 9;

QString newRun()
{
    return QString::fromLatin1(randomBytes(kRunBytes).toHex());
}

template <typename Message>
constexpr bool kBringsAVisitor = std::is_same_v<Message, wire::CallNext> || std::is_same_v<Message, wire::CallNamed> ||
                                 std::is_same_v<Message, wire::Arrive> || std::is_same_v<Message, wire::OpenOffice>;

template <typename Message>
constexpr bool kCalls = std::is_same_v<Message, wire::CallNext> || std::is_same_v<Message, wire::CallNamed>;

} // namespace

ClerkRoom::ClerkRoom(World &world, ClerkLines &lines, const Desks &desks, AdminRoom &admin)
    : m_world(world)
    , m_run(newRun())
    , m_lines(lines)
    , m_calls(desks.calls)
    , m_messages(desks.messages)
    , m_texts(desks.texts)
    , m_documents(desks.documents)
    , m_views(desks.views)
    , m_forms(desks.forms)
    , m_guests(desks.guests)
    , m_sights(desks.sights)
    , m_colleagues(desks.colleagues)
    , m_stock(desks.stock)
    , m_admin(admin)
{
}

void ClerkRoom::greet(ConnectionKey connection, const broker::SignedIn &who, const wire::Hello &hello)
{
    const Session &session =
        m_sessions.insert_or_assign(connection, Session{.connection = connection, .clerk = who.clerk}).first->second;
    m_lines.add(connection, who.clerk.id);
    m_admin.came(connection);
    wire::Welcome welcome{.protocol = 1,
                          .serverTime = m_world.broker.now(),
                          .authority = m_world.record().town().authority,
                          .clerk = {.id = who.clerk.id, .login = who.clerk.login, .name = who.clerk.name},
                          .roles = {},
                          .run = m_run,
                          .zone = m_world.record().town().calendar.zone};
    // Those of today: the session knows the ones of the sign-in.
    welcome.roles = m_admin.rolesOf(who.clerk.id);
    m_world.toClerk(connection, welcome);
    for (const OfficeId office : m_world.record().offices()) {
        if (m_world.record().mayStaff(office, who.clerk.id))
            show(session, office, hello);
    }
    tellWhatIsGone(session, hello);
    m_guests.colleagueBack(who.clerk.id, connection);
}

void ClerkRoom::tellWhatIsGone(const Session &session, const wire::Hello &hello)
{
    for (const QString &key : hello.resume.keys()) {
        const auto office = OfficeId::parse(key.toStdString());
        if (office && !m_world.record().mayStaff(*office, session.clerk.id))
            m_world.toClerk(session.connection, wire::OfficeRemoved{.office = *office});
    }
}

void ClerkRoom::take(ConnectionKey connection, const wire::ToServer &message)
{
    const auto session = m_sessions.find(connection);
    if (session != m_sessions.end())
        std::visit([this, &session](const auto &some) { on(session->second, some); }, message);
}

void ClerkRoom::gone(ConnectionKey connection)
{
    const auto session = m_sessions.find(connection);
    if (session == m_sessions.end())
        return;
    const ClerkId clerk = session->second.clerk.id;
    m_sessions.erase(session);
    m_calls.clerkGone(connection);
    m_forms.clerkGone(connection);
    m_admin.gone(connection);
    for (auto &[office, audience] : m_audiences)
        audience.remove(connection);
    if (m_lines.remove(connection))
        m_world.broker.clerkLost(clerk);
    m_colleagues.clerkGone(connection);
    m_guests.guestGone(connection);
}

void ClerkRoom::published(const broker::OfficeChange &change)
{
    const auto audience = m_audiences.find(change.office);
    if (audience == m_audiences.end() || audience->second.members().empty())
        return;
    const auto tell = [&](const wire::ToClient &message) {
        m_world.outbox.sendToMany(audience->second.members(), protocol::encode(message), kEveryFrame);
    };
    if (!change.facts.empty())
        tell(officeFacts(m_world.record(), change.office, change.facts));
    if (!change.ticked.empty())
        tell(officeVisits(m_world.record(), change.office, change.ticked));
}

void ClerkRoom::reconfigured(const broker::Reconfigured &change)
{
    // Facts do not tell of it: whoever is without a line now must not take up what was seen before.
    m_run = newRun();
    for (const auto &[connection, session] : m_sessions) {
        for (const auto *offices : {&change.removed, &change.changed, &change.added}) {
            for (const OfficeId office : *offices)
                reshow(session, office);
        }
    }
    for (const OfficeId office : change.removed)
        m_audiences.erase(office);
}

void ClerkRoom::reshow(const Session &session, OfficeId office)
{
    if (m_world.record().mayStaff(office, session.clerk.id)) {
        show(session, office, {});
    } else if (const auto audience = m_audiences.find(office);
               audience != m_audiences.end() && audience->second.contains(session.connection)) {
        audience->second.remove(session.connection);
        m_world.toClerk(session.connection, wire::OfficeRemoved{.office = office});
    }
}

// Numbers mean something within one run alone: a restart may stand on a restored backup, with other facts under the
// same numbers, and an office that was changed tells nothing of it in facts. The record may not change between what is
// shown and the subscription: both happen in this one step.
void ClerkRoom::show(const Session &session, OfficeId office, const wire::Hello &hello)
{
    const broker::Record &record = m_world.record();
    const auto seen = hello.resume.constFind(QString::fromStdString(office.text()));
    const bool known = hello.run == m_run && seen != hello.resume.cend();
    const auto missing = known ? record.factsSince(office, *seen) : std::nullopt;
    if (missing) {
        m_world.toClerk(session.connection, wire::OfficeResumed{.office = office, .seq = *seen});
        if (!missing->empty())
            m_world.toClerk(session.connection, officeFacts(record, office, *missing));
        if (const auto listed = withChecklist(record, office); !listed.empty())
            m_world.toClerk(session.connection, officeVisits(record, office, listed));
    } else {
        m_world.toClerk(session.connection, officeSnapshot(record, office, session.clerk.id, m_world.clock.now()));
    }
    m_audiences[office].add(session.connection);
}

void ClerkRoom::on(const Session &session, const wire::Hello &)
{
    m_world.door.complain(session.connection, plainError({}, ErrorCode::BadRequest, u"type"_s));
}

void ClerkRoom::on(const Session &session, const wire::PrepareCall &message)
{
    const ClerkId clerk = session.clerk.id;
    const auto policy = policyFor(clerk);
    if (!policy)
        return m_world.toClerk(session.connection, plainError(message.id, ErrorCode::NotAuthorised));
    m_world.toClerk(session.connection,
                    callIce(message.id, m_world.ice.grant(m_world.clock.now(), clerk.text()), *policy));
}

void ClerkRoom::on(const Session &session, const wire::ExpectCall &message)
{
    report(session, m_calls.expect(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::CallSignal &message)
{
    report(session, m_calls.fromClerk(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::TextLine &message)
{
    report(session, m_texts.fromClerk(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::ShowDocument &message)
{
    report(session, m_views.fromClerk(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::CloseView &message)
{
    report(session, m_views.fromClerk(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::ChangeView &message)
{
    report(session, m_views.fromClerk(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::OpenForm &message)
{
    report(session, m_forms.fromClerk(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::ListStock &message)
{
    m_stock.fromClerk(session.clerk.id, message, tellOn(session.connection));
}

void ClerkRoom::on(const Session &session, const wire::TakeForm &message)
{
    m_stock.fromClerk(session.clerk.id, message, tellOn(session.connection));
}

StockDesk::Tell ClerkRoom::tellOn(ConnectionKey connection)
{
    return [this, connection](const wire::ToClient &message) {
        if (m_sessions.contains(connection))
            m_world.toClerk(connection, message);
    };
}

void ClerkRoom::on(const Session &session, const wire::CloseForm &message)
{
    report(session, m_forms.fromClerk(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::UpdateForm &message)
{
    report(session, m_forms.fromClerk(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::ClaimForm &message)
{
    report(session, m_forms.fromClerk(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::AskSight &message)
{
    report(session, m_sights.fromClerk(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::EndSight &message)
{
    report(session, m_sights.fromClerk(session.clerk.id, session.connection, message));
}

void ClerkRoom::on(const Session &session, const wire::JudgeDocument &message)
{
    if (const auto error = m_documents.judge(session.clerk.id, session.connection, message))
        m_world.toClerk(session.connection, plainError(message.id, *error));
    else
        m_world.toClerk(session.connection, protocol::DoneMessage{.re = message.id, .ticket = {}, .epoch = {}});
}

void ClerkRoom::report(const Session &session, const std::optional<CallProblem> &problem)
{
    if (!problem)
        return;
    const auto error = plainError({}, problem->code, problem->field);
    if (problem->code == ErrorCode::BadRequest)
        m_world.door.complain(session.connection, error);
    else
        m_world.toClerk(session.connection, error);
}

// What is about no office is about the town.
template <typename Message>
void ClerkRoom::on(const Session &session, const Message &message)
{
    m_admin.on({.connection = session.connection, .clerk = session.clerk.id}, message);
}

template <typename Message>
requires requires(const Message &message)
{
    message.office;
}
void ClerkRoom::on(const Session &session, const Message &message)
{
    const ClerkId clerk = session.clerk.id;
    // In the conversation of a colleague one has no hand free for a visitor of one's own.
    if (kCalls<Message> && m_guests.seatOf(clerk))
        return m_world.toClerk(session.connection, plainError(message.id, ErrorCode::Busy));
    m_world.broker.run(
        message.office, commandOf(message, clerk),
        clerkKey(clerk, message.id, protocol::encode(wire::ToServer{message})),
        [this, connection = session.connection, office = message.office, re = message.id](const auto &outcome) {
            if (answer(connection, re, outcome) && kBringsAVisitor<Message>)
                bindVisitor(connection, office);
        });
}

bool ClerkRoom::answer(ConnectionKey connection, const QString &re, const broker::Outcome &outcome)
{
    if (!m_sessions.contains(connection))
        return false;
    if (const auto error = errorOf(m_world.record(), re, outcome, Listener::Clerk)) {
        m_world.toClerk(connection, *error);
        return false;
    }
    m_world.toClerk(connection,
                    protocol::DoneMessage{.re = re, .ticket = outcome.answer.ticket, .epoch = outcome.answer.epoch});
    return true;
}

// A call that was just made, or that goes on after a lost line, is held on the connection that asked for it.
void ClerkRoom::bindVisitor(ConnectionKey connection, OfficeId office)
{
    const auto &clerks = m_world.record().office(office)->state.clerks;
    const auto desk = clerks.find(m_sessions.at(connection).clerk.id);
    if (desk == clerks.end() || !desk->second.ticket)
        return;
    m_calls.clerkBound(*desk->second.ticket, connection);
    m_texts.clerkBound(*desk->second.ticket, connection);
    m_documents.clerkBound(*desk->second.ticket, connection);
    m_views.clerkBound(*desk->second.ticket, connection);
    m_forms.clerkBound(*desk->second.ticket, connection);
    m_guests.clerkBound(*desk->second.ticket, connection);
    m_sights.clerkBound(*desk->second.ticket, connection);
}

// A clerk's page prepares before anybody knows which office the next call is of: the strictest rule counts.
std::optional<protocol::IcePolicy> ClerkRoom::policyFor(ClerkId clerk) const
{
    std::optional<protocol::IcePolicy> strictest;
    if (const auto seat = m_guests.seatOf(clerk); seat && m_world.record().visit(*seat) != nullptr)
        strictest = m_calls.policyOf(m_world.record().visit(*seat)->office);
    for (const OfficeId office : m_world.record().offices()) {
        if (m_world.record().mayStaff(office, clerk) && strictest != protocol::IcePolicy::RelayOnly)
            strictest = m_calls.policyOf(office);
    }
    return strictest;
}

} // namespace sprechtag::gateway
